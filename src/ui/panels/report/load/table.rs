//! A table of days and hours; higher counts are darker. Days with several emails to a contact are marked.

use std::collections::BTreeMap;

use eframe::egui::{
    self, Align2, FontId, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke, Tooltip, WidgetInfo, pos2, vec2,
};

use super::{crowd, fitting};
use crate::calendar::{Date, Zone};
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::load::{CrowdedContacts, HourCounts};
use crate::ui::context::panel::Panel;
use crate::ui::controls::dates;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::walk::{ListWalk, row_id};
use crate::ui::panels::report::figures::Figures;

const ROW: f32 = 24.0;
const HEAD: f32 = 26.0;
/// Smallest width of an hour, which fits three digits and "1.2k". In a narrow window, the table scrolls sideways.
const LEAST_HOUR: f32 = 21.0;
/// The depth of the accent behind the highest count.
const DEEPEST: f32 = 0.58;
/// The name for the ids of the rows.
const NAME: &str = "days of the load";

/// The columns, from the left edge of the rows.
#[derive(Clone, Copy, Debug)]
struct LoadColumns {
    hours: f32,
    hour: f32,
    /// The right edge of the sums.
    sum: f32,
    marks: f32,
    /// The right edge of the table.
    end: f32,
    /// The font size of dates.
    date: f32,
}

impl LoadColumns {
    fn of(width: f32, has_marks: bool) -> Self {
        let is_wide = width > 900.0;
        let (day, sum, gap) = if is_wide { (124.0, 64.0, 16.0) } else { (112.0, 60.0, 10.0) };
        let marks = match (has_marks, is_wide) {
            (false, _) => 0.0,
            (true, true) => 210.0,
            (true, false) => 70.0,
        };
        let hour = ((width - day - sum - gap - marks) / 24.0).clamp(LEAST_HOUR, 44.0);
        let sum = day + hour * 24.0 + sum;
        let end = sum + gap + marks;
        Self { hours: day, hour, sum, marks: sum + gap, end, date: if is_wide { 12.5 } else { 12.0 } }
    }

    /// The hour at a distance from the left edge of the rows.
    fn hour_at(self, at: f32) -> Option<usize> {
        let hour = ((at - self.hours) / self.hour).floor();
        (0.0..24.0).contains(&hour).then_some(hour as usize)
    }

    /// The cell of an hour in a row.
    fn cell(self, rect: Rect, hour: usize) -> Rect {
        let left = rect.left() + self.hours + hour as f32 * self.hour;
        Rect::from_x_y_ranges(left..=left + self.hour - 1.0, rect.top() + 1.0..=rect.bottom() - 1.0)
    }
}

/// Draws the table of days and hours.
pub fn show(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    walk: &mut ListWalk,
    (zone, hours): (&Zone, &HourCounts),
    crowded: Option<&BTreeMap<Date, CrowdedContacts>>,
) {
    if hours.is_empty() {
        ui.add_space(8.0);
        let words = "None of these have happened by this time.";
        ui.label(RichText::new(words).color(color(ColorRole::Muted, panel.theme)));
        return;
    }
    let room = ui.available_width() - 10.0;
    let columns = LoadColumns::of(room, crowded.is_some());
    let left = ui.max_rect().left();
    if columns.end <= room + 0.5 {
        return table(ui, panel, figures, walk, (columns, left), (zone, hours), crowded);
    }
    ScrollArea::horizontal().id_salt("hours of the load").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_width(columns.end + 10.0);
        table(ui, panel, figures, walk, (columns, left), (zone, hours), crowded);
    });
}

