//! Rules about saved rehearsals: their sequence, contacts and end.

use rustc_hash::FxHashSet;

use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::{Breakpoint, People, Rehearsal};

use super::codes::Code;
use super::finding::FindingPlace;
use super::fix::Fix;
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
        let message = format!("The rehearsal “{name}” is of the sequence “{wanted}”, which doesn't exist.");
        let known = campaign.sequences.iter().map(|known| (&*known.name, &*known.name));
        let known = nearest.of(campaign.name_of(&rehearsal.of), known);
        let finding = notes.campaign(Code::UnknownSequence, place(rehearsal), message);
        if let Some(known) = known {
            finding.help = format!("Did you mean “{}”? {}", quote(known), finding.help);
            let (rehearsal, known) = (rehearsal.name.clone(), known.to_owned());
            finding.fix = Some(Fix::RehearseSequence { rehearsal, known });
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
                "The rehearsal “{name}” has a breakpoint at item {id}, which isn't in the sequence “{wanted}”."
            );
            let fix = Fix::RemoveBreakpoint { rehearsal: rehearsal.name.clone(), item: id };
            notes.campaign(Code::UnknownBreakpoint, place(rehearsal), message).fix = Some(fix);
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
        let message = format!("The rehearsal “{}” has no contacts.", quote(&rehearsal.name));
        let fix = Fix::GenerateContacts(rehearsal.name.clone());
        notes.campaign(Code::RehearsalWithoutPeople, place(rehearsal), message).fix = Some(fix);
    }
}

fn end(rehearsal: &Rehearsal, notes: &mut FindingList) {
    let Some(first) = rehearsal.enter.first() else { return };
    if rehearsal.until < first {
        let (name, until) = (quote(&rehearsal.name), rehearsal.until);
        let message = format!("The rehearsal “{name}” ends at {until}, before any contact enters at {first}.");
        let until = first.date().plus_months(12).at_second(i64::from(first.second_of_day()));
        let fix =
            (until.date().civil().0 < 2100).then(|| Fix::EndRehearsal { rehearsal: rehearsal.name.clone(), until });
        notes.campaign(Code::RehearsalEndsTooSoon, place(rehearsal), message).fix = fix;
    }
}

fn place(rehearsal: &Rehearsal) -> FindingPlace {
    FindingPlace::Rehearsal(rehearsal.name.clone())
}
