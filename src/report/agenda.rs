//! What happens next, all contacts together: by day and item.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::calendar::{Day, Instant};
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::{Plan, Rank};

use super::timeline::Timeline;

/// What happens at one item on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgendaRow {
    /// The day, in the campaign's zone.
    pub day: Day,
    /// The item.
    pub rank: Rank,
    /// Visits that run, or go on from a timer.
    pub ran: u64,
    /// Visits that are skipped.
    pub skipped: u64,
    /// Contacts that come to be held.
    pub held: u64,
    /// The first time of the day at which one of them does.
    pub first: Instant,
    /// The last.
    pub last: Instant,
}

/// What happens after an instant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// What happens next, in order of the first time of each row.
    pub rows: Vec<AgendaRow>,
    /// Whether more comes after these rows.
    pub has_more: bool,
    /// Timers at which contacts still wait when the rehearsal ends, and how many, by rank.
    pub beyond: Vec<(Rank, u64)>,
}

impl Agenda {
    /// What happens after an instant: so many rows at most. It takes as long for a million contacts as for a thousand.
    pub fn after(plan: &Plan, timeline: &Timeline, clock: Instant, most: usize) -> Self {
        let zone = plan.zone();
        let ranks = 0..plan.items().len() as Rank;
        let next = |rank: Rank, after: Instant| timeline.next_outcome(rank, after).map(|at| Reverse((at, rank)));
        let mut ahead: BinaryHeap<_> = ranks.clone().filter_map(|rank| next(rank, clock)).collect();
        let mut agenda = Self::default();
        while let Some(Reverse((first, rank))) = ahead.pop() {
            if agenda.rows.len() >= most {
                agenda.has_more = true;
                break;
            }
            let day = zone.day_at(first);
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
