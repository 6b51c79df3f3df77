//! The problems: findings in a list below the canvas.

use eframe::egui;

use super::app::Panel;

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    egui::Panel::bottom("problems").show(ui, |ui| ui.label(&panel.sequence().name));
}
