//! Edits of the list of sequences.

use rustc_hash::FxHashSet;

use super::edits::SequencesEdit;
use super::refused::Refused;
use super::rehearsals;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::{IdInFile, Sequence};
use crate::campaign::text::name_of_copy;

/// Applies an edit. `given` are the ids of sequences that undo can bring back; no new sequence gets one of them.
pub(super) fn apply(
    edit: &SequencesEdit,
    campaign: &mut Campaign,
    given: &FxHashSet<SequenceId>,
) -> Result<Selection, Refused> {
    let count = campaign.sequences.len();
    let shown = match edit {
        SequencesEdit::Add(name) => {
            free(campaign, name, None)?;
            let id = fresh_id(campaign, given);
            campaign.sequences.push(Sequence { id, ..Sequence::with_start(name) });
            id
        }
        SequencesEdit::Duplicate(from) => {
            let index = campaign.index_of(*from).ok_or(Refused::Gone)?;
            let original = &campaign.sequences[index];
            let id = fresh_id(campaign, given);
            let name = name_of_copy(&original.name, |name| campaign.sequence_named(name).is_some());
            let copy = Sequence { id, id_in_file: IdInFile::LeftOut, name, ..original.clone() };
            campaign.sequences.insert(index + 1, copy);
            rehearsals::copy_with_sequence(campaign, *from, id);
            id
        }
        SequencesEdit::Rename(id, name) => {
            let index = campaign.index_of(*id).ok_or(Refused::Gone)?;
            free(campaign, name, Some(*id))?;
            campaign.sequences[index].name.clone_from(name);
            *id
        }
        SequencesEdit::Move(id, to) => {
            let sequence = campaign.sequences.remove(campaign.index_of(*id).ok_or(Refused::Gone)?);
            campaign.sequences.insert((*to).min(count - 1), sequence);
            *id
        }
        SequencesEdit::Remove(_) if count == 1 => return Err(Refused::LastSequence),
        SequencesEdit::Remove(id) => {
            let index = campaign.index_of(*id).ok_or(Refused::Gone)?;
            campaign.sequences.remove(index);
            rehearsals::remove_with_sequence(campaign, *id);
            campaign.sequences[index.min(count - 2)].id
        }
    };
    write_ids(&mut campaign.sequences);
    rehearsals::find_sequences(campaign);
    Ok(Selection::none(shown))
}

/// An id that no sequence has, and that isn't in `given`. It is the next position in the list if that is free, since a
/// file can leave out such an id.
fn fresh_id(campaign: &Campaign, given: &FxHashSet<SequenceId>) -> SequenceId {
    let is_free = |id: &SequenceId| !given.contains(id) && campaign.sequence(*id).is_none();
    let next = SequenceId::of_place(campaign.sequences.len());
    let mut ids = (next.number()..=u64::MAX).chain(1..next.number()).map(SequenceId::new);
    ids.find(is_free).unwrap_or(next)
}

/// Marks the ids that a file must contain. A file leaves out an id only if it is the sequence's position, from 1.
fn write_ids(sequences: &mut [Sequence]) {
    for (index, sequence) in sequences.iter_mut().enumerate() {
        if sequence.id != SequenceId::of_place(index) {
            sequence.id_in_file = IdInFile::Written;
        }
    }
}

fn free(campaign: &Campaign, name: &str, but: Option<SequenceId>) -> Result<(), Refused> {
    if name.is_empty() {
        return Err(Refused::NameNeeded);
    }
    let mut others = campaign.sequences.iter().filter(|sequence| Some(sequence.id) != but);
    match others.any(|sequence| sequence.name == name) {
        true => Err(Refused::NameTaken(name.to_owned())),
        false => Ok(()),
    }
}
