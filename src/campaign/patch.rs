//! The difference between two states of a campaign, applied forwards and backwards.
//!
//! Undo is exact by construction: a patch restores what was there, whatever the edit was.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::directory::Directory;
use super::document::{Campaign, Rules};
use super::edit::canvas::Touched;
use super::edit::{Edit, Refused};
use super::ids::SequenceId;
use super::item::Item;
use super::rehearsal::Rehearsal;
use super::selection::Selection;
use super::sequence::{Frame, IdInFile, Note, Sequence};

/// The old and the new value, if they differ.
type ValueChange<T> = Option<Box<(T, T)>>;

/// The changes from one state to another.
#[derive(Clone, Debug, Default)]
pub(super) struct Patch {
    head: ValueChange<Head>,
    directory: ValueChange<Directory>,
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
    /// The same sequences, some with changed contents.
    Within(Vec<(usize, SequencePatch)>),
    /// Other sequences, or another order.
    List(ListPatch<Sequence>),
}

impl Default for Sequences {
    fn default() -> Self {
        Sequences::Within(Vec::new())
    }
}

/// What a sequence has beside lists.
#[derive(Clone, Debug, PartialEq)]
struct SequenceNaming {
    id: SequenceId,
    id_in_file: IdInFile,
    name: String,
    next_id: Option<u64>,
}

#[derive(Clone, Debug)]
struct SequencePatch {
    naming: ValueChange<SequenceNaming>,
    items: ListPatch<Item>,
    links: ListPatch<(u64, u64)>,
    notes: ListPatch<Note>,
    frames: ListPatch<Frame>,
}

#[derive(Clone, Debug, Default)]
enum ListPatch<T> {
    #[default]
    Same,
    /// The same number of elements, some of them changed: index, old, new.
    Each(Vec<(usize, T, T)>),
    /// Other elements from this index on, up to an equal rest.
    Splice(usize, Vec<T>, Vec<T>),
    /// These elements, by their old indices, are removed.
    Out(Vec<(usize, T)>),
}

/// The direction in which a patch is applied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PatchDirection {
    Back,
    Forth,
}

impl Patch {
    /// Applies an edit, and keeps only what it may change, since a campaign may be large.
    ///
    /// # Errors
    /// If it can't be applied. The campaign is unchanged.
    pub(super) fn of(
        edit: &Edit,
        campaign: &mut Campaign,
        given: &FxHashSet<SequenceId>,
    ) -> Result<(Self, Option<Selection>), Refused> {
        match edit {
            Edit::Together(_, edits) if edits.len() == 1 => Self::of(&edits[0], campaign, given),
            Edit::RenameCampaign(_) | Edit::Describe(_) | Edit::SetTimeZone(_) | Edit::SetRules(_) => {
                let was = head(campaign);
                let selection = edit.apply(campaign, given)?;
                let is = head(campaign);
                let head = (was != is).then(|| Box::new((was, is)));
                Ok((Self { head, ..Self::default() }, selection))
            }
            Edit::Rehearsals(_) => {
                let was = campaign.rehearsals.clone();
                let selection = match edit.apply(campaign, given) {
                    Ok(selection) => selection,
                    Err(refused) => {
                        campaign.rehearsals = was;
                        return Err(refused);
                    }
                };
                let rehearsals = ListPatch::between(&was, &campaign.rehearsals);
                Ok((Self { rehearsals, ..Self::default() }, selection))
            }
            Edit::Canvas(id, canvas) => {
                let index = campaign.index_of(*id).ok_or(Refused::Gone)?;
                let touched = canvas.touched();
                let kept = OldValues::of(&campaign.sequences[index], &touched);
                // Breakpoints at a removed item are removed too.
                let has_breakpoints = |rehearsal: &Rehearsal| !rehearsal.breakpoints.is_empty();
                let may_lose =
                    matches!(touched, Touched::Removed(_)) && campaign.rehearsals.iter().any(has_breakpoints);
                let rehearsals = may_lose.then(|| campaign.rehearsals.clone());
                let outcome = edit.apply(campaign, given);
                let sequence = &mut campaign.sequences[index];
                match outcome {
                    Err(refused) => {
                        kept.put_back(sequence);
                        Err(refused)
                    }
                    Ok(selection) => {
                        let patch = kept.patch(sequence);
                        let patches = if patch.is_empty() { Vec::new() } else { vec![(index, patch)] };
                        let rehearsals =
                            rehearsals.map_or(ListPatch::Same, |was| ListPatch::between(&was, &campaign.rehearsals));
                        Ok((Self { sequences: Sequences::Within(patches), rehearsals, ..Self::default() }, selection))
                    }
                }
            }
            _ => {
                let mut changed = campaign.clone();
                let selection = edit.apply(&mut changed, given)?;
                let patch = Self::between(campaign, &changed);
                *campaign = changed;
                Ok((patch, selection))
            }
        }
    }

