//! A sequence: items, links, notes, frames, and which links count.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::ids::SequenceId;
use super::item::{Item, Position};
use super::kinds::Kind;
use super::trees::{Trees, first_before, previous_items};

/// A sequence of a campaign, with everything on its canvas.
#[derive(Clone, Debug, PartialEq)]
pub struct Sequence {
    /// Its id, unique among the sequences.
    pub id: SequenceId,
    /// How a file gives the id.
    pub id_in_file: IdInFile,
    /// The name, unique among the sequences.
    pub name: String,
    /// The id of the next new item, note or frame; `None`: one more than the highest id.
    pub next_id: Option<u64>,
    /// The items, in the order of the file.
    pub items: Vec<Item>,
    /// The links, by the ids of their two items. The order decides which ones count.
    pub links: Vec<(u64, u64)>,
    /// The notes, which are never simulated.
    pub notes: Vec<Note>,
    /// The frames around groups, which are never simulated.
    pub frames: Vec<Frame>,
}

/// Whether a campaign file contains the id of a sequence. Saving keeps the form that was read, so that the file's bytes
/// stay the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdInFile {
    /// The file leaves the id out: it is the sequence's position in the list, from 1.
    LeftOut,
    /// The file contains the id.
    Written,
}

/// A note on the canvas.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The id, unique in the sequence.
    pub id: u64,
    /// The top left corner.
    pub position: Position,
    /// The width and height, in points.
    pub size: Position,
    /// The text, as Markdown.
    pub text: String,
    /// The colour of the note's paper.
    pub color: Color,
}

/// A frame around a group of items.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The id, unique in the sequence.
    pub id: u64,
    /// The top left corner.
    pub position: Position,
    /// The width and height, in points.
    pub size: Position,
    /// The title above the frame.
    pub title: String,
    /// The colour of the frame.
    pub color: Color,
}

/// The colour of a note or frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Color {
    #[default]
    Yellow,
    Blue,
    Green,
    Pink,
    Grey,
}

impl Color {
    /// The name of the colour in a menu.
    pub const fn label(self) -> &'static str {
        match self {
            Color::Yellow => "Yellow",
            Color::Blue => "Blue",
            Color::Green => "Green",
            Color::Pink => "Pink",
            Color::Grey => "Grey",
        }
    }
}

/// Why a link is left out of the simulation (files-and-commands.md, *links*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It starts at an item that doesn't exist.
    FromNowhere,
    /// It ends at an item that doesn't exist.
    ToNowhere,
    /// It leads into a Start.
    IntoStart,
    /// The item that it leads to has an incoming link already.
    SecondIncoming,
    /// It would close a loop.
    Loop,
}

/// The links that count: the next items of each item, by index in [`Sequence::items`].
#[derive(Clone, Debug, Default)]
pub struct Forest {
    /// The next items of each item, in rank order.
    pub next: Vec<Vec<usize>>,
    /// The item before each item, if there is one.
    pub previous: Vec<Option<usize>>,
    /// The Starts, in rank order.
    pub starts: Vec<usize>,
    /// The links that are left out, by index in [`Sequence::links`].
    pub faults: Vec<(usize, LinkFault)>,
}

impl Sequence {
    /// A new sequence with a Start. It has the id of the first sequence in a list.
    pub fn with_start(name: &str) -> Self {
        let start =
            Item { id: 1, name: "Start".to_owned(), position: Position(40.0, 80.0), ready: false, kind: Kind::Start };
        Self {
            id: SequenceId::default(),
            id_in_file: IdInFile::LeftOut,
            name: name.to_owned(),
            next_id: None,
            items: vec![start],
            links: Vec::new(),
            notes: Vec::new(),
            frames: Vec::new(),
        }
    }

    /// A sequence without a name that has a Start and one item of this kind, with the id 2, after it.
    pub fn of_one(kind: Kind, ready: bool) -> Self {
        let mut sequence = Self::with_start("");
        let position = sequence.items[0].position;
        sequence.items.push(Item { id: 2, name: String::new(), position, ready, kind });
        sequence.links.push((1, 2));
        sequence
    }

