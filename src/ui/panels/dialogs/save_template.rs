//! The name of a new template.

use eframe::egui::{self, Key, RichText};

use super::state::DialogState;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::modal::{main_button, modal, other_button};
use crate::ui::controls::theme::color;

/// Draws the dialog for saving the campaign as a template.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut DialogState, is_new: bool) {
    if is_new {
        state.template.clone_from(&panel.campaign.name);
    }
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "save template", "Save as template", 460.0, |ui| {
        ui.label("A template is a copy of the campaign as it is now. It is listed with the samples.");
        agreed = field(ui, &mut state.template, is_new);
        let replaces = panel.templates.has(&state.template);
        // The line is always there, so that the buttons stay in their place.
        let says = if replaces { "A template with this name already exists." } else { "" };
        ui.label(RichText::new(says).color(color(ColorRole::Held, panel.theme)));
        ui.horizontal(|ui| {
            let is_named = !state.template.trim().is_empty();
            let words = if replaces { "Replace" } else { "Save template" };
            let button = ui.add_enabled_ui(is_named, |ui| main_button(ui, panel.theme, words)).inner;
            // Enter doesn't replace a template: the button says what it does.
            agreed = is_named && (agreed && !replaces || button.clicked());
            cancelled = other_button(ui, "Cancel").clicked();
        });
    });
    if agreed {
        panel.wants(Action::SaveTemplate(state.template.trim().to_owned()));
    } else if cancelled || closed {
        panel.wants(Action::Close);
    }
}

/// The field for the name, selected when the dialog opens. Returns whether Enter was pressed in it.
fn field(ui: &mut egui::Ui, name: &mut String, is_new: bool) -> bool {
    let edit = egui::TextEdit::singleline(name).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 7));
    let mut output = edit.show(ui);
    if is_new {
        output.response.request_focus();
        let letters = name.chars().count();
        let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(letters));
        output.state.cursor.set_char_range(Some(all));
        output.state.store(ui.ctx(), output.response.id);
    }
    let response = output.response.response.accessible_name("Template name");
    let agreed = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if agreed {
        response.request_focus();
    }
    agreed
}
