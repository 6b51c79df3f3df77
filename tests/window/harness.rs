//! The real app in a window that nobody sees: pointer and keys in, names and roles out.
//!
//! `Window::new()` opens a new campaign, `Window::of(campaign)` any other; `Opening` sets size, theme and
//! settings first. Everything is found by the words that a person reads or hears.

use std::cell::RefCell;
use std::path::Path;
use std::time::{Duration, Instant};

use dripline::campaign::document::Campaign;
use dripline::campaign::item::Item;
use dripline::storage::campaign_file::{parse, to_ron};
use dripline::ui::context::settings::{Settings, ThemeChoice};
use dripline::ui::shell::app::App;
use dripline::workbench::editor::Editor;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, PointerButton, Pos2, Rect, RepaintCause,
    TouchPhase, Vec2, ViewportCommand, vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};

pub use eframe::egui::accesskit::Role;

/// How long work beside the window is waited for, on a slow machine too.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a window opens.
pub struct Opening {
    editor: Editor,
    size: Vec2,
    settings: Settings,
}

impl Opening {
    /// A window of 1280 by 800 points in the light theme.
    pub fn of(editor: Editor) -> Self {
        let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
        Self { editor, size: vec2(1280.0, 800.0), settings }
    }

    /// So large, in points.
    pub fn sized(mut self, width: f32, height: f32) -> Self {
        self.size = vec2(width, height);
        self
    }

    /// In the dark theme.
    pub fn dark(mut self) -> Self {
        self.settings.theme = ThemeChoice::Dark;
        self
    }

    /// With other settings.
    pub fn with(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// Opens it.
    pub fn open(self) -> Window {
        let Self { editor, size, settings } = self;
        let harness = Harness::builder()
            .with_size(size)
            .with_max_steps(60)
            .with_step_dt(1.0 / 60.0)
            .build_eframe(|creation| App::new(&creation.egui_ctx, editor, settings, "Europe/Berlin"));
        let mut window = Window { harness, copied: RefCell::default(), asked: RefCell::default() };
        window.settle();
        window
    }
}

/// An open window.
pub struct Window {
    /// What drives it, for what is not foreseen here.
    pub harness: Harness<'static, App>,
    copied: RefCell<Option<String>>,
    asked: RefCell<Vec<ViewportCommand>>,
}

impl Window {
    /// A window with a new campaign.
    pub fn new() -> Self {
        Opening::of(Editor::new("Europe/Berlin")).open()
    }

    /// A window with this campaign, as of no file.
    pub fn of(campaign: Campaign) -> Self {
        Opening::of(Editor::of(campaign)).open()
    }

    /// A window with the campaign of a RON text.
    pub fn of_text(text: &str) -> Self {
        Self::of(parse(text, Path::new("test.ron")).expect("a campaign").campaign)
    }

    /// The whole state.
    pub fn app(&self) -> &App {
        self.harness.state()
    }

    /// The whole state, to change it behind the window's back.
    pub fn app_mut(&mut self) -> &mut App {
        self.harness.state_mut()
    }

    /// The document.
    pub fn campaign(&self) -> &Campaign {
        self.app().editor.campaign()
    }

    /// The document as it would be saved.
    pub fn ron(&self) -> String {
        to_ron(self.campaign())
    }

    /// The item of a name in the open sequence.
    pub fn item(&self, name: &str) -> &Item {
        let sequence = self.campaign().sequence_or_first(self.app().view.selection.sequence);
        let found = sequence.items.iter().find(|item| item.name == name);
        found.unwrap_or_else(|| panic!("there is no item “{name}”"))
    }

    /// Runs frames until nothing more is to be drawn, and checks that everything has an accessible name.
    ///
    /// A spinner that turns stands for work beside the window, which takes as long as the machine needs: it is waited for.
    pub fn settle(&mut self) {
        let late = Instant::now() + PATIENCE;
        let mut frames = 0;
        while frames < 60 && Instant::now() < late {
            self.frame();
            let root = &self.harness.output().viewport_output[&eframe::egui::ViewportId::ROOT];
            if root.repaint_delay > Duration::ZERO {
                self.harness.check_accessibility();
                return;
            }
            let turns = |cause: &RepaintCause| cause.file.ends_with("spinner.rs");
            if self.harness.ctx.repaint_causes().iter().any(turns) {
                std::thread::sleep(Duration::from_millis(2));
            } else {
                frames += 1;
            }
        }
        panic!("the window never comes to rest: {:?}", self.harness.ctx.repaint_causes());
    }

