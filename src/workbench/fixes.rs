//! Converts a finding's fix to an edit.

use crate::calendar::timer::{FieldTimersRead, RunOn, TimeOfDay, TimeWindow, Unit, YearRule, ZoneChoice};
use crate::campaign::catalog::OFFERS;
use crate::campaign::directory::{Directory, List, User};
use crate::campaign::document::{Campaign, Rules};
use crate::campaign::edit::rename::{each_name, each_text};
use crate::campaign::edit::{CanvasEdit, DirectoryEdit, DirectoryEntry, Edit, Insertion, RehearsalsEdit};
use crate::campaign::ids::SequenceId;
use crate::campaign::item::{Item, Position};
use crate::campaign::kinds::{
    ApplyRemoveTag, DateTimerSettings, DelayTimerSettings, FieldTimerSettings, FulfillmentList, Kind, SendHttpPost,
};
use crate::campaign::new_entry;
use crate::campaign::rehearsal::{People, Rehearsal, RehearsedScope};
use crate::campaign::schedule::{DateSchedule, DelaySchedule};
use crate::campaign::sequence::Sequence;
use crate::findings::Fix;
use crate::findings::fix::GENERATED;

use super::arrange::placing::{STEP, before, free_spot, new_item};

/// The edit for a fix, labelled like the fix; `None` if what the fix changes no longer exists.
pub fn edit_for(fix: &Fix, campaign: &Campaign, sequence: SequenceId) -> Option<Edit> {
    let edits = match whole(fix, campaign) {
        Some(edits) => edits,
        None => {
            let drawn = campaign.sequence(sequence)?;
            match fix {
                Fix::PutTimerBefore(id) => vec![timer_before(sequence, drawn, *id)?],
                fix => vec![Edit::Canvas(sequence, canvas_edit(fix, drawn)?)],
            }
        }
    };
    (!edits.is_empty()).then(|| Edit::Together(fix.label(), edits))
}

/// The edits for a fix of the campaign as a whole; `None` if it fixes something in a sequence.
fn whole(fix: &Fix, campaign: &Campaign) -> Option<Vec<Edit>> {
    let directory = &campaign.directory;
    let edit = match fix {
        Fix::SetTimeZone(name) => Some(Edit::SetTimeZone(name.clone())),
        Fix::ReadFieldsOnArrival => {
            Some(Edit::SetRules(Rules { field_timers_read: FieldTimersRead::OnArrival, ..campaign.rules }))
        }
        Fix::AddToDirectory { .. } | Fix::AddField { .. } => {
            created(fix, directory).map(|entry| Edit::Directory(DirectoryEdit::Add(entry)))
        }
        Fix::AddLicense => (!directory.customer_hub).then_some(Edit::Directory(DirectoryEdit::CustomerHub(true))),
        Fix::MakeSalesRep(id) => {
            let place = directory.users.iter().position(|user| user.id == *id);
            place.map(|place| {
                let user = User { sales_rep: true, ..directory.users[place].clone() };
                Edit::Directory(DirectoryEdit::Change(place, DirectoryEntry::User(user)))
            })
        }
        Fix::UseMember { robin, unknown, known } => {
            let place = directory.round_robins.iter().position(|other| other.id == *robin);
            place.map(|place| {
                let mut robin = directory.round_robins[place].clone();
                let is_member = robin.members.iter().any(|(member, _)| member == known);
                robin.members.retain(|(member, _)| member != unknown || !is_member);
                for (member, _) in robin.members.iter_mut().filter(|(member, _)| member == unknown) {
                    member.clone_from(known);
                }
                Edit::Directory(DirectoryEdit::Change(place, DirectoryEntry::RoundRobin(robin)))
            })
        }
        Fix::RemoveSecond { list, name } => {
            let mut same = (0..list.len(directory)).filter(|place| list.name_at(directory, *place) == Some(name));
            same.nth(1).map(|second| Edit::Directory(DirectoryEdit::Remove(*list, second)))
        }
        Fix::RemoveBlank(list) => {
            let is_blank = |place: &usize| list.name_at(directory, *place).is_some_and(|name| name.trim().is_empty());
            // From the last one, so that the indices of the others stay the same.
            let blank = (0..list.len(directory)).filter(is_blank).collect::<Vec<usize>>();
            let edits = blank.into_iter().rev().map(|place| Edit::Directory(DirectoryEdit::Remove(*list, place)));
            return Some(edits.collect());
        }
        Fix::RehearseSequence { rehearsal, known } => {
            let found = campaign.sequences.iter().find(|sequence| sequence.name == *known);
            found.and_then(|found| {
                changed_rehearsal(campaign, rehearsal, |it| {
                    it.of = RehearsedScope::sequence(found.id);
                    it.breakpoints.retain(|stop| stop.item().is_none_or(|id| found.item(id).is_some()));
                })
            })
        }
        Fix::RemoveBreakpoint { rehearsal, item } => changed_rehearsal(campaign, rehearsal, |it| {
            it.breakpoints.retain(|breakpoint| breakpoint.item() != Some(*item));
        }),
        Fix::EndRehearsal { rehearsal, until } => changed_rehearsal(campaign, rehearsal, |it| it.until = *until),
        Fix::GenerateContacts(rehearsal) => changed_rehearsal(campaign, rehearsal, |it| {
            it.people = People::Generated { count: GENERATED, seed: 1 };
        }),
        Fix::MarkReady(_)
        | Fix::RemoveLink(_)
        | Fix::UseKnown { .. }
        | Fix::ReplaceMergeField { .. }
        | Fix::KeepTag { .. }
        | Fix::UseNextOccurrence(_)
        | Fix::Connect { .. }
        | Fix::MoveDate { .. }
        | Fix::AddStart(_)
        | Fix::PutTimerBefore(_)
        | Fix::ReleaseInHours { .. }
        | Fix::UseAddress { .. }
        | Fix::UseNoQueue(_) => return None,
    };
    Some(edit.into_iter().collect())
}

