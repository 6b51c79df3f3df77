//! The difference between two states of a sequence, and what an edit of its canvas may change.

use super::change::{PatchDirection, ValueChange, change, join_change, pick};
use super::list::{ListPatch, put_back};
use crate::campaign::edit::canvas::Touched;
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Item;
use crate::campaign::sequence::{Frame, IdInFile, Note, Sequence};

/// The parts of a sequence that aren't lists.
#[derive(Clone, Debug, PartialEq)]
struct SequenceNaming {
    id: SequenceId,
    id_in_file: IdInFile,
    name: String,
    next_id: Option<u64>,
}

/// The changes of a sequence.
#[derive(Clone, Debug)]
pub(super) struct SequencePatch {
    naming: ValueChange<SequenceNaming>,
    items: ListPatch<Item>,
    links: ListPatch<(u64, u64)>,
    notes: ListPatch<Note>,
    frames: ListPatch<Frame>,
}

fn naming(sequence: &Sequence) -> SequenceNaming {
    SequenceNaming {
        id: sequence.id,
        id_in_file: sequence.id_in_file,
        name: sequence.name.clone(),
        next_id: sequence.next_id,
    }
}

impl SequenceNaming {
    fn put(self, sequence: &mut Sequence) {
        let Self { id, id_in_file, name, next_id } = self;
        (sequence.id, sequence.id_in_file, sequence.name, sequence.next_id) = (id, id_in_file, name, next_id);
    }
}

impl SequencePatch {
    pub(super) fn is_empty(&self) -> bool {
        let is_same = self.items.is_same() && self.links.is_same() && self.notes.is_same() && self.frames.is_same();
        is_same && self.naming.is_none()
    }

    pub(super) fn joined(&self, next: &Self) -> Option<Self> {
        Some(Self {
            naming: join_change(&self.naming, &next.naming),
            items: self.items.joined(&next.items)?,
            links: self.links.joined(&next.links)?,
            notes: self.notes.joined(&next.notes)?,
            frames: self.frames.joined(&next.frames)?,
        })
    }

    pub(super) fn between(before: &Sequence, after: &Sequence) -> Self {
        let (was, is) = (naming(before), naming(after));
        Self {
            naming: change(was, is),
            items: ListPatch::between(&before.items, &after.items),
            links: ListPatch::between(&before.links, &after.links),
            notes: ListPatch::between(&before.notes, &after.notes),
            frames: ListPatch::between(&before.frames, &after.frames),
        }
    }

    pub(super) fn apply(&self, sequence: &mut Sequence, way: PatchDirection) {
        if let Some(naming) = pick(&self.naming, way) {
            naming.clone().put(sequence);
        }
        self.items.apply(&mut sequence.items, way);
        self.links.apply(&mut sequence.links, way);
        self.notes.apply(&mut sequence.notes, way);
        self.frames.apply(&mut sequence.frames, way);
    }
}

/// The old values of all parts that an edit of one canvas may change.
pub(super) struct OldValues {
    naming: SequenceNaming,
    /// The items that may change, with their indices, which ascend.
    items: Vec<(usize, Item)>,
    count: usize,
    links: Vec<(u64, u64)>,
    notes: Vec<Note>,
    frames: Vec<Frame>,
}

impl OldValues {
    pub(super) fn of(sequence: &Sequence, touched: &Touched) -> Self {
        let (Touched::Changed(ids) | Touched::Removed(ids)) = touched;
        let items = sequence.items.iter().enumerate().filter(|(_, item)| !ids.is_empty() && ids.contains(&item.id));
        Self {
            naming: naming(sequence),
            items: items.map(|(place, item)| (place, item.clone())).collect(),
            count: sequence.items.len(),
            links: sequence.links.clone(),
            notes: sequence.notes.clone(),
            frames: sequence.frames.clone(),
        }
    }

    pub(super) fn put_back(self, sequence: &mut Sequence) {
        let is_shorter = sequence.items.len() < self.count;
        sequence.items.truncate(self.count);
        if is_shorter {
            put_back(&mut sequence.items, self.items.into_iter());
        } else {
            self.items.into_iter().for_each(|(place, item)| sequence.items[place] = item);
        }
        self.naming.put(sequence);
        (sequence.links, sequence.notes, sequence.frames) = (self.links, self.notes, self.frames);
    }

    pub(super) fn patch(self, sequence: &Sequence) -> SequencePatch {
        let is = naming(sequence);
        let items = match sequence.items.len() {
            count if count < self.count => ListPatch::Out(self.items),
            count if count > self.count => {
                ListPatch::Splice(self.count, Vec::new(), sequence.items[self.count..].to_vec())
            }
            _ => {
                let is = |place: usize| &sequence.items[place];
                let changed = self.items.into_iter().filter(|(place, was)| was != is(*place));
                let changed: Vec<_> = changed.map(|(place, was)| (place, was, is(place).clone())).collect();
                if changed.is_empty() { ListPatch::Same } else { ListPatch::Each(changed) }
            }
        };
        SequencePatch {
            naming: change(self.naming, is),
            items,
            links: ListPatch::between(&self.links, &sequence.links),
            notes: ListPatch::between(&self.notes, &sequence.notes),
            frames: ListPatch::between(&self.frames, &sequence.frames),
        }
    }
}
