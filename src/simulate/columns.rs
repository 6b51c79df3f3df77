//! Visits in columns: 13 bytes a visit.

use std::ops::Range;

use crate::calendar::Instant;

use super::kernel::Visit;
use super::outcome::Outcome;
use super::pass::{Pass, Passes};
use super::plan::Rank;

/// Marks a visit without a due instant: later than simulated time.
const NO_DUE: u32 = u32::MAX;

/// A visit as it is stored. Its instants must be within simulated time, 1970 to 2099, which fits into 32 bits.
#[derive(Clone, Copy, Debug)]
pub(super) struct VisitRow {
    rank: Rank,
    arrived: u32,
    due: u32,
    outcome: u8,
    pass: Pass,
}

impl VisitRow {
    #[inline]
    pub(super) fn of(visit: Visit) -> Self {
        Self {
            rank: visit.rank,
            arrived: visit.arrived.utc_secs() as u32,
            due: visit.due.map_or(NO_DUE, |due| due.utc_secs() as u32),
            outcome: visit.outcome.code(),
            pass: visit.pass,
        }
    }
}

/// Visits in columns.
#[derive(Clone, Debug, Default)]
pub struct VisitColumns {
    ranks: Vec<Rank>,
    arrived: Vec<u32>,
    due: Vec<u32>,
    outcomes: Vec<u8>,
    passes: Passes,
}

impl VisitColumns {
    /// Empty columns with memory for this number of visits.
    pub fn with_capacity(visits: usize) -> Self {
        Self {
            ranks: Vec::with_capacity(visits),
            arrived: Vec::with_capacity(visits),
            due: Vec::with_capacity(visits),
            outcomes: Vec::with_capacity(visits),
            passes: Passes::default(),
        }
    }

    /// The columns of these visits. `has_later` says whether any of them belongs to a later pass than the first.
    pub(super) fn of_rows(rows: &[VisitRow], has_later: bool) -> Self {
        Self {
            ranks: rows.iter().map(|row| row.rank).collect(),
            arrived: rows.iter().map(|row| row.arrived).collect(),
            due: rows.iter().map(|row| row.due).collect(),
            outcomes: rows.iter().map(|row| row.outcome).collect(),
            passes: Passes::collect(rows.iter().map(|row| row.pass), has_later),
        }
    }

    /// Adds a visit. Returns `false` and adds nothing if its instants are outside simulated time.
    #[inline]
    #[must_use]
    pub fn push(&mut self, visit: Visit) -> bool {
        if !visit.arrived.is_simulated() || visit.due.is_some_and(|due| !due.is_simulated()) {
            return false;
        }
        let row = VisitRow::of(visit);
        self.passes.push(row.pass, self.len());
        self.ranks.push(row.rank);
        self.arrived.push(row.arrived);
        self.due.push(row.due);
        self.outcomes.push(row.outcome);
        true
    }

    /// Adds a span of other columns.
    pub fn extend(&mut self, other: &VisitColumns, span: Range<usize>) {
        self.passes.extend(&other.passes, span.clone(), self.len());
        self.ranks.extend_from_slice(&other.ranks[span.clone()]);
        self.arrived.extend_from_slice(&other.arrived[span.clone()]);
        self.due.extend_from_slice(&other.due[span.clone()]);
        self.outcomes.extend_from_slice(&other.outcomes[span]);
    }

    /// The visit at an index.
    #[inline]
    pub fn visit(&self, index: usize) -> Visit {
        let due = self.due[index];
        Visit {
            rank: self.ranks[index],
            arrived: Instant::from_utc_secs(i64::from(self.arrived[index])),
            outcome: Outcome::of_code(self.outcomes[index]),
            pass: self.passes.get(index),
            due: (due != NO_DUE).then(|| Instant::from_utc_secs(i64::from(due))),
        }
    }

    /// The number of visits.
    pub fn len(&self) -> usize {
        self.ranks.len()
    }

    /// Whether there are no visits.
    pub fn is_empty(&self) -> bool {
        self.ranks.is_empty()
    }

    /// The memory of the columns, in bytes.
    pub(super) fn bytes(&self) -> usize {
        (self.ranks.capacity() + self.arrived.capacity() + self.due.capacity()) * 4
            + self.outcomes.capacity()
            + self.passes.bytes()
    }

    /// Releases unused memory.
    pub(super) fn shrink_to_fit(&mut self) {
        self.ranks.shrink_to_fit();
        self.arrived.shrink_to_fit();
        self.due.shrink_to_fit();
        self.outcomes.shrink_to_fit();
        self.passes.shrink_to_fit();
    }
}
