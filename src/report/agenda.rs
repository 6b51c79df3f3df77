//! The agenda: what happens next, for all contacts, by day and item.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::calendar::{Date, Instant, Zone};
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::{Plan, Rank};

use super::timeline::Timeline;

/// What happens at one item on one day, for all contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgendaRow {
    /// The day, in the zone of the agenda.
    pub day: Date,
    /// The item, by rank.
    pub rank: Rank,
    /// The number of visits that run; at a timer, of contacts released.
    pub ran: u64,
    /// The number of visits that are skipped.
    pub skipped: u64,
    /// The number of contacts that start to be held.
    pub held: u64,
    /// The first instant of the day at which one of these happens.
    pub first: Instant,
    /// The last instant of the day at which one of these happens.
    pub last: Instant,
}

/// What happens after an instant, a row per day and item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// The rows, in order of their first instant.
    pub rows: Vec<AgendaRow>,
    /// Whether there is more after these rows.
    pub has_more: bool,
    /// Timers at which contacts still wait when the rehearsal ends, by rank, each with the number of contacts.
    pub beyond: Vec<(Rank, u64)>,
}

impl Agenda {
    /// What happens after an instant, in at most `most` rows, by the days of a zone. The time it takes doesn't depend on the number of
    /// contacts.
    pub fn after(plan: &Plan, timeline: &Timeline, zone: &Zone, clock: Instant, most: usize) -> Self {
        let ranks = 0..plan.items().len() as Rank;
        let next = |rank: Rank, after: Instant| timeline.next_outcome(rank, after).map(|at| Reverse((at, rank)));
        let mut ahead: BinaryHeap<_> = ranks.clone().filter_map(|rank| next(rank, clock)).collect();
        let mut agenda = Self::default();
        while let Some(Reverse((first, rank))) = ahead.pop() {
            if agenda.rows.len() >= most {
                agenda.has_more = true;
                break;
            }
            let day = zone.date_at(first);
            let end = zone.start_of(day.plus_days(1)).plus_secs(-1).max(first);
            let before = first.plus_secs(-1);
            let grown = |outcome| timeline.visits(rank, outcome, end) - timeline.visits(rank, outcome, before);
            agenda.rows.push(AgendaRow {
                day,
                rank,
                ran: grown(Outcome::Ran),
                skipped: timeline.skips(rank, before, end),
                held: grown(Outcome::Held),
                first,
                last: timeline.previous_outcome(rank, end.plus_secs(1)).unwrap_or(first),
            });
            ahead.extend(next(rank, end));
        }
        let waiting = ranks.map(|rank| (rank, timeline.visits(rank, Outcome::Waiting, Instant::LAST)));
        agenda.beyond = waiting.filter(|(_, count)| *count > 0).collect();
        agenda
    }
}