    /// The ids of the sequences that it adds or takes away, and maybe of others.
    pub(super) fn listed(&self) -> impl Iterator<Item = SequenceId> {
        let listed: Vec<&Sequence> = match &self.sequences {
            Sequences::Within(_) => Vec::new(),
            Sequences::List(list) => list.elements(),
        };
        listed.into_iter().map(|sequence| sequence.id)
    }

    /// Joins this patch and the next; `after` is the state they lead to.
    pub(super) fn then(self, next: &Self, after: &Campaign) -> Self {
        if let Some(joined) = self.joined(next) {
            return joined;
        }
        let mut before = after.clone();
        next.apply(&mut before, PatchDirection::Back);
        self.apply(&mut before, PatchDirection::Back);
        Self::between(&before, after)
    }

    /// Joins the two, if that is possible without the states.
    fn joined(&self, next: &Self) -> Option<Self> {
        let sequences = match (&self.sequences, &next.sequences) {
            (Sequences::Within(first), Sequences::Within(second)) => match (first.as_slice(), second.as_slice()) {
                (patches, []) | ([], patches) => patches.to_vec(),
                ([(a, first)], [(b, second)]) if a == b => {
                    let patch = first.joined(second)?;
                    if patch.is_empty() { Vec::new() } else { vec![(*a, patch)] }
                }
                _ => return None,
            },
            _ => return None,
        };
        Some(Self {
            head: join_change(&self.head, &next.head),
            directory: join_change(&self.directory, &next.directory),
            sequences: Sequences::Within(sequences),
            rehearsals: self.rehearsals.joined(&next.rehearsals)?,
        })
    }

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

