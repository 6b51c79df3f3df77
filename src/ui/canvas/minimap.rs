//! The minimap. It is shown while a part of the drawing is out of view, in a corner where it covers nothing. If there is
//! no such corner, it is shown only while the view moves.

use eframe::egui::{self, Align2, Rect, Sense, Vec2, WidgetInfo};

use super::free;
use super::ids::focus_id;
use super::paint::{self, PaintCache};
use super::viewport::Viewport;
use crate::ui::context::camera::Camera;
use crate::ui::context::panel::Panel;

/// Largest size of the minimap, and its largest share of the canvas's width, so that it doesn't cover a small canvas.
const SIZE: Vec2 = egui::vec2(160.0, 100.0);
const SHARE: f32 = 0.17;
/// How long it stays after the view moved, in seconds.
const STAYS: f64 = 1.5;

/// What the minimap keeps between frames.
#[derive(Default)]
pub struct MinimapPlace {
    /// The view in the last frame.
    camera: Option<Camera>,
    /// Until when it shows although it covers something.
    until: f64,
    /// The corner that it was in last.
    corner: Option<Align2>,
    /// Whether the pointer holds it.
    is_held: bool,
}

impl MinimapPlace {
    /// Draws the minimap, if it is of use.
    pub fn show(&mut self, ui: &mut egui::Ui, cache: &mut PaintCache, panel: &Panel<'_>, viewport: &mut Viewport) {
        let Some((rect, corner)) = self.place(ui, panel, viewport) else {
            (self.corner, self.is_held) = (None, false);
            return;
        };
        self.corner = Some(corner);
        let response = ui.interact(rect, focus_id().with("minimap"), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Pane, true, "Minimap"));
        self.is_held = response.contains_pointer() || response.dragged();
        let painter = ui.painter().with_clip_rect(rect);
        let map = paint::paint_minimap(cache, &painter, rect, panel.scene, viewport.seen(), panel.theme);
        if (response.clicked() || response.dragged())
            && let Some(at) = response.interact_pointer_pos()
        {
            viewport.camera.middle = map.to_canvas(rect.clamp(at));
            ui.ctx().request_repaint();
        }
    }

    /// Where it is now; `None` if it is not shown.
    fn place(&mut self, ui: &egui::Ui, panel: &Panel<'_>, viewport: &Viewport) -> Option<(Rect, Align2)> {
        let was = self.camera.replace(viewport.camera);
        let now = ui.input(|input| input.time);
        if was.is_some_and(|was| was != viewport.camera) {
            self.until = now + STAYS;
        }
        let is_off = panel.view.presenting || !panel.settings.minimap;
        let is_small = viewport.rect.width() < 420.0 || viewport.rect.height() < 240.0;
        if is_off || is_small || !is_partly_hidden(panel, viewport) {
            return None;
        }
        let size = SIZE * (viewport.rect.width() * SHARE / SIZE.x).min(1.0);
        let at = |corner: Align2| (free::in_corner(viewport, corner, size), corner);
        if self.is_held {
            return Some(at(self.corner?));
        }
        let usual = self.corner.unwrap_or(Align2::RIGHT_BOTTOM);
        let corners = std::iter::once(usual).chain(free::CORNERS);
        if let Some(found) = free::first_corner(panel, viewport, corners, size) {
            return Some(at(found));
        }
        let left = self.until - now;
        if left > 0.0 {
            ui.ctx().request_repaint_after_secs(left as f32 + 0.01);
        }
        let emptiest = || free::emptiest_corner(panel, viewport, size);
        (left > 0.0).then(|| at(self.corner.unwrap_or_else(emptiest)))
    }
}

/// Whether a part of the drawing is out of view.
fn is_partly_hidden(panel: &Panel<'_>, viewport: &Viewport) -> bool {
    let seen = viewport.seen();
    !panel.scene.faces.is_empty()
        && panel.scene.bounds().is_some_and(|all| !(seen.contains(all.min) && seen.contains(all.max)))
}
