//! What timers and derivations share: the value of a field, and the span of time in which a timer
//! lets contacts through on one day.

use super::day::{Day, Wall};
use super::instant::Instant;
use super::timer::TimeWindow;

/// The value of a date or date-time field, as its wall clock shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FieldDate {
    /// Its date, and its time of day or 00:00.
    pub wall: Wall,
    /// Whether the field holds a time of day.
    pub has_time: bool,
}

impl FieldDate {
    /// The value as a contacts file holds it: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    pub fn cell(self) -> String {
        if self.has_time { self.wall.to_string() } else { self.wall.day().to_string() }
    }
}

/// A span of time on the time line, the end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first instant.
    pub opens: Instant,
    /// The first instant after it.
    pub closes: Instant,
}

impl Span {
    /// When a time window lies on a day; `resolve` is the zone's. A span that does not open before it closes is
    /// empty (`rules.md` §2: a gap can do that).
    #[inline]
    pub fn of(time: TimeWindow, day: Day, resolve: impl Fn(Wall) -> Instant) -> Self {
        match time {
            TimeWindow::AnyTime => {
                Self { opens: resolve(day.at_second(0)), closes: resolve(day.plus_days(1).at_second(0)) }
            }
            TimeWindow::At(at) => {
                let opens = resolve(day.at_second(at.secs()));
                Self { opens, closes: opens.plus_secs(1) }
            }
            TimeWindow::Between(from, to) => {
                Self { opens: resolve(day.at_second(from.secs())), closes: resolve(day.at_second(to.secs())) }
            }
        }
    }

    /// The earliest instant in it that is not before `from`.
    #[inline]
    pub fn first_from(self, from: Instant) -> Option<Instant> {
        let at = self.opens.max(from);
        (at < self.closes).then_some(at)
    }
}