    pub(super) fn apply(&self, campaign: &mut Campaign, way: PatchDirection) {
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

/// Joins two consecutive changes of the same thing.
fn join_change<T: Clone + PartialEq>(first: &ValueChange<T>, second: &ValueChange<T>) -> ValueChange<T> {
    match (first, second) {
        (change, None) | (None, change) => change.clone(),
        (Some(first), Some(second)) => (first.0 != second.1).then(|| Box::new((first.0.clone(), second.1.clone()))),
    }
}

fn pick<T>(change: &Option<Box<(T, T)>>, way: PatchDirection) -> Option<&T> {
    let (was, is) = change.as_deref()?;
    Some(if way == PatchDirection::Back { was } else { is })
}

impl Sequences {
    fn between(before: &[Sequence], after: &[Sequence]) -> Self {
        // Edits within a canvas never change which sequences there are, or their order.
        let ids = |sequences: &[Sequence]| sequences.iter().map(|sequence| sequence.id).collect::<Vec<_>>();
        if ids(before) != ids(after) {
            return Sequences::List(ListPatch::between(before, after));
        }
        let changed = before.iter().zip(after).enumerate().filter(|(_, (a, b))| a != b);
        Sequences::Within(changed.map(|(place, (a, b))| (place, SequencePatch::between(a, b))).collect())
    }
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
    fn is_empty(&self) -> bool {
        let is_same = self.items.is_same() && self.links.is_same() && self.notes.is_same() && self.frames.is_same();
        is_same && self.naming.is_none()
    }

    fn joined(&self, next: &Self) -> Option<Self> {
        Some(Self {
            naming: join_change(&self.naming, &next.naming),
            items: self.items.joined(&next.items)?,
            links: self.links.joined(&next.links)?,
            notes: self.notes.joined(&next.notes)?,
            frames: self.frames.joined(&next.frames)?,
        })
    }

    fn between(before: &Sequence, after: &Sequence) -> Self {
        let (was, is) = (naming(before), naming(after));
        Self {
            naming: (was != is).then(|| Box::new((was, is))),
            items: ListPatch::between(&before.items, &after.items),
            links: ListPatch::between(&before.links, &after.links),
            notes: ListPatch::between(&before.notes, &after.notes),
            frames: ListPatch::between(&before.frames, &after.frames),
        }
    }

    fn apply(&self, sequence: &mut Sequence, way: PatchDirection) {
        if let Some(naming) = pick(&self.naming, way) {
            naming.clone().put(sequence);
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

    /// All that it holds of either state.
    fn elements(&self) -> Vec<&T> {
        match self {
            ListPatch::Same => Vec::new(),
            ListPatch::Each(changed) => changed.iter().flat_map(|(_, was, is)| [was, is]).collect(),
            ListPatch::Splice(_, was, is) => was.iter().chain(is).collect(),
            ListPatch::Out(gone) => gone.iter().map(|(_, element)| element).collect(),
        }
    }

    fn is_same(&self) -> bool {
        matches!(self, ListPatch::Same)
    }

    /// Joins this and the next, if that is possible without the states.
    fn joined(&self, next: &Self) -> Option<Self> {
        match (self, next) {
            (patch, ListPatch::Same) | (ListPatch::Same, patch) => Some(patch.clone()),
            (ListPatch::Each(first), ListPatch::Each(second)) => {
                let mut changes: BTreeMap<usize, (&T, &T)> =
                    first.iter().map(|(place, was, is)| (*place, (was, is))).collect();
                for (place, was, is) in second {
                    changes.entry(*place).and_modify(|change| change.1 = is).or_insert((was, is));
                }
                let differ = changes.into_iter().filter(|(_, (was, is))| was != is);
                let changes: Vec<_> = differ.map(|(place, (was, is))| (place, was.clone(), is.clone())).collect();
                Some(if changes.is_empty() { ListPatch::Same } else { ListPatch::Each(changes) })
            }
            _ => None,
        }
    }

    fn apply(&self, list: &mut Vec<T>, way: PatchDirection) {
        match self {
            ListPatch::Same => {}
            ListPatch::Each(changed) => {
                for (place, was, is) in changed {
                    list[*place].clone_from(if way == PatchDirection::Back { was } else { is });
                }
            }
            ListPatch::Splice(start, was, is) => {
                let (out, put) = if way == PatchDirection::Back { (is, was) } else { (was, is) };
                list.splice(*start..*start + out.len(), put.iter().cloned());
            }
            ListPatch::Out(gone) if way == PatchDirection::Back => put_back(list, gone.iter().cloned()),
            ListPatch::Out(gone) => {
                let mut gone = gone.iter().map(|(place, _)| *place).peekable();
                let mut place = 0;
                list.retain(|_| {
                    let stays = gone.next_if_eq(&place).is_none();
                    place += 1;
                    stays
                });
            }
        }
    }
}

/// Puts elements back at their indices, which ascend.
fn put_back<T>(list: &mut Vec<T>, gone: impl ExactSizeIterator<Item = (usize, T)>) {
    let mut rest = std::mem::replace(list, Vec::with_capacity(list.len() + gone.len())).into_iter();
    for (place, element) in gone {
        let between = place.saturating_sub(list.len());
        list.extend(rest.by_ref().take(between));
        list.push(element);
    }
    list.extend(rest);
}

/// The old values of what an edit of one canvas may change.
struct OldValues {
    naming: SequenceNaming,
    /// By their indices, which ascend.
    items: Vec<(usize, Item)>,
    count: usize,
    links: Vec<(u64, u64)>,
    notes: Vec<Note>,
    frames: Vec<Frame>,
}

impl OldValues {
    fn of(sequence: &Sequence, touched: &Touched) -> Self {
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

    fn put_back(self, sequence: &mut Sequence) {
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

    fn patch(self, sequence: &Sequence) -> SequencePatch {
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
            naming: (self.naming != is).then(|| Box::new((self.naming, is))),
            items,
            links: ListPatch::between(&self.links, &sequence.links),
            notes: ListPatch::between(&self.notes, &sequence.notes),
            frames: ListPatch::between(&self.frames, &sequence.frames),
        }
    }
}
