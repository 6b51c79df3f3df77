//! Sequences as tabs.

use eframe::egui;

use super::app::Panel;

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    egui::Panel::top("tabs").show(ui, |ui| ui.label(&panel.sequence().name));
}