fn canvas_edit(fix: &Fix, sequence: &Sequence) -> Option<CanvasEdit> {
    match fix {
        Fix::MarkReady(id) => sequence.item(*id).map(|_| CanvasEdit::MarkReady(vec![*id], true)),
        Fix::RemoveLink(link) => (*link < sequence.links.len()).then_some(CanvasEdit::Disconnect(*link)),
        Fix::Connect { from, to, .. } => {
            sequence.refusal(*from, *to, None).is_none().then_some(CanvasEdit::Connect(*from, *to))
        }
        Fix::AddStart(first) => start_before(sequence, *first),
        Fix::UseKnown { item, list, unknown, known } => changed(sequence, *item, |item| {
            each_name(item, *list, &mut |name| {
                if name == unknown {
                    name.clone_from(known);
                }
            });
            each_once(&mut item.kind);
        }),
        Fix::ReplaceMergeField { item, typed, known } => changed(sequence, *item, |item| {
            each_text(&mut item.kind, &mut |text| {
                if text.contains(typed) {
                    *text = text.replace(typed, known);
                }
            });
        }),
        Fix::KeepTag { item, tag } => changed(sequence, *item, |item| {
            if let Kind::ApplyRemoveTag(ApplyRemoveTag { remove, .. }) = &mut item.kind {
                remove.retain(|other| other != tag);
            }
        }),
        Fix::UseNextOccurrence(id) => changed(sequence, *id, |item| {
            if let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = &mut item.kind {
                schedule.year = Some(YearRule::NextOccurrence);
            }
        }),
        Fix::MoveDate { item, on } => changed(sequence, *item, |item| {
            if let Kind::DateTimer(DateTimerSettings { schedule: Some(DateSchedule { on: dates, .. }) }) =
                &mut item.kind
            {
                *dates = Some(*on);
            }
        }),
        Fix::ReleaseInHours { timer, .. } => changed(sequence, *timer, |item| {
            if let Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) = &mut item.kind {
                schedule.run_on = Some(RunOn::Weekdays);
                schedule.time = TimeOfDay::from_minutes(9 * 60).map(TimeWindow::At);
                schedule.zone = Some(ZoneChoice::Contact);
            }
        }),
        Fix::UseAddress { item, url } => changed(sequence, *item, |item| {
            if let Kind::SendHttpPost(SendHttpPost { url: address, .. }) = &mut item.kind {
                address.clone_from(url);
            }
        }),
        Fix::UseNoQueue(id) => changed(sequence, *id, |item| {
            if let Kind::FulfillmentList(FulfillmentList { queue, .. }) = &mut item.kind {
                *queue = None;
            }
        }),
        Fix::SetTimeZone(_)
        | Fix::AddToDirectory { .. }
        | Fix::AddField { .. }
        | Fix::PutTimerBefore(_)
        | Fix::ReadFieldsOnArrival
        | Fix::MakeSalesRep(_)
        | Fix::AddLicense
        | Fix::UseMember { .. }
        | Fix::RemoveSecond { .. }
        | Fix::RemoveBlank(_)
        | Fix::RehearseSequence { .. }
        | Fix::RemoveBreakpoint { .. }
        | Fix::EndRehearsal { .. }
        | Fix::GenerateContacts(_) => None,
    }
}

