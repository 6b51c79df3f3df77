//! The minimap. It is shown while a part of the drawing is out of view, in a corner or at an edge where it covers
//! nothing. If there is no such place, it is shown only while the view moves.

use eframe::egui::{self, Rect, Sense, Vec2, WidgetInfo};

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
    /// The index of the place where it was last.
    was_at: Option<usize>,
    /// Whether the pointer holds it.
    is_held: bool,
}

impl MinimapPlace {
    /// Draws the minimap, if it is of use.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        cache: &mut PaintCache,
        panel: &Panel<'_>,
        (viewport, captions): (&mut Viewport, &[(Rect, u64)]),
    ) {
        let Some((rect, at)) = self.place(ui, panel, (viewport, captions)) else {
            (self.was_at, self.is_held) = (None, false);
            return;
        };
        self.was_at = Some(at);
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
    fn place(
        &mut self,
        ui: &egui::Ui,
        panel: &Panel<'_>,
        (viewport, captions): (&Viewport, &[(Rect, u64)]),
    ) -> Option<(Rect, usize)> {
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
        let places = free::along_edges(viewport, size);
        let at = |place: usize| Some((*places.get(place)?, place));
        if self.is_held {
            return at(self.was_at?);
        }
        let is_free = |rect: Rect| free::is_off(captions, rect) && free::is_free(panel, viewport, rect);
        let mut usual = self.was_at.into_iter().chain(0..places.len());
        if let Some(found) = usual.find(|place| at(*place).is_some_and(|(rect, _)| is_free(rect))) {
            return at(found);
        }
        let left = self.until - now;
        if left > 0.0 {
            ui.ctx().request_repaint_after_secs(left as f32 + 0.01);
        }
        let emptiest = || {
            let corner = free::emptiest_corner(panel, viewport, size);
            free::CORNERS.iter().position(|each| *each == corner).unwrap_or_default()
        };
        at(self.was_at.unwrap_or_else(emptiest)).filter(|_| left > 0.0)
    }
}

/// Whether a part of the drawing is out of view.
fn is_partly_hidden(panel: &Panel<'_>, viewport: &Viewport) -> bool {
    let seen = viewport.seen();
    !panel.scene.faces.is_empty()
        && panel.scene.bounds().is_some_and(|all| !(seen.contains(all.min) && seen.contains(all.max)))
}
