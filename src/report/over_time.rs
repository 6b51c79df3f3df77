//! What ran when, item by item, on an axis of time: what a plot of runs per day is drawn from.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::axis::Axis;
use super::table::{DayCell, ItemRow, Report};

/// More stretches than this are not drawn: a plot of days turns into one of weeks or months.
pub const MOST_STRETCHES: usize = 400;

/// The runs of one item, or of all those that have no colour of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The item's id; none for all others.
    pub item: Option<u64>,
    /// What it is called.
    pub name: String,
    /// Visits that ran, for each stretch of the axis.
    pub ran: Vec<u64>,
}

impl Series {
    /// All of them.
    pub fn total(&self) -> u64 {
        self.ran.iter().sum()
    }
}

/// Runs over time, stacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverTime {
    /// The time.
    pub axis: Axis,
    /// In the order of the table; all others last.
    pub series: Vec<Series>,
}

impl OverTime {
    /// The runs of the items that are wanted; the `most` with the most runs by themselves, the others together. None
    /// if nothing of them ran.
    pub fn new(report: &Report, most: usize, wanted: impl Fn(&ItemRow) -> bool) -> Option<Self> {
        let rows: Vec<&ItemRow> = report.items.iter().filter(|row| row.ran > 0 && wanted(row)).collect();
        let place_of: FxHashMap<u64, usize> = rows.iter().zip(0..).map(|(row, place)| (row.id, place)).collect();
        let ran_on = |cells: &[DayCell]| cells.iter().any(|cell| cell.ran > 0 && place_of.contains_key(&cell.item));
        let mut days = report.days.iter().filter(|(_, cells)| ran_on(cells)).map(|(day, _)| *day);
        let first = days.next()?;
        let axis = Axis::between(first, days.next_back().unwrap_or(first), MOST_STRETCHES);

        let mut by_runs: Vec<usize> = (0..rows.len()).collect();
        by_runs.sort_by_key(|&place| std::cmp::Reverse(rows[place].ran));
        // One item alone is not "others".
        let shown = if rows.len() <= most { rows.len() } else { most.saturating_sub(1) };
        let mut own = by_runs[..shown].to_vec();
        own.sort_unstable();
        let others = rows.len() - shown;
        let mut series: Vec<Series> = own
            .iter()
            .map(|&place| Series {
                item: Some(rows[place].id),
                name: rows[place].called().to_owned(),
                ran: vec![0; axis.starts.len()],
            })
            .collect();
        if others > 0 {
            let name = format!("{others} other items");
            series.push(Series { item: None, name, ran: vec![0; axis.starts.len()] });
        }
        let of_row: Vec<usize> =
            (0..rows.len()).map(|place| own.binary_search(&place).unwrap_or(series.len() - 1)).collect();
        for (day, cells) in &report.days {
            for cell in cells.iter().filter(|cell| cell.ran > 0) {
                if let Some(&row) = place_of.get(&cell.item) {
                    series[of_row[row]].ran[axis.place(*day)] += cell.ran;
                }
            }
        }
        Some(Self { axis, series })
    }

    /// The part of it that has happened when the clock stands in the stretch at `now`, or behind all of them. `report`
    /// is that of the clock's instant and needs no days: what ran in the clock's own stretch is what ran until then
    /// and not before.
    pub fn until(&self, now: usize, report: &Report, wanted: impl Fn(&ItemRow) -> bool) -> Self {
        let rows = || report.items.iter().filter(|row| wanted(row));
        let is_own = |id: u64| self.series.iter().any(|series| series.item == Some(id));
        let ran_by_now = |series: &Series| -> u64 {
            match series.item {
                Some(id) => rows().filter(|row| row.id == id).map(|row| row.ran).sum(),
                None => rows().filter(|row| !is_own(row.id)).map(|row| row.ran).sum(),
            }
        };
        let cut = |series: &Series| {
            let before: u64 = series.ran.iter().take(now).sum();
            let ran = series.ran.iter().enumerate().map(|(place, &ran)| match place.cmp(&now) {
                Ordering::Less => ran,
                Ordering::Equal => ran_by_now(series).saturating_sub(before).min(ran),
                Ordering::Greater => 0,
            });
            Series { ran: ran.collect(), ..series.clone() }
        };
        Self { axis: self.axis.clone(), series: self.series.iter().map(cut).collect() }
    }

    /// All runs of each stretch.
    pub fn totals(&self) -> Vec<u64> {
        let sum = |place: usize| self.series.iter().map(|series| series.ran[place]).sum();
        (0..self.axis.starts.len()).map(sum).collect()
    }

    /// What a reader would say of it.
    pub fn words(&self) -> String {
        let totals = self.totals();
        let most = totals.iter().max().copied().unwrap_or_default();
        let place = totals.iter().position(|total| *total == most).unwrap_or_default();
        format!("{} runs in all, most on {}: {most}", totals.iter().sum::<u64>(), self.axis.words(place))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::calendar::Day;

    fn row(id: u64, ran: u64) -> ItemRow {
        ItemRow {
            id,
            name: format!("item {id}"),
            kind: "Email",
            reached: ran,
            ran,
            waiting: 0,
            held: 0,
            skipped: Vec::new(),
        }
    }

    #[test]
    fn until_the_clock_it_counts_what_the_table_counts() {
        let first = Day::from_civil(2026, 3, 2);
        let series = |item, ran: [u64; 3]| Series { item, name: "it".to_owned(), ran: ran.to_vec() };
        let whole = OverTime {
            axis: Axis::between(first, first.plus_days(2), 400),
            series: vec![series(Some(1), [5, 10, 1]), series(None, [2, 3, 4])],
        };
        // Item 9 is a timer, which is not plotted.
        let at = |ran: [u64; 3]| Report {
            contacts: Vec::new(),
            items: vec![row(1, ran[0]), row(2, ran[1]), row(3, ran[2]), row(9, 1_000)],
            days: BTreeMap::new(),
        };
        let cut = |now, ran| {
            let cut = whole.until(now, &at(ran), |row| row.id != 9);
            cut.series.iter().map(|series| series.ran.clone()).collect::<Vec<_>>()
        };
        assert_eq!(cut(0, [0, 0, 0]), [[0, 0, 0], [0, 0, 0]], "before the first event");
        assert_eq!(cut(1, [11, 1, 2]), [[5, 6, 0], [2, 1, 0]], "in the midst of a day");
        assert_eq!(cut(3, [16, 4, 5]), [[5, 10, 1], [2, 3, 4]], "behind the last one");
    }
}
