//! The canvas: one interactive area on which the open sequence is painted.

pub mod camera;
pub mod paint;

use eframe::egui;

use super::app::Panel;

/// What the canvas keeps between frames: drags under way and what is cached for painting.
#[derive(Default)]
pub struct Canvas {}

/// The focus of the keyboard when it is on the canvas.
pub fn focus_id() -> egui::Id {
    egui::Id::unique("canvas")
}

/// Draws the canvas and reads what the pointer and the keys do on it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, _canvas: &mut Canvas) {
    egui::CentralPanel::no_frame().show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(ui.available_size(), egui::Sense::hover());
        let place = panel.place();
        let camera = panel.view.cameras[place].get_or_insert_with(camera::Camera::default);
        for face in &panel.scene.faces {
            let at = camera.to_screen(rect, face.middle);
            ui.painter().circle_filled(at, 8.0, egui::Color32::GRAY);
        }
    });
}
