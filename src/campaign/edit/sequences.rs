//! Edits of the list of sequences.

use rustc_hash::FxHashSet;

use super::{Refused, SequencesEdit, rehearsals};
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::{IdInFile, Sequence};
use crate::campaign::text::name_of_copy;

/// `given` are ids of sequences that undo can bring back: no other sequence gets them.
pub(super) fn apply(
    edit: &SequencesEdit,
    campaign: &mut Campaign,
    given: &FxHashSet<SequenceId>,
) -> Result<Selection, Refused> {
    let count = campaign.sequences.len();
    let there = |place: usize| if place < count { Ok(place) } else { Err(Refused::Gone) };
    let place = match edit {
        SequencesEdit::Add(name) => {
            free(campaign, name, None)?;
            let id = fresh_id(campaign, given);
            campaign.sequences.push(Sequence { id, ..Sequence::with_start(name) });
            count
        }
        SequencesEdit::Duplicate(place) => {
            let original = &campaign.sequences[there(*place)?];
            let (from, to) = (original.id, fresh_id(campaign, given));
            let name = name_of_copy(&original.name, |name| campaign.sequence_named(name).is_some());
            let copy = Sequence { id: to, id_in_file: IdInFile::LeftOut, name, ..original.clone() };
            campaign.sequences.insert(place + 1, copy);
            rehearsals::copy_with_sequence(campaign, from, to);
            place + 1
        }
        SequencesEdit::Rename(place, name) => {
            free(campaign, name, Some(there(*place)?))?;
            campaign.sequences[*place].name.clone_from(name);
            *place
        }
        SequencesEdit::Move(from, to) => {
            let sequence = campaign.sequences.remove(there(*from)?);
            let to = (*to).min(campaign.sequences.len());
            campaign.sequences.insert(to, sequence);
            to
        }
        SequencesEdit::Remove(_) if count == 1 => return Err(Refused::LastSequence),
        SequencesEdit::Remove(place) => {
            let gone = campaign.sequences.remove(there(*place)?);
            rehearsals::remove_with_sequence(campaign, gone.id);
            (*place).min(campaign.sequences.len() - 1)
        }
    };
    write_ids(&mut campaign.sequences);
    rehearsals::find_sequences(campaign);
    Ok(Selection::none(place))
}

/// An id that no sequence has, and none that undo can bring back; the next place in the list where that is free, so
/// that a file may leave it out.
fn fresh_id(campaign: &Campaign, given: &FxHashSet<SequenceId>) -> SequenceId {
    let is_free = |id: &SequenceId| !given.contains(id) && campaign.sequence(*id).is_none();
    let next = SequenceId::of_place(campaign.sequences.len());
    let mut ids = (next.number()..=u64::MAX).chain(1..next.number()).map(SequenceId::new);
    ids.find(is_free).unwrap_or(next)
}

/// A file leaves out only an id that is the sequence's place.
fn write_ids(sequences: &mut [Sequence]) {
    for (index, sequence) in sequences.iter_mut().enumerate() {
        if sequence.id != SequenceId::of_place(index) {
            sequence.id_in_file = IdInFile::Written;
        }
    }
}

fn free(campaign: &Campaign, name: &str, but: Option<usize>) -> Result<(), Refused> {
    if name.is_empty() {
        return Err(Refused::NameNeeded);
    }
    let mut others = campaign.sequences.iter().enumerate().filter(|(place, _)| Some(*place) != but);
    match others.any(|(_, sequence)| sequence.name == name) {
        true => Err(Refused::NameTaken(name.to_owned())),
        false => Ok(()),
    }
}
