//! The invariants of a campaign, checked by tests after every edit.

use rustc_hash::FxHashSet;

use super::document::Campaign;
use super::ids::SequenceId;
use super::item::Position;
use super::selection::Selection;
use super::sequence::{IdInFile, Sequence};

/// Checks a whole campaign.
///
/// # Errors
/// The first violation, in a sentence.
pub fn sweep(campaign: &Campaign) -> Result<(), String> {
    if campaign.sequences.is_empty() {
        return Err("There is no sequence.".to_owned());
    }
    let mut names = FxHashSet::default();
    for sequence in &campaign.sequences {
        if !names.insert(sequence.name.as_str()) {
            return Err(format!("Two sequences are called “{}”.", sequence.name));
        }
        sweep_sequence(sequence).map_err(|fault| format!("Sequence “{}”: {fault}", sequence.name))?;
    }
    let mut ids = FxHashSet::default();
    for (index, Sequence { id, id_in_file, .. }) in campaign.sequences.iter().enumerate() {
        if !ids.insert(*id) {
            return Err(format!("Two sequences have the id {id}."));
        }
        if *id_in_file == IdInFile::LeftOut && *id != SequenceId::of_place(index) {
            return Err(format!("A file leaves out the id {id}, and means {}.", SequenceId::of_place(index)));
        }
    }
    sweep_rehearsals(campaign)
}

fn sweep_rehearsals(campaign: &Campaign) -> Result<(), String> {
    let mut names = FxHashSet::default();
    for rehearsal in &campaign.rehearsals {
        let name = rehearsal.name.as_str();
        if name.is_empty() || !names.insert(name) {
            return Err(format!("Two rehearsals are called “{name}”, or one has no name."));
        }
        let Some(sequence) = rehearsal.sequence().and_then(|id| campaign.sequence(id)) else {
            return Err(format!("The rehearsal “{name}” is of a sequence that doesn't exist."));
        };
        let items = rehearsal.breakpoints.iter().filter_map(|breakpoint| breakpoint.item());
        if let Some(id) = items.into_iter().find(|id| sequence.item(*id).is_none()) {
            return Err(format!("The rehearsal “{name}” has a breakpoint at item {id}, which doesn't exist."));
        }
    }
    Ok(())
}

fn sweep_sequence(sequence: &Sequence) -> Result<(), String> {
    let items = sequence.items.iter().map(|item| (item.id, item.position, Position(0.0, 0.0)));
    let notes = sequence.notes.iter().map(|note| (note.id, note.position, note.size));
    let frames = sequence.frames.iter().map(|frame| (frame.id, frame.position, frame.size));
    let mut ids = FxHashSet::default();
    for (id, position, size) in items.chain(notes).chain(frames) {
        if !ids.insert(id) {
            return Err(format!("the id {id} is used twice."));
        }
        if sequence.next_id() <= id && id < u64::MAX {
            return Err(format!("the next id, {}, is not above {id}.", sequence.next_id()));
        }
        for number in [position.0, position.1, size.0, size.1] {
            let is_negative_zero = number == 0.0 && number.is_sign_negative();
            if !number.is_finite() || number.abs() > Position::FARTHEST || is_negative_zero {
                return Err(format!("{number} isn't a position for {id}."));
            }
        }
    }
    match sequence.items.iter().find(|item| item.ready && !item.kind.has_ready_mark()) {
        Some(item) => Err(format!("item {} is marked ready, but has no ready mark.", item.id)),
        None => Ok(()),
    }
}

/// The number of links that are left out of every simulation. No edit adds one; only a file can contain them.
pub fn link_faults(campaign: &Campaign) -> usize {
    campaign.sequences.iter().map(|sequence| sequence.forest().faults.len()).sum()
}

/// Checks a selection.
///
/// # Errors
/// If something is selected that doesn't exist.
pub fn sweep_selection(campaign: &Campaign, selection: &Selection) -> Result<(), String> {
    let Some(sequence) = campaign.sequence(selection.sequence) else {
        return Err(format!("There is no sequence with the id {}.", selection.sequence));
    };
    let items = sequence.items.iter().map(|item| item.id);
    let notes = sequence.notes.iter().map(|note| note.id);
    let ids: FxHashSet<u64> = items.chain(notes).chain(sequence.frames.iter().map(|frame| frame.id)).collect();
    if let Some(id) = selection.ids.iter().find(|id| !ids.contains(id)) {
        return Err(format!("{id} is selected but doesn't exist."));
    }
    match selection.link {
        Some(link) if link >= sequence.links.len() => Err(format!("Link {link} is selected but doesn't exist.")),
        Some(_) if !selection.ids.is_empty() => Err("A link and items are selected at the same time.".to_owned()),
        _ => Ok(()),
    }
}
