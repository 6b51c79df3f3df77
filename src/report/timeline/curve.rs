//! A count over time, as steps.

use crate::calendar::Instant;

/// A count that changes at steps. Before the first step it is 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curve {
    /// When it changes, in UTC seconds, ascending.
    at: Vec<u32>,
    /// The count from then on.
    count: Vec<u32>,
}

impl Curve {
    /// The curve that counts how many of these instants have passed.
    pub fn of_instants(mut instants: Vec<u32>) -> Self {
        instants.sort_unstable();
        let mut curve = Curve::default();
        for (place, &at) in instants.iter().enumerate() {
            if instants.get(place + 1) != Some(&at) {
                curve.at.push(at);
                curve.count.push(place as u32 + 1);
            }
        }
        curve.at.shrink_to_fit();
        curve.count.shrink_to_fit();
        curve
    }

    /// The curve that sums these changes, each from its instant on.
    pub fn of_changes(mut changes: Vec<(u32, i32)>) -> Self {
        changes.sort_unstable_by_key(|&(at, _)| at);
        let mut curve = Curve::default();
        let mut sum = 0_i64;
        for (place, &(at, by)) in changes.iter().enumerate() {
            sum += i64::from(by);
            if changes.get(place + 1).is_none_or(|next| next.0 != at) {
                curve.at.push(at);
                curve.count.push(sum as u32);
            }
        }
        curve
    }

    /// The count at an instant.
    #[inline]
    pub fn at(&self, clock: Instant) -> u64 {
        match self.steps_until(clock) {
            0 => 0,
            steps => u64::from(self.count[steps - 1]),
        }
    }

    /// The first step after an instant.
    pub fn next(&self, clock: Instant) -> Option<Instant> {
        self.at.get(self.steps_until(clock)).map(|&at| instant(at))
    }

    /// The last step before an instant.
    pub fn previous(&self, clock: Instant) -> Option<Instant> {
        let place = self.at.partition_point(|&at| i64::from(at) < clock.utc_secs());
        place.checked_sub(1).map(|place| instant(self.at[place]))
    }

    /// The instant of the first step.
    pub fn first(&self) -> Option<Instant> {
        self.at.first().map(|&at| instant(at))
    }

    /// The instant of the last step.
    pub fn last(&self) -> Option<Instant> {
        self.at.last().map(|&at| instant(at))
    }

    /// The steps after `from` up to `to`: when, and by how much the count grows. The count must never decrease.
    pub fn growth(&self, from: Instant, to: Instant) -> impl Iterator<Item = (Instant, u32)> + '_ {
        let (first, end) = (self.steps_until(from), self.steps_until(to));
        (first..end).map(|place| {
            let before = place.checked_sub(1).map_or(0, |before| self.count[before]);
            (instant(self.at[place]), self.count[place].saturating_sub(before))
        })
    }

    /// Whether the count is always 0.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    fn steps_until(&self, clock: Instant) -> usize {
        self.at.partition_point(|&at| i64::from(at) <= clock.utc_secs())
    }
}

fn instant(at: u32) -> Instant {
    Instant::from_utc_secs(i64::from(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::from_utc_secs(second)
    }

    #[test]
    fn a_curve_counts_what_has_come() {
        let curve = Curve::of_instants(vec![30, 10, 20, 20]);
        let counts = [9, 10, 19, 20, 29, 30, 31].map(|second| curve.at(at(second)));
        assert_eq!(counts, [0, 1, 1, 3, 3, 4, 4]);
        assert_eq!((curve.next(at(10)), curve.previous(at(10))), (Some(at(20)), None));
        assert_eq!((curve.next(at(30)), curve.previous(at(31))), (None, Some(at(30))));
        assert_eq!(curve.growth(at(10), at(30)).collect::<Vec<_>>(), [(at(20), 2), (at(30), 1)]);
        assert_eq!((Curve::default().at(at(5)), Curve::default().first()), (0, None));
    }

    #[test]
    fn changes_at_one_instant_are_one_step() {
        let curve = Curve::of_changes(vec![(10, 2), (20, -1), (20, -1), (10, 1)]);
        assert_eq!([5, 10, 15, 20].map(|second| curve.at(at(second))), [0, 3, 3, 1]);
    }
}
