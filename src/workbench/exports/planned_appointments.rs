//! Appointments in a calendar: where they take place, not where they are made.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::calendar::Instant;
use crate::campaign::kinds::Kind;
use crate::report::planned::MOST_NAMED;
use crate::simulate::effects::Effect;
use crate::simulate::kinds::Detail;
use crate::simulate::kinds::create_appointment::{AppointmentMade, Starts};
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::Rank;
use crate::simulate::segment::Segment;
use crate::storage::exports::icalendar::When;

use super::planned_words::ContactEffects;
use super::rehearsed::RunAtInstant;

/// Most appointments that each have an event of their own.
pub const MOST_APART: usize = 500;

/// An appointment of one or several contacts, at the same time.
pub(super) struct PlannedAppointment {
    /// When it takes place.
    pub when: When,
    /// The item that makes it, by rank.
    pub rank: Rank,
    /// The number of contacts.
    pub people: u64,
    /// The first of them, by their positions in the list: at most [`MOST_NAMED`].
    pub named: Vec<u64>,
    /// When it is made for the first and for the last contact.
    pub made: (Instant, Instant),
}

/// The appointments of all contacts that are ahead of the clock: each on its own, or those at the same time together if
/// there are more than [`MOST_APART`]. Uses the rayon pool it is called in.
pub(super) fn of_all(rehearsed: &RunAtInstant<'_>, effects: &ContactEffects<'_>) -> Vec<PlannedAppointment> {
    let scene = rehearsed.scene;
    let items = &scene.sequence().items;
    let makes = |place: usize| matches!(items[place].kind, Kind::CreateAppointment(_));
    let makes: Vec<bool> = scene.plan.items().iter().map(|item| makes(item.place)).collect();
    if !makes.contains(&true) {
        return Vec::new();
    }
    let segments = rehearsed.kept.run.segments().par_iter();
    let found: Vec<Vec<_>> = segments.map(|segment| of_segment(rehearsed, segment, &makes, effects)).collect();
    let found: Vec<(u64, AppointmentAhead)> = found.into_iter().flatten().collect();
    match found.len() > MOST_APART {
        true => together(found),
        false => found.into_iter().map(|(place, ahead)| PlannedAppointment::of(place, &ahead)).collect(),
    }
}

/// Puts the appointments that an item makes for the same time together. The contacts come in the order of the list.
fn together(found: Vec<(u64, AppointmentAhead)>) -> Vec<PlannedAppointment> {
    let mut grouped: BTreeMap<(When, Rank), PlannedAppointment> = BTreeMap::new();
    for (place, ahead) in found {
        let key = (ahead.when, ahead.rank);
        let mine = grouped
            .entry(key)
            .or_insert_with(|| PlannedAppointment { people: 0, ..PlannedAppointment::of(place, &ahead) });
        mine.people += 1;
        mine.made = (mine.made.0.min(ahead.at), mine.made.1.max(ahead.at));
        if mine.people > 1 && mine.named.len() < MOST_NAMED {
            mine.named.push(place);
        }
    }
    grouped.into_values().collect()
}

impl PlannedAppointment {
    /// The appointment of one contact, at its position in the list.
    fn of(place: u64, ahead: &AppointmentAhead) -> Self {
        let AppointmentAhead { when, rank, at } = *ahead;
        Self { when, rank, people: 1, named: vec![place], made: (at, at) }
    }
}

/// An appointment of one contact that is ahead of the clock.
struct AppointmentAhead {
    when: When,
    rank: Rank,
    /// When it is made.
    at: Instant,
}

/// The appointments of the contacts of a segment, each with the contact's position in the list.
fn of_segment(
    rehearsed: &RunAtInstant<'_>,
    segment: &Segment,
    makes: &[bool],
    effects: &ContactEffects<'_>,
) -> Vec<(u64, AppointmentAhead)> {
    let mut found = Vec::new();
    for (row, mut span) in segment.contacts() {
        let has_one = span.any(|at| {
            let visit = segment.visit(at);
            visit.outcome == Outcome::Ran && makes[visit.rank as usize]
        });
        if has_one {
            let place = segment.first_place() + row as u64;
            for effect in effects.of(place) {
                let when = of_effect(rehearsed, &effect);
                found.extend(when.map(|when| (place, AppointmentAhead { when, rank: effect.rank, at: effect.at })));
            }
        }
    }
    found
}

/// When the appointment of an effect takes place; `None` if it isn't one, or isn't ahead of the clock.
pub(super) fn of_effect(rehearsed: &RunAtInstant<'_>, effect: &Effect) -> Option<When> {
    let Detail::Appointment(made) = &effect.detail else { return None };
    let when = takes_place(rehearsed, made);
    let ends = match when {
        When::At(from, _) => from,
        When::Day(day) => rehearsed.scene.plan.zone().resolve(day.plus_days(1).at_second(0)),
    };
    (effect.at.max(ends) > rehearsed.clock).then_some(when)
}

/// When an appointment is, in the campaign's local time, with or without a time of day.
fn takes_place(rehearsed: &RunAtInstant<'_>, made: &AppointmentMade) -> When {
    match made.starts {
        Starts::On(day) => When::Day(day),
        Starts::At(local) => {
            let from = rehearsed.scene.plan.zone().resolve(local);
            let seconds = i64::try_from(made.minutes.saturating_mul(60)).unwrap_or(i64::MAX);
            When::At(from, from.plus_secs(seconds).min(Instant::LAST.max(from)))
        }
    }
}

/// The instant at which an event begins.
pub(super) fn begins(rehearsed: &RunAtInstant<'_>, when: When) -> Instant {
    match when {
        When::At(from, _) => from,
        When::Day(day) => rehearsed.scene.plan.zone().resolve(day.at_second(0)),
    }
}
