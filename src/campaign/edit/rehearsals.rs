//! Edits of the list of rehearsals, and its changes when a canvas or the list of sequences changes.

use super::edits::RehearsalsEdit;
use super::refused::Refused;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::rehearsal::{Breakpoint, Rehearsal, RehearsedScope};
use crate::campaign::text;

pub(super) fn apply(edit: &RehearsalsEdit, campaign: &mut Campaign) -> Result<(), Refused> {
    let count = campaign.rehearsals.len();
    let there = |place: usize| if place < count { Ok(place) } else { Err(Refused::Gone) };
    match edit {
        RehearsalsEdit::Add(rehearsal) => {
            check(campaign, rehearsal, None)?;
            campaign.rehearsals.push(rehearsal.clone());
        }
        RehearsalsEdit::Duplicate(place) => {
            let copy = copy_of(campaign, &campaign.rehearsals[there(*place)?]);
            campaign.rehearsals.insert(place + 1, copy);
        }
        RehearsalsEdit::Rename(place, name) => {
            check_name(campaign, name, Some(there(*place)?))?;
            campaign.rehearsals[*place].name.clone_from(name);
        }
        RehearsalsEdit::Change(place, rehearsal) => {
            check(campaign, rehearsal, Some(there(*place)?))?;
            campaign.rehearsals[*place].clone_from(rehearsal);
        }
        RehearsalsEdit::Move(from, to) => {
            let rehearsal = campaign.rehearsals.remove(there(*from)?);
            let to = (*to).min(campaign.rehearsals.len());
            campaign.rehearsals.insert(to, rehearsal);
        }
        RehearsalsEdit::Remove(place) => {
            campaign.rehearsals.remove(there(*place)?);
        }
    }
    find_sequences(campaign);
    Ok(())
}

/// Checks that name, sequence and breakpoints fit the campaign. Parts that the edit doesn't change may be invalid, as
/// in some files.
fn check(campaign: &Campaign, rehearsal: &Rehearsal, at: Option<usize>) -> Result<(), Refused> {
    let was = at.and_then(|place| campaign.rehearsals.get(place));
    if was.is_none_or(|was| was.name != rehearsal.name) {
        check_name(campaign, &rehearsal.name, at)?;
    }
    let is_moved = was.is_none_or(|was| was.of != rehearsal.of);
    let Some(sequence) = rehearsal.sequence().and_then(|id| campaign.sequence(id)) else {
        let name = campaign.name_of(&rehearsal.of).to_owned();
        return if is_moved { Err(Refused::NoSuchSequence(name)) } else { Ok(()) };
    };
    let was_there = |breakpoint: &Breakpoint| was.is_some_and(|was| was.breakpoints.contains(breakpoint));
    let new = rehearsal.breakpoints.iter().filter(|breakpoint| is_moved || !was_there(breakpoint));
    match new.filter_map(|breakpoint| breakpoint.item()).find(|id| sequence.item(*id).is_none()) {
        Some(id) => Err(Refused::NoSuchItem(id)),
        None => Ok(()),
    }
}

fn check_name(campaign: &Campaign, name: &str, but: Option<usize>) -> Result<(), Refused> {
    if name.is_empty() {
        return Err(Refused::NameNeeded);
    }
    let mut others = campaign.rehearsals.iter().enumerate().filter(|(place, _)| Some(*place) != but);
    match others.any(|(_, rehearsal)| rehearsal.name == name) {
        true => Err(Refused::NameTaken(name.to_owned())),
        false => Ok(()),
    }
}

/// The name of a copy of a rehearsal.
pub fn name_of_copy(campaign: &Campaign, name: &str) -> String {
    text::name_of_copy(name, |name| campaign.rehearsal(name).is_some())
}

/// A copy of a rehearsal with a free name.
fn copy_of(campaign: &Campaign, rehearsal: &Rehearsal) -> Rehearsal {
    Rehearsal { name: name_of_copy(campaign, &rehearsal.name), ..rehearsal.clone() }
}

/// Copies the rehearsals of a copied sequence, at the end of the list.
pub(super) fn copy_with_sequence(campaign: &mut Campaign, from: SequenceId, to: SequenceId) {
    let originals: Vec<Rehearsal> = campaign.rehearsals_of(from).cloned().collect();
    for original in originals {
        let copy = Rehearsal { of: RehearsedScope::sequence(to), ..copy_of(campaign, &original) };
        campaign.rehearsals.push(copy);
    }
}

/// Removes the rehearsals of a removed sequence.
pub(super) fn remove_with_sequence(campaign: &mut Campaign, sequence: SequenceId) {
    campaign.rehearsals.retain(|rehearsal| rehearsal.sequence() != Some(sequence));
}

/// Replaces an unknown sequence name by the id of the sequence with this name, if the campaign has one.
pub(super) fn find_sequences(campaign: &mut Campaign) {
    let Campaign { sequences, rehearsals, .. } = campaign;
    for rehearsal in rehearsals {
        if let RehearsedScope::UnknownSequence(name) = &rehearsal.of
            && let Some(sequence) = sequences.iter().find(|sequence| sequence.name == *name)
        {
            rehearsal.of = RehearsedScope::sequence(sequence.id);
        }
    }
}

/// Removes breakpoints at removed items.
pub(super) fn remove_breakpoints(rehearsals: &mut [Rehearsal], sequence: SequenceId, gone: &[u64]) {
    for rehearsal in rehearsals.iter_mut().filter(|rehearsal| rehearsal.sequence() == Some(sequence)) {
        rehearsal.breakpoints.retain(|breakpoint| breakpoint.item().is_none_or(|id| !gone.contains(&id)));
    }
}

impl RehearsalsEdit {
    pub(super) fn label(&self, campaign: &Campaign) -> String {
        let was = |place: usize| campaign.rehearsals.get(place);
        let (verb, place) = match self {
            RehearsalsEdit::Add(rehearsal) => return format!("Add rehearsal “{}”", rehearsal.name),
            RehearsalsEdit::Duplicate(place) => ("Duplicate", place),
            RehearsalsEdit::Rename(place, _) => ("Rename", place),
            RehearsalsEdit::Change(place, now) if was(*place).is_some_and(|was| was.people != now.people) => {
                ("Change contacts of", place)
            }
            RehearsalsEdit::Change(place, _) => ("Change", place),
            RehearsalsEdit::Move(place, _) => ("Move", place),
            RehearsalsEdit::Remove(place) => ("Delete", place),
        };
        let name = was(*place).map_or("", |rehearsal| rehearsal.name.as_str());
        format!("{verb} rehearsal “{name}”")
    }
}