/// The head and the days. Dates stay at `left` while the table scrolls.
fn table(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    walk: &mut ListWalk,
    (columns, left): (LoadColumns, f32),
    (zone, hours): (&Zone, &HourCounts),
    crowded: Option<&BTreeMap<Date, CrowdedContacts>>,
) {
    head(ui, panel, (columns, left), crowded.is_some());
    let days: Vec<(Date, &[u64; 24])> = hours.days().collect();
    let most = hours.busiest().map_or(1, |(.., count)| count);
    walk.rows(ui, (NAME, days.len(), ROW), |walk, ui, rect, row| {
        let (day, counts) = days[row];
        let crowd = crowded.and_then(|crowded| crowded.get(&day));
        let response = walk.row(ui, panel.theme, (row_id(NAME, row), row), rect, false);
        let date = dates::date(panel.settings, day);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, spoken(&date, counts, crowd)));
        for (hour, &count) in counts.iter().enumerate() {
            cell(ui, panel, columns.cell(rect, hour), count, most);
        }
        let font = FontId::new(13.0, semibold());
        let at = pos2(rect.left() + columns.sum, rect.center().y);
        let sum = thousands(counts.iter().sum());
        ui.painter().text(at, Align2::RIGHT_CENTER, sum, font, color(ColorRole::Text, panel.theme));
        let font = FontId::proportional(columns.date);
        fixed(ui, panel, (columns, left), rect, (&date, font, ColorRole::Text));
        if let Some(crowd) = crowd {
            let room = Rect::from_min_max(pos2(rect.left() + columns.marks, rect.top()), rect.max);
            crowd::mark(ui, panel, figures, room, (&date, day, zone), crowd);
        }
        tip(panel, &response, columns, rect, &date, counts);
    });
}

/// Paints the first column, over the hours that have scrolled below it.
fn fixed(
    ui: &egui::Ui,
    panel: &Panel<'_>,
    (columns, left): (LoadColumns, f32),
    rect: Rect,
    (text, font, ink): (&str, FontId, ColorRole),
) {
    let left = left.max(rect.left());
    if left > rect.left() + 0.5 {
        let below = Rect::from_x_y_ranges(left - 8.0..=left + columns.hours, rect.y_range());
        ui.painter().rect_filled(below, 0.0, color(ColorRole::Panel, panel.theme));
    }
    ui.painter().text(pos2(left, rect.center().y), Align2::LEFT_CENTER, text, font, color(ink, panel.theme));
}

/// The exact number of the hovered hour.
fn tip(panel: &Panel<'_>, response: &Response, columns: LoadColumns, rect: Rect, date: &str, counts: &[u64; 24]) {
    let at = response.hover_pos().filter(|_| response.hovered());
    let Some(hour) = at.and_then(|at| columns.hour_at(at.x - rect.left())) else { return };
    let from = |hour: usize| dates::time(panel.settings, hour as u32 * 60);
    let words = format!("{date}, {} to {}: {}", from(hour), from(hour + 1), thousands(counts[hour]));
    Tooltip::for_enabled(response).at_pointer().gap(12.0).show(|ui| ui.label(words));
}

fn head(ui: &mut egui::Ui, panel: &Panel<'_>, (columns, left): (LoadColumns, f32), has_marks: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let ink = color(ColorRole::Muted, panel.theme);
    let write = |at: f32, align, text: &str| {
        let at = pos2(rect.left() + at, rect.center().y);
        ui.painter().text(at, align, text, FontId::new(12.0, semibold()), ink);
    };
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
    fixed(ui, panel, (columns, left), rect, ("Day", FontId::new(12.0, semibold()), ColorRole::Muted));
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, color(ColorRole::Line, panel.theme)));
}

fn cell(ui: &egui::Ui, panel: &Panel<'_>, cell: Rect, count: u64, most: u64) {
    if count == 0 {
        ui.painter().rect_filled(cell, 3.0, color(ColorRole::Field, panel.theme));
        return;
    }
    ui.painter().rect_filled(cell, 3.0, color(ColorRole::Panel, panel.theme));
    ui.painter().rect_filled(cell, 3.0, color(ColorRole::Accent, panel.theme).gamma_multiply(depth(count, most)));
    let ink = color(ColorRole::Text, panel.theme);
    let written = |text: &str, size| ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(size), ink);
    let (text, size) = fitting::in_room(count, cell.width(), |text, size| written(text, size).rect.width());
    let text = written(&text, size);
    ui.painter().galley(cell.center() - text.rect.size() / 2.0, text, ink);
}

