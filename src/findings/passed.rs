//! Finds timers whose date has passed for the people who come to them: for all or many of them as a run counted them,
//! else at the first entry that is known, else today.

use crate::calendar::derivation::NoTrace;
use crate::calendar::due::Due;
use crate::calendar::timer::{DateTimer, YearRule, ZoneChoice};
use crate::calendar::words::{long_date, long_instant};
use crate::calendar::{Instant, Zone};
use crate::campaign::fields::field_name;
use crate::campaign::item::Item;
use crate::campaign::kinds::{FieldTimerSettings, Kind};
use crate::campaign::text::thousands;

use super::codes::Code;
use super::dated::{dated, move_years};
use super::fix::Fix;
use super::notes::FindingList;
use super::population::{AssumedEntry, PopulationFacts, TimerArrivals};
use super::scene::CheckedSequence;
use super::words::{self, count, quote};

/// If one in this many contacts comes too late, it is a finding. Of dates in a field, some are often over on purpose.
const MANY: u64 = 2;

/// Finds timers that have passed when the first contact enters.
pub(super) fn check_at_entry(scene: &CheckedSequence<'_>, facts: &PopulationFacts<'_>, notes: &mut FindingList) {
    for (place, item) in scene.items() {
        let Some((timer, zone)) = dated(item) else { continue };
        if !has_passed(&timer, zone, facts) {
            continue;
        }
        let message = match facts.arrivals(scene.sequence.id, item).filter(|arrivals| arrivals.late > 0) {
            Some(arrivals) => counted(scene, place, arrivals, facts),
            None => {
                let entry = long_instant(facts.first_entry, facts.zone.as_ref().unwrap_or(&Zone::utc()));
                format!(
                    "{} has passed before any contact enters: its last date is {}, and the first contact enters \
                     on {entry}.",
                    words::item(item),
                    long_date(timer.last)
                )
            }
        };
        let fix = move_years(item.id, &timer, |moved| !has_passed(moved, zone, facts));
        notes.item(scene, place, Code::DatePassed, message).fix = fix;
    }
}

/// Finds timers that have passed for many of the contacts who reach them, though not yet at the first entry.
pub(super) fn check_on_arrival(scene: &CheckedSequence<'_>, facts: &PopulationFacts<'_>, notes: &mut FindingList) {
    for (place, item) in scene.items() {
        let is_told = [Code::DatePassed, Code::DatesDescend, Code::YearOfBirth, Code::FieldReadAtEntry];
        if is_told.iter().any(|code| notes.has(scene, place, *code)) {
            continue;
        }
        let Some(arrivals) = facts.arrivals(scene.sequence.id, item) else { continue };
        if arrivals.late == 0 || arrivals.late * MANY < arrivals.arrived {
            continue;
        }
        let message = counted(scene, place, arrivals, facts);
        let moved = dated(item).and_then(|(timer, zone)| {
            let zone = zone_of(zone, facts)?;
            move_years(item.id, &timer, |moved| moved.due(&zone, arrivals.first, &mut NoTrace) != Due::Passed)
        });
        let fix = moved.or_else(|| goes_by_own_year(item).then_some(Fix::UseNextOccurrence(item.id)));
        notes.item(scene, place, Code::DatePassed, message).fix = fix;
    }
}

/// Finds date timers that have passed in a sequence whose contacts are not known, at its assumed entry.
pub(super) fn check_without_contacts(scene: &CheckedSequence<'_>, entry: AssumedEntry<'_>, notes: &mut FindingList) {
    let Some(zone) = Zone::named(&scene.campaign.time_zone) else { return };
    let Some((begins, why)) = assumed(scene, entry, &zone) else { return };
    for (place, item) in scene.items() {
        let Some((timer, _)) = dated(item) else { continue };
        let is_in_time = |timer: &DateTimer| timer.due(&zone, begins, &mut NoTrace) != Due::Passed;
        if is_in_time(&timer) {
            continue;
        }
        let (named, last) = (words::item(item), long_date(timer.last));
        let so = consequence(scene, place);
        let message = match &why {
            Some(why) => {
                format!("{named} has passed before any contact enters: its last date is {last}, and {why}, so {so}.")
            }
            None => {
                let today = long_date(zone.date_at(begins));
                format!("{named} has passed: its last date is {last}, and today is {today}, so {so}.")
            }
        };
        notes.item(scene, place, Code::DatePassed, message).fix = move_years(item.id, &timer, is_in_time);
    }
}

/// The assumed entry into a sequence, and in words why contacts enter then, unless it is the current time; `None` if
/// only the list of contacts says it.
fn assumed(scene: &CheckedSequence<'_>, entry: AssumedEntry<'_>, zone: &Zone) -> Option<(Instant, Option<String>)> {
    let day = |at: Instant| long_date(zone.date_at(at));
    match entry {
        AssumedEntry::Given(at) => Some((at, Some(format!("contacts enter on {}", day(at))))),
        AssumedEntry::ByRehearsal { choices, now } => match choices.of(scene.campaign, scene.sequence.id) {
            Some(rehearsal) => {
                let begins = rehearsal.begins(zone)?;
                let why = format!("the rehearsal “{}” begins on {}", quote(&rehearsal.name), day(begins));
                Some((begins, Some(why)))
            }
            None => Some((now, None)),
        },
    }
}

