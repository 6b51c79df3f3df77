//! Wheel and pinch: scrolling and zooming at the pointer.

use eframe::egui;

use super::viewport::Viewport;

/// Scrolls and zooms with the wheel, while the pointer is on the canvas.
pub fn wheel(ui: &egui::Ui, surface: &egui::Response, viewport: &mut Viewport) {
    if !surface.contains_pointer() {
        return;
    }
    let Some(at) = ui.input(|input| input.pointer.hover_pos()) else { return };
    let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    if zoom != 1.0 && zoom.is_finite() {
        viewport.camera.zoom_at(viewport.rect, at, zoom);
    } else if scroll != egui::Vec2::ZERO {
        viewport.camera.pan(scroll);
    }
}
