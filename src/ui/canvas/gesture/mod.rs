//! Drags on the canvas: their preview, and the one edit that each ends in.

pub mod linking;
pub mod moving;
pub mod pointer;
pub mod sizing;

use std::collections::BTreeSet;

use eframe::egui::{self, PointerButton, Pos2};

use super::hit::{self, Hit};
use super::on_top::OnTop;
use super::viewport::Viewport;
use crate::campaign::edit::Edit;
use crate::campaign::selection::Selection;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{Scene, area};
use crate::ui::context::action::Action;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::chooser::ChooserPurpose;
use linking::{DragOutcome, Linking};
use moving::DraggedThings;
use pointer::Pointer;
use sizing::Sizing;

/// A drag in progress.
pub enum Gesture {
    /// Panning; the last pointer position on the screen.
    Pan(Pos2),
    /// A selection rectangle that is being drawn.
    Band(Band),
    /// Moving items, notes and frames.
    Move(DraggedThings),
    /// Drawing a link, or moving an end of one.
    Link(Linking),
    /// Resizing a note or frame by a corner.
    Size(Sizing),
}

/// A selection rectangle that is being drawn.
pub struct Band {
    from: Point,
    /// The rectangle on the canvas.
    pub over: Rect,
    /// The selection before the drag.
    before: Selection,
    /// Whether the rectangle adds to the selection.
    adds: bool,
}

/// Starts, continues and ends drags in this frame.
pub fn drag(
    gesture: &mut Option<Gesture>,
    on_top: &mut OnTop,
    ui: &egui::Ui,
    panel: &mut Panel<'_>,
    surface: &egui::Response,
    viewport: &mut Viewport,
) {
    if gesture.is_some() && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
        leave(gesture, panel);
        return;
    }
    if surface.drag_started()
        && let Some(origin) = ui.input(|input| input.pointer.press_origin())
    {
        *gesture = begin(ui, panel, surface, viewport, origin);
        if on_top.menu.take().is_some() {
            panel.wants(Action::FocusCanvas);
        }
    }
    let Some(now) = ui.input(|input| input.pointer.interact_pos()) else { return };
    if matches!(gesture, Some(Gesture::Band(_) | Gesture::Move(_) | Gesture::Link(_) | Gesture::Size(_))) {
        scroll_at_edge(ui, viewport, now);
    }
    let pointer = Pointer::now(ui, panel.settings, viewport, now);
    match gesture {
        None => return,
        Some(Gesture::Pan(last)) => {
            viewport.camera.pan(now - *last);
            *last = now;
            ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        }
        Some(Gesture::Band(band)) => band.update(panel, &pointer),
        Some(Gesture::Move(moving)) => moving.update(panel.scene, &pointer),
        Some(Gesture::Link(linking)) => linking.update(panel, &pointer),
        Some(Gesture::Size(sizing)) => sizing.update(&pointer),
    }
    if surface.drag_stopped() {
        finish(gesture, on_top, panel, now);
    } else if !surface.dragged() {
        leave(gesture, panel);
    }
}

fn begin(
    ui: &egui::Ui,
    panel: &mut Panel<'_>,
    surface: &egui::Response,
    viewport: &Viewport,
    origin: Pos2,
) -> Option<Gesture> {
    let (modifiers, space) = ui.input(|input| (input.modifiers, input.key_down(egui::Key::Space)));
    if !surface.dragged_by(PointerButton::Primary) || space {
        return Some(Gesture::Pan(origin));
    }
    let at = viewport.on_canvas(origin);
    match hit::at(panel, at, viewport.points(1.0)) {
        Hit::Handle(id) => Linking::new(panel.scene, id).map(Gesture::Link),
        Hit::End(link, end) => Linking::of(panel.scene, link, end).map(Gesture::Link),
        Hit::Corner(id, corner) => Sizing::new(panel.sequence(), id, corner).map(Gesture::Size),
        Hit::Item(id) | Hit::Note(id) | Hit::Frame(id) => {
            let selection = grabbed(panel, id, modifiers.shift);
            let ids = with_contents(panel.scene, &selection.ids, id);
            select(panel, selection);
            DraggedThings::new(panel.sequence(), ids, id, at).map(Gesture::Move)
        }
        Hit::Link(_) | Hit::Paper => {
            let before = panel.view.selection.clone();
            Some(Gesture::Band(Band { from: at, over: Rect::between(at, at), before, adds: modifiers.shift }))
        }
    }
}

