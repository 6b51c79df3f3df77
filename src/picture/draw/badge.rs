//! The badges under an item: how many contacts ran, wait, are held or were skipped.

use lucide_icons::Icon;

use crate::picture::counts::Count;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::level::{COUNT, text_size};
use crate::picture::measure::{Weight, width};
use crate::picture::shape::{Paint, Shape, Stroke, Text};
use crate::picture::theme::ColorRole;
use crate::report::people::OutcomeFilter;

use super::count_form::CountForm;
use super::{Pen, Shapes};

/// The distance from the middle of the tile to the middle of the first row below a usual label: so much room items
/// are given when they are arranged.
pub const FIRST_ROW: f32 = 120.0;
/// The height of a badge.
pub const HEIGHT: f32 = 20.0;

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

/// The room for a row of badges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BadgeRoom {
    /// Its width, in pixels.
    pub width: f32,
    /// How counts are written in it.
    pub form: CountForm,
}

impl BadgeRoom {
    /// The width of a badge whose letters have this size.
    fn badge(&self, count: u64, size: f32) -> f32 {
        width(&self.form.words(count), Weight::SemiBold, size) + size * self.form.around()
    }
}

/// How an item's counts are drawn; heights are in pixels below the middle of its tile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CountsLayout {
    /// As numbers.
    Badges {
        /// The middle of the first row.
        first_row: f32,
        /// The room for a row.
        room: BadgeRoom,
    },
    /// As dots, where there is no room for numbers.
    Dots {
        /// The middle of the dots.
        middle: f32,
    },
    /// Not at all: another item covers the place.
    Hidden,
}

/// Draws an item's counts.
pub fn draw(out: &mut Shapes<'_>, pen: &Pen, count: Count, layout: CountsLayout) {
    let size = text_size(COUNT.0, pen.zoom, COUNT.1);
    for (area, sign, count) in placed(pen, count, layout) {
        match layout {
            CountsLayout::Badges { room, .. } => one(out, pen, (area, size), sign, (count, room.form)),
            CountsLayout::Dots { .. } => {
                let (middle, radius) = (area.middle(), area.width() / 2.0);
                let fill = Some(Paint::from(sign.ink).faded(pen.strength));
                out.push(Shape::Circle { middle, radius, fill, stroke: None });
            }
            CountsLayout::Hidden => {}
        }
    }
}

/// Where each of an item's counts is drawn, as a badge or as a dot, the last row last.
pub fn placed(pen: &Pen, count: Count, layout: CountsLayout) -> Vec<(Rect, BadgeSign, u64)> {
    let badges: Vec<_> = shown(count).collect();
    match layout {
        CountsLayout::Badges { first_row, room } => {
            let size = text_size(COUNT.0, pen.zoom, COUNT.1);
            let laid = laid(pen, &badges, (size, room), first_row);
            laid.map(|(area, (sign, count))| (area, sign, count)).collect()
        }
        CountsLayout::Dots { middle } => {
            let radius = dot_radius(pen.zoom);
            let middles = dot_middles(pen, badges.len(), middle);
            let areas = middles.map(|middle| Rect::around(middle, radius * 2.0, radius * 2.0));
            areas.zip(badges).map(|(area, (sign, count))| (area, sign, count)).collect()
        }
        CountsLayout::Hidden => Vec::new(),
    }
}

/// The number of rows that counts take in a room of this width; `None` if one of them is wider.
pub(super) fn row_count(count: Count, zoom: f32, room: BadgeRoom) -> Option<usize> {
    let badges: Vec<_> = shown(count).collect();
    let size = text_size(COUNT.0, zoom, COUNT.1);
    let is_wide = badges.iter().any(|(_, count)| room.badge(*count, size) > room.width);
    (!is_wide).then(|| rows(&badges, size, size * room.form.gap(), room).len())
}

