//! The real app in an invisible window: pointer and key events go in, names and roles of widgets come out.
//!
//! `Window::new()` opens a new campaign, `Window::of(campaign)` any other. `Opening` sets size, theme and settings
//! first. Widgets are found by the words that a user reads or hears.

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
    Shape, TouchPhase, Vec2, ViewportCommand, vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};

pub use eframe::egui::accesskit::Role;

/// Longest wait for work in the background, on a slow machine too.
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

    /// With this size, in points.
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
    /// The test harness, for anything without a helper here.
    pub harness: Harness<'static, App>,
    copied: RefCell<Option<String>>,
    asked: RefCell<Vec<ViewportCommand>>,
}

impl Window {
    /// A window with a new campaign.
    pub fn new() -> Self {
        Opening::of(Editor::new("Europe/Berlin")).open()
    }

    /// A window with this campaign, which has no file.
    pub fn of(campaign: Campaign) -> Self {
        Opening::of(Editor::of(campaign)).open()
    }

    /// A window with the campaign in a RON text.
    pub fn of_text(text: &str) -> Self {
        Self::of(parse(text, Path::new("test.ron")).expect("a campaign").campaign)
    }

    /// The app's whole state.
    pub fn app(&self) -> &App {
        self.harness.state()
    }

    /// The app's whole state, to change it without an event.
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

    /// The item with this name in the open sequence.
    pub fn item(&self, name: &str) -> &Item {
        let sequence = self.campaign().sequence_or_first(self.app().view.selection.sequence);
        let found = sequence.items.iter().find(|item| item.name == name);
        found.unwrap_or_else(|| panic!("there is no item “{name}”"))
    }

    /// Runs frames until nothing changes, and checks that everything has an accessible name.
    ///
    /// A spinner shows work in the background. `settle` waits for it, since its time depends on the machine.
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

    /// Lets this number of seconds pass.
    pub fn wait(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.frame();
        // A given time would stay. From here on, the clock advances by itself again.
        self.harness.input_mut().time = None;
        self.settle();
    }

    /// Runs frames until work in the background has made `so` true.
    pub fn until(&mut self, what: &str, so: impl Fn(&Window) -> bool) {
        let late = Instant::now() + PATIENCE;
        while !so(self) {
            assert!(Instant::now() < late, "it never came that {what}; there are:\n{}", self.names());
            std::thread::sleep(Duration::from_millis(2));
            self.frame();
        }
    }

    /// Runs frames until the rehearsal has run and its run is sorted by time.
    pub fn rehearsed(&mut self) {
        self.until("the run is sorted", |window| window.app().rehearsing().span().is_some());
    }

    /// Sends an event, and draws a frame.
    pub fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.frame();
    }

    /// The labels of all nodes of a role.
    pub fn labels(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.root().query_all_by_role(role);
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// The text that was last put on the clipboard.
    pub fn copied(&self) -> Option<String> {
        self.copied.borrow().clone()
    }

    /// The requests to the window system so far: titles, closing, full screen.
    pub fn asked(&self) -> Vec<ViewportCommand> {
        self.asked.borrow().clone()
    }
}

/// Finding.
impl Window {
    /// All widgets with this name.
    pub fn all<'a>(&'a self, label: &'a str) -> Vec<Node<'a>> {
        self.harness.root().query_all_by_label(label).collect()
    }

    /// Whether there is a widget with this name.
    pub fn sees(&self, label: &str) -> bool {
        !self.all(label).is_empty()
    }

    /// Whether the name of any widget contains these words.
    pub fn reads(&self, words: &str) -> bool {
        self.harness.root().query_all_by_label_contains(words).next().is_some()
    }

    /// All texts on the screen, also those that are only painted.
    pub fn painted(&self) -> Vec<String> {
        let mut shapes: Vec<&Shape> = self.harness.output().shapes.iter().map(|clipped| &clipped.shape).collect();
        let mut texts = Vec::new();
        while let Some(shape) = shapes.pop() {
            match shape {
                Shape::Vec(inner) => shapes.extend(inner),
                Shape::Text(shape) => texts.push(shape.galley.job.text.clone()),
                _ => {}
            }
        }
        texts
    }

    /// The only widget with this name that can be used, or else the only one with this name.
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

    /// The only widget with this role and name.
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

    /// The area of the widget with this name.
    pub fn place(&self, label: &str) -> Rect {
        self.node(label).rect()
    }

