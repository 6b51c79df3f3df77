//! The badges under an item: how many contacts ran, wait, are held or were skipped.

use lucide_icons::Icon;

use crate::campaign::text::thousands;
use crate::picture::counts::Count;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::level::{COUNT, NUMBERS, text_size};
use crate::picture::measure::{Weight, width};
use crate::picture::shape::{Paint, Shape, Stroke, Text};
use crate::picture::theme::ColorRole;
use crate::report::people::OutcomeFilter;

use super::{Pen, Shapes};

/// The distance from the middle of the tile to the middle of the first row, if the label leaves room.
pub const FIRST_ROW: f32 = 120.0;
/// The distance from one item to its neighbour's badges, at 100 %.
const NEIGHBOUR: f32 = 196.0;
/// The distance from one row to the next.
pub const NEXT_ROW: f32 = 24.0;
/// The height of a badge.
pub const HEIGHT: f32 = 20.0;

/// A count as a badge shows it: `9,999`, then `12.4k`, `1.2M`; cut, not rounded, so that it never says too much.
pub fn short(count: u64) -> String {
    let cut = |unit: u64, letter: char| match (count / unit, count % unit * 10 / unit) {
        (whole, 0) => format!("{whole}{letter}"),
        (whole, _) if whole >= 100 => format!("{whole}{letter}"),
        (whole, tenth) => format!("{whole}.{tenth}{letter}"),
    };
    match count {
        0..1_000 => count.to_string(),
        1_000..10_000 => thousands(count),
        10_000..1_000_000 => cut(1_000, 'k'),
        1_000_000..1_000_000_000 => cut(1_000_000, 'M'),
        _ => cut(1_000_000_000, 'G'),
    }
}

/// What a badge counts, with its glyph and colour.
#[derive(Clone, Copy, Debug)]
pub struct BadgeSign {
    /// The outcome that is counted.
    pub outcome: OutcomeFilter,
    /// The glyph.
    pub icon: Icon,
    /// The colour of glyph and number.
    pub ink: ColorRole,
}

/// The signs of all badges, in the order they are drawn.
pub const SIGNS: [BadgeSign; 4] = [
    BadgeSign { outcome: OutcomeFilter::Ran, icon: Icon::Check, ink: ColorRole::Ran },
    BadgeSign { outcome: OutcomeFilter::Waiting, icon: Icon::Clock, ink: ColorRole::Waiting },
    BadgeSign { outcome: OutcomeFilter::Held, icon: Icon::Hand, ink: ColorRole::Held },
    BadgeSign { outcome: OutcomeFilter::Skipped(None), icon: Icon::CornerUpRight, ink: ColorRole::Skipped },
];

/// The counts that are not zero, each with its sign, in the order they are drawn.
pub fn shown(count: Count) -> impl Iterator<Item = (BadgeSign, u64)> {
    let all = [count.ran, count.waiting, count.held, count.skipped];
    SIGNS.into_iter().zip(all).filter(|(_, count)| *count > 0)
}

/// Draws an item's counts; `first_row` is the middle of the first row, in pixels below the pen's origin.
pub fn draw(out: &mut Shapes<'_>, pen: &Pen, count: Count, first_row: f32) {
    let badges: Vec<_> = shown(count).collect();
    if pen.zoom < NUMBERS {
        return dots(out, pen, &badges);
    }
    let size = text_size(COUNT.0, pen.zoom, COUNT.1);
    laid(pen, &badges, size, first_row).for_each(|(area, badge)| one(out, pen, area, size, badge));
}

/// The areas that an item's counts cover, the last row last; empty where the counts are drawn as dots.
pub fn areas(pen: &Pen, count: Count, first_row: f32) -> Vec<Rect> {
    if pen.zoom < NUMBERS {
        return Vec::new();
    }
    placed(pen, count, first_row).into_iter().map(|(area, ..)| area).collect()
}

/// Where each of an item's counts is drawn, as a badge or as a dot.
pub fn placed(pen: &Pen, count: Count, first_row: f32) -> Vec<(Rect, BadgeSign, u64)> {
    let badges: Vec<_> = shown(count).collect();
    if pen.zoom < NUMBERS {
        let (middles, radius) = dot_middles(pen, badges.len());
        let areas = middles.map(|middle| Rect::around(middle, radius * 2.0, radius * 2.0));
        return areas.zip(badges).map(|(area, (sign, count))| (area, sign, count)).collect();
    }
    let size = text_size(COUNT.0, pen.zoom, COUNT.1);
    laid(pen, &badges, size, first_row).map(|(area, (sign, count))| (area, sign, count)).collect()
}

