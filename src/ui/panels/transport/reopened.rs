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
            "A kept run of “{}” in “{}” is shown. It is not what is drawn, which has no numbers meanwhile.",
            scene.sequence().name,
            scene.campaign.name
        ),
        () if differs => {
            format!("A kept run of “{}” is shown; the sequence that is drawn is another by now.", scene.sequence().name)
        }
        () => format!("A kept run of “{}” is shown.", scene.sequence().name),
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(glyph(Icon::Archive).color(color(ColorRole::Skipped, panel.theme)));
        ui.label(words);
        if look::link(ui, "Back to the campaign’s own").clicked() {
            panel.wants(Action::Rehearse(Rehearse::CloseReopened));
        }
    });
}