/// The depth of the accent behind a count. Text stays readable on the deepest.
fn depth(count: u64, most: u64) -> f32 {
    // The square root, so that small counts look different from zero.
    0.14 + (DEEPEST - 0.14) * (count as f32 / most.max(1) as f32).sqrt()
}

fn spoken(date: &str, counts: &[u64; 24], crowd: Option<&CrowdedContacts>) -> String {
    let hours = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let hours: Vec<String> = hours.map(|(hour, count)| format!("{hour:02}:00 {}", thousands(*count))).collect();
    let twice = crowd.map(|crowd| format!("; {} get more than one", thousands(crowd.persons))).unwrap_or_default();
    format!("{date}, {} in all: {}{twice}", thousands(counts.iter().sum()), hours.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::measure::{Weight, width};
    use crate::picture::theme::{Rgb, Theme};

    /// The contrast of two colours by WCAG 2, each as red, green and blue from 0 to 255.
    fn contrast(a: [f32; 3], b: [f32; 3]) -> f32 {
        let part = |byte: f32| match byte / 255.0 {
            dark if dark <= 0.04045 => dark / 12.92,
            light => ((light + 0.055) / 1.055).powf(2.4),
        };
        let luminance = |[r, g, b]: [f32; 3]| 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b) + 0.05;
        luminance(a).max(luminance(b)) / luminance(a).min(luminance(b))
    }

    #[test]
    fn every_count_reads_on_its_ground() {
        for theme in [Theme::Light, Theme::Dark] {
            let bytes = |role: ColorRole| {
                let Rgb(r, g, b) = role.rgb(theme);
                [r, g, b].map(f32::from)
            };
            let (panel, accent, text) = (bytes(ColorRole::Panel), bytes(ColorRole::Accent), bytes(ColorRole::Text));
            for count in 1..=100 {
                let depth = depth(count, 100);
                let ground = std::array::from_fn(|part| panel[part] + (accent[part] - panel[part]) * depth);
                let found = contrast(text, ground);
                assert!(found >= 4.5, "{count} of 100, {theme:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn in_a_window_of_800_points_all_is_in_view_and_no_number_is_cut() {
        // The panel has margins of 16 points; the scroll bar takes ten.
        let columns = LoadColumns::of(800.0 - 32.0 - 10.0, true);
        assert!(columns.end <= 758.5, "{columns:?}");
        let row = Rect::from_min_size(pos2(0.0, 0.0), vec2(758.0, ROW));
        let room = columns.cell(row, 0).width();
        let wide = |text: &str, size| width(text, Weight::Regular, size);
        let some = [1_020, 2_444, 9_999, 10_444, 44_444, 100_000, 444_444, 999_999, 4_444_444];
        for count in (1..1_000).chain(some) {
            let (text, size) = fitting::in_room(count, room, wide);
            assert!(wide(&text, size) <= room && size >= 9.5, "{count}: {text} at {size} in {room}");
        }
    }

    #[test]
    fn however_narrow_it_is_the_hours_are_wide_enough() {
        for width in [300.0, 608.0, 758.0, 1_238.0, 2_500.0] {
            let columns = LoadColumns::of(width, true);
            assert!(columns.hour >= LEAST_HOUR && columns.sum > columns.hours, "{columns:?}");
            assert!(columns.end <= width || columns.hour <= LEAST_HOUR, "{width}: {columns:?}");
            let row = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, ROW));
            for hour in 0..24 {
                assert_eq!(columns.hour_at(columns.cell(row, hour).center().x), Some(hour));
            }
            assert_eq!((columns.hour_at(0.0), columns.hour_at(columns.sum)), (None, None));
        }
    }
}