    /// All roles and names, to find out why a test failed.
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
    /// Clicks on the widget with this name.
    pub fn click(&mut self, label: &str) {
        let at = self.place(label).center();
        self.click_at(at);
    }

    /// Clicks on the widget with this role and name.
    pub fn click_role(&mut self, role: Role, label: &str) {
        let at = self.role(role, label).rect().center();
        self.click_at(at);
    }

    /// Double-clicks on the widget with this name.
    pub fn double_click(&mut self, label: &str) {
        let at = self.place(label).center();
        self.double_click_at(at);
    }

    /// Right-clicks on the widget with this name.
    pub fn right_click(&mut self, label: &str) {
        let at = self.place(label).center();
        self.pause();
        self.press_release(at, PointerButton::Secondary, Modifiers::NONE);
        self.settle();
    }

    /// Right-clicks at a point.
    pub fn right_click_at(&mut self, at: Pos2) {
        self.pause();
        self.press_release(at, PointerButton::Secondary, Modifiers::NONE);
        self.settle();
    }

    /// The position of a message's Undo button: the lowest widget with this name.
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

    /// Clicks at a point while keys are held.
    pub fn click_with(&mut self, at: Pos2, modifiers: Modifiers) {
        self.pause();
        self.press_release(at, PointerButton::Primary, modifiers);
        self.settle();
    }

    /// Double-clicks at a point.
    pub fn double_click_at(&mut self, at: Pos2) {
        self.pause();
        self.press_release(at, PointerButton::Primary, Modifiers::NONE);
        self.press_release(at, PointerButton::Primary, Modifiers::NONE);
        self.settle();
    }

    /// Drags in twelve steps.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_with(from, to, PointerButton::Primary, Modifiers::NONE);
    }

    /// Drags in twelve steps with any button, while keys are held.
    pub fn drag_with(&mut self, from: Pos2, to: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.start_drag(from, to, button, modifiers);
        self.button(to, button, false, modifiers);
        self.settle();
    }

    /// Starts a drag. The button stays down.
    pub fn start_drag(&mut self, from: Pos2, to: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.event(Event::PointerMoved(from));
        self.button(from, button, true, modifiers);
        for step in 1..=12_u8 {
            self.event(Event::PointerMoved(from.lerp(to, f32::from(step) / 12.0)));
        }
        self.frame();
    }

    /// Moves the pointer to a point.
    pub fn hover(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        self.settle();
    }

    /// Turns the wheel at a point.
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

    /// Waits, so that the next click doesn't make a double click.
    pub fn pause(&mut self) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + 0.7);
        self.frame();
        self.harness.input_mut().time = None;
    }

    /// Presses and releases a button at a point, without a pause before.
    pub fn press_release(&mut self, at: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.event(Event::PointerMoved(at));
        self.button(at, button, true, modifiers);
        self.button(at, button, false, modifiers);
    }

    /// Presses or releases a button at a point.
    pub fn button(&mut self, pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) {
        let modifiers = hold(modifiers);
        self.event(Event::ModifiersChanged(modifiers));
        self.event(Event::PointerButton { pos, button, pressed, modifiers });
        if !pressed {
            self.event(Event::ModifiersChanged(Modifiers::NONE));
        }
    }
}

/// Desktops report Ctrl as itself and as the command key.
fn hold(modifiers: Modifiers) -> Modifiers {
    Modifiers { ctrl: modifiers.ctrl || modifiers.command, ..modifiers }
}

/// The keyboard.
impl Window {
    /// Presses a key.
    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    /// Presses or releases the space bar in one frame. It doesn't settle, since playing never becomes idle.
    pub fn space(&mut self, pressed: bool) {
        let (key, modifiers) = (Key::Space, Modifiers::NONE);
        self.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
    }

    /// Presses a key with Ctrl. Copy, cut and paste arrive as events, as on a desktop.
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

    /// Presses a key while others are held. It doesn't type text.
    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            let modifiers = hold(modifiers);
            self.event(Event::ModifiersChanged(modifiers));
            self.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.event(Event::ModifiersChanged(Modifiers::NONE));
        self.settle();
    }

    /// Types text into the widget that has the keyboard focus.
    pub fn type_text(&mut self, text: &str) {
        self.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Replaces the text of the field with this name. It doesn't press Enter.
    pub fn fill(&mut self, label: &str, text: &str) {
        self.click(label);
        self.ctrl(Key::A);
        self.type_text(text);
    }
}
