//! Rules about the order of items on a track: timers after timers, dates out of order, a field that is read before it
//! is set.

use rustc_hash::FxHashMap;

use crate::calendar::timer::{DateTimer, FieldTimersRead, TimeWindow, ZoneChoice};
use crate::campaign::fields::{Field, field_name};
use crate::campaign::kinds::{Family, FieldTimerSettings, Kind};

use super::codes::Code;
use super::dated::{dated, move_years};
use super::fix::Fix;
use super::notes::FindingList;
use super::scene::{CheckedSequence, WalkStep};
use super::words;

pub(super) fn check(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    neighbours(scene, notes);
    mixed_timers(scene, notes);
    dates_descend(scene, notes);
    if scene.campaign.rules.field_timers_read == FieldTimersRead::AtEntry {
        fields_read_at_entry(scene, notes);
    }
}

fn neighbours(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    for (place, item) in scene.items() {
        if !scene.is_timer(place) {
            continue;
        }
        if let Some(previous) = scene.forest.previous[place]
            && scene.is_timer(previous)
            && !notes.has(scene, place, Code::TimersTogether)
        {
            let before = words::other(scene.item(previous));
            let message = format!("{} comes directly after the timer {before}.", words::item(item));
            notes.item(scene, place, Code::TimerAfterTimer, message);
        }
        // A timer that isn't set up is unfinished, so its track may continue.
        if scene.count_after[place] == 0 && scene.is_configured(place) {
            let message = format!("{} ends its track: nothing comes after the wait.", words::item(item));
            notes.item(scene, place, Code::TimerAtEnd, message);
        }
    }
}

fn mixed_timers(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    for &start in &scene.forest.starts {
        let next = scene.forest.next[start].iter().map(|&place| &scene.item(place).kind);
        let mut labels: Vec<String> = next.filter_map(timer_word).collect();
        labels.sort();
        labels.dedup();
        if labels.len() > 1 {
            let named = words::item(scene.item(start));
            let message = format!("{named} has {} directly after it.", words::list(&labels));
            notes.item(scene, start, Code::MixedTimers, message);
        }
    }
}

fn timer_word(kind: &Kind) -> Option<String> {
    (kind.family() == Family::Timer).then(|| format!("a {}", kind.label().to_lowercase()))
}

/// The date timer on the track so far that opens last in local time: its minute, and its index. One for each choice of
/// zone.
type Latest = [Option<(i64, usize)>; 2];

const MINUTES_A_DAY: i64 = 24 * 60;
/// Largest difference between two local times, in minutes: from UTC-12 to UTC+14.
const CLOCKS_APART: i64 = 26 * 60;

/// Reports a date timer whose dates have passed before an earlier date timer on its track releases anyone.
fn dates_descend(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    let mut latest: Vec<Latest> = vec![[None; 2]; scene.sequence.items.len()];
    for &place in &scene.order {
        let mut so_far = scene.forest.previous[place].map_or([None; 2], |previous| latest[previous]);
        if let Some((timer, zone)) = dated(scene.item(place)) {
            let (opens, over) = local_minutes(&timer);
            let earlier = [ZoneChoice::Campaign, ZoneChoice::Contact].into_iter().find_map(|clock| {
                let (opens, earlier) = so_far[clock as usize]?;
                let apart = if clock == zone { 0 } else { CLOCKS_APART };
                (over + apart <= opens).then_some(earlier)
            });
            if let Some(earlier) = earlier
                && !notes.has(scene, place, Code::DatePassed)
            {
                let message = format!(
                    "{} ends before the earlier date timer {} releases anyone.",
                    words::item(scene.item(place)),
                    words::other(scene.item(earlier))
                );
                let fits = |moved: &DateTimer| {
                    [ZoneChoice::Campaign, ZoneChoice::Contact].into_iter().all(|clock| {
                        let apart = if clock == zone { 0 } else { CLOCKS_APART };
                        so_far[clock as usize].is_none_or(|(opens, _)| local_minutes(moved).1 + apart > opens)
                    })
                };
                let fix = move_years(scene.item(place).id, &timer, fits);
                notes.item(scene, place, Code::DatesDescend, message).fix = fix;
            }
            let slot = &mut so_far[zone as usize];
            if slot.is_none_or(|(latest, _)| latest < opens) {
                *slot = Some((opens, place));
            }
        }
        latest[place] = so_far;
    }
}

/// The first minute in local time at which a date timer releases contacts, and the first at which it has passed.
fn local_minutes(timer: &DateTimer) -> (i64, i64) {
    let (from, to) = match timer.time {
        TimeWindow::AnyTime => (0, MINUTES_A_DAY),
        TimeWindow::At(at) => (i64::from(at.minutes()), i64::from(at.minutes()) + 1),
        TimeWindow::Between(from, to) => (i64::from(from.minutes()), i64::from(to.minutes())),
    };
    let day = |number: i32| i64::from(number) * MINUTES_A_DAY;
    (day(timer.first.number()) + from, day(timer.last.number()) + to)
}

fn fields_read_at_entry(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    let mut setters: FxHashMap<Field, usize> = FxHashMap::default();
    // The values to restore on the way back along a track.
    let mut before: Vec<Option<usize>> = Vec::new();
    scene.walk(|step| match step {
        WalkStep::Enter(place) => {
            let item = scene.item(place);
            if let Some(field) = set_field(scene, place) {
                before.push(setters.insert(field, place));
            }
            let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = &item.kind else { return };
            let Some((_, field, _)) = schedule.complete(scene.directory) else { return };
            if let Some(&setter) = setters.get(&field) {
                let message = format!(
                    "{} reads “{}” when contacts enter, before {} sets it.",
                    words::item(item),
                    field_name(field.key(scene.directory), scene.directory),
                    words::other(scene.item(setter))
                );
                notes.item(scene, place, Code::FieldReadAtEntry, message).fix = Some(Fix::ReadFieldsOnArrival);
            }
        }
        WalkStep::Leave(place) => {
            if let Some(field) = set_field(scene, place) {
                match before.pop().flatten() {
                    Some(earlier) => setters.insert(field, earlier),
                    None => setters.remove(&field),
                };
            }
        }
    });
}

/// The field that an item sets, if it is configured.
fn set_field(scene: &CheckedSequence<'_>, place: usize) -> Option<Field> {
    scene.item(place).kind.settings().sets(scene.directory).filter(|_| scene.is_configured(place))
}