/// The item with this id, with changed settings; `None` if it doesn't exist or has them already.
fn changed(sequence: &Sequence, id: u64, change: impl FnOnce(&mut Item)) -> Option<CanvasEdit> {
    let old = sequence.item(id)?;
    let mut item = old.clone();
    change(&mut item);
    (item != *old).then_some(CanvasEdit::SetItem(item))
}

/// The rehearsal with this name, changed; `None` if it doesn't exist or is like this already.
fn changed_rehearsal(campaign: &Campaign, name: &str, change: impl FnOnce(&mut Rehearsal)) -> Option<Edit> {
    let place = campaign.rehearsals.iter().position(|rehearsal| rehearsal.name == name)?;
    let mut rehearsal = campaign.rehearsals[place].clone();
    change(&mut rehearsal);
    let is_other = rehearsal != campaign.rehearsals[place];
    is_other.then_some(Edit::Rehearsals(RehearsalsEdit::Change(place, rehearsal)))
}

/// A Start to the left of an item and linked to it, or alone.
fn start_before(sequence: &Sequence, first: Option<u64>) -> Option<CanvasEdit> {
    let offer = OFFERS.iter().position(|offer| (offer.new)() == Kind::Start)?;
    let Some(id) = first else {
        let at = free_spot(sequence, Position(80.0, 160.0));
        return Some(CanvasEdit::Place(new_item(offer, at), Insertion::Loose));
    };
    let at = sequence.item(id)?.position;
    let at = free_spot(sequence, Position(at.0 - STEP, at.1));
    Some(CanvasEdit::Place(new_item(offer, at), Insertion::Before(id)))
}

/// A timer of one day on the link that leads to an item.
fn timer_before(place: SequenceId, sequence: &Sequence, id: u64) -> Option<Edit> {
    let offer = OFFERS.iter().position(|offer| matches!((offer.new)(), Kind::DelayTimer(_)))?;
    let schedule = DelaySchedule {
        wait: Some(1),
        unit: Some(Unit::Days),
        run_on: Some(RunOn::AnyDay),
        time: Some(TimeWindow::AnyTime),
        zone: Some(ZoneChoice::Contact),
    };
    let mut edit = before(place, sequence, offer, id)?;
    set_up(&mut edit, &schedule);
    Some(edit)
}

/// Gives the delay timer that an edit places its schedule.
fn set_up(edit: &mut Edit, schedule: &DelaySchedule) {
    if let Edit::Together(_, edits) = edit {
        edits.iter_mut().for_each(|edit| set_up(edit, schedule));
    } else if let Edit::Canvas(_, CanvasEdit::Place(item, _)) = edit
        && let Kind::DelayTimer(settings) = &mut item.kind
    {
        settings.schedule = Some(schedule.clone());
    }
}

/// Removes duplicate tags: the suggested tag may have been in the list already.
fn each_once(kind: &mut Kind) {
    if let Kind::ApplyRemoveTag(ApplyRemoveTag { apply, remove }) = kind {
        for tags in [apply, remove] {
            let mut seen = rustc_hash::FxHashSet::default();
            tags.retain(|tag| seen.insert(tag.clone()));
        }
    }
}

/// The directory entry that a fix creates; `None` if it creates none, or the directory has it already.
pub fn created(fix: &Fix, directory: &Directory) -> Option<DirectoryEntry> {
    let (list, name, entry) = if let Fix::AddToDirectory { list, name } = fix {
        (*list, name, new_entry::with_id(*list, name.clone(), name.clone()))
    } else if let Fix::AddField { key, kind } = fix {
        let mut entry = new_entry::with_id(List::Fields, key.clone(), key.clone());
        if let DirectoryEntry::Field(field) = &mut entry {
            field.kind = *kind;
        }
        (List::Fields, key, entry)
    } else {
        return None;
    };
    let is_new = (0..list.len(directory)).all(|place| list.name_at(directory, place) != Some(name));
    is_new.then_some(entry)
}