/// Where each badge is drawn.
fn laid(
    pen: &Pen,
    badges: &[(BadgeSign, u64)],
    size: f32,
    first_row: f32,
) -> impl Iterator<Item = (Rect, (BadgeSign, u64))> {
    let next_row = (NEXT_ROW * pen.zoom).max(size * 1.78);
    let gap = size * 0.3;
    let origin = pen.origin;
    rows(badges, size, gap, NEIGHBOUR * pen.zoom).into_iter().enumerate().flat_map(move |(row, pair)| {
        let y = origin.y + first_row + row as f32 * next_row;
        let widths = pair.iter().map(|(.., count)| badge_width(*count, size));
        let mut x = origin.x - (widths.clone().sum::<f32>() + gap * (pair.len() - 1) as f32) / 2.0;
        let row: Vec<_> = pair
            .iter()
            .zip(widths)
            .map(|(badge, width)| {
                let left = x;
                x += width + gap;
                (Rect::at(point(left, y - size * 0.84), width, size * 1.68), *badge)
            })
            .collect();
        row
    })
}

/// Rows of at most two badges, and no more than fit before the neighbour's badges.
fn rows(badges: &[(BadgeSign, u64)], size: f32, gap: f32, room: f32) -> Vec<&[(BadgeSign, u64)]> {
    let (mut rows, mut rest) = (Vec::new(), badges);
    while !rest.is_empty() {
        let pair = &rest[..rest.len().min(2)];
        let width: f32 = pair.iter().map(|(.., count)| badge_width(*count, size) + gap).sum();
        let (row, later) = rest.split_at(if width - gap > room { 1 } else { pair.len() });
        rows.push(row);
        rest = later;
    }
    rows
}

/// The width of a badge.
pub fn badge_width(count: u64, size: f32) -> f32 {
    width(&short(count), Weight::SemiBold, size) + size * 2.35
}

fn one(out: &mut Shapes<'_>, pen: &Pen, area: Rect, size: f32, (sign, count): (BadgeSign, u64)) {
    let (edge, ground) = (Paint::from(sign.ink).faded(pen.strength), Paint::from(ColorRole::Panel).faded(pen.strength));
    // Held contacts are filled, so that they are told from skipped ones without colour too.
    let is_held = sign.outcome == OutcomeFilter::Held;
    let (paint, fill) = if is_held { (ground, edge) } else { (edge, ground) };
    let icon = char::from(sign.icon);
    let (radius, middle) = (area.height() / 2.0, area.middle());
    let stroke = Some(Stroke::solid(pen.line(1.25), edge));
    out.push(Shape::Box { area, radius, fill: Some(fill), stroke });
    out.push(Shape::Icon { icon, middle: point(area.min.x + size * 1.05, middle.y), size: size * 1.05, paint });
    let at = point(area.min.x + size * 1.75, middle.y);
    out.push(Shape::Text(Text::from_left(short(count), at, size, Weight::SemiBold, paint)));
}

/// Draws a dot for each badge, where numbers would be too small to read.
fn dots(out: &mut Shapes<'_>, pen: &Pen, badges: &[(BadgeSign, u64)]) {
    let (middles, radius) = dot_middles(pen, badges.len());
    for (middle, (sign, _)) in middles.zip(badges) {
        let fill = Some(Paint::from(sign.ink).faded(pen.strength));
        out.push(Shape::Circle { middle, radius, fill, stroke: None });
    }
}

/// The middles of the dots that stand for this number of badges, and their radius.
fn dot_middles(pen: &Pen, count: usize) -> (impl Iterator<Item = Point> + use<>, f32) {
    let radius = (4.0 * pen.zoom).max(2.0);
    let step = radius * 2.8;
    let left = pen.origin.x - count.saturating_sub(1) as f32 * step / 2.0;
    let y = pen.origin.y + 32.0 * pen.zoom;
    ((0..count).map(move |place| point(left + place as f32 * step, y)), radius)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_above_9999_are_short() {
        let told = [0, 7, 999, 1_000, 9_999, 10_000, 12_431, 12_999, 123_456, 999_999, 1_250_000, 40_000_000_000];
        let said = ["0", "7", "999", "1,000", "9,999", "10k", "12.4k", "12.9k", "123k", "999k", "1.2M", "40G"];
        assert_eq!(told.map(short), said);
    }

    #[test]
    fn zero_counts_are_not_shown() {
        let inks: Vec<ColorRole> =
            shown(Count { ran: 3, held: 2, ..Count::default() }).map(|(sign, _)| sign.ink).collect();
        assert_eq!(inks, [ColorRole::Ran, ColorRole::Held]);
    }
}
