//! How an item's texts and numbers share the room below its tile, at a zoom.
//!
//! Letters keep a readable size at a small zoom, so there is less room for them. First the sentence loses lines, then
//! the name its second one; numbers become dots only where they would cover a neighbour.

use std::borrow::Cow;

use crate::picture::counts::Count;
use crate::picture::label::{LabelLines, MOST_LINES};
use crate::picture::level::{COUNT, Level, NAME, NAMES, NUMBERS, SENTENCE, text_size};
use crate::picture::looks::TILE;
use crate::picture::measure::{Weight, wrap};
use crate::picture::scene::Face;

use super::badge::{self, BadgeRoom, CountsLayout};
use super::lines::{LabelHeights, row_below};

/// The gap between texts of two items, in pixels.
const GAP: f32 = 4.0;
/// The widest name, in points, if no neighbour is close.
const WIDEST: f32 = 190.0;
/// In less room, in pixels, nothing could be read.
const NARROW: f32 = 18.0;

/// What is drawn below an item's tile, and where; in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemLayout {
    /// The number of lines of the name.
    pub names: usize,
    /// The number of lines of the sentence.
    pub sentences: usize,
    /// How the counts are drawn.
    pub counts: CountsLayout,
    /// The width of the room for texts.
    pub width: f32,
    /// The zoom that this is for.
    zoom: f32,
}

impl ItemLayout {
    /// Lays out an item with these counts at a zoom.
    pub fn new(face: &Face, zoom: f32, count: Count) -> Self {
        let room = RoomOnScreen::new(face, zoom);
        let wanted = room.lines(face.label.lines(), zoom, || names(face, room.width, zoom, MOST_LINES.0).len());
        let numbers = badge::shown(count).count();
        let blank = Self { names: 0, sentences: 0, counts: CountsLayout::Hidden, width: room.width, zoom };
        if zoom < NUMBERS {
            let counts = CountsLayout::Dots { middle: TILE / 2.0 * zoom };
            return Self { names: room.most_lines(wanted, zoom, 0.0).unwrap_or_default().name, counts, ..blank };
        }
        let of = |lines: LabelLines, counts| Self { names: lines.name, sentences: lines.sentence, counts, ..blank };
        if numbers == 0 {
            return room.most_lines(wanted, zoom, 0.0).map_or(blank, |lines| of(lines, CountsLayout::Hidden));
        }
        let badges = |is_tight| BadgeRoom { width: room.wide, is_tight };
        let rows = |is_tight| badge::row_count(count, zoom, badges(is_tight));
        // A third row would be far from the tile, so shorter numbers are better.
        let is_high = rows(false).is_some_and(|loose| loose > 2 && rows(true).is_some_and(|tight| tight < loose));
        for badges in [false, true].into_iter().filter(|is_tight| *is_tight || !is_high).map(badges) {
            if let Some(rows) = badge::row_count(count, zoom, badges)
                && let Some(lines) = room.most_lines(wanted, zoom, rows_height(rows, zoom))
            {
                return of(lines, CountsLayout::Badges { first_row: room.first_row(face, lines, rows), room: badges });
            }
        }
        let radius = badge::dot_radius(zoom);
        let lines = room.most_lines(wanted, zoom, radius * 2.0 + 2.0).or(room.fits(0.0, radius * 2.0 + 2.0));
        match lines.filter(|_| badge::dots_width(zoom, numbers) <= room.wide) {
            Some(lines) => {
                let middle = LabelHeights::of(lines, zoom).end + 1.0 + radius;
                of(lines, CountsLayout::Dots { middle })
            }
            None => room.most_lines(wanted, zoom, 0.0).map_or(blank, |lines| of(lines, CountsLayout::Hidden)),
        }
    }

    /// The number of lines.
    pub(super) fn lines(&self) -> LabelLines {
        LabelLines { name: self.names, sentence: self.sentences, ..LabelLines::default() }
    }

    /// The lower end of the texts, in pixels below the middle of the tile.
    pub fn texts_end(&self) -> f32 {
        LabelHeights::of(self.lines(), self.zoom).end
    }

    /// The width of the widest line, in pixels.
    pub(super) fn text_width(&self, face: &Face) -> f32 {
        let widest = |wide: f32, size: (f32, f32)| wide * text_size(size.0, self.zoom, size.1) / size.0;
        let lines = face.label.lines();
        let sentence = if self.sentences > 0 { widest(lines.sentence_width, SENTENCE) } else { 0.0 };
        widest(lines.name_width, NAME).max(sentence).min(self.width)
    }

