//! How much happens in each hour: for a wide view of the time, and to find long gaps.

use crate::calendar::Instant;

use super::curve::Curve;

/// The seconds of an hour.
pub const HOUR: i64 = 3_600;

/// Counts of events by UTC hour.
#[derive(Clone, Debug, Default)]
pub struct UtcHourCounts {
    /// The first hour, in hours since 1970.
    first: i64,
    counts: Vec<u32>,
}

impl UtcHourCounts {
    /// Counts the steps of all these curves, from `first` to `last`.
    pub fn new<'a>(curves: impl Iterator<Item = &'a Curve>, first: Instant, last: Instant) -> Self {
        let (start, end) = (first.utc_secs() / HOUR, last.utc_secs() / HOUR);
        let mut counts = vec![0_u32; (end - start + 1) as usize];
        for curve in curves {
            for (at, count) in curve.growth(first.plus_secs(-1), last) {
                let hour = &mut counts[(at.utc_secs() / HOUR - start) as usize];
                *hour = hour.saturating_add(count);
            }
        }
        Self { first: start, counts }
    }

    /// Calls `see` for the hour that contains `from`, and for each later hour that begins before `to`. It gets the
    /// middle of the hour and the number of events in the hour.
    pub fn each(&self, from: Instant, to: Instant, mut see: impl FnMut(Instant, u64)) {
        let first = (from.utc_secs() / HOUR - self.first).clamp(0, self.counts.len() as i64);
        let end = (to.utc_secs().div_euclid(HOUR) + 1 - self.first).clamp(first, self.counts.len() as i64);
        for hour in first..end {
            // An hour at the edge counts where its visible part is.
            let middle = (self.first + hour) * HOUR + HOUR / 2;
            let middle = middle.clamp(from.utc_secs(), (to.utc_secs() - 1).max(from.utc_secs()));
            see(Instant::from_utc_secs(middle), u64::from(self.counts[hour as usize]));
        }
    }

    /// The hours with events: when each begins, and the number of events.
    pub fn busy(&self) -> impl Iterator<Item = (Instant, u64)> + '_ {
        let hours = (self.first..).zip(&self.counts).filter(|(_, count)| **count > 0);
        hours.map(|(hour, &count)| (Instant::from_utc_secs(hour * HOUR), u64::from(count)))
    }
}
