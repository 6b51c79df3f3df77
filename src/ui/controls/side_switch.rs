//! The switch between the two contents of the left panel, at the top of both.

use eframe::egui;

use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::LeftPanel;

/// Draws the switch between palette and outline.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    ui.horizontal(|ui| {
        let sides = [
            (LeftPanel::Palette, "Palette", Command::ShowPalette),
            (LeftPanel::Outline, "Outline", Command::ShowOutline),
        ];
        for (side, name, command) in sides {
            let is_shown = panel.view.left == side;
            if ui.selectable_label(is_shown, name).clicked() && !is_shown {
                panel.wants(Action::Run(command));
            }
        }
    });
}