    /// One frame.
    pub fn frame(&mut self) {
        self.harness.step();
        let output = self.harness.output();
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied.replace(Some(text.clone()));
            }
        }
        let root = &output.viewport_output[&eframe::egui::ViewportId::ROOT];
        self.asked.borrow_mut().extend(root.commands.iter().cloned());
    }

    /// Lets so many seconds pass.
    pub fn wait(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.frame();
        // A time that was given stays: from here on the clock goes by itself again.
        self.harness.input_mut().time = None;
        self.settle();
    }

    /// Frames, until something that is worked out beside the window is so.
    pub fn until(&mut self, what: &str, so: impl Fn(&Window) -> bool) {
        let late = Instant::now() + PATIENCE;
        while !so(self) {
            assert!(Instant::now() < late, "it never came that {what}; there are:\n{}", self.names());
            std::thread::sleep(Duration::from_millis(2));
            self.frame();
        }
    }

    /// An event, and a frame for it.
    pub fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.frame();
    }

    /// What was put on the clipboard last.
    pub fn copied(&self) -> Option<String> {
        self.copied.borrow().clone()
    }

    /// What was asked of the window system so far: titles, closing, full screen.
    pub fn asked(&self) -> Vec<ViewportCommand> {
        self.asked.borrow().clone()
    }
}

/// Finding.
impl Window {
    /// Everything that goes by this name.
    pub fn all<'a>(&'a self, label: &'a str) -> Vec<Node<'a>> {
        self.harness.root().query_all_by_label(label).collect()
    }

    /// Whether anything goes by this name.
    pub fn sees(&self, label: &str) -> bool {
        !self.all(label).is_empty()
    }

    /// Whether the name of anything holds these words.
    pub fn reads(&self, words: &str) -> bool {
        self.harness.root().query_all_by_label_contains(words).next().is_some()
    }

    /// The one thing of this name that can be acted on, or else the only one of this name.
    pub fn node<'a>(&'a self, label: &'a str) -> Node<'a> {
        let all = self.all(label);
        let mut active: Vec<_> = all.iter().filter(|node| acts(node.accesskit_node().role())).copied().collect();
        if active.is_empty() {
            active = all;
        }
        match active.as_slice() {
            [node] => *node,
            [] => panic!("nothing is called “{label}”; there are:\n{}", self.names()),
            several => panic!("{} things are called “{label}”: {several:?}", several.len()),
        }
    }

    /// The one thing of this role and name.
    pub fn role<'a>(&'a self, role: Role, label: &'a str) -> Node<'a> {
        let all: Vec<_> = self.harness.root().query_all_by_role_and_label(role, label).collect();
        match all.as_slice() {
            [node] => *node,
            [] => panic!("no {role:?} is called “{label}”; there are:\n{}", self.names()),
            several => panic!("{} of role {role:?} are called “{label}”", several.len()),
        }
    }

    /// Whether a menu shows this entry.
    pub fn offers(&self, entry: &str) -> bool {
        self.harness.root().query_all_by_role_and_label(Role::MenuItem, entry).next().is_some()
    }

    /// Where the thing of this name is.
    pub fn place(&self, label: &str) -> Rect {
        self.node(label).rect()
    }

    /// All roles and names, to be read by whoever looks why a test failed.
    pub fn names(&self) -> String {
        let all = self.harness.root();
        let mut lines = Vec::new();
        for node in all.children_recursive() {
            let node = node.accesskit_node();
            if let Some(label) = node.label() {
                lines.push(format!("  {:?} “{label}”", node.role()));
            }
        }
        lines.join("\n")
    }
}

fn acts(role: Role) -> bool {
    !matches!(role, Role::Label | Role::TextRun | Role::GenericContainer | Role::Unknown | Role::Window | Role::Group)
}

/// The pointer.
impl Window {
    /// A click on the thing of this name.
    pub fn click(&mut self, label: &str) {
        let at = self.place(label).center();
        self.click_at(at);
    }

    /// A click on the thing of this role and name.
    pub fn click_role(&mut self, role: Role, label: &str) {
        let at = self.role(role, label).rect().center();
        self.click_at(at);
    }

    /// A double click on the thing of this name.
    pub fn double_click(&mut self, label: &str) {
        let at = self.place(label).center();
        self.double_click_at(at);
    }

    /// A click with the right button on the thing of this name.
    pub fn right_click(&mut self, label: &str) {
        let at = self.place(label).center();
        self.pause();
        self.press_release(at, PointerButton::Secondary, Modifiers::NONE);
        self.settle();
    }

