//! The list of everything in a contacts file that isn't read: each cell and each rejected row, with filters.

use std::sync::Arc;

use eframe::egui::{
    self, Align, Color32, FontId, Layout, Rect, Role, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::state::PopulationState;
use super::unread_view::UnreadView;
use crate::calendar::words::capital;
use crate::campaign::text::thousands;
use crate::contacts::reading::unread::UnreadEntry;
use crate::contacts::reject::shortened;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::choice::{PickedOption, bare};
use crate::ui::controls::form::Form;
use crate::ui::controls::look;
use crate::ui::controls::modal::{main_button, modal, other_button};
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::walk::{ListWalk, row_id};
use crate::workbench::population::reading::ReadingResult;
use crate::workbench::population::told;
use crate::workbench::population::unread::{UnreadChoices, UnreadList};

/// The name of the list, which makes the ids of its rows unique.
const NAME: &str = "not read";
/// The height of a row, and of the captions.
const ROW: f32 = 26.0;
/// The height of everything in the dialog but the list.
const AROUND: f32 = 330.0;

/// The button that opens the list; nothing if everything is read.
pub(super) fn button(ui: &mut Ui, form: &mut Form<'_>, view: &mut UnreadView, list: &UnreadList) {
    let words = match list.total {
        0 => return,
        1 => "See what isn’t read…".to_owned(),
        total => format!("See all {} not read…", thousands(total)),
    };
    if ui.button(words).clicked() {
        view.begin(None);
        form.actions.push(Action::Show(Overlay::NotRead));
    }
}

/// The link below a column that opens its part of the list; nothing if every cell is read.
pub(super) fn link(ui: &mut Ui, form: &mut Form<'_>, view: &mut UnreadView, column: &str, count: u64) {
    if count == 0 {
        return;
    }
    let verb = if count == 1 { "cell isn’t read" } else { "cells aren’t read" };
    let words = format!("{} {verb}", thousands(count));
    let link = ui.link(egui::RichText::new(&words).size(12.0).underline().color(look::ink(ui, ColorRole::Held)));
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("{words} in {column}")));
    if link.clicked() {
        // The list has the names of long columns shortened.
        view.begin(Some(shortened(column)));
        form.actions.push(Action::Show(Overlay::NotRead));
    }
}

/// Draws the list, over the window.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut PopulationState) {
    let Some(result) = state.result() else { return panel.wants(Action::Close) };
    let (mut done, mut exports) = (false, false);
    let closed = modal(ctx, "what is not read", "Not read", 980.0, |ui| {
        look::sentence(ui, &format!("{}. {}.", told::rows(&result.counts), told::cells(&result.counts)));
        let choices = state.unread.choices(&result);
        filters(ui, &mut state.unread, &choices);
        let found = state.unread.found(&result);
        how_many(ui, &state.unread, &result.unread, found.len());
        list(ui, panel.theme, &mut state.unread, &result, &found);
        ui.horizontal(|ui| {
            exports = main_button(ui, panel.theme, "Export as CSV…").clicked();
            done = other_button(ui, "Close").clicked();
        });
    });
    if exports {
        panel.wants(Action::Show(Overlay::ExportNotRead));
    } else if done || closed {
        panel.wants(Action::Close);
    }
}

/// The filters: by text, column and kind.
fn filters(ui: &mut Ui, view: &mut UnreadView, choices: &UnreadChoices) {
    let width = ((ui.available_width() - 90.0) / 3.0).clamp(120.0, 260.0);
    ui.horizontal_wrapped(|ui| {
        let hint = "Text, reason or line";
        let field = TextEdit::singleline(&mut view.filter.text).hint_text(hint).desired_width(width - 16.0);
        ui.add(field).accessible_name("Search what isn’t read");
        let columns: Vec<(&str, u64)> = choices.columns.iter().map(|(name, count)| (name.as_str(), *count)).collect();
        let at = view.filter.column.as_ref().map(|column| columns.iter().position(|(name, _)| name == column));
        // The column of an earlier list may have no entries any more.
        let at = at.map_or(Some(0), |at| at.map(|at| at + 1));
        let picked = pick(ui, ("Column", "All columns and rows"), &columns, (at, view.filter.column.as_deref()), width);
        if let Some(place) = picked {
            view.filter.column = place.checked_sub(1).map(|place| columns[place].0.to_owned());
        }
        let kinds = &choices.kinds;
        let at = view.filter.kind.map(|kind| kinds.iter().position(|(name, _)| *name == kind));
        let at = at.map_or(Some(0), |at| at.map(|at| at + 1));
        if let Some(place) = pick(ui, ("Kind", "All kinds"), kinds, (at, view.filter.kind), width) {
            view.filter.kind = place.checked_sub(1).map(|place| kinds[place].0);
        }
        let is_filtered = view.filter != Default::default();
        if is_filtered && ui.button("Clear").on_hover_text("Show everything that isn’t read").clicked() {
            view.filter = Default::default();
        }
    });
}