    /// The lines of the name.
    pub(super) fn name<'a>(&self, face: &'a Face) -> Vec<Cow<'a, str>> {
        names(face, self.width, self.zoom, self.names)
    }

    /// The lines of the sentence.
    pub(super) fn sentence<'a>(&self, face: &'a Face) -> Vec<Cow<'a, str>> {
        let size = text_size(SENTENCE.0, self.zoom, SENTENCE.1);
        let label = &face.label;
        let is_whole =
            label.sentence.len() == self.sentences && label.lines().sentence_width * size / SENTENCE.0 <= self.width;
        match is_whole {
            true => label.sentence.iter().map(|line| Cow::Borrowed(line.as_str())).collect(),
            false => owned(wrap(
                &face.sentence,
                Weight::Regular,
                size,
                self.width.min(140.0 * size / SENTENCE.0),
                self.sentences,
            )),
        }
    }
}

fn owned<'a>(lines: Vec<String>) -> Vec<Cow<'a, str>> {
    lines.into_iter().map(Cow::Owned).collect()
}

/// The lines of a name, at most `most`. At a small zoom the letters keep a readable size and the lines are cut shorter.
fn names(face: &Face, room: f32, zoom: f32, most: usize) -> Vec<Cow<'_, str>> {
    let size = text_size(NAME.0, zoom, NAME.1);
    let label = &face.label;
    match label.name.len() <= most && label.lines().name_width * size / NAME.0 <= room {
        true => label.name.iter().map(|line| Cow::Borrowed(line.as_str())).collect(),
        false => owned(wrap(&face.name, Weight::SemiBold, size, room.min(WIDEST * zoom), most)),
    }
}

/// The height of this number of rows of badges, with the gap above them.
fn rows_height(rows: usize, zoom: f32) -> f32 {
    let size = text_size(COUNT.0, zoom, COUNT.1);
    row_below(0.0, zoom) + badge::next_row(zoom) * (rows as f32 - 1.0) + badge::half_height(size)
}

/// The room for an item's texts, in pixels.
#[derive(Clone, Copy)]
struct RoomOnScreen {
    /// The width for lines of text.
    width: f32,
    /// The width for badges.
    wide: f32,
    /// How far down it reaches from the middle of the tile.
    down: f32,
    zoom: f32,
}

impl RoomOnScreen {
    fn new(face: &Face, zoom: f32) -> Self {
        let wide = face.room.aside * 2.0 * zoom;
        Self { width: wide - GAP, wide: wide - 1.0, down: face.room.down * zoom - 1.0, zoom }
    }

    /// The lines that a label has at a zoom, if there is room below; `broken` counts those of a name that is too wide.
    fn lines(&self, label: LabelLines, zoom: f32, broken: impl FnOnce() -> usize) -> LabelLines {
        if self.width < NARROW || zoom < NAMES {
            return LabelLines::default();
        }
        let scaled = |wide: f32, size: (f32, f32)| wide * text_size(size.0, zoom, size.1) / size.0;
        let is_broken = scaled(label.name_width, NAME) > self.width;
        let is_wide = label.sentence > 0 && scaled(label.sentence_width, SENTENCE) > self.width;
        LabelLines {
            name: if is_broken { broken() } else { label.name },
            sentence: match Level::at(zoom) {
                Level::Full if is_wide => (label.sentence + 1).min(MOST_LINES.1),
                Level::Full => label.sentence,
                Level::Tile | Level::Dot => 0,
            },
            ..label
        }
    }

    /// Whether `below` pixels fit under texts that end at `end`.
    fn fits(&self, end: f32, below: f32) -> Option<LabelLines> {
        (end.max(TILE / 2.0 * self.zoom) + below <= self.down).then(LabelLines::default)
    }

    /// The most lines of those wanted that fit with `below` pixels under them, at least one of the name; `None` if not
    /// even that fits.
    fn most_lines(&self, wanted: LabelLines, zoom: f32, below: f32) -> Option<LabelLines> {
        let shorter = (0..=wanted.sentence).rev().map(|sentence| LabelLines { sentence, ..wanted });
        let shortest = LabelLines { name: wanted.name.min(1), sentence: 0, ..wanted };
        let mut all = shorter.chain(std::iter::once(shortest));
        all.find(|lines| self.fits(LabelHeights::of(*lines, zoom).end, below).is_some())
    }

    /// The middle of the first row of badges. The badges of a row of items are on one line, below the longest of their
    /// labels, unless there is no room for that.
    fn first_row(&self, face: &Face, lines: LabelLines, rows: usize) -> f32 {
        let zoom = self.zoom;
        let row = self.lines(face.row, zoom, || MOST_LINES.0);
        let row = self.most_lines(row, zoom, rows_height(rows, zoom)).unwrap_or(row);
        let size = text_size(COUNT.0, zoom, COUNT.1);
        let lowest = self.down - badge::half_height(size) - badge::next_row(zoom) * (rows as f32 - 1.0);
        let own = row_below(LabelHeights::of(lines, zoom).end, zoom);
        own.max(row_below(LabelHeights::of(row, zoom).end, zoom).min(lowest))
    }
}
