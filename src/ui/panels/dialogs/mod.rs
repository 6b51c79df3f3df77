//! What lies over the window and waits for an answer: questions, paths, the gallery, the keys, about.

mod about;
pub mod export;
mod gallery;
pub mod keys;
mod path_field;
mod questions;
mod recovery;
mod report;

use std::sync::Arc;

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::picture::theme::Ink;
use crate::ui::context::action::Action;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::theme;
use crate::ui::shell::app::Panel;
use crate::workbench::exports::export::Export;

/// What dialogs keep while they are open.
#[derive(Clone, Debug, Default)]
pub struct Dialogs {
    /// The dialog that was drawn in the last frame: another one starts anew.
    drawn: Overlay,
    /// The path that is being typed.
    path: path_field::Typed,
    /// How pictures are exported.
    export: export::Chosen,
    /// What of a rehearsal is exported, once something was chosen.
    report: Option<&'static Export>,
    /// The samples' cards, made when first seen.
    cards: Option<Arc<Vec<gallery::Card>>>,
    /// The system's own dialog is open, and its answer is awaited.
    pub waits: bool,
}

/// Draws the open dialog, if there is one, and what is above the canvas until it is answered.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let overlay = panel.view.overlay.clone();
    let is_new = panel.view.dialogs.drawn != overlay;
    panel.view.dialogs.drawn = overlay.clone();
    let ctx = &ui.ctx().clone();
    match overlay {
        Overlay::OpenPath | Overlay::SavePath => path_field::show(ctx, panel, is_new),
        Overlay::Unsaved => questions::unsaved(ctx, panel, is_new),
        Overlay::Comments => questions::comments(ctx, panel, is_new),
        Overlay::ChangedOutside => questions::changed_outside(ctx, panel, is_new),
        Overlay::Recovery => recovery::show(ctx, panel, is_new),
        Overlay::Gallery => gallery::show(ctx, panel),
        Overlay::Keys => keys::show(ctx, panel),
        Overlay::Export => export::show(ctx, panel, is_new),
        Overlay::Runs => super::runs::show(ctx, panel, is_new),
        Overlay::ExportReport => report::show(ctx, panel, is_new),
        Overlay::TestPost => super::post_test::show(ctx, panel),
        Overlay::About => about::show(ctx, panel),
        _ => {}
    }
    if panel.view.dialogs.waits {
        waiting(ctx, panel);
    }
    if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
        questions::drop_to_open(ctx, panel.theme);
    }
}

/// A strip below the tabs that says why a file could not be opened, until it is closed.
pub fn trouble(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let Some(text) = panel.view.trouble.clone() else { return };
    let color = |ink| theme::color(ink, panel.theme);
    let frame = egui::Frame::new().fill(color(Ink::YellowPaper)).inner_margin(egui::Margin::symmetric(14, 8));
    egui::Panel::top("trouble").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let icon = theme::glyph(Icon::TriangleAlert).size(16.0).color(color(Ink::Held));
            ui.add(egui::Label::new(icon).selectable(false));
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - 70.0).max(100.0));
                let said = ui.add(egui::Label::new(&text).wrap());
                ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Assertive));
            });
            if ui.button("Close").clicked() {
                panel.view.trouble = None;
            }
        });
    });
}

/// A dialog with a title. Esc, a click beside it and `ui.close()` close it; returns whether it was closed.
pub(in crate::ui) fn modal(
    ctx: &egui::Context,
    name: &str,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut egui::Ui),
) -> bool {
    let room = ctx.content_rect().width() - 48.0;
    let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(18).corner_radius(12);
    let modal = egui::Modal::new(egui::Id::unique(name.to_owned())).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(room));
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.label(RichText::new(title).family(theme::semibold()).size(17.0));
        content(ui);
    });
    modal.should_close()
}

/// The dialog goes, and the canvas has the keyboard again.
pub(in crate::ui) fn close(panel: &mut Panel<'_>) {
    panel.view.overlay = Overlay::None;
    panel.view.focus_canvas = true;
}

/// A filled button for what most people want.
pub(in crate::ui) fn main_button(ui: &mut egui::Ui, panel: &Panel<'_>, label: &str) -> egui::Response {
    let text = RichText::new(label).color(theme::color(Ink::OnAccent, panel.theme));
    ui.add(egui::Button::new(text).fill(theme::color(Ink::Accent, panel.theme)).min_size(egui::vec2(84.0, 30.0)))
}

/// A button beside it.
pub(in crate::ui) fn other_button(ui: &mut egui::Ui, label: &str) -> egui::Response {
    ui.add(egui::Button::new(label).min_size(egui::vec2(84.0, 30.0)))
}

fn waiting(ctx: &egui::Context, panel: &mut Panel<'_>) {
    let area = egui::Area::new(egui::Id::unique("waiting for a path"));
    area.anchor(egui::Align2::CENTER_TOP, egui::vec2(0.0, 56.0)).order(egui::Order::Foreground).show(ctx, |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label("Choose a file in the window of your system");
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
