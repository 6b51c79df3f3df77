//! A part of a sequence, for copying, cutting, pasting and duplicating.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::item::{Item, Position};
use super::sequence::{Frame, Note, Sequence};

/// Items, the links between them, notes and frames. Ids are only valid inside the fragment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    /// The items, with their settings.
    pub items: Vec<Item>,
    /// The links between the items.
    pub links: Vec<(u64, u64)>,
    /// The notes on the canvas.
    pub notes: Vec<Note>,
    /// The frames around groups of items.
    pub frames: Vec<Frame>,
}

impl Fragment {
    /// The part of a sequence with these ids.
    pub fn of(sequence: &Sequence, ids: &BTreeSet<u64>) -> Self {
        let links = sequence.links.iter().filter(|(from, to)| ids.contains(from) && ids.contains(to));
        Self {
            items: sequence.items.iter().filter(|item| ids.contains(&item.id)).cloned().collect(),
            links: links.copied().collect(),
            notes: sequence.notes.iter().filter(|note| ids.contains(&note.id)).cloned().collect(),
            frames: sequence.frames.iter().filter(|frame| ids.contains(&frame.id)).cloned().collect(),
        }
    }

    /// The number of items, notes and frames.
    pub fn len(&self) -> usize {
        self.items.len() + self.notes.len() + self.frames.len()
    }

    /// Whether the fragment is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The ids of all items, notes and frames.
    pub fn ids(&self) -> impl Iterator<Item = u64> + '_ {
        let items = self.items.iter().map(|item| item.id);
        let notes = self.notes.iter().map(|note| note.id);
        items.chain(notes).chain(self.frames.iter().map(|frame| frame.id))
    }

    /// The top left corner of all positions; `None` if the fragment is empty.
    pub fn corner(&self) -> Option<Position> {
        self.positions().copied().reduce(|a, b| Position(a.0.min(b.0), a.1.min(b.1)))
    }

    /// The fragment, moved to the right and down, in points.
    pub fn shifted(mut self, right: f64, down: f64) -> Self {
        let items = self.items.iter_mut().map(|item| &mut item.position);
        let notes = self.notes.iter_mut().map(|note| &mut note.position);
        let frames = self.frames.iter_mut().map(|frame| &mut frame.position);
        for position in items.chain(notes).chain(frames) {
            *position = Position(position.0 + right, position.1 + down).within_canvas();
        }
        self
    }

    fn positions(&self) -> impl Iterator<Item = &Position> {
        let items = self.items.iter().map(|item| &item.position);
        let notes = self.notes.iter().map(|note| &note.position);
        items.chain(notes).chain(self.frames.iter().map(|frame| &frame.position))
    }

    /// Removes links that would be left out of every simulation.
    fn without_faults(mut self) -> Self {
        let alone = Sequence {
            items: std::mem::take(&mut self.items),
            links: std::mem::take(&mut self.links),
            ..Sequence::with_start("")
        };
        let faults: FxHashSet<usize> = alone.forest().faults.iter().map(|(place, _)| *place).collect();
        let links = alone.links.into_iter().enumerate().filter(|(place, _)| !faults.contains(place));
        Self { items: alone.items, links: links.map(|(_, link)| link).collect(), ..self }
    }

    /// Adds the contents with new ids, which are returned in the order items, notes, frames.
    pub(super) fn add_to(self, sequence: &mut Sequence) -> Vec<u64> {
        let first = sequence.next_id();
        let mut new_ids = FxHashMap::default();
        let mut ids = Vec::with_capacity(self.len());
        let mut renew = |id: &mut u64| {
            let new = first + ids.len() as u64;
            new_ids.insert(*id, new);
            ids.push(new);
            *id = new;
        };
        let Self { mut items, links, mut notes, mut frames } = self.without_faults();
        for item in &mut items {
            renew(&mut item.id);
            item.position = item.position.within_canvas();
            item.ready &= item.kind.has_ready_mark();
        }
        for note in &mut notes {
            renew(&mut note.id);
            (note.position, note.size) = (note.position.within_canvas(), note.size.within_canvas());
        }
        for frame in &mut frames {
            renew(&mut frame.id);
            (frame.position, frame.size) = (frame.position.within_canvas(), frame.size.within_canvas());
        }
        sequence.items.extend(items);
        sequence.notes.extend(notes);
        sequence.frames.extend(frames);
        let links = links.iter().filter_map(|(from, to)| Some((*new_ids.get(from)?, *new_ids.get(to)?)));
        sequence.links.extend(links);
        ids
    }
}
