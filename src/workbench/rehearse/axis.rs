//! The time bar of a rehearsal: from its first event to its last, with long gaps folded.

use crate::calendar::Instant;
use crate::report::timeline::Timeline;

/// Shortest gap that is folded, in seconds …
const SHORTEST_FOLD: i64 = 3 * 86_400;
/// … and its smallest share of the whole time, as 1 / n.
const FOLD_SHARE: i64 = 12;
/// Width of a folded gap, as a fraction of everything that isn't folded.
const FOLD_WIDTH: f64 = 0.02;
/// Seconds before and after a folded gap that stay unfolded.
const MARGIN: i64 = 6 * 3_600;

/// A period of time and its position on the bar, whose width is 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisPeriod {
    /// The first instant, in UTC seconds.
    pub from: i64,
    /// The instant after its last, in UTC seconds.
    pub to: i64,
    /// Its left end on the bar, from 0 to 1.
    pub left: f64,
    /// Its right end on the bar, from 0 to 1.
    pub right: f64,
    /// Whether nothing happens in it, so that it is folded.
    pub folded: bool,
}

/// The bar of a rehearsal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeBarAxis {
    pieces: Vec<AxisPeriod>,
}

impl TimeBarAxis {
    /// The bar of a run; without pieces if nothing happens.
    pub fn new(timeline: &Timeline) -> Self {
        let Some((first, last)) = timeline.first().zip(timeline.last()) else { return Self::default() };
        let (start, end) = (first.utc_secs(), last.utc_secs().max(first.utc_secs() + 1));
        let longest = ((end - start) / FOLD_SHARE).max(SHORTEST_FOLD);
        let mut folds = Vec::new();
        let mut busy_until = start;
        for (hour, _) in timeline.busy_hours() {
            let hour = hour.utc_secs();
            if hour - busy_until > longest {
                folds.push((busy_until + MARGIN, hour - MARGIN));
            }
            busy_until = hour + 3_600;
        }
        Self::of_folds(start, end, &folds)
    }

    /// The bar from one instant to another, in UTC seconds, with these gaps folded.
    pub fn of_folds(start: i64, end: i64, folds: &[(i64, i64)]) -> Self {
        let folded: i64 = folds.iter().map(|(from, to)| to - from).sum();
        let open = (end - start - folded).max(1) as f64;
        let whole = open * (1.0 + FOLD_WIDTH * folds.len() as f64);
        let (mut pieces, mut at, mut left) = (Vec::new(), start, 0.0);
        let mut add = |from: i64, to: i64, folded: bool| {
            let width = if folded { open * FOLD_WIDTH } else { (to - from) as f64 } / whole;
            pieces.push(AxisPeriod { from, to, left, right: left + width, folded });
            left += width;
        };
        for &(from, to) in folds {
            add(at, from, false);
            add(from, to, true);
            at = to;
        }
        add(at, end, false);
        Self { pieces }
    }

    /// The pieces in order; each begins where the one before ends.
    pub fn pieces(&self) -> &[AxisPeriod] {
        &self.pieces
    }

    /// The position on the bar of an instant, in UTC seconds with fractions.
    pub fn place(&self, at: f64) -> f64 {
        let piece = self.pieces.iter().find(|piece| at < piece.to as f64).or(self.pieces.last());
        piece.map_or(0.0, |piece| {
            let share = (at - piece.from as f64) / (piece.to - piece.from).max(1) as f64;
            piece.left + share.clamp(0.0, 1.0) * (piece.right - piece.left)
        })
    }

    /// The instant at a position on the bar.
    pub fn instant(&self, place: f64) -> Instant {
        let piece = self.pieces.iter().find(|piece| place < piece.right).or(self.pieces.last());
        let secs = piece.map_or(0, |piece| {
            let share = (place - piece.left) / (piece.right - piece.left).max(f64::MIN_POSITIVE);
            piece.from + (share.clamp(0.0, 1.0) * (piece.to - piece.from) as f64).round() as i64
        });
        Instant::from_utc_secs(secs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn a_long_empty_stretch_is_short_and_every_instant_has_its_place() {
        let axis = TimeBarAxis::of_folds(0, 400 * DAY, &[(20 * DAY, 380 * DAY)]);
        let folded: Vec<bool> = axis.pieces().iter().map(|piece| piece.folded).collect();
        assert_eq!(folded, [false, true, false]);
        let width = axis.pieces()[1].right - axis.pieces()[1].left;
        assert!(width < 0.03, "{width}");
        assert!((axis.pieces()[2].right - 1.0).abs() < 1e-9);
        let mut before = -1.0;
        for day in 0..=400 {
            let place = axis.place((day * DAY) as f64);
            assert!(place > before, "day {day}");
            before = place;
            let back = axis.instant(place).utc_secs();
            // A second of a folded gap is much less than a billionth of the bar.
            assert!((back - day * DAY).abs() <= 1, "day {day}: {back}");
        }
        assert_eq!((axis.place(-5.0), axis.instant(2.0).utc_secs()), (0.0, 400 * DAY));
    }

    #[test]
    fn without_folds_the_bar_is_even() {
        let axis = TimeBarAxis::of_folds(1_000, 3_000, &[]);
        assert_eq!((axis.place(2_000.0), axis.instant(0.25).utc_secs()), (0.5, 1_500));
    }
}
