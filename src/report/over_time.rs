//! What ran when, item by item, on an axis of time: what a plot of runs per day is drawn from.

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
