//! The bar at the top: menus, the campaign's name, undo and redo, the theme.

use eframe::egui;

use super::app::Panel;
use super::menus;

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    egui::Panel::top("top bar").show(ui, |ui| {
        ui.horizontal(|ui| {
            menus::bar(ui, panel);
            ui.label(&panel.campaign.name);
        })
    });
}
