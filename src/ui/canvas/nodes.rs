//! What screen readers and tests meet: every legible item, note and frame as a node with its name.

use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{self, Pos2, Response, Sense, WidgetInfo};

use crate::picture::geometry::Rect;
use crate::picture::scene::area;

use super::super::app::Panel;
use super::focus_id;
use super::hit::title_band;
use super::sight::Sight;

/// A click on the canvas or on something that stands there.
#[derive(Clone, Copy, Debug)]
pub struct Clicked {
    /// Where, unless it was clicked without a pointer.
    pub at: Option<Pos2>,
    /// The item, note or frame whose node was clicked.
    pub id: Option<u64>,
    /// Which button, and whether twice.
    pub how: How,
}

/// The kinds of clicks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Once, with the first button.
    Once,
    /// Twice, with the first button.
    Twice,
    /// With the second button.
    Second,
}

/// Announces the canvas and what stands on it. Returns the click there was.
pub fn show(ui: &egui::Ui, panel: &Panel<'_>, sight: &Sight, surface: &Response) -> Option<Clicked> {
    let legible = sight.is_legible();
    surface.widget_info(|| WidgetInfo::labeled(Role::Pane, true, name(panel, legible)));
    let mut clicked = click(surface, None).filter(|click| click.at.is_some());
    if !legible {
        return clicked;
    }
    let seen = sight.seen();
    let selected = &panel.view.selection.ids;
    let mut node = |id: u64, rect: Rect, spoken: &dyn Fn() -> String| {
        let rect = sight.rect_on_screen(rect).intersect(sight.rect);
        if !rect.is_positive() {
            return;
        }
        // Not focusable: the canvas is one stop of the Tab key, and arrows walk within it.
        let response = ui.interact(rect, focus_id().with((panel.place(), id)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected.contains(&id), spoken()));
        let response = panel.badges.tell(id, response);
        let asked = ui.input(|input| input.has_accesskit_action_request(response.id, Action::Focus));
        let by_reader = asked.then_some(Clicked { at: None, id: Some(id), how: How::Once });
        clicked = click(&response, Some(id)).or(by_reader).or(clicked);
    };
    for frame in panel.scene.frames_in(seen) {
        node(frame.id, title_band(area(frame.position, frame.size)), &|| format!("Frame, {}", frame.title));
    }
    for note in panel.scene.notes_in(seen) {
        let first_line = || format!("Note, {}", note.text.lines().next().unwrap_or_default());
        node(note.id, area(note.position, note.size), &first_line);
    }
    for face in panel.scene.faces_in(seen) {
        node(face.id, face.tile(), &|| face.spoken.clone());
    }
    clicked
}

fn name(panel: &Panel<'_>, legible: bool) -> String {
    let count = panel.scene.faces.len();
    match legible {
        true => "Canvas".to_owned(),
        false => format!("Canvas, {count} items, too small to be read one by one: see the outline"),
    }
}

fn click(response: &Response, id: Option<u64>) -> Option<Clicked> {
    let how = if response.double_clicked() {
        How::Twice
    } else if response.clicked() {
        How::Once
    } else if response.secondary_clicked() {
        How::Second
    } else {
        return None;
    };
    Some(Clicked { at: response.interact_pointer_pos(), id, how })
}
