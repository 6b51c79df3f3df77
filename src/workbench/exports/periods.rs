//! The table of what ran when: a row for each day, week or month in which something ran or was skipped.

use std::collections::BTreeMap;

use crate::campaign::ids::ItemRef;
use crate::report::axis::Axis;
use crate::report::table::{DayCell, Report};
use crate::storage::exports::page::contents::{PeriodRow, Stretches};

/// Most rows of the table: with more days, it has a row for each week or month.
const MOST_ROWS: usize = 31;
/// Most items that are named for a period.
const MOST_OF_A_PERIOD: usize = 3;

/// The rows, with the items that ran most, and their sums, which are those of the items' table. Only the `wanted` items
/// are counted. `None` if none of them ran or was skipped.
pub(super) fn stretches(report: &Report, wanted: impl Fn(ItemRef) -> bool) -> Option<Stretches> {
    let counts = |cell: &&DayCell| (cell.ran > 0 || cell.skipped > 0) && wanted(cell.item);
    let mut days = report.days.iter().filter(|(_, cells)| cells.iter().any(|cell| counts(&cell))).map(|(day, _)| *day);
    let first = days.next()?;
    let axis = Axis::between(first, days.next_back().unwrap_or(first), MOST_ROWS);
    let mut periods = vec![PeriodCounts::default(); axis.starts.len()];
    for (day, cells) in report.days.range(axis.starts[0]..axis.end()) {
        cells.iter().filter(counts).for_each(|cell| periods[axis.place(*day)].add(cell));
    }
    let rows = periods.iter().enumerate().filter(|(_, period)| !period.is_empty());
    let mut rows: Vec<PeriodRow> = rows.map(|(place, period)| period.row(axis.words(place), report)).collect();
    if rows.len() > 1 {
        let sum = |of: fn(&PeriodRow) -> u64| rows.iter().map(of).sum();
        let all = PeriodRow {
            when: "in all".to_owned(),
            ran: sum(|row| row.ran),
            skipped: sum(|row| row.skipped),
            most: Vec::new(),
        };
        rows.push(all);
    }
    Some(Stretches { period: axis.period.word(), rows })
}

/// The counts of one period.
#[derive(Clone, Debug, Default)]
struct PeriodCounts {
    ran: BTreeMap<ItemRef, u64>,
    skipped: u64,
}

impl PeriodCounts {
    fn add(&mut self, cell: &DayCell) {
        self.skipped += cell.skipped;
        if cell.ran > 0 {
            *self.ran.entry(cell.item).or_default() += cell.ran;
        }
    }

    fn is_empty(&self) -> bool {
        self.ran.is_empty() && self.skipped == 0
    }

    fn row(&self, when: String, report: &Report) -> PeriodRow {
        let mut most: Vec<(ItemRef, u64)> = self.ran.iter().map(|(item, count)| (*item, *count)).collect();
        most.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        most.truncate(MOST_OF_A_PERIOD);
        let name_of = |item| report.items.iter().find(|row| row.item == item).map_or("", |row| row.label.as_str());
        PeriodRow {
            when,
            ran: self.ran.values().sum(),
            skipped: self.skipped,
            most: most.into_iter().map(|(item, count)| (name_of(item).to_owned(), count)).collect(),
        }
    }
}
