//! Tables below an answer.

use eframe::egui::{self, Label, RichText};

use super::words::{near, outcome};
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::panel::Panel;
use crate::ui::context::settings::Settings;
use crate::ui::controls::theme::{color, semibold};
use crate::workbench::examples::{ExampleOutcome, ExampleRow};

/// Draws a table that is written down: the heading, then the rows.
pub(super) fn written(ui: &mut egui::Ui, theme: Theme, rows: &[&[&str]]) {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    table(ui, theme, &rows);
}

/// Draws when contacts continue by each of several timers.
pub(super) fn compare(ui: &mut egui::Ui, panel: &Panel<'_>, timers: &[(&str, Vec<ExampleRow>)]) {
    let Some((_, first)) = timers.first() else { return };
    let mut rows = vec![vec!["Arrives".to_owned()]];
    rows[0].extend(timers.iter().map(|(name, _)| (*name).to_owned()));
    let is_one_arrival =
        timers.iter().all(|(_, others)| others.iter().map(|row| row.arrival).eq(first.iter().map(|row| row.arrival)));
    for (place, row) in first.iter().enumerate() {
        let arrival = if is_one_arrival { near(panel.settings, row.arrival) } else { "The same moment".to_owned() };
        let answers = timers.iter().filter_map(|(_, others)| others.get(place));
        rows.push(std::iter::once(arrival).chain(answers.map(|row| answer(panel.settings, row))).collect());
    }
    table(ui, panel.theme, &rows);
}

fn answer(settings: &Settings, row: &ExampleRow) -> String {
    match row.answer {
        ExampleOutcome::GoesOn { local, .. } if local.date().civil().0 == row.arrival.date().civil().0 => {
            let place = if row.note.is_empty() { String::new() } else { format!(" ({})", row.note) };
            format!("{}{place}", near(settings, local))
        }
        other => outcome(settings, other),
    }
}

fn table(ui: &mut egui::Ui, theme: Theme, rows: &[Vec<String>]) {
    let width = ui.available_width();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let first = if columns > 4 { width * 0.36 } else { width / columns.max(2) as f32 };
    let rest = (width - first) / (columns.max(2) - 1) as f32;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(0.0, 3.0);
        for (place, row) in rows.iter().enumerate() {
            ui.horizontal_top(|ui| {
                for (column, cell) in row.iter().enumerate() {
                    let room = if column == 0 { first } else { rest };
                    ui.allocate_ui(egui::vec2(room, 18.0), |ui| {
                        ui.set_width((room - 10.0).max(30.0));
                        ui.set_max_width((room - 10.0).max(30.0));
                        ui.add(Label::new(text(cell, place == 0, column == 0, theme)).wrap());
                    });
                    ui.add_space(10.0);
                }
            });
            let (left, right, bottom) = (ui.min_rect().left(), ui.min_rect().left() + width, ui.cursor().top());
            ui.painter().hline(left..=right, bottom - 1.0, (1.0, color(ColorRole::Line, theme)));
            ui.add_space(1.0);
        }
    });
}

fn text(cell: &str, is_heading: bool, is_first: bool, theme: Theme) -> RichText {
    let text = RichText::new(cell).size(12.5);
    match (is_heading, is_first) {
        (true, _) => text.family(semibold()).color(color(ColorRole::Muted, theme)),
        (false, true) => text.family(semibold()),
        (false, false) => text,
    }
}