    /// The item with this id.
    pub fn item(&self, id: u64) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The note with this id.
    pub fn note(&self, id: u64) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == id)
    }

    /// The frame with this id.
    pub fn frame(&self, id: u64) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.id == id)
    }

    /// Why a link between two items would be left out of the simulation; `None` if it would count. With `instead_of`,
    /// the link at that index is removed first.
    pub fn refusal(&self, from: u64, to: u64, instead_of: Option<usize>) -> Option<LinkFault> {
        if self.item(from).is_none() {
            return Some(LinkFault::FromNowhere);
        }
        match self.item(to) {
            None => return Some(LinkFault::ToNowhere),
            Some(item) if item.kind == Kind::Start => return Some(LinkFault::IntoStart),
            Some(_) if from == to => return Some(LinkFault::Loop),
            Some(_) => {}
        }
        let others = self.links.iter().enumerate().filter(|(place, _)| Some(*place) != instead_of);
        let before = previous_items(others.map(|(_, link)| link));
        if before.contains_key(&to) {
            return Some(LinkFault::SecondIncoming);
        }
        (first_before(&before, from) == to).then_some(LinkFault::Loop)
    }

    /// The items that a link from this one could lead to: those without a [`Sequence::refusal`], found in one pass.
    pub fn may_follow(&self, from: u64) -> impl Iterator<Item = &Item> {
        let before = previous_items(self.links.iter());
        let first = first_before(&before, from);
        let free = move |id: u64| !before.contains_key(&id) && id != first && id != from;
        self.items.iter().filter(move |item| item.kind != Kind::Start && free(item.id))
    }

    /// Computes which links count, and which don't.
    pub fn forest(&self) -> Forest {
        let places: FxHashMap<u64, usize> =
            self.items.iter().enumerate().map(|(place, item)| (item.id, place)).collect();
        let mut forest = Forest {
            next: vec![Vec::new(); self.items.len()],
            previous: vec![None; self.items.len()],
            ..Forest::default()
        };
        let mut trees = Trees::new(self.items.len());
        for (place, (from, to)) in self.links.iter().enumerate() {
            match self.fault(places.get(from), places.get(to), &forest, &mut trees) {
                Ok((from, to)) => {
                    forest.next[from].push(to);
                    forest.previous[to] = Some(from);
                    trees.join(from, to);
                }
                Err(fault) => forest.faults.push((place, fault)),
            }
        }
        let by_rank = |a: &usize, b: &usize| self.rank_order(*a, *b);
        for next in &mut forest.next {
            next.sort_by(by_rank);
        }
        forest.starts = (0..self.items.len()).filter(|&place| self.items[place].kind == Kind::Start).collect();
        forest.starts.sort_by(by_rank);
        forest
    }

    fn fault(
        &self,
        from: Option<&usize>,
        to: Option<&usize>,
        forest: &Forest,
        trees: &mut Trees,
    ) -> Result<(usize, usize), LinkFault> {
        let &from = from.ok_or(LinkFault::FromNowhere)?;
        let &to = to.ok_or(LinkFault::ToNowhere)?;
        if self.items[to].kind == Kind::Start {
            return Err(LinkFault::IntoStart);
        }
        if forest.previous[to].is_some() {
            return Err(LinkFault::SecondIncoming);
        }
        // `to` has no incoming link, so it is the root of its tree. If `from` is in the same tree, it comes after
        // `to`.
        if trees.root(from) == trees.root(to) {
            return Err(LinkFault::Loop);
        }
        Ok((from, to))
    }

    /// The order of items for ties: by y, x and id (`rules.md` §1, *Rank*).
    fn rank_order(&self, a: usize, b: usize) -> Ordering {
        let (a, b) = (&self.items[a], &self.items[b]);
        // `+ 0.0` turns negative zero into zero.
        (a.position.1 + 0.0)
            .total_cmp(&(b.position.1 + 0.0))
            .then((a.position.0 + 0.0).total_cmp(&(b.position.0 + 0.0)))
            .then(a.id.cmp(&b.id))
    }

    /// The id for a new item, note or frame.
    pub fn next_id(&self) -> u64 {
        let items = self.items.iter().map(|item| item.id);
        let notes = self.notes.iter().map(|note| note.id);
        let frames = self.frames.iter().map(|frame| frame.id);
        let highest = items.chain(notes).chain(frames).max().unwrap_or(0);
        self.next_id.unwrap_or(0).max(highest.saturating_add(1))
    }
}

impl Forest {
    /// The items that a Start leads to, in preorder. An item's index in it is its rank (`rules.md` §1).
    pub fn preorder(&self) -> Vec<usize> {
        let mut order = Vec::new();
        let mut open: Vec<usize> = self.starts.iter().rev().copied().collect();
        while let Some(place) = open.pop() {
            order.push(place);
            open.extend(self.next[place].iter().rev());
        }
        order
    }
}
