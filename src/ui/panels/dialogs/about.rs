//! The dialog about the program.

use eframe::egui;

use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::modal::{main_button, modal};

/// Draws the dialog about the program.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>) {
    let mut done = false;
    let closed = modal(ctx, "about", "Dripline", 420.0, |ui| {
        ui.label(format!("Version {}, zone data {}", env!("CARGO_PKG_VERSION"), crate::calendar::zone::data_version()));
        ui.label(
            "Draw a marketing sequence, rehearse it on simulated contacts, and see when every item really runs, and \
             why not. A rehearsal never sends anything: emails, tasks and orders are only simulated.",
        );
        ui.label("Licences: MIT or Apache 2.0. The fonts are Inter and Noto Emoji (SIL Open Font License), the icons are Lucide (ISC).");
        done = ui.horizontal(|ui| main_button(ui, panel.theme, "Close").clicked()).inner;
    });
    if done || closed {
        panel.wants(Action::Close);
    }
}
