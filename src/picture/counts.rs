//! What became of people at each item: the numbers on the badges.

use rustc_hash::FxHashMap;

use crate::report::table::Report;

/// The numbers of one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Visits that ran.
    pub ran: u64,
    /// Contacts that wait there.
    pub waiting: u64,
    /// Contacts that are held there.
    pub held: u64,
    /// Visits that were skipped, for whatever reason.
    pub skipped: u64,
}

/// The numbers of all items, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    by_item: FxHashMap<u64, Count>,
}

impl Counts {
    /// Those of a report.
    pub fn of(report: &Report) -> Self {
        let row = |row: &crate::report::table::ItemRow| {
            let count = Count { ran: row.ran, waiting: row.waiting, held: row.held, skipped: row.skipped_in_all() };
            (row.id, count)
        };
        report.items.iter().map(row).collect()
    }

    /// Those of an item; nothing where it was not reached.
    pub fn of_item(&self, id: u64) -> Count {
        self.by_item.get(&id).copied().unwrap_or_default()
    }
}

impl FromIterator<(u64, Count)> for Counts {
    fn from_iter<T: IntoIterator<Item = (u64, Count)>>(counts: T) -> Self {
        Self { by_item: counts.into_iter().collect() }
    }
}
