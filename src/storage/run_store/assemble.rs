//! Assembles a run from its visits, contact by contact.

use crate::contacts::block::Population;
use crate::simulate::columns::VisitColumns;
use crate::simulate::outcome::Status;
use crate::simulate::run::{Run, all_stretches};
use crate::simulate::segment::Segment;

/// Consecutive visits and their contacts.
#[derive(Default)]
pub(super) struct VisitBatch {
    /// Contacts by position, each with its number of visits.
    pub(super) contacts: Vec<(u64, u32)>,
    pub(super) visits: VisitColumns,
}

/// Assembles a run from its visits, for its contacts.
pub(super) fn assemble(
    batches: Vec<VisitBatch>,
    statuses: Vec<Vec<Status>>,
    population: &Population,
) -> Result<Run, String> {
    let mut spans = Spans { batches: batches.into_iter(), batch: VisitBatch::default(), contact: 0, visit: 0 };
    let mut statuses = statuses.into_iter().flatten();
    let mut segments = Vec::new();
    for stretch in all_stretches(population) {
        let rows = stretch.to - stretch.from;
        let (mut ends, mut columns) = (Vec::with_capacity(rows), VisitColumns::default());
        for row in 0..rows {
            spans.take(stretch.first_place + row as u64, &mut columns);
            ends.push(columns.len() as u32);
        }
        let statuses = statuses.by_ref().take(rows).collect();
        let segment = Segment::of_columns(stretch.first_place, ends, statuses, columns);
        segments.push(segment.ok_or("its visits and contacts don't match")?);
    }
    match spans.next_contact() {
        None => Ok(Run::of_segments(segments)),
        Some(place) => Err(format!("visits of contact {place} are out of order, or there is no such contact")),
    }
}

/// Iterates over batches contact by contact, and drops each batch after use.
struct Spans {
    batches: std::vec::IntoIter<VisitBatch>,
    batch: VisitBatch,
    contact: usize,
    visit: usize,
}

impl Spans {
    /// The contact whose visits come next.
    fn next_contact(&mut self) -> Option<u64> {
        while self.contact == self.batch.contacts.len() {
            self.batch = self.batches.next()?;
            (self.contact, self.visit) = (0, 0);
        }
        Some(self.batch.contacts[self.contact].0)
    }

    /// Appends the visits of a contact to `columns`, if they come next.
    fn take(&mut self, place: u64, columns: &mut VisitColumns) {
        // The visits of one contact may be in two batches: at the end of one, and at the beginning of the next.
        while self.next_contact() == Some(place) {
            let count = self.batch.contacts[self.contact].1 as usize;
            columns.extend(&self.batch.visits, self.visit..self.visit + count);
            self.contact += 1;
            self.visit += count;
        }
    }
}
