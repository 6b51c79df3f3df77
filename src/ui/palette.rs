//! The palette: every object, to be dragged or placed with Enter.

use eframe::egui;

use super::app::Panel;

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    egui::Panel::left("palette").show(ui, |ui| ui.label(&panel.sequence().name));
}
