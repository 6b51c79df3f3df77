//! Rules about saved rehearsals: their sequence, contacts and end.

use rustc_hash::FxHashSet;

use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::{Breakpoint, Enter, People, Rehearsal};

use super::codes::Code;
use super::finding::FindingPlace;
use super::nearest::Nearest;
use super::notes::FindingList;
use super::words::quote;

pub(super) fn check(campaign: &Campaign, nearest: &mut Nearest, notes: &mut FindingList) {
    for rehearsal in &campaign.rehearsals {
        sequence(campaign, rehearsal, nearest, notes);
        people(rehearsal, notes);
        end(rehearsal, notes);
    }
}

fn sequence(campaign: &Campaign, rehearsal: &Rehearsal, nearest: &mut Nearest, notes: &mut FindingList) {
    let (name, wanted) = (quote(&rehearsal.name), quote(campaign.name_of(&rehearsal.of)));
    let Some(sequence) = rehearsal.sequence().and_then(|id| campaign.sequence(id)) else {
        let message = format!("The rehearsal “{name}” is of the sequence “{wanted}”, which does not exist.");
        let known = campaign.sequences.iter().map(|known| (&*known.name, &*known.name));
        let known = nearest.of(campaign.name_of(&rehearsal.of), known);
        let finding = notes.campaign(Code::UnknownSequence, place(rehearsal), message);
        if let Some(known) = known {
            finding.help = format!("Did you mean “{}”? {}", quote(known), finding.help);
        }
        return;
    };
    if rehearsal.breakpoints.is_empty() {
        return;
    }
    let items: FxHashSet<u64> = sequence.items.iter().map(|item| item.id).collect();
    for breakpoint in &rehearsal.breakpoints {
        let (Breakpoint::AtItem(id) | Breakpoint::AtCount(id, _)) = *breakpoint else { continue };
        if !items.contains(&id) {
            let message = format!(
                "The rehearsal “{name}” has a breakpoint at item {id}, which is not in the sequence “{wanted}”."
            );
            notes.campaign(Code::UnknownBreakpoint, place(rehearsal), message);
        }
    }
}

fn people(rehearsal: &Rehearsal, notes: &mut FindingList) {
    let is_empty = match &rehearsal.people {
        People::Generated { count, .. } => *count == 0,
        People::People(people) => people.is_empty(),
        People::File(_) => false,
    };
    if is_empty {
        let message = format!("The rehearsal “{}” has no people.", quote(&rehearsal.name));
        notes.campaign(Code::RehearsalWithoutPeople, place(rehearsal), message);
    }
}

fn end(rehearsal: &Rehearsal, notes: &mut FindingList) {
    let first = match rehearsal.enter {
        Enter::At(at) => at,
        Enter::Spread(from, _, _) => from,
        Enter::ByColumn => return,
    };
    if rehearsal.until < first {
        let (name, until) = (quote(&rehearsal.name), rehearsal.until);
        let message = format!("The rehearsal “{name}” ends at {until}, before anybody enters at {first}.");
        notes.campaign(Code::RehearsalEndsTooSoon, place(rehearsal), message);
    }
}

fn place(rehearsal: &Rehearsal) -> FindingPlace {
    FindingPlace::Rehearsal(rehearsal.name.clone())
}
