//! Days down, hours across, the more the deeper; days with more than one email to a person are marked.

use std::collections::BTreeMap;

use eframe::egui::{self, Align2, FontId, Rect, RichText, Role, Sense, Stroke, WidgetInfo, pos2, vec2};

use crate::calendar::Day;
use crate::picture::draw::badge::{exact, short};
use crate::picture::theme::{Ink, Theme};
use crate::report::load::{Crowded, Hours};
use crate::ui::app::Panel;
use crate::ui::dates;
use crate::ui::theme::{color, semibold};

use super::super::figures::Figures;
use super::super::walk::Walk;
use super::crowd;

const ROW: f32 = 24.0;
const HEAD: f32 = 26.0;
/// What the rows are known by.
const NAME: &str = "days of the load";

/// Where the columns stand, from the left edge of the rows.
#[derive(Clone, Copy)]
struct Columns {
    hours: f32,
    hour: f32,
    /// The right edge of the sums.
    sum: f32,
    marks: f32,
}

impl Columns {
    fn of(width: f32, has_marks: bool) -> Self {
        let day = if width > 900.0 { 124.0 } else { 112.0 };
        let marks = match has_marks {
            false => 0.0,
            true if width > 900.0 => 210.0,
            true => 84.0,
        };
        let hour = ((width - day - marks - 74.0) / 24.0).clamp(14.0, 44.0);
        let sum = day + hour * 24.0 + 64.0;
        Self { hours: day, hour, sum, marks: sum + 16.0 }
    }
}

/// Draws it.
pub fn show(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    walk: &mut Walk,
    hours: &Hours,
    crowded: Option<&BTreeMap<Day, Crowded>>,
) {
    if hours.is_empty() {
        ui.add_space(8.0);
        let words = "Nothing of it has happened by this moment.";
        ui.label(RichText::new(words).color(color(Ink::Muted, panel.theme)));
        return;
    }
    let columns = Columns::of(ui.available_width() - 10.0, crowded.is_some());
    head(ui, panel, columns, crowded.is_some());
    let days: Vec<(Day, &[u64; 24])> = hours.days().collect();
    let most = hours.busiest().map_or(1, |(.., count)| count);
    walk.rows(ui, (NAME, days.len(), ROW), |walk, ui, rect, row| {
        let (day, counts) = days[row];
        let crowd = crowded.and_then(|crowded| crowded.get(&day));
        let response = walk.row(ui, panel.theme, (NAME, row), rect, false);
        let date = dates::date(panel.settings, day);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, spoken(&date, counts, crowd)));
        let write = |at: f32, align, text: &str, font, ink| {
            ui.painter().text(pos2(rect.left() + at, rect.center().y), align, text, font, color(ink, panel.theme));
        };
        write(0.0, Align2::LEFT_CENTER, &date, FontId::proportional(12.5), Ink::Text);
        for (hour, &count) in counts.iter().enumerate() {
            cell(ui, panel, columns, rect, hour, count, most);
        }
        let sum = exact(counts.iter().sum());
        write(columns.sum, Align2::RIGHT_CENTER, &sum, FontId::new(13.0, semibold()), Ink::Text);
        if let Some(crowd) = crowd {
            let room = Rect::from_min_max(pos2(rect.left() + columns.marks, rect.top()), rect.max);
            crowd::mark(ui, panel, figures, room, &date, day, crowd);
        }
    });
}

fn head(ui: &mut egui::Ui, panel: &Panel<'_>, columns: Columns, has_marks: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let ink = color(Ink::Muted, panel.theme);
    let write = |at: f32, align, text: &str| {
        let at = pos2(rect.left() + at, rect.center().y);
        ui.painter().text(at, align, text, FontId::new(12.0, semibold()), ink);
    };
    write(0.0, Align2::LEFT_CENTER, "Day");
    let every = if columns.hour < 26.0 { 3 } else { 1 };
    for hour in (0..24).step_by(every) {
        let middle = columns.hours + (hour as f32 + 0.5) * columns.hour;
        let text = match panel.settings.twelve_hours {
            true => ((hour + 11) % 12 + 1).to_string() + if hour < 12 { "a" } else { "p" },
            false => format!("{hour:02}"),
        };
        write(middle, Align2::CENTER_CENTER, &text);
    }
    write(columns.sum, Align2::RIGHT_CENTER, "All");
    if has_marks {
        write(columns.marks, Align2::LEFT_CENTER, "Twice a day");
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, color(Ink::Line, panel.theme)));
}

fn cell(ui: &egui::Ui, panel: &Panel<'_>, columns: Columns, rect: Rect, hour: usize, count: u64, most: u64) {
    let left = rect.left() + columns.hours + hour as f32 * columns.hour;
    let cell = Rect::from_x_y_ranges(left..=left + columns.hour - 1.5, rect.top() + 1.0..=rect.bottom() - 1.0);
    if count == 0 {
        ui.painter().rect_filled(cell, 3.0, color(Ink::Field, panel.theme));
        return;
    }
    // By the root: a few beside very many can still be told from none.
    let depth = 0.18 + 0.82 * (count as f32 / most as f32).sqrt();
    ui.painter().rect_filled(cell, 3.0, color(Ink::Panel, panel.theme));
    ui.painter().rect_filled(cell, 3.0, color(Ink::Accent, panel.theme).gamma_multiply(depth));
    // From where on the text of the accent reads better than that of the panel.
    let deep = if panel.theme == Theme::Light { 0.82 } else { 0.68 };
    let ink = color(if depth > deep { Ink::OnAccent } else { Ink::Text }, panel.theme);
    let text = ui.painter().layout_no_wrap(short(count), FontId::proportional(10.5), ink);
    if text.rect.width() + 2.0 <= cell.width() {
        ui.painter().galley(cell.center() - text.rect.size() / 2.0, text, ink);
    }
}

fn spoken(date: &str, counts: &[u64; 24], crowd: Option<&Crowded>) -> String {
    let hours = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let hours: Vec<String> = hours.map(|(hour, count)| format!("{hour:02}:00 {}", exact(*count))).collect();
    let twice = crowd.map(|crowd| format!("; {} get more than one", exact(crowd.persons))).unwrap_or_default();
    format!("{date}, {} in all: {}{twice}", exact(counts.iter().sum()), hours.join(", "))
}
