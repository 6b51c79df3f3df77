//! What a plot shows: the whole rehearsal, what has happened by the clock's time, and what is at a point.

use crate::calendar::{DateTime, Zone};
use crate::campaign::text::thousands;
use crate::report::over_time::OverTime;
use crate::report::table::ItemRow;
use crate::ui::panels::report::figures::Figures;

/// The data of the plot.
pub struct PlotData<'a> {
    /// The runs of the whole rehearsal.
    pub runs: &'a OverTime,
    /// The part that has happened by the clock's time.
    pub happened: OverTime,
    /// The clock's position on the axis.
    pub now: f64,
}

impl<'a> PlotData<'a> {
    /// The data of the plotted items at an instant of the clock, by the days of a zone.
    pub fn of(runs: &'a OverTime, figures: &Figures, zone: &Zone, plotted: impl Fn(&ItemRow) -> bool) -> Self {
        let now = clock_on(runs, zone.local_at(figures.of.1));
        Self { runs, happened: runs.until(place_now(runs, now), &figures.report, plotted), now }
    }
}

/// The clock's position on the axis, in intervals; the first begins at -0.5.
fn clock_on(runs: &OverTime, local: DateTime) -> f64 {
    let (day, axis) = (local.date(), &runs.axis);
    let first = axis.starts.first().map_or(0, |first| first.number());
    if day.number() < first {
        return -0.5;
    }
    if day >= axis.end() {
        return axis.starts.len() as f64 - 0.5;
    }
    let place = axis.place(day);
    let start = axis.starts[place];
    let end = axis.starts.get(place + 1).copied().unwrap_or(axis.end());
    let days = f64::from(day.number() - start.number()) + f64::from(local.second_of_day()) / 86_400.0;
    place as f64 - 0.5 + days / f64::from((end.number() - start.number()).max(1))
}

/// The index of the clock's interval; after the last one, the number of intervals.
fn place_now(runs: &OverTime, now: f64) -> usize {
    let count = runs.axis.starts.len();
    if now >= count as f64 - 0.5 { count } else { (now + 0.5).floor().max(0.0) as usize }
}

/// The interval at a position on the axis.
pub fn place_at(runs: &OverTime, x: f64) -> Option<usize> {
    let place = (x + 0.5).floor();
    (place >= 0.0 && place < runs.axis.starts.len() as f64).then_some(place as usize)
}

/// The series at a height of a bar, in the part that has happened or the planned part above it.
pub fn series_at(shown: &PlotData<'_>, place: usize, y: f64) -> Option<usize> {
    (y >= 0.0).then_some(())?;
    let past = || shown.happened.series.iter().map(|series| series.ran[place]);
    let ahead = shown.runs.series.iter().zip(past()).map(|(all, past)| all.ran[place] - past);
    let mut above = 0;
    let found = past().chain(ahead).position(|count| {
        above += count;
        count > 0 && y < above as f64
    });
    found.map(|part| part % shown.runs.series.len())
}

/// The runs of a day at the clock's time: `12`, `12 of 30 so far`, `30 to come`.
pub fn ran_words(past: u64, all: u64) -> String {
    match past {
        past if past == all => thousands(all),
        0 => format!("{} to come", thousands(all)),
        past => format!("{} of {} so far", thousands(past), thousands(all)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::campaign::ids::SequenceId;
    use crate::report::axis::Axis;
    use crate::report::over_time::Series;

    #[test]
    fn a_point_of_the_plot_is_a_day_and_an_item() {
        let first = Date::from_civil(2026, 3, 2);
        let series = |name: &str, ran: [u64; 3]| Series {
            item: Some(SequenceId::default().item(1)),
            name: name.to_owned(),
            ran: ran.to_vec(),
        };
        let axis = Axis::between(first, first.plus_days(2), 400);
        let runs = OverTime { axis, series: vec![series("a", [5, 0, 1]), series("b", [2, 3, 0])] };
        assert_eq!(
            [-0.6, -0.5, 0.49, 0.5, 2.49, 2.5].map(|x| place_at(&runs, x)),
            [None, Some(0), Some(0), Some(1), Some(2), None]
        );
        // All has happened.
        let whole = PlotData { runs: &runs, happened: runs.clone(), now: 2.5 };
        assert_eq!(
            [-1.0, 0.0, 4.9, 5.0, 6.9, 7.0].map(|y| series_at(&whole, 0, y)),
            [None, Some(0), Some(0), Some(1), Some(1), None]
        );
        assert_eq!(series_at(&whole, 1, 1.0), Some(1), "what did not run is not pointed at");
        // Three runs of series a and one of series b have happened; the others are above them.
        let happened =
            OverTime { axis: runs.axis.clone(), series: vec![series("a", [3, 0, 0]), series("b", [1, 0, 0])] };
        let part = PlotData { runs: &runs, happened, now: 0.0 };
        assert_eq!(
            [2.9, 3.0, 4.0, 5.9, 6.0, 7.0].map(|y| series_at(&part, 0, y)),
            [Some(0), Some(1), Some(0), Some(0), Some(1), None]
        );
        assert_eq!([-0.5, 0.0, 0.5, 2.4, 2.5].map(|now| place_now(&runs, now)), [0, 0, 1, 2, 3]);
    }

    #[test]
    fn what_is_to_come_is_not_told_as_done() {
        assert_eq!(ran_words(12, 12), "12");
        assert_eq!(ran_words(12, 1_030), "12 of 1,030 so far");
        assert_eq!(ran_words(0, 30), "30 to come");
    }
}
