//! The inspector: the settings of what is selected.

use eframe::egui;

use super::app::Panel;

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    egui::Panel::right("inspector").default_size(300.0).show(ui, |ui| ui.label(&panel.sequence().name));
}
