//! Types that timers and derivations share: the value of a field, and the span of time in which a timer releases
//! contacts on one day.

use super::date::{Date, DateTime};
use super::instant::Instant;
use super::timer::TimeWindow;

/// The value of a date or date-time field, in local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FieldDate {
    /// The date with its time of day, or with 00:00. A date without a year is in [`Date::NO_YEAR`].
    pub local: DateTime,
    /// Whether the value has a time of day.
    pub has_time: bool,
}

impl FieldDate {
    /// Whether the year is known. A birthday is often a month and a day only (files-and-commands.md, *Contacts file*).
    #[inline]
    pub const fn has_year(self) -> bool {
        self.local.date().has_year()
    }

    /// The value as a merge field shows it: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, never with seconds (`rules.md` §6).
    pub fn merged(self) -> String {
        let second = i64::from(self.local.second_of_day() % 60);
        Self { local: DateTime::from_secs(self.local.secs() - second), ..self }.cell()
    }

    /// The value as written to a contacts file: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; without a year `--MM-DD`.
    pub fn cell(self) -> String {
        match (self.has_year(), self.has_time) {
            (false, _) => {
                let (_, month, day) = self.local.date().civil();
                format!("--{month:02}-{day:02}")
            }
            (true, true) => self.local.to_string(),
            (true, false) => self.local.date().to_string(),
        }
    }
}

/// A span of time in UTC; the end is not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first instant of the span.
    pub opens: Instant,
    /// The first instant after the span.
    pub closes: Instant,
}

impl Span {
    /// The span of a time window on a day. `resolve` converts local time to an instant. A span that doesn't open
    /// before it closes is empty (`rules.md` §2: a clock change can cause that).
    #[inline]
    pub fn of(time: TimeWindow, day: Date, resolve: impl Fn(DateTime) -> Instant) -> Self {
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

    /// The earliest instant of the span that is not before `from`.
    #[inline]
    pub fn first_from(self, from: Instant) -> Option<Instant> {
        let at = self.opens.max(from);
        (at < self.closes).then_some(at)
    }
}
