//! The visits of a stretch of contacts, in columns.

use crate::calendar::Instant;

use super::kernel::Visit;
use super::outcome::{Outcome, Status};
use super::pass::Passes;
use super::plan::Rank;

/// Marks a visit without a due instant: later than simulated time.
pub(super) const NO_DUE: u32 = u32::MAX;

/// The visits of a stretch of contacts, in columns: 13 bytes a visit.
#[derive(Clone, Debug, Default)]
pub struct Segment {
    pub(super) first_place: u64,
    /// The index after each contact's last visit in the columns.
    pub(super) ends: Vec<u32>,
    pub(super) statuses: Vec<Status>,
    pub(super) ranks: Vec<Rank>,
    pub(super) arrived: Vec<u32>,
    pub(super) due: Vec<u32>,
    pub(super) outcomes: Vec<u8>,
    pub(super) passes: Passes,
}

impl Segment {
    /// The position in the list of its first contact.
    pub fn first_place(&self) -> u64 {
        self.first_place
    }

    /// The status of each contact at the end.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }

    /// The number of visits.
    pub fn len(&self) -> usize {
        self.ranks.len()
    }

    /// Whether there are no visits.
    pub fn is_empty(&self) -> bool {
        self.ranks.is_empty()
    }

    /// The visit at an index in the columns.
    #[inline]
    pub fn visit(&self, place: usize) -> Visit {
        let due = self.due[place];
        Visit {
            rank: self.ranks[place],
            arrived: Instant::from_utc_secs(i64::from(self.arrived[place])),
            outcome: Outcome::of_code(self.outcomes[place]),
            pass: self.passes.get(place),
            due: (due != NO_DUE).then(|| Instant::from_utc_secs(i64::from(due))),
        }
    }

    /// All visits, by contact, then arrival, then rank.
    pub fn visits(&self) -> impl Iterator<Item = Visit> + '_ {
        (0..self.len()).map(|place| self.visit(place))
    }

    /// The visits of each contact: its row in the segment, and its span of the columns.
    pub fn contacts(&self) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> + '_ {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| start as usize..end as usize).enumerate()
    }

    /// The span of the columns with the visits of the contact in a row; empty if there is no such row.
    #[inline]
    pub fn span(&self, row: usize) -> std::ops::Range<usize> {
        let start = row.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or_default());
        start as usize..self.ends.get(row).copied().unwrap_or(start) as usize
    }

    /// The memory of its visits, in bytes.
    pub fn bytes(&self) -> usize {
        self.ends.capacity() * 4
            + self.statuses.capacity()
            + (self.ranks.capacity() + self.arrived.capacity() + self.due.capacity()) * 4
            + self.outcomes.capacity()
            + self.passes.bytes()
    }
}
