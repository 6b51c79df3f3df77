//! An item as it is drawn: its tile and the label below.

use crate::campaign::configured::is_configured;
use crate::campaign::item::Item;
use crate::campaign::kinds::{Family, Kind};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::sentence;
use crate::picture::draw::badge::{FIRST_ROW, HEIGHT};
use crate::picture::draw::count_form::NEXT_ROW;
use crate::picture::draw::lines::badge_row;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::icons;
use crate::picture::label::{Label, LabelLines};
use crate::picture::looks::{ItemState, TILE, Tile, WordRoom};

use super::room::{FREE, TextRoom};

/// What a face depends on besides its item: the directory, and the place of the campaign's time zone where timers must
/// name it.
pub(super) type FaceContext<'a> = (&'a IndexedDirectory<'a>, Option<&'a str>);

/// An item as it is drawn.
#[derive(Clone, Debug)]
pub struct Face {
    /// The id of the item.
    pub id: u64,
    /// The middle of its tile.
    pub middle: Point,
    /// The item's family, for the colour.
    pub family: Family,
    /// The glyph of the item's kind.
    pub icon: char,
    /// Whether the item works.
    pub state: ItemState,
    /// Whether a timer before it is not set up, so that no contact reaches it.
    pub blocked: bool,
    /// Its name, as typed.
    pub name: String,
    /// What a timer does; empty for others.
    pub sentence: String,
    /// Name and sentence in lines, as they are drawn below the tile.
    pub label: Label,
    /// The lines of the longest label in its row of items: the badges of the whole row are below it.
    pub row: LabelLines,
    /// The room for its texts and counts.
    pub room: TextRoom,
    /// The number of links that leave the item.
    pub outgoing: usize,
    /// What a screen reader says: “Delay timer, Wait 3 days, set up, 1 outgoing”.
    pub spoken: String,
    /// The kind and the ready mark that the face was made from.
    made_of: (Kind, bool),
    /// How far its texts and badges reach, in points at 100 %: to either side, and below the middle of its tile.
    reach: (f32, f32),
}

impl Face {
    /// How an item is drawn.
    pub(super) fn new(item: &Item, (known, place): FaceContext<'_>, outgoing: usize) -> Self {
        let state = match (is_configured(&item.kind, known), item.ready || !item.kind.has_ready_mark()) {
            (false, _) => ItemState::NotSetUp,
            (true, false) => ItemState::Draft,
            (true, true) => ItemState::Solid,
        };
        let sentence = sentence::short(&item.kind, known, place).unwrap_or_default();
        let shown = match (state, item.kind.family()) {
            // The word on its tile says that it is not set up.
            (ItemState::NotSetUp, Family::Timer) => "",
            _ => &sentence,
        };
        let label = Label::new(&item.name, shown);
        Self {
            id: item.id,
            middle: middle(item),
            family: item.kind.family(),
            icon: icons::of(&item.kind),
            state,
            blocked: false,
            reach: ((label.width() / 2.0).max(70.0), below(label.lines())),
            row: label.lines(),
            room: FREE,
            label,
            name: item.name.clone(),
            sentence,
            outgoing,
            spoken: spoken(item, state, outgoing),
            made_of: (item.kind.clone(), item.ready),
        }
    }

    /// Updates the face after an edit. The directory and the place must be the same. Unchanged texts are not laid out again.
    pub(super) fn renewed(self, item: &Item, context: FaceContext<'_>, outgoing: usize) -> Self {
        if self.name != item.name || self.made_of.1 != item.ready || self.made_of.0 != item.kind {
            return Self::new(item, context, outgoing);
        }
        let spoken = if self.outgoing == outgoing { self.spoken } else { spoken(item, self.state, outgoing) };
        let face = Self { middle: middle(item), blocked: false, outgoing, spoken, ..self };
        let lines = face.label.lines();
        face.in_row(lines, FREE)
    }

    /// The face with its room, in a row of items whose longest label has these lines.
    pub(super) fn in_row(mut self, row: LabelLines, room: TextRoom) -> Self {
        (self.row, self.room) = (row, room);
        self.reach.1 = below(row);
        self
    }

    /// The square of the tile.
    pub fn tile(&self) -> Rect {
        Rect::around(self.middle, TILE, TILE)
    }

    /// Whether it is a timer that is not set up, which holds every contact.
    pub fn is_barrier(&self) -> bool {
        self.state == ItemState::NotSetUp && self.family == Family::Timer
    }

    /// The look of its tile.
    pub fn looks(&self) -> Tile {
        // Tiles without a word look alike, whatever their room.
        let aside = if self.has_word() { self.room.aside as u8 } else { 0 };
        let word = WordRoom { aside };
        Tile { family: self.family, icon: self.icon, state: self.state, blocked: self.blocked, word }
    }

    /// Whether a word on its tile says what it lacks.
    pub fn has_word(&self) -> bool {
        self.room.has_word && self.state != ItemState::Solid
    }

    /// The tile with everything that can be drawn around it at 100 %: word, finding and caption above, label and two
    /// rows of badges below. Items that are arranged get this much room; with less, texts are cut.
    pub fn extent(&self) -> Rect {
        let above = if self.is_barrier() { 82.0 } else { TILE / 2.0 + 12.0 };
        let (aside, below) = self.reach;
        Rect {
            min: point(self.middle.x - aside, self.middle.y - above),
            max: point(self.middle.x + aside, self.middle.y + below),
        }
    }
}

/// How far two rows of badges below a label reach, below the middle of the tile.
fn below(lines: LabelLines) -> f32 {
    badge_row(lines, 1.0).max(FIRST_ROW) + NEXT_ROW + HEIGHT / 2.0
}

fn middle(item: &Item) -> Point {
    point(item.position.0 as f32, item.position.1 as f32)
}

fn spoken(item: &Item, state: ItemState, outgoing: usize) -> String {
    let state = match (state, &item.kind) {
        (_, Kind::Start) => "set up",
        (ItemState::NotSetUp, _) => "not set up",
        (ItemState::Draft, _) => "draft",
        (ItemState::Solid, kind) if kind.has_ready_mark() => "ready",
        (ItemState::Solid, _) => "set up",
    };
    format!("{}, {}, {state}, {outgoing} outgoing", item.kind.label(), item.name)
}
