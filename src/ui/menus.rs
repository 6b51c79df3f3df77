//! The menus, and the list of commands.

use eframe::egui;

use super::action::Action;
use super::app::Panel;
use super::command::{Command, Menu};

/// Draws the menu bar.
pub fn bar(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    egui::MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(format!("{menu:?}"), |ui| {
                for &command in Command::PLAIN.iter().filter(|command| command.menu() == menu) {
                    let keys = command.keys().first().map(|keys| ui.ctx().format_shortcut(keys)).unwrap_or_default();
                    if ui.add(egui::Button::new(command.label()).shortcut_text(keys)).clicked() {
                        panel.wants(Action::Run(command));
                        ui.close();
                    }
                }
            });
        }
    });
}

/// Draws what lies over the window.
pub fn show_overlays(_ui: &mut egui::Ui, _panel: &mut Panel<'_>) {}
