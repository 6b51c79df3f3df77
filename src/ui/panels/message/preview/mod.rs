//! The preview: which message, for which contact, and the message as this contact will get it.

mod people;
mod reader;

use eframe::egui::{self, Color32, Id, Modal, RichText, Ui, vec2};
use lucide_icons::Icon;

use super::source::MessageSource;
use super::state::MessageState;
use super::{closing, paper};
use crate::campaign::item::Item;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::choice::{self, PickedOption};
use crate::ui::controls::{look, theme};
use crate::workbench::preview::html::breaks::keep_line_breaks;
use crate::workbench::preview::with_text;

pub(super) use reader::{line_of_reader, walk};

/// Draws the preview while it is open.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut MessageState) {
    let window = ctx.content_rect();
    let size = vec2(1_060.0_f32.min(window.width() - 72.0), 780.0_f32.min(window.height() - 72.0));
    let modal = Modal::new(Id::unique("preview of a message")).backdrop_color(Color32::from_black_alpha(90));
    let style = ctx.global_style();
    let modal = modal.frame(egui::Frame::popup(&style).inner_margin(16));
    let mut closed = false;
    let shown = modal.show(ctx, |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        closed = contents(ui, panel, state);
    });
    if closed || shown.should_close() {
        close(ctx, panel, state);
    }
}

/// Closes the preview, or goes back to the editor.
fn close(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut MessageState) {
    if state.from_editor {
        state.editor.enter();
        panel.wants(Action::Show(Overlay::TextEditor));
    } else {
        closing::close(ctx, panel, state.before);
    }
}

/// Draws the dialog. Returns whether to close it.
fn contents(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut MessageState) -> bool {
    let source = state.item.map(|at| MessageSource::shown(panel, at));
    let Some((source, item)) = source.and_then(|source| Some((source, source.item()?))) else { return true };
    if head(ui, panel, state, source, item) {
        return true;
    }
    ui.add_space(2.0);
    let run = match state.reader.run(panel, source) {
        Ok(run) => run,
        Err(why) => {
            look::fault(ui, &why);
            return false;
        }
    };
    let height = ui.available_height();
    let width = if ui.available_width() > 860.0 { 262.0 } else { 206.0 };
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.set_height(height);
            people::show(ui, panel, state, &run, source.at);
        });
        ui.separator();
        ui.vertical(|ui| {
            ui.set_height(height);
            let Some(message) = state.reader.filled(panel, &run, source) else {
                look::hint(ui, "This item has no text.");
                return;
            };
            reader::show(ui, panel, state, &run, source.at, &message);
            let can_edit = can_edit(panel, source);
            if paper::show(ui, &message, (&item.kind, can_edit), &mut state.body) {
                panel.actions.extend(keep_line_breaks(panel.campaign, source.at).map(Action::edit));
            }
        });
    });
    false
}

/// The title, the choice of the message, and the buttons. Returns whether to close.
fn head(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut MessageState, source: MessageSource<'_>, item: &Item) -> bool {
    let mut closed = false;
    ui.horizontal(|ui| {
        ui.label(RichText::new("Preview").size(17.0).family(theme::semibold()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            closed = look::icon_button(ui, Icon::X, "Close preview").clicked();
            if can_edit(panel, source) && look::button(ui, "Edit text…").clicked() {
                panel.wants(Action::EditText(source.at));
            }
            let width = (ui.available_width() - 8.0).min(340.0);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add_space(4.0);
                choose(ui, state, source, item, width);
            });
        });
    });
    closed
}

/// Whether the message is one of the document, not only of the run.
fn can_edit(panel: &Panel<'_>, source: MessageSource<'_>) -> bool {
    !source.is_of_run && panel.campaign.item(source.at).is_some()
}

/// The choice of another message of the sequence.
fn choose(ui: &mut Ui, state: &mut MessageState, source: MessageSource<'_>, item: &Item, width: f32) {
    let sequence = source.campaign.sequence_or_first(source.at.sequence);
    let items: Vec<&Item> = with_text(&sequence.items).collect();
    let words = |item: &Item| match item.called() {
        name if name == item.kind.label() => name.to_owned(),
        name => format!("{name} ({})", item.kind.label().to_lowercase()),
    };
    let names: Vec<String> = items.iter().map(|item| words(item)).collect();
    if let Some(PickedOption::Option(place)) = choice::bare(ui, "Message", &words(item), &names, &[], width) {
        state.set_item(source.at.sequence.item(items[place].id));
    }
}
