//! What is drawn around an item's tile: its name and sentence, its counts, and a bar if it holds contacts.

use std::borrow::Cow;

use crate::picture::counts::Count;
use crate::picture::geometry::{Rect, point};
use crate::picture::level::{Level, NAME, SENTENCE, text_size};
use crate::picture::looks::TILE;
use crate::picture::measure::{Weight, width, wrap};
use crate::picture::scene::Face;
use crate::picture::shape::{Paint, Shape, Text};
use crate::picture::theme::ColorRole;

use crate::campaign::text::thousands;

use super::badge;
use super::lines::{LabelHeights, row_below};
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

/// The distance from the tile's middle to the middle of the first row of counts, in pixels.
fn counts_row(face: &Face, zoom: f32) -> f32 {
    let names = names(face, text_size(NAME.0, zoom, NAME.1), zoom).len();
    row_below(LabelHeights::new(&face.label, names, zoom).end, zoom)
}

/// Draws a bar behind an item that holds contacts, with a caption. Call it before drawing the tile, whose word covers
/// part of the bar.
pub fn barrier(out: &mut Shapes<'_>, pen: &Pen, face: &Face, count: Count) {
    let held = count.held;
    if !face.is_barrier() || held == 0 {
        return;
    }
    let paint = Paint::from(ColorRole::Held).faded(pen.strength);
    let area = pen.area((TILE / 2.0 + 9.0, -42.0), (TILE / 2.0 + 15.0, 42.0));
    out.push(Shape::Box { area, radius: 3.0 * pen.zoom, fill: Some(paint), stroke: None });
    if Level::at(pen.zoom) != Level::Full {
        return;
    }
    let (large, small) = (text_size(12.0, pen.zoom, 11.0), text_size(SENTENCE.0, pen.zoom, SENTENCE.1));
    let people = if held == 1 { "person" } else { "people" };
    let y = pen.origin.y - 48.0 * pen.zoom - small * 0.6;
    let said = format!("Held: {} {people}", thousands(held));
    let x = pen.origin.x;
    out.push(Shape::Text(Text::centred(said, point(x, y - large * 1.25), large, Weight::SemiBold, paint)));
    out.push(Shape::Text(Text::centred("timer not set up", point(x, y), small, Weight::Regular, paint)));
}