/// Whether a date timer has passed at the first entry, in every zone that it works in.
fn has_passed(timer: &DateTimer, zone: ZoneChoice, facts: &PopulationFacts<'_>) -> bool {
    let is_over = |zone: &Zone, at: Instant| timer.due(zone, at, &mut NoTrace) == Due::Passed;
    match zone {
        ZoneChoice::Campaign => facts.zone.as_ref().is_some_and(|zone| is_over(zone, facts.first_entry)),
        ZoneChoice::Contact => {
            !facts.first_entries.is_empty() && facts.first_entries.iter().all(|(zone, at)| is_over(zone, *at))
        }
    }
}

/// A zone that a timer works in: the campaign's, or the first one that a contact has.
fn zone_of(zone: ZoneChoice, facts: &PopulationFacts<'_>) -> Option<Zone> {
    match zone {
        ZoneChoice::Campaign => facts.zone.clone(),
        ZoneChoice::Contact => facts.first_entries.first().map(|(zone, _)| zone.clone()),
    }
}

/// `Date timer “Sale” (item 3) has passed for all 1,000 contacts who enter from Mon 7 Dec 2026: its date is Sun 1 Nov
/// 2026, so it and “Offer” (item 4) after it are skipped.`
fn counted(scene: &CheckedSequence<'_>, place: usize, arrivals: &TimerArrivals, facts: &PopulationFacts<'_>) -> String {
    let item = scene.item(place);
    let zone = facts.zone.clone().unwrap_or_else(Zone::utc);
    let day = |at: Instant| zone.date_at(at);
    let is_entry = scene.forest.previous[place].is_some_and(|previous| scene.item(previous).kind == Kind::Start)
        && day(arrivals.first) == day(facts.first_entry);
    let (late, arrived) = (arrivals.late, arrivals.arrived);
    // Where the timer goes by another clock, the date could be mistaken for that clock's.
    let first = match item.kind.settings().timer_zone() {
        Some(ZoneChoice::Contact) => format!("{} ({})", long_date(day(arrivals.first)), zone.place()),
        Some(ZoneChoice::Campaign) | None => long_date(day(arrivals.first)),
    };
    let who = match (late == arrived, arrived) {
        (true, 1) => format!("the only contact who reaches it, on {first}"),
        (true, _) if is_entry => format!("all {} contacts who enter from {first}", thousands(arrived)),
        (true, _) => format!("all {} contacts who reach it from {first}", thousands(arrived)),
        (false, _) if is_entry => {
            format!(
                "{} of the {} contacts who enter in the whole rehearsal, from {first}",
                thousands(late),
                thousands(arrived)
            )
        }
        (false, _) => {
            format!(
                "{} of the {} contacts who reach it in the whole rehearsal, from {first}",
                thousands(late),
                thousands(arrived)
            )
        }
    };
    let why = if let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = &item.kind
        && goes_by_own_year(item)
    {
        let field = field_name(schedule.field.as_deref().unwrap_or_default(), scene.directory);
        let date = if facts.is_generated() { "generated date" } else { "date" };
        format!("the {date} in “{}” has passed by then", quote(&field))
    } else {
        match dated(item) {
            Some((timer, _)) if timer.first == timer.last => format!("its date is {}", long_date(timer.last)),
            Some((timer, _)) => format!("its last date is {}", long_date(timer.last)),
            None => "its date has passed by then".to_owned(),
        }
    };
    let so = consequence(scene, place);
    let for_them = if late == arrived { "" } else { " for them" };
    format!("{} has passed for {who}: {why}, so {so}{for_them}.", words::item(item))
}

/// Whether an item is a field timer that waits for the date in the contact's field, not for its next occurrence.
fn goes_by_own_year(item: &Item) -> bool {
    let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = &item.kind else { return false };
    schedule.year == Some(YearRule::FromField)
}

/// What a passed timer leads to: `it and the 2 items after it are skipped`.
fn consequence(scene: &CheckedSequence<'_>, place: usize) -> String {
    match &skipped_with(scene, place)[..] {
        [] => "it is skipped".to_owned(),
        [only] => {
            let item = scene.item(*only);
            let named = match quote(&item.name) {
                name if name.is_empty() => format!("the {}", item.kind.label().to_lowercase()),
                _ => words::other(item),
            };
            format!("it and {named} after it are skipped")
        }
        more => format!("it and the {} after it are skipped", count(more.len(), "item")),
    }
}

/// The items behind a timer, up to the next timers: contacts who jump over it jump over these, too.
fn skipped_with(scene: &CheckedSequence<'_>, place: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open = vec![place];
    while let Some(at) = open.pop() {
        let next = scene.forest.next[at].iter().copied().filter(|next| !scene.is_timer(*next));
        for next in next {
            found.push(next);
            open.push(next);
        }
    }
    found
}
