//! The clock of a rehearsal: where it stands, how fast it goes, whether it plays.

use crate::calendar::Instant;

/// How much of the rehearsal passes in a second of the person's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Speed {
    Hour,
    SixHours,
    #[default]
    Day,
    ThreeDays,
    Week,
    Month,
}

impl Speed {
    /// All of them, slowest first.
    pub const ALL: [Speed; 6] = [Speed::Hour, Speed::SixHours, Speed::Day, Speed::ThreeDays, Speed::Week, Speed::Month];

    /// Seconds of the rehearsal in a second of the person's; a month is 30 days.
    pub const fn secs(self) -> i64 {
        match self {
            Speed::Hour => 3_600,
            Speed::SixHours => 6 * 3_600,
            Speed::Day => 86_400,
            Speed::ThreeDays => 3 * 86_400,
            Speed::Week => 7 * 86_400,
            Speed::Month => 30 * 86_400,
        }
    }

    /// What people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Speed::Hour => "1 hour / s",
            Speed::SixHours => "6 hours / s",
            Speed::Day => "1 day / s",
            Speed::ThreeDays => "3 days / s",
            Speed::Week => "1 week / s",
            Speed::Month => "1 month / s",
        }
    }

    /// The next faster one, or the next slower one; itself at the end.
    pub fn beside(self, faster: bool) -> Self {
        let place = Self::ALL.iter().position(|speed| *speed == self).unwrap_or_default();
        let next = if faster { place + 1 } else { place.saturating_sub(1) };
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

/// The clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// Where it stands.
    pub at: Instant,
    /// The part of a second that has passed since.
    rest: f64,
    /// Whether it plays.
    pub plays: bool,
    /// How fast it goes when it plays.
    pub speed: Speed,
}

impl Clock {
    /// A clock that stands still.
    pub fn new(at: Instant) -> Self {
        Self { at, rest: 0.0, plays: false, speed: Speed::default() }
    }

    /// The clock, not playing.
    pub fn still(self) -> Self {
        Self { plays: false, ..self }
    }

    /// Puts it elsewhere.
    pub fn set(&mut self, at: Instant) {
        (self.at, self.rest) = (at, 0.0);
    }

    /// Where it stands, with the part of a second, in UTC seconds.
    pub fn exact(&self) -> f64 {
        self.at.utc_secs() as f64 + self.rest
    }

    /// Where it will stand after so many seconds of the person's.
    pub fn after(&self, secs: f64) -> Self {
        let passed = self.rest + secs.clamp(0.0, 1.0) * self.speed.secs() as f64;
        let whole = passed.floor();
        Self { at: self.at.plus_secs(whole as i64), rest: passed - whole, ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_frames_add_up() {
        let mut clock = Clock::new(Instant::from_utc_secs(1_000));
        clock.speed = Speed::Hour;
        for _ in 0..600 {
            clock = clock.after(1.0 / 600.0);
        }
        assert!((clock.exact() - 4_600.0).abs() < 1e-3, "{}", clock.exact());
        assert!(clock.at.utc_secs() == 4_600 || clock.at.utc_secs() == 4_599);
    }

    #[test]
    fn speeds_go_from_an_hour_to_a_month() {
        assert_eq!((Speed::Hour.beside(false), Speed::Month.beside(true)), (Speed::Hour, Speed::Month));
        assert_eq!(Speed::Day.beside(true), Speed::ThreeDays);
        assert!(Speed::ALL.windows(2).all(|pair| pair[0].secs() < pair[1].secs()));
    }
}
