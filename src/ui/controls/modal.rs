//! Dialogs over the window, and their buttons.

use eframe::egui::{self, RichText};

use super::focus;
use super::theme::{color, semibold};
use crate::picture::theme::{ColorRole, Theme};

/// A dialog with a title. Esc, a click outside and `ui.close()` close it. Returns whether it was closed.
pub fn modal(ctx: &egui::Context, name: &str, title: &str, width: f32, content: impl FnOnce(&mut egui::Ui)) -> bool {
    let room = ctx.content_rect().width() - 48.0;
    let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(18).corner_radius(12);
    let modal = egui::Modal::new(egui::Id::unique(name.to_owned())).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(room));
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.label(RichText::new(title).family(semibold()).size(17.0));
        focus::enter_new(ui, |ui| {
            content(ui);
            None
        });
    });
    modal.should_close()
}

/// The filled main button.
pub fn main_button(ui: &mut egui::Ui, theme: Theme, label: &str) -> egui::Response {
    let text = RichText::new(label).color(color(ColorRole::OnAccent, theme));
    ui.add(egui::Button::new(text).fill(color(ColorRole::Accent, theme)).min_size(egui::vec2(84.0, 30.0)))
}

/// A button next to the main button.
pub fn other_button(ui: &mut egui::Ui, label: &str) -> egui::Response {
    ui.add(egui::Button::new(label).min_size(egui::vec2(84.0, 30.0)))
}
