//! What is drawn around an item's tile: its name and sentence, its counts, and a bar if it holds contacts.

use std::borrow::Cow;

use crate::picture::counts::Count;
use crate::picture::geometry::{Rect, point};
use crate::picture::level::{Level, text_size};
use crate::picture::looks::TILE;
use crate::picture::measure::{Weight, width};
use crate::picture::scene::{Face, Scene};
use crate::picture::shape::{Paint, Shape, Text};
use crate::picture::theme::ColorRole;

use crate::campaign::text::thousands;

use super::badge::{self, BadgeSign};
use super::count_form::short;
use super::layout::ItemLayout;
use super::lines::LabelHeights;
use super::{Pen, Shapes, tile};

/// Draws a ground behind the texts of an item that a link crosses, so that its line doesn't go through the letters.
/// Call it after drawing the links, before [`label`].
pub fn ground(out: &mut Shapes<'_>, pen: &Pen, (scene, face): (&Scene, &Face), layout: &ItemLayout) {
    const AROUND: f32 = 3.0;
    if !layout.has_text() {
        return;
    }
    let (top, bottom) = (TILE / 2.0 * pen.zoom + AROUND, layout.texts_end());
    let half = layout.text_width(face) / 2.0 + AROUND;
    let on_canvas = |x: f32, y: f32| point(face.middle.x + x / pen.zoom, face.middle.y + y / pen.zoom);
    let texts = Rect { min: on_canvas(-half, top), max: on_canvas(half, bottom) };
    if scene.wires_in(texts).any(|wire| wire.crosses(&texts)) {
        let area = Rect::at(point(pen.origin.x - half, pen.origin.y + top), half * 2.0, bottom - top);
        let fill = Some(Paint { ink: ColorRole::Paper, alpha: 0.85 }.faded(pen.strength));
        out.push(Shape::Box { area, radius: 5.0 * pen.zoom, fill, stroke: None });
    }
}

/// Draws name and sentence.
pub fn label<'a>(out: &mut Shapes<'a>, pen: &Pen, face: &'a Face, layout: &ItemLayout) {
    // The texts of an item that no contact reaches are grey: faint ones could not be read.
    let name_ink = if face.blocked { ColorRole::Muted } else { ColorRole::Text };
    let lines = LabelHeights::of(layout.lines(), pen.zoom);
    let mut line = |text: Cow<'a, str>, y: f32, size, weight, ink: ColorRole| {
        let middle = point(pen.origin.x, pen.origin.y + y);
        out.push(Shape::Text(Text::centred(text, middle, size, weight, Paint::from(ink).faded(pen.strength))));
    };
    for (place, text) in layout.name(face).into_iter().enumerate() {
        line(text, lines.name + place as f32 * lines.name_step, lines.name_size, Weight::SemiBold, name_ink);
    }
    for (place, text) in layout.sentence(face).into_iter().enumerate() {
        let y = lines.sentence + place as f32 * lines.step;
        line(text, y, lines.sentence_size, Weight::Regular, ColorRole::Muted);
    }
}

/// Draws an item's counts.
pub fn counts(out: &mut Shapes<'_>, pen: &Pen, count: Count, layout: &ItemLayout) {
    badge::draw(out, pen, count, layout.counts);
}

/// Where each of an item's counts is drawn, the last row last.
pub fn counts_placed(pen: &Pen, face: &Face, count: Count) -> Vec<(Rect, BadgeSign, u64)> {
    badge::placed(pen, count, ItemLayout::new(face, pen.zoom, count).counts)
}

/// What an item covers: its tile with its texts, the words above it, and its counts.
pub fn covered(pen: &Pen, face: &Face, count: Count) -> Vec<Rect> {
    let layout = ItemLayout::new(face, pen.zoom, count);
    let half = TILE / 2.0;
    let mut tile = pen.area((-half, -half), (half, half));
    if Level::at(pen.zoom) == Level::Full && face.has_word() {
        tile.min.y = pen.at(0.0, -half).y - tile::word_height(pen.zoom) / 2.0;
    }
    let mut covered = vec![tile];
    if layout.has_text() {
        let wide = layout.text_width(face).max(tile.width());
        let top = point(pen.origin.x - wide / 2.0, tile.max.y);
        covered.push(Rect::at(top, wide, layout.texts_end() - half * pen.zoom));
    }
    covered.extend(badge::placed(pen, count, layout.counts).into_iter().map(|(area, ..)| area));
    covered.extend(barrier_areas(pen, face, count).into_iter().flatten());
    covered
}

