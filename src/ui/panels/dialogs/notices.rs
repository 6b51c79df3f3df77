//! Notices: why a file could not be opened, and that the system's dialog is open.

use eframe::egui;
use lucide_icons::Icon;

use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme;

/// A strip below the tabs that says why a file could not be opened, until it is closed.
pub fn trouble(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let Some(text) = panel.view.trouble.clone() else { return };
    let theme = panel.theme;
    let color = |ink| theme::color(ink, theme);
    let frame = egui::Frame::new().fill(color(ColorRole::YellowPaper)).inner_margin(egui::Margin::symmetric(14, 8));
    egui::Panel::top("trouble").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let icon = theme::glyph(Icon::TriangleAlert).size(16.0).color(color(ColorRole::Held));
            ui.add(egui::Label::new(icon).selectable(false));
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - 70.0).max(100.0));
                let said = ui.add(egui::Label::new(&text).wrap());
                ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Assertive));
            });
            if ui.button("Close").clicked() {
                panel.wants(Action::CloseTrouble);
            }
        });
    });
}

/// A strip while the dialog of the system is open.
pub fn waiting(ctx: &egui::Context, panel: &mut Panel<'_>) {
    let area = egui::Area::new(egui::Id::unique("waiting for a path"));
    area.anchor(egui::Align2::CENTER_TOP, egui::vec2(0.0, 56.0)).order(egui::Order::Foreground).show(ctx, |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label("Choose a file in the system's dialog");
                if ui.button("Type a path instead").clicked() {
                    panel.wants(Action::StopWaiting { type_instead: true });
                }
                if ui.button("Cancel").clicked() {
                    panel.wants(Action::StopWaiting { type_instead: false });
                }
            });
        });
    });
}
