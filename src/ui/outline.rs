//! The outline: the open sequence as a tree.

use eframe::egui;

use super::app::Panel;

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    egui::Panel::left("outline").show(ui, |ui| ui.label(&panel.sequence().name));
}
