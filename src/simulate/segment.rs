//! The visits of a stretch of contacts.

use super::columns::VisitColumns;
use super::kernel::Visit;
use super::outcome::Status;

/// The visits of a stretch of contacts.
#[derive(Clone, Debug, Default)]
pub struct Segment {
    first_place: u64,
    /// The index after each contact's last visit in the columns.
    ends: Vec<u32>,
    statuses: Vec<Status>,
    columns: VisitColumns,
}

impl Segment {
    /// The segment of the contacts from position `first_place` on. `ends` has the index after each contact's last visit
    /// in `columns`. `None` if the arguments don't fit together.
    pub fn of_columns(
        first_place: u64,
        ends: Vec<u32>,
        statuses: Vec<Status>,
        mut columns: VisitColumns,
    ) -> Option<Self> {
        let last = ends.last().map_or(0, |&end| end as usize);
        let fits = ends.is_sorted() && ends.len() == statuses.len() && last == columns.len();
        // A run is kept for long, so unused memory is released.
        columns.shrink_to_fit();
        fits.then_some(Self { first_place, ends, statuses, columns })
    }

    /// As [`Segment::of_columns`], for columns that were just computed: the arguments fit together.
    pub(super) fn new(first_place: u64, ends: Vec<u32>, statuses: Vec<Status>, columns: VisitColumns) -> Self {
        Self { first_place, ends, statuses, columns }
    }

    /// The position in the list of its first contact.
    pub fn first_place(&self) -> u64 {
        self.first_place
    }

    /// The status of each contact at the end.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }

    /// The number of contacts.
    pub fn contact_count(&self) -> usize {
        self.ends.len()
    }

    /// The number of visits.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there are no visits.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The visit at an index in the columns.
    #[inline]
    pub fn visit(&self, index: usize) -> Visit {
        self.columns.visit(index)
    }

    /// All visits, by contact, then arrival, then rank.
    pub fn visits(&self) -> impl Iterator<Item = Visit> + '_ {
        (0..self.len()).map(|index| self.visit(index))
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
        self.ends.capacity() * 4 + self.statuses.capacity() + self.columns.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Instant;
    use crate::simulate::outcome::Outcome;
    use crate::simulate::pass::Pass;
    use crate::simulate::plan::Rank;
    use crate::simulate::run::Run;

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
