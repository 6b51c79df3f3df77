//! Works on the canvas of a window, by points of the canvas and ids of items.

use std::ops::{Deref, DerefMut};

use dripline::campaign::edit::{CanvasEdit, Edit, Insertion};
use dripline::campaign::history::Grouping;
use dripline::campaign::item::Position;
use dripline::campaign::selection::Selection;
use dripline::campaign::sequence::Sequence;
use dripline::picture::geometry::{Point, point};
use dripline::ui::canvas::ids::focus_id;
use dripline::ui::context::camera::Camera;
use dripline::workbench::arrange::placing;
use dripline::workbench::editor::Editor;
use eframe::egui::{Event, Modifiers, PointerButton, Pos2};

use crate::common::ids::FIRST;
use crate::harness::{Opening, Window};

/// Indexes in the catalogue.
pub const START: usize = 0;
pub const DELAY: usize = 1;
pub const EMAIL: usize = 4;

/// A window with helpers for its canvas.
pub struct OnCanvas(Window);

impl Deref for OnCanvas {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.0
    }
}

impl DerefMut for OnCanvas {
    fn deref_mut(&mut self) -> &mut Window {
        &mut self.0
    }
}

impl OnCanvas {
    /// With a new campaign: one sequence with a Start at (40, 80).
    pub fn new() -> Self {
        Self::of(Editor::new("UTC"))
    }

    /// With a Start (1) at (40, 80), linked to an email (2) at (240, 80) and then to a timer (3) at (440, 80).
    pub fn with_row() -> Self {
        let mut editor = Editor::new("UTC");
        for (offer, x, after) in [(EMAIL, 240.0, 1), (DELAY, 440.0, 2)] {
            place(&mut editor, offer, x, 80.0, Insertion::After(after));
        }
        Self::of(editor)
    }

    pub fn of(editor: Editor) -> Self {
        let mut window = Opening::of(editor).open();
        window.app_mut().canvas.views.cameras.insert(FIRST, Camera { middle: point(400.0, 300.0), zoom: 1.0 });
        window.settle();
        Self(window)
    }

    pub fn sequence(&self) -> &Sequence {
        &self.campaign().sequences[0]
    }

    pub fn selection(&self) -> Vec<u64> {
        self.app().view.selection.ids.iter().copied().collect()
    }

    pub fn select(&mut self, ids: &[u64]) {
        self.app_mut().view.selection = Selection::of(FIRST, ids.iter().copied());
        self.focus();
    }

    /// Gives the keyboard focus to the canvas.
    pub fn focus(&mut self) {
        self.app_mut().canvas.takes_keyboard = true;
        self.settle();
    }

    pub fn has_focus(&self) -> bool {
        self.harness.ctx.memory(|memory| memory.has_focus(focus_id()))
    }

    pub fn camera(&self) -> Camera {
        self.app().canvas.views.cameras[&FIRST]
    }

    /// The position on the screen of a point of the canvas.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.camera().to_screen(self.place("Canvas"), point(x, y))
    }

    pub fn on_canvas(&self, at: Pos2) -> Point {
        self.camera().to_canvas(self.place("Canvas"), at)
    }

    pub fn position(&self, id: u64) -> Position {
        self.sequence().item(id).expect("the item is there").position
    }

    pub fn undo_label(&self) -> Option<String> {
        self.app().editor.history().undo_label().map(str::to_owned)
    }

    /// The number of steps that can be undone.
    pub fn steps(&self) -> usize {
        let mut editor = self.app().editor.history().clone();
        let mut campaign = self.campaign().clone();
        std::iter::from_fn(|| editor.undo(&mut campaign)).count()
    }

    /// Presses a button at the first point and moves to each of the others, without releasing it.
    pub fn hold(&mut self, with: PointerButton, way: &[Pos2]) {
        self.event(Event::PointerMoved(way[0]));
        self.button(way[0], with, true, Modifiers::NONE);
        self.settle();
        for at in &way[1..] {
            self.hover(*at);
        }
    }

    pub fn let_go(&mut self, with: PointerButton, at: Pos2) {
        self.button(at, with, false, Modifiers::NONE);
        self.settle();
    }

    /// Drags from one point of the canvas to another.
    pub fn drag_on(&mut self, from: (f32, f32), to: (f32, f32)) {
        let (from, to) = (self.at(from.0, from.1), self.at(to.0, to.1));
        self.hold(PointerButton::Primary, &[from, from + (to - from) * 0.5, to]);
        self.let_go(PointerButton::Primary, to);
    }

    /// Clicks on a point of the canvas.
    pub fn click_on(&mut self, x: f32, y: f32) {
        self.click_on_with(x, y, PointerButton::Primary, Modifiers::NONE);
    }

    pub fn click_on_with(&mut self, x: f32, y: f32, button: PointerButton, modifiers: Modifiers) {
        let at = self.at(x, y);
        self.pause();
        self.press_release(at, button, modifiers);
        self.settle();
    }
}

/// Places an item by an edit.
pub fn place(editor: &mut Editor, offer: usize, x: f64, y: f64, joint: Insertion) {
    let edit = CanvasEdit::Place(placing::new_item(offer, Position(x, y)), joint);
    let edit = Edit::Canvas(FIRST, edit);
    editor.apply(&edit, &Selection::default(), Grouping::Alone).expect("it can be placed");
}
