//! A window without a display, and hands that reach into its canvas.

use dripline::campaign::document::Campaign;
use dripline::campaign::edit::{CanvasEdit, Edit, Joint};
use dripline::campaign::history::Grouping;
use dripline::campaign::item::Position;
use dripline::campaign::selection::Selection;
use dripline::campaign::sequence::Sequence;
use dripline::picture::geometry::{Point, point};
use dripline::ui::app::App;
use dripline::ui::canvas::camera::Camera;
use dripline::ui::canvas::{focus_id, placing};
use dripline::ui::settings::Settings;
use dripline::workbench::editor::Editor;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// Places in the catalogue.
pub const START: usize = 0;
pub const DELAY: usize = 1;
pub const EMAIL: usize = 4;

/// A window with an open campaign.
pub struct Window {
    pub harness: Harness<'static, App>,
}

impl Window {
    /// With a new campaign: one sequence, which holds a Start at (40, 80).
    pub fn new() -> Self {
        Self::of(Editor::new("UTC"))
    }

    /// With a Start (1) at (40, 80), which leads to an email (2) at (240, 80) and a timer (3) at (440, 80).
    pub fn with_row() -> Self {
        let mut editor = Editor::new("UTC");
        for (offer, x, after) in [(EMAIL, 240.0, 1), (DELAY, 440.0, 2)] {
            place(&mut editor, offer, x, 80.0, Joint::After(after));
        }
        Self::of(editor)
    }

    pub fn of(editor: Editor) -> Self {
        let mut harness = Harness::builder()
            .with_max_steps(60)
            .with_size(vec2(1280.0, 800.0))
            .build_eframe(|creation| App::new(&creation.egui_ctx, editor, Settings::default(), "UTC"));
        harness.run();
        harness.state_mut().view.cameras[0] = Some(Camera { middle: point(400.0, 300.0), zoom: 1.0 });
        harness.run();
        Self { harness }
    }

    pub fn campaign(&self) -> &Campaign {
        self.harness.state().editor.campaign()
    }

    pub fn sequence(&self) -> &Sequence {
        &self.campaign().sequences[0]
    }

    pub fn selection(&self) -> Vec<u64> {
        self.harness.state().view.selection.ids.iter().copied().collect()
    }

    pub fn select(&mut self, ids: &[u64]) {
        self.harness.state_mut().view.selection = Selection::of(0, ids.iter().copied());
        self.focus();
    }

    /// Gives the canvas the keyboard.
    pub fn focus(&mut self) {
        self.harness.state_mut().view.focus_canvas = true;
        self.run();
        self.run();
    }

    pub fn has_focus(&self) -> bool {
        self.harness.ctx.memory(|memory| memory.has_focus(focus_id()))
    }

    pub fn camera(&self) -> Camera {
        self.harness.state().view.cameras[0].expect("the canvas was drawn")
    }

    /// Where a point of the canvas is on the screen.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        let rect = self.harness.get_by_label("Canvas").rect();
        self.camera().to_screen(rect, point(x, y))
    }

    pub fn on_canvas(&self, at: Pos2) -> Point {
        self.camera().to_canvas(self.harness.get_by_label("Canvas").rect(), at)
    }

    pub fn position(&self, id: u64) -> Position {
        self.sequence().item(id).expect("the item is there").position
    }

    pub fn undo_label(&self) -> Option<String> {
        self.harness.state().editor.history().undo_label().map(str::to_owned)
    }

    /// How many steps undo can take back.
    pub fn steps(&self) -> usize {
        let mut editor = self.harness.state().editor.history().clone();
        let mut campaign = self.campaign().clone();
        std::iter::from_fn(|| editor.undo(&mut campaign)).count()
    }

    pub fn run(&mut self) {
        self.harness.run();
    }

    pub fn press(&mut self, key: Key) {
        self.chord(Modifiers::NONE, key);
    }

    pub fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.run();
    }

    pub fn button(&mut self, at: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) {
        self.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }

    /// Presses and moves to each of the points in turn, without letting go.
    pub fn hold(&mut self, with: PointerButton, way: &[Pos2]) {
        self.harness.hover_at(way[0]);
        self.button(way[0], with, true, Modifiers::NONE);
        self.run();
        for at in &way[1..] {
            self.harness.hover_at(*at);
            self.run();
        }
    }

    pub fn let_go(&mut self, with: PointerButton, at: Pos2) {
        self.button(at, with, false, Modifiers::NONE);
        self.run();
        self.run();
    }

    /// A whole drag between two points of the canvas.
    pub fn drag(&mut self, from: (f32, f32), to: (f32, f32)) {
        let (from, to) = (self.at(from.0, from.1), self.at(to.0, to.1));
        self.hold(PointerButton::Primary, &[from, from + (to - from) * 0.5, to]);
        self.let_go(PointerButton::Primary, to);
    }

    pub fn click(&mut self, x: f32, y: f32) {
        self.click_with(x, y, PointerButton::Primary, Modifiers::NONE);
    }

    pub fn click_with(&mut self, x: f32, y: f32, button: PointerButton, modifiers: Modifiers) {
        let at = self.at(x, y);
        self.harness.hover_at(at);
        self.harness.event(Event::ModifiersChanged(modifiers));
        self.button(at, button, true, modifiers);
        self.button(at, button, false, modifiers);
        self.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        self.run();
        // Far enough in time for the next click to be one of its own.
        self.harness.run_steps(30);
    }

    /// Whether something with this name is on the screen.
    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }
}

/// Places an item by an edit.
pub fn place(editor: &mut Editor, offer: usize, x: f64, y: f64, joint: Joint) {
    let edit = CanvasEdit::Place(placing::new_item(offer, Position(x, y)), joint);
    let edit = Edit::Canvas(0, edit);
    editor.apply(&edit, &Selection::default(), Grouping::Alone).expect("it can be placed");
}