    /// A click with the right button there.
    pub fn right_click_at(&mut self, at: Pos2) {
        self.pause();
        self.press_release(at, PointerButton::Secondary, Modifiers::NONE);
        self.settle();
    }

    /// Where the Undo button of a message is: below everything else of that name.
    pub fn undo_in_message(&self) -> Pos2 {
        let all = self.all("Undo").into_iter().map(|node| node.rect().center());
        all.max_by(|a, b| a.y.total_cmp(&b.y)).expect("a message with Undo")
    }

    /// A click there.
    pub fn click_at(&mut self, at: Pos2) {
        self.pause();
        self.press_release(at, PointerButton::Primary, Modifiers::NONE);
        self.settle();
    }

    /// A click there while keys are held.
    pub fn click_with(&mut self, at: Pos2, modifiers: Modifiers) {
        self.pause();
        self.press_release(at, PointerButton::Primary, modifiers);
        self.settle();
    }

    /// A double click there.
    pub fn double_click_at(&mut self, at: Pos2) {
        self.pause();
        self.press_release(at, PointerButton::Primary, Modifiers::NONE);
        self.press_release(at, PointerButton::Primary, Modifiers::NONE);
        self.settle();
    }

    /// A drag in a dozen steps.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_with(from, to, PointerButton::Primary, Modifiers::NONE);
    }

    /// A drag in a dozen steps with any button while keys are held.
    pub fn drag_with(&mut self, from: Pos2, to: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.start_drag(from, to, button, modifiers);
        self.button(to, button, false, modifiers);
        self.settle();
    }

    /// The beginning of a drag: the button stays down.
    pub fn start_drag(&mut self, from: Pos2, to: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.event(Event::PointerMoved(from));
        self.button(from, button, true, modifiers);
        for step in 1..=12_u8 {
            self.event(Event::PointerMoved(from.lerp(to, f32::from(step) / 12.0)));
        }
        self.frame();
    }

    /// The pointer goes there.
    pub fn hover(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        self.settle();
    }

    /// The wheel turns there.
    pub fn wheel(&mut self, at: Pos2, delta: Vec2, modifiers: Modifiers) {
        self.event(Event::PointerMoved(at));
        self.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers,
        });
        self.settle();
    }

    /// What was clicked before is no part of a double click.
    pub fn pause(&mut self) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + 0.7);
        self.frame();
        self.harness.input_mut().time = None;
    }

    /// A press and its release there, without a pause before.
    pub fn press_release(&mut self, at: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.event(Event::PointerMoved(at));
        self.button(at, button, true, modifiers);
        self.button(at, button, false, modifiers);
    }

    /// A button goes down or up there.
    pub fn button(&mut self, pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) {
        let modifiers = hold(modifiers);
        self.event(Event::ModifiersChanged(modifiers));
        self.event(Event::PointerButton { pos, button, pressed, modifiers });
        if !pressed {
            self.event(Event::ModifiersChanged(Modifiers::NONE));
        }
    }
}

/// A desktop reports Ctrl both as itself and as the key of commands.
fn hold(modifiers: Modifiers) -> Modifiers {
    Modifiers { ctrl: modifiers.ctrl || modifiers.command, ..modifiers }
}

/// The keyboard.
impl Window {
    /// A key on its own.
    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    /// Presses the space bar, or lets it go, in one frame: what plays never comes to rest.
    pub fn space(&mut self, pressed: bool) {
        let (key, modifiers) = (Key::Space, Modifiers::NONE);
        self.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
    }

    /// A key with Ctrl; copying, cutting and pasting arrive as on a desktop.
    pub fn ctrl(&mut self, key: Key) {
        match key {
            Key::C => self.event(Event::Copy),
            Key::X => self.event(Event::Cut),
            Key::V => {
                let text = self.copied().unwrap_or_default();
                self.event(Event::Paste(text));
            }
            _ => self.keys(Modifiers::COMMAND, key),
        }
        self.settle();
    }

    /// A key with others held. A key that writes writes, unless Ctrl or Alt is held.
    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            let modifiers = hold(modifiers);
            self.event(Event::ModifiersChanged(modifiers));
            self.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.event(Event::ModifiersChanged(Modifiers::NONE));
        self.settle();
    }

    /// Text into whatever has the keyboard.
    pub fn type_text(&mut self, text: &str) {
        self.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Replaces what stands in the text field of this name; Enter is not pressed.
    pub fn fill(&mut self, label: &str, text: &str) {
        self.click(label);
        self.ctrl(Key::A);
        self.type_text(text);
    }
}
