//! The kernel: moves one contact through a plan (`rules.md` §3). This is the only code that does.
//!
//! An [`Observer`] receives the visits of a contact's story, and turns them into columns, counts or an explanation.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::calendar::derivation::{DerivationStep, Trace};
use crate::calendar::due::Due;
use crate::calendar::span::FieldDate;
use crate::calendar::{Instant, Zone};
use crate::campaign::kinds::OverwriteMode;

use super::outcome::{Outcome, Reason, Status};
use super::pass::Pass;
use super::plan::{Assignee, ItemAction, License, Perform, Plan, Rank};
use super::record::{Changes, Contact};

/// A visit: a contact at an item (`rules.md` §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The item, by rank.
    pub rank: Rank,
    /// When the contact arrived.
    pub arrived: Instant,
    /// The outcome of the visit.
    pub outcome: Outcome,
    /// The contact's pass through the item's sequence.
    pub pass: Pass,
    /// For `Ran`, the instant when the item ran. For `Waiting`, the instant when it will run, if that is within
    /// simulated time. Otherwise `None`.
    pub due: Option<Instant>,
}

/// Receives the events of one contact.
pub trait Observer {
    /// The type that receives the steps of derivations.
    type Steps: Trace;
    /// The receiver of the next derivation's steps.
    fn steps(&mut self) -> &mut Self::Steps;
    /// Receives a visit, in order of (instant, rank). `zone` is the zone that a timer worked in.
    fn visit(&mut self, visit: Visit, zone: &Zone);
}

/// Buffers that are reused from story to story.
#[derive(Debug, Default)]
pub struct StoryBuffers {
    arrivals: BinaryHeap<Reverse<u64>>,
    changes: Changes,
}

/// An arrival as a number whose order is (instant, rank); the last bit says whether it is a jump.
#[inline]
fn arrival(at: Instant, rank: Rank, jumping: bool) -> u64 {
    (at.utc_secs() as u64) << 32 | u64::from(rank) << 1 | u64::from(jumping)
}

/// How the tracks of a contact have ended so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TrackEnds {
    pub(super) waiting: bool,
    pub(super) held: bool,
    pub(super) fell_out: bool,
    pub(super) finished: bool,
}

/// What an item does with an arriving contact.
struct ArrivalResult<'a> {
    outcome: Outcome,
    due: Option<Instant>,
    zone: &'a Zone,
    /// When the contact continues, and whether it jumps.
    onward: Option<(Instant, bool)>,
}

impl<'a> ArrivalResult<'a> {
    fn ran(at: Instant, zone: &'a Zone) -> Self {
        Self { outcome: Outcome::Ran, due: Some(at), zone, onward: Some((at, false)) }
    }

    fn skipped(reason: Reason, at: Instant, zone: &'a Zone, jumping: bool) -> Self {
        Self { outcome: Outcome::Skipped(reason), due: None, zone, onward: Some((at, jumping)) }
    }
}

/// Moves a contact that enters at `entry` until `until` (included), and returns its status then.
pub fn story<O: Observer>(
    plan: &Plan,
    contact: Contact<'_>,
    entry: Instant,
    until: Instant,
    scratch: &mut StoryBuffers,
    observer: &mut O,
) -> Status {
    let until = until.min(Instant::LAST);
    if entry > until || plan.starts().is_empty() {
        return Status::NotEntered;
    }
    let mut ends = TrackEnds::default();
    let StoryBuffers { arrivals, changes } = scratch;
    changes.reset(plan, contact);
    arrivals.clear();
    arrivals.extend(plan.starts().iter().map(|&rank| Reverse(arrival(entry, rank, false))));
    let mut upcoming = arrivals.pop();
    while let Some(Reverse(key)) = upcoming {
        let (at, rank) = (Instant::from_utc_secs((key >> 32) as i64), (key as u32) >> 1);
        let answer = answer(plan, contact, rank, at, key & 1 == 1, until, changes, observer);
        let ArrivalResult { outcome, due, .. } = answer;
        observer.visit(Visit { rank, arrived: at, outcome, pass: Pass::FIRST, due }, answer.zone);
        upcoming = match answer.onward {
            Some((at, jumping)) => go_on(plan.next(rank), at, jumping, arrivals, &mut ends),
            None => {
                ends.waiting |= answer.outcome == Outcome::Waiting;
                ends.held |= answer.outcome == Outcome::Held;
                arrivals.pop()
            }
        };
    }
    ends.status()
}

/// Adds the arrivals at the next items, and returns the contact's earliest upcoming arrival.
#[inline]
fn go_on(
    next: &[Rank],
    at: Instant,
    jumping: bool,
    arrivals: &mut BinaryHeap<Reverse<u64>>,
    ends: &mut TrackEnds,
) -> Option<Reverse<u64>> {
    let Some((&first, others)) = next.split_first() else {
        ends.fell_out |= jumping;
        ends.finished |= !jumping;
        return arrivals.pop();
    };
    for &rank in others {
        arrivals.push(Reverse(arrival(at, rank, jumping)));
    }
    // On a simple chain the heap stays empty: the single next arrival never goes through it.
    let first = Reverse(arrival(at, first, jumping));
    match arrivals.peek() {
        Some(&other) if other > first => {
            arrivals.push(first);
            arrivals.pop()
        }
        _ => Some(first),
    }
}

