//! Assembles a run from visits that were stored elsewhere.

use std::ops::Range;

use super::kernel::Visit;
use super::outcome::Status;
use super::pass::Passes;
use super::plan::Rank;
use super::run::Run;
use super::segment::{NO_DUE, Segment};

/// Visits in columns, before they become a segment.
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

    /// Adds a visit. Returns `false` and adds nothing if its instants are outside simulated time.
    #[inline]
    #[must_use]
    pub fn push(&mut self, visit: Visit) -> bool {
        if !visit.arrived.is_simulated() || visit.due.is_some_and(|due| !due.is_simulated()) {
            return false;
        }
        // Simulated time, 1970 to 2099, fits into 32 bits.
        self.passes.push(visit.pass, self.len());
        self.ranks.push(visit.rank);
        self.arrived.push(visit.arrived.utc_secs() as u32);
        self.due.push(visit.due.map_or(NO_DUE, |due| due.utc_secs() as u32));
        self.outcomes.push(visit.outcome.code());
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

    /// The number of visits.
    pub fn len(&self) -> usize {
        self.ranks.len()
    }

    /// Whether there are no visits.
    pub fn is_empty(&self) -> bool {
        self.ranks.is_empty()
    }
}

impl Segment {
    /// Builds the segment of the contacts from position `first_place` on. `ends` has the index after each contact's
    /// last visit in `columns`. `None` if the arguments don't fit together.
    pub fn of_columns(first_place: u64, ends: Vec<u32>, statuses: Vec<Status>, columns: VisitColumns) -> Option<Self> {
        let last = ends.last().map_or(0, |&end| end as usize);
        let fits = ends.is_sorted() && ends.len() == statuses.len() && last == columns.len();
        let VisitColumns { mut ranks, mut arrived, mut due, mut outcomes, mut passes } = columns;
        // A run is kept for long, so unused memory is released.
        ranks.shrink_to_fit();
        arrived.shrink_to_fit();
        due.shrink_to_fit();
        outcomes.shrink_to_fit();
        passes.shrink_to_fit();
        fits.then_some(Self { first_place, ends, statuses, ranks, arrived, due, outcomes, passes })
    }
}

impl Run {
    /// A run of these segments, which must be in the order of the list.
    pub fn of_segments(segments: Vec<Segment>) -> Self {
        Self { segments }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Instant;
    use crate::simulate::outcome::Outcome;
    use crate::simulate::pass::Pass;

    fn visit(rank: Rank, arrived: i64, due: Option<i64>) -> Visit {
        let due = due.map(Instant::from_utc_secs);
        let (outcome, pass) = (Outcome::Waiting, Pass::of_number(1 + i64::from(rank)).expect("a pass"));
        Visit { rank, arrived: Instant::from_utc_secs(arrived), outcome, pass, due }
    }

    #[test]
    fn visits_come_back_as_they_went_in() {
        let visits = [visit(0, 0, None), visit(3, 4_102_444_799, Some(4_102_444_799)), visit(1, 5, Some(6))];
        let mut columns = VisitColumns::default();
        assert!(visits.iter().all(|&visit| columns.push(visit)));
        assert!(!columns.push(visit(0, -1, None)) && !columns.push(visit(0, 0, Some(i64::from(u32::MAX)))));
        let mut joined = VisitColumns::with_capacity(3);
        joined.extend(&columns, 0..1);
        joined.extend(&columns, 1..3);
        let statuses = vec![Status::Active, Status::NotEntered, Status::Queued];
        let segment = Segment::of_columns(7, vec![2, 2, 3], statuses.clone(), joined).expect("it fits");
        assert_eq!(segment.visits().collect::<Vec<_>>(), visits);
        assert_eq!((segment.span(0), segment.span(1), segment.span(2)), (0..2, 2..2, 2..3));
        assert!(Segment::of_columns(7, vec![2, 2, 4], statuses.clone(), columns.clone()).is_none());
        assert!(Segment::of_columns(7, vec![2, 1, 3], statuses, columns).is_none());
        let run = Run::of_segments(vec![segment]);
        assert_eq!(run.locate(9).map(|(_, row)| row), Some(2));
        assert!(run.locate(6).is_none() && run.locate(10).is_none());
    }
}
