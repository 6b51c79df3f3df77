//! The runs of each item on a time axis: the data of the plot of runs per day.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use crate::calendar::Date;
use crate::calendar::words::long_date;
use crate::campaign::ids::ItemRef;

use super::axis::Axis;
use super::table::{DayCell, ItemRow, Report};

/// Most intervals of a plot, so that each bar can be seen and pointed at. With more days, a plot shows weeks, months or
/// years.
pub const MOST_STRETCHES: usize = 150;

/// The runs of one item, or the sum of all items that have no series of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The item; `None` for the others.
    pub item: Option<ItemRef>,
    /// The name of the item.
    pub name: String,
    /// The number of visits that ran, for each interval of the axis.
    pub ran: Vec<u64>,
}

impl Series {
    /// The number of runs in all intervals.
    pub fn total(&self) -> u64 {
        self.ran.iter().sum()
    }
}

/// Runs over time, by item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverTime {
    /// The time axis of the plot.
    pub axis: Axis,
    /// The series in the order of the table; the sum of the others last.
    pub series: Vec<Series>,
}

impl OverTime {
    /// The runs of the wanted items: a series for each of the items with the most runs, and one for all others; at most `most`.
    /// `None` if none of them ran.
    pub fn new(report: &Report, most: usize, wanted: impl Fn(&ItemRow) -> bool) -> Option<Self> {
        let rows: Vec<&ItemRow> = report.items.iter().filter(|row| row.ran > 0 && wanted(row)).collect();
        let place_of: FxHashMap<ItemRef, usize> = rows.iter().zip(0..).map(|(row, place)| (row.item, place)).collect();
        let ran_on = |cells: &[DayCell]| cells.iter().any(|cell| cell.ran > 0 && place_of.contains_key(&cell.item));
        let mut days = report.days.iter().filter(|(_, cells)| ran_on(cells)).map(|(day, _)| *day);
        let first = days.next()?;
        let axis = Axis::between(first, days.next_back().unwrap_or(first), MOST_STRETCHES);

        let mut by_runs: Vec<usize> = (0..rows.len()).collect();
        by_runs.sort_by_key(|&place| std::cmp::Reverse(rows[place].ran));
        // A single item isn't grouped as "others".
        let shown = if rows.len() <= most { rows.len() } else { most.saturating_sub(1) };
        let mut own = by_runs[..shown].to_vec();
        own.sort_unstable();
        let others = rows.len() - shown;
        let mut series: Vec<Series> = own
            .iter()
            .map(|&place| Series {
                item: Some(rows[place].item),
                name: rows[place].label.clone(),
                ran: vec![0; axis.starts.len()],
            })
            .collect();
        if others > 0 {
            let name = format!("{others} other items together");
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

    /// A copy with only the runs so far; the clock is in the interval at index `now`, or after all intervals. `report`
    /// is the report at the clock's instant and needs no days. The runs in the current interval are the difference to
    /// the intervals before it.
    pub fn until(&self, now: usize, report: &Report, wanted: impl Fn(&ItemRow) -> bool) -> Self {
        let rows = || report.items.iter().filter(|row| wanted(row));
        let is_own = |item: ItemRef| self.series.iter().any(|series| series.item == Some(item));
        let ran_by_now = |series: &Series| -> u64 {
            match series.item {
                Some(item) => rows().filter(|row| row.item == item).map(|row| row.ran).sum(),
                None => rows().filter(|row| !is_own(row.item)).map(|row| row.ran).sum(),
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

    /// The number of runs of all items, for each interval.
    pub fn totals(&self) -> Vec<u64> {
        let sum = |place: usize| self.series.iter().map(|series| series.ran[place]).sum();
        (0..self.axis.starts.len()).map(sum).collect()
    }

    /// The plot in words.
    pub fn words(&self) -> String {
        self.words_with(long_date)
    }

    /// As [`OverTime::words`], with dates in another format.
    pub fn words_with(&self, written: impl Fn(Date) -> String) -> String {
        let totals = self.totals();
        let most = totals.iter().max().copied().unwrap_or_default();
        let place = totals.iter().position(|total| *total == most).unwrap_or_default();
        format!("{} runs in all, most on {}: {most}", totals.iter().sum::<u64>(), self.axis.words_with(place, written))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::campaign::ids::SequenceId;

    fn item(id: u64) -> ItemRef {
        SequenceId::default().item(id)
    }

    fn row(id: u64, ran: u64) -> ItemRow {
        ItemRow {
            item: item(id),
            name: format!("item {id}"),
            label: format!("item {id}"),
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
        let first = Date::from_civil(2026, 3, 2);
        let series = |item, ran: [u64; 3]| Series { item, name: "it".to_owned(), ran: ran.to_vec() };
        let whole = OverTime {
            axis: Axis::between(first, first.plus_days(2), 400),
            series: vec![series(Some(item(1)), [5, 10, 1]), series(None, [2, 3, 4])],
        };
        // Item 9 is a timer, which is not plotted.
        let at = |ran: [u64; 3]| Report {
            contacts: Vec::new(),
            items: vec![row(1, ran[0]), row(2, ran[1]), row(3, ran[2]), row(9, 1_000)],
            days: BTreeMap::new(),
        };
        let cut = |now, ran| {
            let cut = whole.until(now, &at(ran), |row| row.item != item(9));
            cut.series.iter().map(|series| series.ran.clone()).collect::<Vec<_>>()
        };
        assert_eq!(cut(0, [0, 0, 0]), [[0, 0, 0], [0, 0, 0]], "before the first event");
        assert_eq!(cut(1, [11, 1, 2]), [[5, 6, 0], [2, 1, 0]], "in the midst of a day");
        assert_eq!(cut(3, [16, 4, 5]), [[5, 10, 1], [2, 3, 4]], "behind the last one");
    }
}
