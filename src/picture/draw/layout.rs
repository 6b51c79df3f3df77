//! How an item's texts and numbers share the room below its tile, at a zoom.
//!
//! Letters keep a readable size at a small zoom, so there is less room for them. First the sentence loses lines, then
//! the name its second one; numbers lose their outline, and become dots only where they would cover a neighbour.

use std::borrow::Cow;

use crate::picture::counts::Count;
use crate::picture::label::{LabelLines, MOST_LINES, USUAL, WIDEST};
use crate::picture::level::{COUNT, Level, NAME, NAMES, NUMBERS, SENTENCE, text_size};
use crate::picture::looks::TILE;
use crate::picture::measure::{Weight, wrap};
use crate::picture::scene::Face;

use super::badge::{self, BadgeRoom, CountsLayout};
use super::count_form::CountForm;
use super::lines::{LabelHeights, row_below};

/// The gap between texts of two items, in pixels.
const GAP: f32 = 4.0;
/// In less room, in pixels, nothing could be read.
const NARROW: f32 = 18.0;

/// What is drawn below an item's tile, and where; in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemLayout {
    /// The number of lines of the name.
    pub name_lines: usize,
    /// The number of lines of the sentence.
    pub sentence_lines: usize,
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
        let room = LabelRoom::new(face, zoom);
        let wanted = room.lines(face.label.lines(), || name_lines(face, room.text_width, zoom, MOST_LINES.0).len());
        let number_count = badge::shown(count).count();
        let of = |lines: LabelLines, counts| Self {
            name_lines: lines.name,
            sentence_lines: lines.sentence,
            counts,
            width: room.text_width,
            zoom,
        };
        if zoom < NUMBERS {
            let counts = CountsLayout::Dots { middle: TILE / 2.0 * zoom };
            let name = room.most_lines(wanted, 0.0).unwrap_or_default().name;
            return of(LabelLines { name, ..LabelLines::default() }, counts);
        }
        let without_counts = || of(room.most_lines(wanted, 0.0).unwrap_or_default(), CountsLayout::Hidden);
        if number_count == 0 {
            return without_counts();
        }
        if let Some((lines, counts)) = room.badges(face, wanted, count) {
            return of(lines, counts);
        }
        let radius = badge::dot_radius(zoom);
        let lines = room.most_lines(wanted, radius * 2.0 + 2.0).or(room.fits(0.0, radius * 2.0 + 2.0));
        match lines.filter(|_| badge::dots_width(zoom, number_count) <= room.badge_width) {
            Some(lines) => {
                let middle = LabelHeights::of(lines, zoom).end + 1.0 + radius;
                of(lines, CountsLayout::Dots { middle })
            }
            None => without_counts(),
        }
    }

    /// The number of lines.
    pub(super) fn lines(&self) -> LabelLines {
        LabelLines { name: self.name_lines, sentence: self.sentence_lines, ..LabelLines::default() }
    }

    /// Whether there is any text.
    pub(super) fn has_text(&self) -> bool {
        self.name_lines + self.sentence_lines > 0
    }

    /// The lower end of the texts, in pixels below the middle of the tile.
    pub fn texts_end(&self) -> f32 {
        LabelHeights::of(self.lines(), self.zoom).end
    }

    /// The width of the widest line, in pixels.
    pub(super) fn text_width(&self, face: &Face) -> f32 {
        let lines = face.label.lines();
        let sentence = if self.sentence_lines > 0 { at_zoom(lines.sentence_width, SENTENCE, self.zoom) } else { 0.0 };
        at_zoom(lines.name_width, NAME, self.zoom).max(sentence).min(self.width)
    }

    /// The lines of the name.
    pub(super) fn name<'a>(&self, face: &'a Face) -> Vec<Cow<'a, str>> {
        name_lines(face, self.width, self.zoom, self.name_lines)
    }

    /// The lines of the sentence.
    pub(super) fn sentence<'a>(&self, face: &'a Face) -> Vec<Cow<'a, str>> {
        let label = &face.label;
        let width = at_zoom(label.lines().sentence_width, SENTENCE, self.zoom);
        if label.sentence.len() == self.sentence_lines && width <= self.width {
            return as_laid_out(&label.sentence);
        }
        let size = text_size(SENTENCE.0, self.zoom, SENTENCE.1);
        let room = self.width.min(label.lines().sentence_width.max(USUAL) * size / SENTENCE.0);
        owned(wrap(&face.sentence, Weight::Regular, size, room, self.sentence_lines))
    }
}

/// A width at 100 % of a text with this size and smallest size, at a zoom.
fn at_zoom(width: f32, (size, least): (f32, f32), zoom: f32) -> f32 {
    width * text_size(size, zoom, least) / size
}

/// The lines as the label has them.
fn as_laid_out(lines: &[String]) -> Vec<Cow<'_, str>> {
    lines.iter().map(|line| Cow::Borrowed(line.as_str())).collect()
}

