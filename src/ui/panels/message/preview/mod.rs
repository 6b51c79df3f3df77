//! The preview: which message, for which contact, and the message as this contact will get it.

mod people;
mod reader;

use eframe::egui::{self, Color32, Id, Modal, RichText, Ui, vec2};
use lucide_icons::Icon;

use super::paper;
use super::state::MessageState;
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::choice::{self, PickedOption};
use crate::ui::controls::{look, theme};
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

/// Closes the preview. Focus goes back to where it was, if that is still there.
fn close(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut MessageState) {
    let (before, is_from_editor) = state.before;
    if is_from_editor {
        state.editor.is_open = false;
        return panel.wants(Action::Show(Overlay::TextEditor));
    }
    let is_drawn = |widget: &Id| ctx.viewport(|viewport| viewport.this_pass.widgets.contains(*widget));
    match before.filter(is_drawn) {
        Some(widget) => {
            panel.wants(Action::Show(Overlay::None));
            ctx.memory_mut(|memory| memory.request_focus(widget));
        }
        None => panel.wants(Action::Close),
    }
}

/// The item with the message: of the document, or of the run that is shown.
fn item_of<'p>(panel: &Panel<'p>, item: ItemRef) -> Option<&'p Item> {
    let of_run = || panel.rehearsing.shown().and_then(|run| run.scene.campaign.item(item));
    match panel.rehearsing.reopened() {
        Some(_) => of_run(),
        None => panel.campaign.item(item).or_else(of_run),
    }
}

/// Draws the dialog. Returns whether to close it.
fn contents(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut MessageState) -> bool {
    let Some((item_ref, item)) = state.item.and_then(|at| Some((at, item_of(panel, at)?))) else { return true };
    if head(ui, panel, state, item_ref, item) {
        return true;
    }
    ui.add_space(2.0);
    let run = match state.reader.run(panel, item_ref) {
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
            people::show(ui, panel, state, &run, item_ref);
        });
        ui.separator();
        ui.vertical(|ui| {
            ui.set_height(height);
            let Some(message) = state.reader.filled(panel, &run, item_ref) else {
                look::hint(ui, "This item has no text.");
                return;
            };
            reader::show(ui, panel, state, &run, item_ref, &message);
            paper::show(ui, &message, &item.kind, &mut state.view);
        });
    });
    false
}

/// The title, the choice of the message, and the buttons. Returns whether to close.
fn head(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut MessageState, at: ItemRef, item: &Item) -> bool {
    let mut closed = false;
    ui.horizontal(|ui| {
        ui.label(RichText::new("Preview").size(17.0).family(theme::semibold()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            closed = look::icon_button(ui, Icon::X, "Close preview").clicked();
            let can_edit = panel.campaign.item(at).is_some() && panel.rehearsing.reopened().is_none();
            if can_edit && look::button(ui, "Edit text…").clicked() {
                panel.wants(Action::EditText(at));
            }
            let width = (ui.available_width() - 8.0).min(340.0);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add_space(4.0);
                choose(ui, panel, state, at, item, width);
            });
        });
    });
    closed
}

/// The choice of another message of the sequence.
fn choose(ui: &mut Ui, panel: &Panel<'_>, state: &mut MessageState, at: ItemRef, item: &Item, width: f32) {
    let sequence = panel.campaign.sequence_or_first(at.sequence);
    let items: Vec<&Item> = with_text(&sequence.items).collect();
    let words = |item: &Item| match item.called() {
        name if name == item.kind.label() => name.to_owned(),
        name => format!("{name} ({})", item.kind.label().to_lowercase()),
    };
    let names: Vec<String> = items.iter().map(|item| words(item)).collect();
    if let Some(PickedOption::Option(place)) = choice::bare(ui, "Message", &words(item), &names, &[], width) {
        state.item = Some(at.sequence.item(items[place].id));
    }
}