/// Ends the drag, and requests its edit.
fn finish(gesture: &mut Option<Gesture>, on_top: &mut OnTop, panel: &mut Panel<'_>, now: Pos2) {
    let place = panel.sequence_id();
    match gesture.take() {
        Some(Gesture::Move(moving)) => {
            if let Some(edit) = moving.finish(place, panel.sequence()) {
                panel.wants(Action::edit(edit));
            }
        }
        Some(Gesture::Link(linking)) => match linking.finish() {
            DragOutcome::Edit(edit) => panel.wants(Action::canvas(place, edit)),
            DragOutcome::Choose(from, at) => {
                on_top.choose(panel.sequence(), ChooserPurpose::After(from, Some(at)), now)
            }
            DragOutcome::Refused(why) => panel.wants(Action::Refuse(why)),
            DragOutcome::Nothing => {}
        },
        Some(Gesture::Size(sizing)) => {
            if let Some(edit) = sizing.finish(panel.sequence()) {
                panel.wants(Action::edit(Edit::Canvas(place, edit)));
            }
        }
        Some(Gesture::Pan(_) | Gesture::Band(_)) | None => {}
    }
}

/// Cancels the drag.
fn leave(gesture: &mut Option<Gesture>, panel: &mut Panel<'_>) {
    if let Some(Gesture::Band(band)) = gesture.take() {
        select(panel, band.before);
    }
}

/// Requests a selection, unless it is the current one.
fn select(panel: &mut Panel<'_>, selection: Selection) {
    if selection != panel.view.selection {
        panel.wants(Action::Select(selection));
    }
}

impl Band {
    fn update(&mut self, panel: &mut Panel<'_>, pointer: &Pointer) {
        self.over = Rect::between(self.from, pointer.at);
        let mut ids: BTreeSet<u64> = panel.scene.things_in(self.over).into_iter().collect();
        if self.adds {
            ids.extend(&self.before.ids);
        }
        select(panel, Selection { sequence: self.before.sequence, ids, link: None });
    }
}

/// Scrolls when a drag reaches the edge of the view.
fn scroll_at_edge(ui: &egui::Ui, viewport: &mut Viewport, now: Pos2) {
    const EDGE: f32 = 10.0;
    const SPEED: f32 = 500.0;
    let inside = viewport.rect.shrink(EDGE);
    let out = now - inside.clamp(now);
    if out == egui::Vec2::ZERO {
        return;
    }
    let seconds = ui.input(|input| input.stable_dt).min(0.05);
    let pull = out.clamp(egui::Vec2::splat(-EDGE), egui::Vec2::splat(EDGE)) / EDGE;
    viewport.camera.pan(-pull * SPEED * seconds);
    ui.ctx().request_repaint();
}

/// The selection when a drag of this thing starts. A thing that wasn't selected replaces the selection; with `adds`
/// (Shift), it is added to it.
fn grabbed(panel: &DocumentView<'_>, id: u64, adds: bool) -> Selection {
    let mut selection = panel.view.selection.clone();
    if !selection.ids.contains(&id) {
        if !adds {
            selection = Selection::none(panel.sequence_id());
        }
        selection.link = None;
        selection.ids.insert(id);
    }
    selection
}

/// The selection, and when a frame is dragged, the contents of selected frames.
fn with_contents(scene: &Scene, selected: &BTreeSet<u64>, grabbed: u64) -> BTreeSet<u64> {
    let mut ids = selected.clone();
    if scene.frame(grabbed).is_none() {
        return ids;
    }
    for frame in scene.frames.iter().filter(|frame| selected.contains(&frame.id)) {
        let inside = area(frame.position, frame.size);
        ids.extend(scene.faces_in(inside).filter(|face| inside.contains(face.middle)).map(|face| face.id));
        let notes = scene.notes_in(inside).filter(|note| inside.contains(area(note.position, note.size).middle()));
        ids.extend(notes.map(|note| note.id));
        let whole = |rect: Rect| inside.contains(rect.min) && inside.contains(rect.max);
        let frames = scene.frames_in(inside).filter(|frame| whole(area(frame.position, frame.size)));
        ids.extend(frames.map(|frame| frame.id));
    }
    ids
}