fn owned<'a>(lines: Vec<String>) -> Vec<Cow<'a, str>> {
    lines.into_iter().map(Cow::Owned).collect()
}

/// The lines of a name, at most `most`. At a small zoom the letters keep a readable size and the lines are cut shorter.
fn name_lines(face: &Face, room: f32, zoom: f32, most: usize) -> Vec<Cow<'_, str>> {
    let label = &face.label;
    if label.name.len() <= most && at_zoom(label.lines().name_width, NAME, zoom) <= room {
        return as_laid_out(&label.name);
    }
    let size = text_size(NAME.0, zoom, NAME.1);
    owned(wrap(&face.name, Weight::SemiBold, size, room.min(WIDEST * zoom), most))
}

/// The height of this number of rows of badges, with the gap above them.
fn rows_height(rows: usize, zoom: f32, form: CountForm) -> f32 {
    row_below(0.0, zoom, form) + below_first(rows, zoom, form)
}

/// How far this number of rows of badges reaches below the middle of the first one.
fn below_first(rows: usize, zoom: f32, form: CountForm) -> f32 {
    let size = text_size(COUNT.0, zoom, COUNT.1);
    form.next_row(zoom) * (rows as f32 - 1.0) + form.half_height(size)
}

/// The room below an item's tile at a zoom, in pixels.
#[derive(Clone, Copy)]
struct LabelRoom {
    /// The width for lines of text.
    text_width: f32,
    /// The width for badges.
    badge_width: f32,
    /// How far down it reaches from the middle of the tile.
    down: f32,
    zoom: f32,
}

impl LabelRoom {
    fn new(face: &Face, zoom: f32) -> Self {
        let width = face.room.aside * 2.0 * zoom;
        Self { text_width: width - GAP, badge_width: width - 1.0, down: face.room.down * zoom - 1.0, zoom }
    }

    /// The lines that a label has if there is room below; `broken` counts those of a name that is too wide.
    fn lines(&self, label: LabelLines, broken: impl FnOnce() -> usize) -> LabelLines {
        if self.text_width < NARROW || self.zoom < NAMES {
            return LabelLines::default();
        }
        let is_wide = |width: f32, size: (f32, f32)| at_zoom(width, size, self.zoom) > self.text_width;
        LabelLines {
            name: if is_wide(label.name_width, NAME) { broken() } else { label.name },
            sentence: match Level::at(self.zoom) {
                Level::Full if label.sentence > 0 && is_wide(label.sentence_width, SENTENCE) => {
                    (label.sentence + 1).min(MOST_LINES.1)
                }
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
    fn most_lines(&self, wanted: LabelLines, below: f32) -> Option<LabelLines> {
        let shorter = (0..=wanted.sentence).rev().map(|sentence| LabelLines { sentence, ..wanted });
        let shortest = LabelLines { name: wanted.name.min(1), sentence: 0, ..wanted };
        let mut all = shorter.chain(std::iter::once(shortest));
        all.find(|lines| self.fits(LabelHeights::of(*lines, self.zoom).end, below).is_some())
    }

    /// The lines of text and the badges below them; `None` if badges don't fit.
    fn badges(&self, face: &Face, wanted: LabelLines, count: Count) -> Option<(LabelLines, CountsLayout)> {
        let usual = CountForm::at(self.zoom);
        let plain = usual.without_outline();
        let room = |form| BadgeRoom { width: self.badge_width, form };
        let rows = |form| badge::row_count(count, self.zoom, room(form));
        // A third row would be far from the tile, so numbers without an outline are better.
        let is_high = rows(usual).is_some_and(|loose| loose > 2 && rows(plain).is_some_and(|tight| tight < loose));
        let tries = if is_high { &[plain][..] } else { &[usual, plain] };
        tries.iter().find_map(|form| {
            let rows = rows(*form)?;
            let lines = self.most_lines(wanted, rows_height(rows, self.zoom, *form))?;
            let first_row = self.first_row(face, lines, rows, *form);
            Some((lines, CountsLayout::Badges { first_row, room: room(*form) }))
        })
    }

    /// The middle of the first row of badges. The badges of a row of items are on one line, below the longest of their
    /// labels, unless there is no room for that, or they would be closer to the item below than to their own label.
    fn first_row(&self, face: &Face, lines: LabelLines, rows: usize, form: CountForm) -> f32 {
        let zoom = self.zoom;
        let row = self.lines(face.row, || MOST_LINES.0);
        let row = self.most_lines(row, rows_height(rows, zoom, form)).unwrap_or(row);
        let lowest = self.down - below_first(rows, zoom, form);
        let own = row_below(LabelHeights::of(lines, zoom).end, zoom, form);
        let on_line = row_below(LabelHeights::of(row, zoom).end, zoom, form).min(lowest);
        if on_line - own > lowest - on_line { own } else { own.max(on_line) }
    }
}