impl TrackEnds {
    /// The status of the contact (`rules.md` §3, *Status of a contact*).
    pub(super) fn status(&self) -> Status {
        match self {
            TrackEnds { waiting: true, .. } => Status::Active,
            TrackEnds { held: true, .. } => Status::Held,
            TrackEnds { fell_out: true, finished: false, .. } => Status::FellOut,
            _ => Status::Queued,
        }
    }
}

/// What the item at `rank` does with a contact that arrives at `at`.
#[allow(clippy::too_many_arguments)]
#[inline]
fn answer<'a, O: Observer>(
    plan: &'a Plan,
    contact: Contact<'a>,
    rank: Rank,
    at: Instant,
    jumping: bool,
    until: Instant,
    changes: &mut Changes,
    observer: &mut O,
) -> ArrivalResult<'a> {
    let zone = plan.zone();
    match &plan.items()[rank as usize].action {
        ItemAction::Start => ArrivalResult::ran(at, zone),
        ItemAction::Hold => ArrivalResult { outcome: Outcome::Held, due: None, zone, onward: None },
        ItemAction::Delay(timer, choice) => {
            let zone = plan.timer_zone(*choice, contact.zone());
            at_timer(timer.due(zone, at, observer.steps()), at, until, zone)
        }
        ItemAction::Date(timer, choice) => {
            let zone = plan.timer_zone(*choice, contact.zone());
            at_timer(timer.due(zone, at, observer.steps()), at, until, zone)
        }
        ItemAction::Field(timer, source, choice) => {
            let zone = plan.timer_zone(*choice, contact.zone());
            match changes.date(*source, contact) {
                Some(value) if timer.can_read(value) => {
                    let due = timer.due(value, plan.rules().leap_day, zone, at, observer.steps());
                    at_timer(due, at, until, zone)
                }
                value => {
                    year_missing(value, observer);
                    ArrivalResult::skipped(Reason::FieldEmpty, at, zone, true)
                }
            }
        }
        // The order of reasons (`rules.md` §6): jump, then configuration and ready mark, then the item's own reasons.
        ItemAction::Skip(_) | ItemAction::Perform(_) if jumping => {
            ArrivalResult::skipped(Reason::BehindPassedTimer, at, zone, true)
        }
        ItemAction::Skip(reason) => ArrivalResult::skipped(*reason, at, zone, false),
        ItemAction::Perform(perform) => match perform_at(perform, plan, contact, at, changes) {
            Some(reason) => {
                if let Perform::Appointment(source) = perform {
                    year_missing(changes.date(*source, contact), observer);
                }
                ArrivalResult::skipped(reason, at, zone, false)
            }
            None => ArrivalResult::ran(at, zone),
        },
    }
}

/// Says in the derivation that a field counts as empty although it has a date, which lacks its year.
fn year_missing<O: Observer>(value: Option<FieldDate>, observer: &mut O) {
    if let Some(value) = value {
        observer.steps().step(|| DerivationStep::YearMissing { value });
    }
}

/// The result at a timer (`rules.md` §3.5 and §3.6): ran, waiting, or skipped with a jump because its date has passed.
#[inline]
fn at_timer(due: Due, arrived: Instant, until: Instant, zone: &Zone) -> ArrivalResult<'_> {
    match due {
        Due::At(at) if at <= until => ArrivalResult::ran(at, zone),
        Due::At(at) => ArrivalResult { outcome: Outcome::Waiting, due: Some(at), zone, onward: None },
        Due::Beyond => ArrivalResult { outcome: Outcome::Waiting, due: None, zone, onward: None },
        Due::Passed => ArrivalResult::skipped(Reason::DatePassed, arrived, zone, true),
    }
}

/// Performs a communication or process, or returns why it can't.
#[inline]
fn perform_at(
    perform: &Perform,
    plan: &Plan,
    contact: Contact<'_>,
    at: Instant,
    changes: &mut Changes,
) -> Option<Reason> {
    let slots = plan.slots();
    let lacks = |needed: bool, reason| (!needed).then_some(reason);
    match perform {
        Perform::Plain => None,
        Perform::EmailContact if !contact.has(slots.email) => Some(Reason::NoEmailAddress),
        Perform::EmailContact => lacks(contact.block.status(contact.row).is_marketable(), Reason::EmailNotMarketable),
        Perform::Reach(needed, reason) => lacks(needed.iter().all(|&slot| contact.has(slot)), *reason),
        Perform::Appointment(source) => {
            lacks(changes.date(*source, contact).is_some_and(FieldDate::has_year), Reason::FieldEmpty)
        }
        Perform::Set(set) => {
            if set.mode == OverwriteMode::OnlyIfBlank && changes.is_set(set, contact) {
                return Some(Reason::AlreadySet);
            }
            changes.write(set, at, plan.zone());
            None
        }
        Perform::Own(who) => {
            let reason = lacks_user(who, changes);
            changes.has_owner |= reason.is_none();
            reason
        }
        Perform::Give(_, who) => lacks_user(who, changes),
        Perform::CustomerHub(_) if !contact.has(slots.email) => Some(Reason::NoEmailAddress),
        Perform::CustomerHub(license) => lacks(*license == License::Held, Reason::NoLicense),
    }
}

fn lacks_user(who: &Assignee, changes: &Changes) -> Option<Reason> {
    match who {
        Assignee::Nobody => Some(Reason::NoEligibleUser),
        Assignee::Owner if !changes.has_owner => Some(Reason::NoOwner),
        Assignee::User(_) | Assignee::RoundRobin(_) | Assignee::Owner => None,
    }
}
