//! What is drawn around an item's tile: its name and sentence, its counts, and a bar if it holds contacts.

use std::borrow::Cow;

use crate::picture::counts::Count;
use crate::picture::geometry::{Rect, point};
use crate::picture::label::LabelLines;
use crate::picture::level::{Level, NAME, text_size};
use crate::picture::looks::TILE;
use crate::picture::measure::{Weight, width, wrap};
use crate::picture::scene::Face;
use crate::picture::shape::{Paint, Shape, Text};
use crate::picture::theme::ColorRole;

use crate::campaign::text::thousands;

use super::badge::{self, BadgeSign};
use super::lines::{LabelHeights, badge_row, row_below};
use super::{FADED, Pen, Shapes};

/// How wide a name may be before it meets its neighbour's.
const NEIGHBOUR: f32 = 190.0;

/// Draws name and sentence.
pub fn label<'a>(out: &mut Shapes<'a>, pen: &Pen, face: &'a Face) {
    let strength = if face.blocked { pen.strength * FADED } else { pen.strength };
    let names = names(face, text_size(NAME.0, pen.zoom, NAME.1), pen.zoom);
    let lines = LabelHeights::new(&face.label, names.len(), pen.zoom);
    let mut line = |text: Cow<'a, str>, y: f32, size, weight, ink: ColorRole| {
        let middle = point(pen.origin.x, pen.origin.y + y);
        out.push(Shape::Text(Text::centred(text, middle, size, weight, Paint::from(ink).faded(strength))));
    };
    for (place, text) in names.into_iter().enumerate() {
        line(text, lines.name + place as f32 * lines.name_step, lines.name_size, Weight::SemiBold, ColorRole::Text);
    }
    if Level::at(pen.zoom) == Level::Full {
        for (place, text) in face.label.sentence.iter().enumerate() {
            let y = lines.sentence + place as f32 * lines.step;
            line(Cow::Borrowed(text), y, lines.sentence_size, Weight::Regular, ColorRole::Muted);
        }
    }
}

/// The lines of a name. At a small zoom the letters keep a readable size and the lines are cut shorter, so that
/// neighbours do not overlap.
fn names(face: &Face, size: f32, zoom: f32) -> Vec<Cow<'_, str>> {
    let room = NEIGHBOUR * zoom;
    match face.label.name.iter().all(|line| width(line, Weight::SemiBold, size) <= room) {
        true => face.label.name.iter().map(|line| Cow::Borrowed(line.as_str())).collect(),
        false => wrap(&face.name, Weight::SemiBold, size, room, 2).into_iter().map(Cow::Owned).collect(),
    }
}

/// Draws an item's counts.
pub fn counts(out: &mut Shapes<'_>, pen: &Pen, face: &Face, count: Count) {
    badge::draw(out, pen, count, counts_row(face, pen.zoom));
}

/// The areas that an item's counts cover, the last row last; empty where they are too small to read.
pub fn counts_areas(pen: &Pen, face: &Face, count: Count) -> Vec<Rect> {
    badge::areas(pen, count, counts_row(face, pen.zoom))
}

/// Where each of an item's counts is drawn.
pub fn counts_placed(pen: &Pen, face: &Face, count: Count) -> Vec<(Rect, BadgeSign, u64)> {
    badge::placed(pen, count, counts_row(face, pen.zoom))
}

/// The distance from the tile's middle to the middle of the first row of counts, in pixels. The counts of neighbours are
/// on one line, below the longest of their labels.
fn counts_row(face: &Face, zoom: f32) -> f32 {
    let size = text_size(NAME.0, zoom, NAME.1);
    let own = row_below(LabelHeights::new(&face.label, names(face, size, zoom).len(), zoom).end, zoom);
    // At a small zoom, the longest name of the row is broken into two lines.
    let is_broken = face.row.name_width * size / NAME.0 > NEIGHBOUR * zoom;
    let row = LabelLines { name: if is_broken { 2 } else { face.row.name }, ..face.row };
    own.max(badge_row(row, zoom))
}

/// Draws a bar behind an item that holds contacts, with a caption. Call it before drawing the tile, whose word covers
/// part of the bar.
pub fn barrier(out: &mut Shapes<'_>, pen: &Pen, face: &Face, count: Count) {
    let Some([bar, caption]) = barrier_areas(pen, face, count) else { return };
    let paint = Paint::from(ColorRole::Held).faded(pen.strength);
    out.push(Shape::Box { area: bar, radius: 3.0 * pen.zoom, fill: Some(paint), stroke: None });
    if Level::at(pen.zoom) == Level::Full {
        let said = barrier_words(count.held);
        out.push(Shape::Text(Text::centred(said, caption.middle(), barrier_size(pen), Weight::SemiBold, paint)));
    }
}

/// The areas of the bar and the caption of an item that holds contacts; `None` for any other. At a small zoom there is
/// no caption.
pub fn barrier_areas(pen: &Pen, face: &Face, count: Count) -> Option<[Rect; 2]> {
    if !face.is_barrier() || count.held == 0 {
        return None;
    }
    let bar = pen.area((TILE / 2.0 + 9.0, -42.0), (TILE / 2.0 + 15.0, 42.0));
    let size = barrier_size(pen);
    let middle = point(pen.origin.x, pen.origin.y - 48.0 * pen.zoom - size * 0.65);
    let wide = if Level::at(pen.zoom) == Level::Full {
        width(&barrier_words(count.held), Weight::SemiBold, size)
    } else {
        0.0
    };
    Some([bar, Rect::around(middle, wide, size * 1.3)])
}

fn barrier_size(pen: &Pen) -> f32 {
    text_size(12.0, pen.zoom, 11.0)
}

fn barrier_words(held: u64) -> String {
    format!("Held: {} {}", thousands(held), if held == 1 { "contact" } else { "contacts" })
}