/// A choice among names with their counts, after one for all. Returns the index that was chosen.
fn pick(
    ui: &mut Ui,
    (label, all): (&str, &str),
    names: &[(&str, u64)],
    (at, chosen): (Option<usize>, Option<&str>),
    width: f32,
) -> Option<usize> {
    let counted = names.iter().map(|(name, count)| format!("{} ({})", called(name), thousands(*count)));
    let options: Vec<String> = std::iter::once(all.to_owned()).chain(counted).collect();
    let shown = at.map_or_else(|| chosen.unwrap_or_default().to_owned(), |at| options[at].clone());
    match bare(ui, label, &shown, &options, &[], width) {
        Some(PickedOption::Option(place)) => Some(place),
        Some(PickedOption::New(..)) | None => None,
    }
}

/// The name of a column, which may have none.
fn called(name: &str) -> &str {
    if name.trim().is_empty() { "Column without a name" } else { name }
}

/// How many entries are shown, and whether the list has all of them.
fn how_many(ui: &mut Ui, view: &UnreadView, list: &UnreadList, found: usize) {
    let listed = list.entries.len();
    let mut words = match view.filter == Default::default() {
        true => format!("{} not read", thousands(found as u64)),
        false => format!("{} of {} not read", thousands(found as u64), thousands(listed as u64)),
    };
    if list.total > listed as u64 {
        let (listed, total) = (thousands(listed as u64), thousands(list.total));
        words.push_str(&format!(". The list has the first {listed} of {total}; the CSV has all of them"));
    }
    let said = look::hint(ui, &format!("{words}."));
    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

fn list(ui: &mut Ui, theme: Theme, view: &mut UnreadView, result: &Arc<ReadingResult>, found: &[u32]) {
    let tall = (ui.ctx().content_rect().height() - AROUND).clamp(3.0 * ROW, 440.0);
    let size = vec2(ui.available_width(), tall + ROW);
    look::slot(ui, size, Layout::top_down(Align::Min), |ui| {
        let columns = columns(ui.available_width() - 12.0);
        head(ui, theme, &columns);
        if found.is_empty() {
            ui.add_space(8.0);
            look::hint(ui, "Nothing matches. Try another text, column or kind.");
            return;
        }
        let mut walk = std::mem::take(&mut view.walk);
        walk.rows(ui, (NAME, found.len(), ROW), |walk, ui, rect, index| {
            let entry = found.get(index).and_then(|place| result.unread.entries.get(*place as usize));
            if let Some(entry) = entry {
                row(ui, walk, theme, entry, (rect, index, &columns));
            }
        });
        view.walk = walk;
    });
}

/// Left edge and width of each column: line, column, text, reason.
type Columns = [(f32, f32); 4];

fn columns(width: f32) -> Columns {
    let line = 72.0;
    let mut left = 8.0 + line;
    let rest = [0.24, 0.28, 0.48].map(|share| {
        let column = (left, (width - 8.0 - line) * share);
        left += column.1;
        (column.0, column.1 - 12.0)
    });
    [(8.0, line - 12.0), rest[0], rest[1], rest[2]]
}

fn head(ui: &mut Ui, theme: Theme, columns: &Columns) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let ink = color(ColorRole::Muted, theme);
    for (caption, (left, _)) in ["Line", "Column", "Text", "Reason"].into_iter().zip(columns) {
        let at = pos2(rect.left() + left, rect.center().y);
        ui.painter().text(at, egui::Align2::LEFT_CENTER, caption, FontId::new(12.0, semibold()), ink);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, color(ColorRole::Line, theme)));
}

/// Draws an entry. A rejected row has its kind in the place of a column.
fn row(
    ui: &Ui,
    walk: &mut ListWalk,
    theme: Theme,
    entry: &UnreadEntry,
    (rect, index, columns): (Rect, usize, &Columns),
) {
    let (line, reason) = (thousands(entry.line), capital(&entry.reason));
    let (column, of_column) = match &entry.column {
        Some(name) => (called(name), ColorRole::Text),
        None => (entry.kind, ColorRole::Held),
    };
    let spoken = format!("Line {line}, {column}: “{}”. {reason}", entry.text);
    let response = walk.row(ui, theme, (row_id(NAME, index), index), rect, false);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
    let cells = [
        (line.as_str(), ColorRole::Muted),
        (column, of_column),
        (entry.text.as_str(), ColorRole::Text),
        (reason.as_str(), ColorRole::Muted),
    ];
    let mut is_cut = false;
    for ((words, ink), (left, width)) in cells.into_iter().zip(columns) {
        let words: String = words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        let mut job = egui::text::LayoutJob::simple_singleline(words, FontId::proportional(13.0), color(ink, theme));
        job.wrap = egui::text::TextWrapping::truncate_at_width(*width);
        let text = ui.painter().layout_job(job);
        is_cut |= text.elided;
        let at = pos2(rect.left() + left, rect.center().y - text.rect.height() / 2.0);
        ui.painter().galley(at, text, Color32::PLACEHOLDER);
    }
    if is_cut {
        response.on_hover_text(spoken);
    }
}