/// Where each badge is drawn.
fn laid(
    pen: &Pen,
    badges: &[(BadgeSign, u64)],
    (size, room): (f32, BadgeRoom),
    first_row: f32,
) -> impl Iterator<Item = (Rect, (BadgeSign, u64))> {
    let (next_row, half) = (room.form.next_row(pen.zoom), room.form.half_height(size));
    let gap = size * room.form.gap();
    let origin = pen.origin;
    rows(badges, size, gap, room).into_iter().enumerate().flat_map(move |(row, pair)| {
        let y = origin.y + first_row + row as f32 * next_row;
        let widths = pair.iter().map(|(.., count)| room.badge(*count, size));
        let mut x = origin.x - (widths.clone().sum::<f32>() + gap * (pair.len() - 1) as f32) / 2.0;
        let row: Vec<_> = pair
            .iter()
            .zip(widths)
            .map(|(badge, width)| {
                let left = x;
                x += width + gap;
                (Rect::at(point(left, y - half), width, half * 2.0), *badge)
            })
            .collect();
        row
    })
}

/// Rows of at most two badges, and no more than the room is wide.
fn rows(badges: &[(BadgeSign, u64)], size: f32, gap: f32, room: BadgeRoom) -> Vec<&[(BadgeSign, u64)]> {
    let (mut rows, mut rest) = (Vec::new(), badges);
    while !rest.is_empty() {
        let pair = &rest[..rest.len().min(2)];
        let width: f32 = pair.iter().map(|(.., count)| room.badge(*count, size) + gap).sum();
        let (row, later) = rest.split_at(if width - gap > room.width { 1 } else { pair.len() });
        rows.push(row);
        rest = later;
    }
    rows
}

fn one(out: &mut Shapes<'_>, pen: &Pen, (area, size): (Rect, f32), sign: BadgeSign, (count, form): (u64, CountForm)) {
    if !form.has_outline() {
        return plain(out, pen, (area, size), sign, form.words(count));
    }
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
    out.push(Shape::Text(Text::from_left(form.words(count), at, size, Weight::SemiBold, paint)));
}

/// Draws a count without an outline, on a ground that keeps links off it.
fn plain(out: &mut Shapes<'_>, pen: &Pen, (area, size): (Rect, f32), sign: BadgeSign, words: String) {
    let paint = Paint::from(sign.ink).faded(pen.strength);
    let ground = Paint { ink: ColorRole::Paper, alpha: 0.85 }.faded(pen.strength);
    let (icon, middle) = (char::from(sign.icon), area.middle());
    out.push(Shape::Box { area, radius: size * 0.3, fill: Some(ground), stroke: None });
    out.push(Shape::Icon { icon, middle: point(area.min.x + size * 0.5, middle.y), size: size * 0.95, paint });
    let at = point(area.min.x + size * 1.05, middle.y);
    out.push(Shape::Text(Text::from_left(words, at, size, Weight::SemiBold, paint)));
}

/// The radius of the dots that stand for counts, in pixels.
pub(super) fn dot_radius(zoom: f32) -> f32 {
    (4.0 * zoom).max(2.0)
}

/// The width of the dots that stand for this number of counts, in pixels.
pub(super) fn dots_width(zoom: f32, count: usize) -> f32 {
    dot_radius(zoom) * (2.0 + 2.8 * count.saturating_sub(1) as f32)
}

/// The middles of the dots that stand for this number of counts, `below` pixels under the middle of the tile.
fn dot_middles(pen: &Pen, count: usize, below: f32) -> impl Iterator<Item = Point> + use<> {
    let radius = dot_radius(pen.zoom);
    let left = pen.origin.x + radius - dots_width(pen.zoom, count) / 2.0;
    let y = pen.origin.y + below;
    (0..count).map(move |place| point(left + place as f32 * radius * 2.8, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_counts_fit_abreast_at_every_zoom_with_numbers() {
        let two = Count { ran: 9_999, skipped: 9_999, ..Count::default() };
        for percent in 40..=100 {
            let zoom = percent as f32 / 100.0;
            let room = BadgeRoom { width: 196.0 * zoom - 1.0, form: CountForm::at(zoom) };
            assert_eq!(row_count(two, zoom, room), Some(1), "{percent} %");
        }
    }

    #[test]
    fn zero_counts_are_not_shown() {
        let inks: Vec<ColorRole> =
            shown(Count { ran: 3, held: 2, ..Count::default() }).map(|(sign, _)| sign.ink).collect();
        assert_eq!(inks, [ColorRole::Ran, ColorRole::Held]);
    }
}
