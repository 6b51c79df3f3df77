//! Scrolls what is selected into view, where nothing covers it.

use eframe::egui;

use super::ids;
use super::viewport::Viewport;
use crate::campaign::selection::Selection;
use crate::picture::geometry::Rect;
use crate::picture::scene::face::Face;
use crate::picture::scene::{Scene, area};
use crate::ui::context::camera::Camera;
use crate::ui::context::narrow;
use crate::ui::context::panel::DocumentView;
use crate::ui::context::view_state::Overlay;

/// Scrolls the selection into view. Without a selection, fits the sequence if only empty canvas would be visible.
pub(super) fn reveal(ui: &egui::Ui, panel: &DocumentView<'_>, viewport: &mut Viewport) {
    let (scene, selection) = (panel.scene, &panel.view.selection);
    if let Some(bounds) = selected_bounds(scene, selection, |face| face.tile().grown(16.0)) {
        viewport.camera.reveal_in(viewport.rect, uncovered(ui, panel, viewport.rect), bounds);
    } else if let Some(bounds) = scene.bounds().filter(|bounds| !viewport.seen().meets(bounds)) {
        viewport.camera = Camera::fit(viewport.rect, bounds);
    }
}

/// A rectangle around everything that is selected: items, of each the part that `of_item` gives, notes, frames, and a
/// link. `None` without a selection.
pub(super) fn selected_bounds(scene: &Scene, selection: &Selection, of_item: impl Fn(&Face) -> Rect) -> Option<Rect> {
    let link = selection.link.and_then(|link| scene.wire(link)).map(|wire| wire.extent());
    let things = selection.ids.iter().filter_map(|id| {
        let note = || scene.note(*id).map(|note| area(note.position, note.size));
        let frame = || scene.frame(*id).map(|frame| area(frame.position, frame.size));
        scene.face(*id).map(&of_item).or_else(note).or_else(frame)
    });
    things.chain(link).reduce(|a: Rect, b| a.union(&b))
}

/// The part of the canvas that neither find nor settings cover, if it is large enough.
fn uncovered(ui: &egui::Ui, panel: &DocumentView<'_>, rect: egui::Rect) -> egui::Rect {
    const LEAST: f32 = 160.0;
    let settings = narrow::settings_over_canvas(panel, ui.ctx().content_rect().width()).unwrap_or_default();
    let find = ui.ctx().memory(|memory| memory.area_rect(ids::find_id()));
    let top = find.filter(|_| panel.view.overlay == Overlay::Find).map_or(rect.top(), |find| find.bottom());
    let free = egui::Rect::from_min_max(egui::pos2(rect.left(), top), rect.max - egui::vec2(settings, 0.0));
    if free.width() >= LEAST && free.height() >= LEAST { free } else { rect }
}
