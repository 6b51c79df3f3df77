//! The search field and the list of questions.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{self, FontId, Response, RichText, pos2, vec2};

use super::state::{RulesRow, RulesState};
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::panel::Panel;
use crate::ui::controls::search_list::ListLayout;
use crate::ui::controls::theme::{color, semibold};
use crate::workbench::rules::TOPICS;

/// Below this width, a question has two lines.
const ONE_LINE: f32 = 345.0;

/// Draws the search field and the list. The current row is on the page at once.
pub(super) fn show(ui: &mut egui::Ui, panel: &Panel<'_>, reference: &mut RulesState) {
    let count = reference.rows.len();
    let typed = reference.list.field(ui, "Search the rules", "Ask in your own words", count);
    if typed.changed {
        reference.search();
    }
    if typed.walked {
        reference.show();
    }
    if typed.enter {
        reference.enters_page = true;
    }
    ui.add_space(2.0);
    let RulesState { list, rows, .. } = reference;
    if rows.is_empty() {
        let hint = "No question has these words. Try others, such as “weekend” or “unsubscribed”.";
        ui.label(RichText::new(hint).color(color(ColorRole::Muted, panel.theme)));
        return;
    }
    let height = if ui.available_width() < ONE_LINE { 40.0 } else { 27.0 };
    let room = ui.available_height();
    let layout = ListLayout { name: "Questions", count: rows.len(), height, room, theme: panel.theme };
    let spoken = |row: usize| match rows[row] {
        RulesRow::Topic(place) => TOPICS[place].title.to_owned(),
        RulesRow::Question(question) => question.ask.to_owned(),
    };
    let clicked = list.rows(ui, layout, spoken, |ui, response, row| paint(ui, response, rows[row], panel.theme));
    if clicked.is_some() {
        reference.show();
    }
}

fn paint(ui: &egui::Ui, response: &Response, row: RulesRow, theme: Theme) {
    let (words, indent, font, ink) = match row {
        RulesRow::Topic(place) => (TOPICS[place].title, 8.0, FontId::new(12.0, semibold()), ColorRole::Muted),
        RulesRow::Question(question) => (question.ask, 14.0, FontId::proportional(13.0), ColorRole::Text),
    };
    let (rect, ink) = (response.rect, color(ink, theme));
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, ink));
    let max_rows = if rect.height() > 30.0 { 2 } else { 1 };
    job.wrap = TextWrapping { max_width: rect.width() - indent - 12.0, max_rows, ..TextWrapping::default() };
    let galley = ui.painter().layout_job(job);
    let is_cut = galley.elided;
    // A heading is closer to its own questions than to those above.
    let lower = if matches!(row, RulesRow::Topic(_)) { 3.0 } else { 0.0 };
    let at = pos2(rect.left() + indent, rect.center().y - galley.rect.height() / 2.0) + vec2(0.0, lower);
    ui.painter().galley(at, galley, ink);
    if is_cut {
        response.clone().on_hover_text(words);
    }
}
