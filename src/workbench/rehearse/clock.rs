//! The clock of a rehearsal: its time, its speed, and whether it plays.

use crate::calendar::Instant;

/// How much simulated time passes in a second of real time.
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
    /// All speeds, slowest first.
    pub const ALL: [Speed; 6] = [Speed::Hour, Speed::SixHours, Speed::Day, Speed::ThreeDays, Speed::Week, Speed::Month];

    /// Simulated seconds in a second of real time. A month is 30 days.
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

    /// The name that is shown.
    pub const fn label(self) -> &'static str {
        match self {
            Speed::Hour => "1 hour / s",
            Speed::SixHours => "6 hours / s",
            Speed::Day => "24 hours / s",
            Speed::ThreeDays => "3 days / s",
            Speed::Week => "1 week / s",
            Speed::Month => "1 month / s",
        }
    }

    /// The next faster or slower speed; the same at the end of the list.
    pub fn beside(self, faster: bool) -> Self {
        let place = Self::ALL.iter().position(|speed| *speed == self).unwrap_or_default();
        let next = if faster { place + 1 } else { place.saturating_sub(1) };
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

/// The clock of a rehearsal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// The time that the clock shows.
    pub at: Instant,
    /// The fraction of a second since then.
    rest: f64,
    /// Whether the clock is playing.
    pub plays: bool,
    /// The speed when it plays.
    pub speed: Speed,
}

impl Clock {
    /// A paused clock at an instant.
    pub fn new(at: Instant) -> Self {
        Self { at, rest: 0.0, plays: false, speed: Speed::default() }
    }

    /// The same clock, paused.
    pub fn still(self) -> Self {
        Self { plays: false, ..self }
    }

    /// Sets the clock to another time.
    pub fn set(&mut self, at: Instant) {
        (self.at, self.rest) = (at, 0.0);
    }

    /// The time that the clock shows, in UTC seconds with fractions.
    pub fn exact(&self) -> f64 {
        self.at.utc_secs() as f64 + self.rest
    }

    /// The clock after `secs` seconds of real time.
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