/// Draws a bar behind an item that holds contacts, with a caption that says why. Call it before drawing the tile.
pub fn barrier(out: &mut Shapes<'_>, pen: &Pen, face: &Face, count: Count) {
    let Some([bar, caption]) = barrier_areas(pen, face, count) else { return };
    let paint = Paint::from(ColorRole::Held).faded(pen.strength);
    out.push(Shape::Box { area: bar, radius: 3.0 * pen.zoom, fill: Some(paint), stroke: None });
    if let Some(said) = barrier_words(pen, face, count.held) {
        out.push(Shape::Text(Text::centred(said, caption.middle(), barrier_size(pen), Weight::SemiBold, paint)));
    }
}

/// The areas of the bar and the caption of an item that holds contacts; `None` for any other. At a small zoom there is
/// no caption.
pub fn barrier_areas(pen: &Pen, face: &Face, count: Count) -> Option<[Rect; 2]> {
    if !face.is_barrier() || count.held == 0 {
        return None;
    }
    let mut bar = pen.area((TILE / 2.0 + 9.0, -42.0), (TILE / 2.0 + 15.0, 42.0));
    if Level::at(pen.zoom) == Level::Full && face.has_word() {
        // The word on the tile's upper edge is above the bar.
        bar.min.y = pen.at(0.0, -TILE / 2.0).y + tile::word_height(pen.zoom) / 2.0 + 2.0;
    }
    let size = barrier_size(pen);
    let middle = point(pen.origin.x, pen.origin.y - 48.0 * pen.zoom - size * 0.65);
    let said = barrier_words(pen, face, count.held);
    let wide = said.map_or(0.0, |said| width(&said, Weight::SemiBold, size));
    Some([bar, Rect::around(middle, wide, size * 1.3)])
}

fn barrier_size(pen: &Pen) -> f32 {
    text_size(12.0, pen.zoom, 11.0)
}

/// The caption of an item that holds contacts, as long as there is room; the badge below has the number too.
fn barrier_words(pen: &Pen, face: &Face, held: u64) -> Option<String> {
    let size = barrier_size(pen);
    if Level::at(pen.zoom) != Level::Full || face.room.up * pen.zoom < 48.0 * pen.zoom + size * 1.3 {
        return None;
    }
    let people = format!("{} {}", thousands(held), if held == 1 { "contact" } else { "contacts" });
    let room = face.room.aside * 2.0 * pen.zoom - 4.0;
    let all = [
        format!("Held: {people}, timer not set up"),
        format!("{} held: timer not set up", thousands(held)),
        format!("Held: {people}"),
        format!("Held: {}", short(held)),
    ];
    all.into_iter().find(|said| width(said, Weight::SemiBold, size) <= room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::item::Position;
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::Sequence;

    /// The names of the items whose texts get a ground.
    fn grounded(positions: &[(f64, f64)], links: &[(u64, u64)]) -> Vec<String> {
        let mut sequence = Sequence::with_start("Test");
        let start = sequence.items[0].clone();
        let item = |(id, at): (u64, &(f64, f64))| {
            let mut item = start.clone();
            (item.id, item.position) = (id, Position(at.0, at.1));
            item.name = format!("{id} is named in two lines");
            item
        };
        sequence.items = (1..).zip(positions).map(item).collect();
        sequence.links = links.to_vec();
        let scene = Scene::new(&sequence, &IndexedDirectory::new(&Default::default()));
        let is_grounded = |face: &&Face| {
            let (pen, layout) = (Pen::new(face.middle, 1.0), ItemLayout::new(face, 1.0, Count::default()));
            let mut out = Shapes::new();
            ground(&mut out, &pen, (&scene, face), &layout);
            !out.is_empty()
        };
        scene.faces.iter().filter(is_grounded).map(|face| face.name[..1].to_owned()).collect()
    }

    #[test]
    fn texts_that_a_link_crosses_get_a_ground() {
        let row = [(0.0, 0.0), (200.0, 0.0), (400.0, 0.0)];
        assert!(grounded(&row, &[(1, 2), (2, 3)]).is_empty(), "links of a row are above the texts");
        let below = [row[0], row[1], row[2], (200.0, 130.0)];
        assert_eq!(grounded(&below, &[(1, 4)]), Vec::<String>::new(), "it goes between the texts");
        assert!(grounded(&[row[0], row[1], (400.0, 100.0)], &[(1, 3)]).is_empty(), "it goes around the texts");
        assert_eq!(grounded(&[row[0], (100.0, 100.0)], &[(1, 2)]), ["1"], "there is no other way");
    }
}
