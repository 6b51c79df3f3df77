//! Calendar months with the days on which contacts arrive and continue.

use eframe::egui::{Painter, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::draw::{line, middle, room};
use crate::calendar::words::format_date;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::settings::Settings;
use crate::ui::controls::dates;
use crate::ui::controls::theme::color;
use crate::workbench::rules::pictures::months::{DayMark, MarkedMonth};

/// The size of a day.
const DAY: (f32, f32) = (25.0, 21.0);
/// The space between two months.
const GAP: f32 = 28.0;
/// The height of a month's name and of the letters of its weekdays.
const HEAD: f32 = 38.0;
const RADIUS: f32 = 9.5;

/// Draws the months next to each other, as many as fit, and the legend.
pub(super) fn show(ui: &mut Ui, settings: &Settings, theme: Theme, months: &[MarkedMonth]) {
    let month_width = DAY.0 * 7.0;
    let fitting = ((ui.available_width() + GAP) / (month_width + GAP)).floor().max(1.0) as usize;
    for row in months.chunks(fitting) {
        let size = vec2((month_width + GAP) * row.len() as f32 - GAP, HEAD + DAY.1 * 6.0);
        let (rect, painter) = room(ui, size, &spoken(settings, row));
        for (place, month) in row.iter().enumerate() {
            let left = rect.left() + (month_width + GAP) * place as f32;
            draw(&painter, settings, theme, month, pos2(left, rect.top()));
        }
    }
    // The words of the picture say the same, so screen readers need no legend.
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let painter = ui.painter().clone();
    let mut at = rect.left_center() + vec2(RADIUS, 0.0);
    for (mark, words) in [(DayMark::Arrives, "arrives"), (DayMark::Continues, "continues")] {
        sign(&painter, at, mark, theme);
        let edges = (rect.left(), rect.right());
        let text = line(&painter, at + vec2(14.0, -7.5), words, (ColorRole::Muted, theme), edges);
        at.x = text.right() + 22.0;
    }
    if months.iter().any(|month| month.field_day.is_some()) {
        field_sign(&painter, at, theme);
        let edges = (rect.left(), rect.right());
        line(&painter, at + vec2(14.0, -7.5), "the date in the contact’s field", (ColorRole::Muted, theme), edges);
    }
}

fn draw(painter: &Painter, settings: &Settings, theme: Theme, month: &MarkedMonth, corner: Pos2) {
    let week = dates::week(settings);
    let cell = |column: usize, y: f32| pos2(corner.x + DAY.0 * (column as f32 + 0.5), corner.y + y);
    let name = format!("{} {}", format_date(month.first, "%B"), month.first.civil().0);
    middle(painter, pos2(corner.x + DAY.0 * 3.5, corner.y + 8.0), &name, (ColorRole::Text, theme));
    for (column, weekday) in week.iter().enumerate() {
        middle(painter, cell(column, 26.0), &weekday.short()[..2], (ColorRole::Muted, theme));
    }
    let first = week.iter().position(|weekday| *weekday == month.first.weekday()).unwrap_or_default();
    for day in 1..=month.days {
        let place = first + day as usize - 1;
        let at = cell(place % 7, HEAD + DAY.1 * ((place / 7) as f32 + 0.5));
        let mark = month.marks.iter().find(|(marked, _)| *marked == day).map(|(_, mark)| *mark);
        if let Some(mark) = mark {
            sign(painter, at, mark, theme);
        }
        if month.field_day == Some(day) {
            field_sign(painter, at, theme);
        }
        let ink = match mark {
            Some(DayMark::Continues | DayMark::Both) => ColorRole::Panel,
            Some(DayMark::Arrives) | None => ColorRole::Text,
        };
        middle(painter, at, &day.to_string(), (ink, theme));
    }
}

/// A square around the date in the contact's field.
fn field_sign(painter: &Painter, at: Pos2, theme: Theme) {
    let area = Rect::from_center_size(at, vec2(RADIUS, RADIUS) * 2.0);
    let stroke = Stroke::new(1.5, color(ColorRole::Accent, theme));
    painter.rect_stroke(area, 3.0, stroke, eframe::egui::StrokeKind::Inside);
}

/// A ring for an arrival, a disc for a day on which a contact continues.
fn sign(painter: &Painter, at: Pos2, mark: DayMark, theme: Theme) {
    let ring = Stroke::new(2.0, color(ColorRole::Waiting, theme));
    match mark {
        DayMark::Arrives => _ = painter.circle_stroke(at, RADIUS, ring),
        DayMark::Continues => _ = painter.circle_filled(at, RADIUS, color(ColorRole::Ran, theme)),
        DayMark::Both => {
            painter.circle_filled(at, RADIUS - 1.0, color(ColorRole::Ran, theme));
            painter.rect_stroke(
                Rect::from_center_size(at, vec2(RADIUS, RADIUS) * 2.2),
                RADIUS * 1.1,
                ring,
                eframe::egui::StrokeKind::Inside,
            );
        }
    }
}

/// The picture in words.
fn spoken(settings: &Settings, months: &[MarkedMonth]) -> String {
    let marks = months.iter().flat_map(|month| {
        month.marks.iter().map(|(day, mark)| {
            let words = match mark {
                DayMark::Arrives => "arrives",
                DayMark::Continues => "continues",
                DayMark::Both => "arrives and continues",
            };
            format!("{words} {}", dates::date(settings, month.first.plus_days(day - 1)))
        })
    });
    let fields = months.iter().filter_map(|month| {
        let day = month.field_day?;
        Some(format!("{} is the date in the contact’s field", dates::date(settings, month.first.plus_days(day - 1))))
    });
    format!("Calendar: {}", marks.chain(fields).collect::<Vec<_>>().join("; "))
}
