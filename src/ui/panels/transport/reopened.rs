//! The line above the clock while a kept run is shown.

use eframe::egui::Ui;
use lucide_icons::Icon;

use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::Panel;
use crate::ui::controls::look;
use crate::ui::controls::theme::{color, glyph};

/// Shows that a saved run is shown instead of the campaign's own.
pub fn reopened(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(kept) = panel.rehearsing.reopened() else { return };
    let scene = &kept.scene;
    let differs = scene.sequence() != panel.sequence();
    let words = match () {
        () if !panel.rehearsing.is_drawn() => format!(
            "This is a saved run of “{}” in “{}”, not of the canvas, which has no numbers meanwhile.",
            scene.sequence().name,
            scene.campaign.name
        ),
        () if differs => {
            format!("This is a saved run of “{}”. The canvas has changed since.", scene.sequence().name)
        }
        () => format!("This is a saved run of “{}”.", scene.sequence().name),
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(glyph(Icon::Archive).color(color(ColorRole::Skipped, panel.theme)));
        ui.label(words);
        if look::link(ui, "Back to the campaign’s own run").clicked() {
            panel.wants(Action::Rehearse(Rehearse::CloseReopened));
        }
    });
}
