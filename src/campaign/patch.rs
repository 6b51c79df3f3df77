//! The difference between two states of a campaign, applied forwards and backwards.
//!
//! Undo is exact by construction: what a patch takes back is what was there, whatever the edit was.

use super::directory::Directory;
use super::document::{Campaign, Rules};
use super::item::Item;
use super::rehearsal::Rehearsal;
use super::sequence::{Frame, Note, Sequence};

/// What changed from one state to another.
#[derive(Clone, Debug, Default)]
pub(super) struct Patch {
    head: Option<Box<(Head, Head)>>,
    directory: Option<Box<(Directory, Directory)>>,
    sequences: Sequences,
    rehearsals: ListPatch<Rehearsal>,
}

#[derive(Clone, Debug, PartialEq)]
struct Head {
    name: String,
    description: String,
    time_zone: String,
    rules: Rules,
}

#[derive(Clone, Debug)]
enum Sequences {
    /// The same sequences, some with other contents.
    Within(Vec<(usize, SequencePatch)>),
    /// Other sequences, or in another order.
    List(ListPatch<Sequence>),
}

impl Default for Sequences {
    fn default() -> Self {
        Sequences::Within(Vec::new())
    }
}

type Naming = (Option<u64>, String, Option<u64>);

#[derive(Clone, Debug)]
struct SequencePatch {
    naming: Option<Box<(Naming, Naming)>>,
    items: ListPatch<Item>,
    links: ListPatch<(u64, u64)>,
    notes: ListPatch<Note>,
    frames: ListPatch<Frame>,
}

#[derive(Clone, Debug, Default)]
enum ListPatch<T> {
    #[default]
    Same,
    /// As many elements as before, some of them others: place, was, is.
    Each(Vec<(usize, T, T)>),
    /// From this place on other elements, up to an equal rest.
    Splice(usize, Vec<T>, Vec<T>),
}

/// Which of the two states is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forth,
}

impl Patch {
    pub(super) fn between(before: &Campaign, after: &Campaign) -> Self {
        let (head_before, head_after) = (head(before), head(after));
        Self {
            head: (head_before != head_after).then(|| Box::new((head_before, head_after))),
            directory: (before.directory != after.directory)
                .then(|| Box::new((before.directory.clone(), after.directory.clone()))),
            sequences: Sequences::between(&before.sequences, &after.sequences),
            rehearsals: ListPatch::between(&before.rehearsals, &after.rehearsals),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        let sequences = match &self.sequences {
            Sequences::Within(patches) => patches.is_empty(),
            Sequences::List(list) => list.is_same(),
        };
        sequences && self.head.is_none() && self.directory.is_none() && self.rehearsals.is_same()
    }

    pub(super) fn apply(&self, campaign: &mut Campaign, way: Way) {
        if let Some(Head { name, description, time_zone, rules }) = pick(&self.head, way) {
            campaign.name.clone_from(name);
            campaign.description.clone_from(description);
            campaign.time_zone.clone_from(time_zone);
            campaign.rules = *rules;
        }
        if let Some(directory) = pick(&self.directory, way) {
            campaign.directory.clone_from(directory);
        }
        match &self.sequences {
            Sequences::List(list) => list.apply(&mut campaign.sequences, way),
            Sequences::Within(patches) => {
                for (place, patch) in patches {
                    patch.apply(&mut campaign.sequences[*place], way);
                }
            }
        }
        self.rehearsals.apply(&mut campaign.rehearsals, way);
    }
}

fn head(campaign: &Campaign) -> Head {
    Head {
        name: campaign.name.clone(),
        description: campaign.description.clone(),
        time_zone: campaign.time_zone.clone(),
        rules: campaign.rules,
    }
}

fn pick<T>(change: &Option<Box<(T, T)>>, way: Way) -> Option<&T> {
    let (was, is) = change.as_deref()?;
    Some(if way == Way::Back { was } else { is })
}

impl Sequences {
    fn between(before: &[Sequence], after: &[Sequence]) -> Self {
        // Edits within a canvas never change how many sequences there are, or their names' order.
        let others =
            before.len() != after.len() || before.iter().zip(after).filter(|(a, b)| a.name != b.name).count() > 1;
        if others {
            return Sequences::List(ListPatch::between(before, after));
        }
        let changed = before.iter().zip(after).enumerate().filter(|(_, (a, b))| a != b);
        Sequences::Within(changed.map(|(place, (a, b))| (place, SequencePatch::between(a, b))).collect())
    }
}

impl SequencePatch {
    fn between(before: &Sequence, after: &Sequence) -> Self {
        let naming = |sequence: &Sequence| (sequence.id, sequence.name.clone(), sequence.next_id);
        let (was, is) = (naming(before), naming(after));
        Self {
            naming: (was != is).then(|| Box::new((was, is))),
            items: ListPatch::between(&before.items, &after.items),
            links: ListPatch::between(&before.links, &after.links),
            notes: ListPatch::between(&before.notes, &after.notes),
            frames: ListPatch::between(&before.frames, &after.frames),
        }
    }

    fn apply(&self, sequence: &mut Sequence, way: Way) {
        if let Some((id, name, next_id)) = pick(&self.naming, way) {
            sequence.id = *id;
            sequence.name.clone_from(name);
            sequence.next_id = *next_id;
        }
        self.items.apply(&mut sequence.items, way);
        self.links.apply(&mut sequence.links, way);
        self.notes.apply(&mut sequence.notes, way);
        self.frames.apply(&mut sequence.frames, way);
    }
}

impl<T: Clone + PartialEq> ListPatch<T> {
    fn between(before: &[T], after: &[T]) -> Self {
        if before.len() == after.len() {
            let pairs = before.iter().zip(after).enumerate().filter(|(_, (a, b))| a != b);
            let changed: Vec<_> = pairs.map(|(place, (a, b))| (place, a.clone(), b.clone())).collect();
            return if changed.is_empty() { ListPatch::Same } else { ListPatch::Each(changed) };
        }
        let shorter = before.len().min(after.len());
        let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let end = before.iter().rev().zip(after.iter().rev()).take(shorter - start).take_while(|(a, b)| a == b).count();
        let middle = |list: &[T]| list[start..list.len() - end].to_vec();
        ListPatch::Splice(start, middle(before), middle(after))
    }

    fn is_same(&self) -> bool {
        matches!(self, ListPatch::Same)
    }

    fn apply(&self, list: &mut Vec<T>, way: Way) {
        match self {
            ListPatch::Same => {}
            ListPatch::Each(changed) => {
                for (place, was, is) in changed {
                    list[*place].clone_from(if way == Way::Back { was } else { is });
                }
            }
            ListPatch::Splice(start, was, is) => {
                let (out, put) = if way == Way::Back { (is, was) } else { (was, is) };
                list.splice(*start..*start + out.len(), put.iter().cloned());
            }
        }
    }
}
