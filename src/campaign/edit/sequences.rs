//! Edits of the list of sequences.

use rustc_hash::FxHashSet;

use super::super::document::Campaign;
use super::super::selection::Selection;
use super::super::sequence::Sequence;
use super::free_name::free_name;
use super::{Refused, SequencesEdit, rehearsals};

pub(super) fn apply(edit: &SequencesEdit, campaign: &mut Campaign) -> Result<Selection, Refused> {
    let count = campaign.sequences.len();
    let there = |place: usize| if place < count { Ok(place) } else { Err(Refused::Gone) };
    let place = match edit {
        SequencesEdit::Add(name) => {
            free(campaign, name, None)?;
            campaign.sequences.push(Sequence::with_start(name));
            count
        }
        SequencesEdit::Duplicate(place) => {
            let mut copy = campaign.sequences[there(*place)?].clone();
            let is_taken = |name: &str| campaign.sequences.iter().any(|sequence| sequence.name == name);
            let was = std::mem::take(&mut copy.name);
            copy.name = free_name(&was, is_taken);
            // Its place is its id again.
            copy.id = None;
            rehearsals::copy_with_sequence(campaign, &was, &copy.name);
            campaign.sequences.insert(place + 1, copy);
            place + 1
        }
        SequencesEdit::Rename(place, name) => {
            free(campaign, name, Some(there(*place)?))?;
            let was = std::mem::replace(&mut campaign.sequences[*place].name, name.clone());
            for rehearsal in campaign.rehearsals.iter_mut().filter(|rehearsal| rehearsal.sequence == was) {
                rehearsal.sequence.clone_from(name);
            }
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
            rehearsals::remove_with_sequence(campaign, &gone.name);
            (*place).min(campaign.sequences.len() - 1)
        }
    };
    keep_ids_apart(&mut campaign.sequences);
    Ok(Selection::none(place))
}

/// A sequence without an id has its place as id: where another has that one, it gets one of its own.
fn keep_ids_apart(sequences: &mut [Sequence]) {
    let mut given: FxHashSet<u64> = sequences.iter().filter_map(|sequence| sequence.id).collect();
    let mut free = sequences.len() as u64;
    for (sequence, place) in sequences.iter_mut().zip(1..) {
        if sequence.id.is_none() && given.contains(&place) {
            free = (free + 1..).find(|id| !given.contains(id)).unwrap_or(free);
            given.insert(free);
            sequence.id = Some(free);
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
