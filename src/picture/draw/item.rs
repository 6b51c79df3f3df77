//! What stands around an item's tile: its name and sentence, its counts, and the wall it may be.

use std::borrow::Cow;

use crate::picture::counts::Count;
use crate::picture::geometry::{Rect, point};
use crate::picture::label::Label;
use crate::picture::level::{Level, NAME, SENTENCE, text_size};
use crate::picture::measure::{Weight, width, wrap};
use crate::picture::scene::{Face, TILE};
use crate::picture::shape::{Paint, Shape, Text};
use crate::picture::theme::Ink;

use crate::campaign::text::thousands;

use super::badge;
use super::{FADED, Pen, Shapes};

/// How wide a name may be before it meets its neighbour's.
const NEIGHBOUR: f32 = 190.0;

/// The heights of a label's lines, in pixels below the middle of its tile.
struct Lines {
    name: f32,
    sentence: f32,
    step: f32,
    name_step: f32,
    name_size: f32,
    sentence_size: f32,
    end: f32,
}

impl Lines {
    /// Those of a label whose name takes so many lines.
    fn new(label: &Label, name_lines: usize, zoom: f32) -> Self {
        let (name_size, sentence_size) = (text_size(NAME.0, zoom, NAME.1), text_size(SENTENCE.0, zoom, SENTENCE.1));
        let (name_step, step) = (name_size * 1.3, sentence_size * 1.3);
        let name = TILE / 2.0 * zoom + name_size * 1.2;
        let below_names = name + name_step * name_lines.saturating_sub(1) as f32;
        let sentence = if name_lines == 0 { name } else { below_names + (name_step + step) / 2.0 + 1.0 };
        let sentences = if Level::at(zoom) == Level::Full { label.sentence.len() } else { 0 };
        let end = match sentences {
            0 => below_names + name_step / 2.0,
            lines => sentence + step * (lines as f32 - 0.5),
        };
        Self { name, sentence, step, name_step, name_size, sentence_size, end }
    }
}

/// How far below its middle an item's texts end, in pixels.
pub fn texts_end(label: &Label, zoom: f32) -> f32 {
    Lines::new(label, label.name.len(), zoom).end
}

/// The middle of the first row of badges, in pixels below the middle of the tile.
pub fn badge_row(label: &Label, zoom: f32) -> f32 {
    row_below(texts_end(label, zoom), zoom)
}

/// The same, below texts that end there.
fn row_below(texts_end: f32, zoom: f32) -> f32 {
    let below = texts_end + (badge::HEIGHT * zoom).max(18.0) / 2.0 + 4.0;
    // From far rows would run into the next track if they kept their distance.
    if Level::at(zoom) == Level::Full { below.max(badge::FIRST_ROW * zoom) } else { below }
}

/// Draws name and sentence.
pub fn label<'a>(out: &mut Shapes<'a>, pen: &Pen, face: &'a Face) {
    let strength = if face.blocked { pen.strength * FADED } else { pen.strength };
    let names = names(face, text_size(NAME.0, pen.zoom, NAME.1), pen.zoom);
    let lines = Lines::new(&face.label, names.len(), pen.zoom);
    let mut line = |text: Cow<'a, str>, y: f32, size, weight, ink: Ink| {
        let middle = point(pen.origin.x, pen.origin.y + y);
        out.push(Shape::Text(Text::centred(text, middle, size, weight, Paint::from(ink).faded(strength))));
    };
    for (place, text) in names.into_iter().enumerate() {
        line(text, lines.name + place as f32 * lines.name_step, lines.name_size, Weight::SemiBold, Ink::Text);
    }
    if Level::at(pen.zoom) == Level::Full {
        for (place, text) in face.label.sentence.iter().enumerate() {
            let y = lines.sentence + place as f32 * lines.step;
            line(Cow::Borrowed(text), y, lines.sentence_size, Weight::Regular, Ink::Muted);
        }
    }
}

/// The lines of a name. Letters keep a readable size when far, and then the lines are made shorter, so that
/// neighbours do not run into each other.
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

/// What an item's counts cover, the last row last; nothing where they are too small to be read.
pub fn counts_areas(pen: &Pen, face: &Face, count: Count) -> Vec<Rect> {
    badge::areas(pen, count, counts_row(face, pen.zoom))
}

/// The middle of the first row of an item's counts, in pixels below the middle of its tile.
fn counts_row(face: &Face, zoom: f32) -> f32 {
    let names = names(face, text_size(NAME.0, zoom, NAME.1), zoom).len();
    row_below(Lines::new(&face.label, names, zoom).end, zoom)
}

/// If an item holds people: a bar behind it, and what it does. Drawn before the tile, whose word lies over the bar.
pub fn wall(out: &mut Shapes<'_>, pen: &Pen, face: &Face, count: Count) {
    let held = count.held;
    if !face.is_wall() || held == 0 {
        return;
    }
    let paint = Paint::from(Ink::Held).faded(pen.strength);
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
