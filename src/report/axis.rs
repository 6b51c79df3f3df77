//! A time axis: the days, weeks or months that a plot has room for, and their labels.

use crate::calendar::Date;
use crate::calendar::words::{format_date, long_date};

/// The length of each interval of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Period {
    Day,
    /// A week, from Monday to Sunday.
    Week,
    Month,
    Year,
}

impl Period {
    /// The word for it, such as `day`.
    pub const fn word(self) -> &'static str {
        match self {
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
            Period::Year => "year",
        }
    }

    /// The first day of the interval that contains a day.
    fn start(self, day: Date) -> Date {
        match self {
            Period::Day => day,
            Period::Week => day.plus_days(-(day.weekday() as i64)),
            Period::Month => {
                let (year, month, _) = day.civil();
                Date::from_civil(year, month, 1)
            }
            Period::Year => Date::from_civil(day.civil().0, 1, 1),
        }
    }

    fn next(self, start: Date) -> Date {
        match self {
            Period::Day => start.plus_days(1),
            Period::Week => start.plus_days(7),
            Period::Month => start.plus_months(1),
            Period::Year => start.plus_months(12),
        }
    }
}

/// Consecutive intervals of time, without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The length of each interval.
    pub period: Period,
    /// The first day of each interval.
    pub starts: Vec<Date>,
}

/// A labelled interval of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The index of the interval on the axis.
    pub place: usize,
    /// The first day of the interval.
    pub start: Date,
    /// What a label names.
    pub names: TickName,
    /// The year, for the first label and where it changes.
    pub year: Option<i32>,
}

/// What a label of an axis names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TickName {
    Day,
    Month,
    Year,
}

impl Tick {
    /// The label in files: `6 Mar`, `Mar` or `2026`.
    pub fn label(&self) -> String {
        match self.names {
            TickName::Day => format_date(self.start, "%-d %b"),
            TickName::Month => format_date(self.start, "%b"),
            TickName::Year => self.start.civil().0.to_string(),
        }
    }
}

impl Axis {
    /// An axis from one day to another: in days, or in weeks, months or years if there would be more than `most` intervals.
    pub fn between(first: Date, last: Date, most: usize) -> Self {
        let days = i64::from(last.number()) - i64::from(first.number()) + 1;
        let most = most as i64;
        let period = match days {
            days if days <= most => Period::Day,
            days if days <= (most - 1) * 7 => Period::Week,
            days if days <= (most - 1) * 28 => Period::Month,
            _ => Period::Year,
        };
        let starts = std::iter::successors(Some(period.start(first)), |start| Some(period.next(*start)));
        Self { period, starts: starts.take_while(|start| *start <= last).collect() }
    }

    /// The index of the interval that contains a day. The day must be on the axis.
    pub fn place(&self, day: Date) -> usize {
        self.starts.partition_point(|start| *start <= day).saturating_sub(1)
    }

    /// The first day after the axis.
    pub fn end(&self) -> Date {
        self.starts.last().map_or(Date::from_number(0), |last| self.period.next(*last))
    }

    /// An interval in words: `Fri 6 Mar 2026`, `week of Mon 2 Mar 2026`, `Mar 2026`.
    pub fn words(&self, place: usize) -> String {
        self.words_with(place, long_date)
    }

    /// As [`Axis::words`], with dates in another format.
    pub fn words_with(&self, place: usize, written: impl Fn(Date) -> String) -> String {
        let start = self.starts[place];
        match self.period {
            Period::Day => written(start),
            Period::Week => format!("week of {}", written(start)),
            Period::Month => format!("{} {}", format_date(start, "%b"), start.civil().0),
            Period::Year => start.civil().0.to_string(),
        }
    }

    /// At most `most` labels, as many as fit, at regular calendar intervals.
    pub fn ticks(&self, most: usize) -> Vec<Tick> {
        let every = EVERY.iter().find(|every| {
            let count = self.starts.iter().filter(|start| every.falls_on(**start, self.period)).count();
            count > 0 && count <= most.max(1)
        });
        let falls = |place: &usize| match every {
            Some(every) => every.falls_on(self.starts[*place], self.period),
            None => *place == 0,
        };
        let mut shown = None;
        let tick = |place: usize| {
            let start = self.starts[place];
            let year = start.civil().0;
            let names = match every {
                Some(Every::Years(_)) => TickName::Year,
                Some(Every::Months(_)) => TickName::Month,
                Some(Every::Days(_)) | None => TickName::Day,
            };
            let is_new = shown.replace(year) != Some(year) && names != TickName::Year;
            Tick { place, start, names, year: is_new.then_some(year) }
        };
        (0..self.starts.len()).filter(falls).map(tick).collect()
    }
}

/// The distance between labels.
#[derive(Clone, Copy)]
enum Every {
    /// A label every this many days; 7 and 14 fall on Mondays.
    Days(i32),
    Months(u32),
    Years(i32),
}

const EVERY: [Every; 12] = [
    Every::Days(1),
    Every::Days(2),
    Every::Days(7),
    Every::Days(14),
    Every::Months(1),
    Every::Months(3),
    Every::Months(6),
    Every::Years(1),
    Every::Years(2),
    Every::Years(5),
    Every::Years(10),
    Every::Years(25),
];

impl Every {
    fn falls_on(self, start: Date, period: Period) -> bool {
        let (year, month, date) = start.civil();
        // The first week of a month begins on one of its first seven days.
        let begins_month = date == 1 || (period == Period::Week && date <= 7);
        match self {
            Every::Days(_) if period >= Period::Month => false,
            Every::Months(_) if period == Period::Year => false,
            // 1970-01-01 was a Thursday.
            Every::Days(days) => (start.number() + 3).rem_euclid(days) == 0,
            Every::Months(months) => begins_month && (month - 1).is_multiple_of(months),
            Every::Years(years) => begins_month && month == 1 && year % years == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    fn labels(first: &str, last: &str, room: usize) -> Vec<String> {
        let ticks = Axis::between(day(first), day(last), 400).ticks(room);
        assert!(ticks.len() <= room);
        let words = |tick: Tick| tick.label() + &tick.year.map(|year| format!("/{year}")).unwrap_or_default();
        ticks.into_iter().map(words).collect()
    }

    #[test]
    fn named_days_are_those_that_people_count_by() {
        assert_eq!(labels("2026-03-06", "2026-03-06", 10), ["6 Mar/2026"]);
        assert_eq!(labels("2026-03-06", "2026-03-09", 10), ["6 Mar/2026", "7 Mar", "8 Mar", "9 Mar"]);
        assert_eq!(labels("2026-12-20", "2027-01-12", 4), ["21 Dec/2026", "28 Dec", "4 Jan/2027", "11 Jan"]);
        assert_eq!(
            labels("2026-02-02", "2027-01-30", 12),
            ["Mar/2026", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan/2027"]
        );
        assert_eq!(labels("1970-01-01", "2099-12-31", 14).last().map(String::as_str), Some("2090"));
    }

    #[test]
    fn every_day_lies_in_its_stretch_however_long_the_axis() {
        for (last, period) in [
            ("2026-03-06", Period::Day),
            ("2027-03-06", Period::Day),
            ("2031-03-06", Period::Week),
            ("2056-03-06", Period::Month),
            ("2099-12-31", Period::Year),
        ] {
            let axis = Axis::between(day("2026-03-06"), day(last), 400);
            assert_eq!(axis.period, period, "{last}");
            assert!(axis.starts.len() <= 400);
            for number in (day("2026-03-06").number()..=day(last).number()).step_by(13) {
                let day = Date::from_number(number);
                let place = axis.place(day);
                assert!(axis.starts[place] <= day && axis.starts.get(place + 1).is_none_or(|next| day < *next));
            }
        }
        assert_eq!(Axis::between(day("2026-03-06"), day("2031-03-06"), 400).words(0), "week of Mon 2 Mar 2026");
        assert_eq!(Axis::between(day("2026-03-06"), day("2099-12-31"), 400).words(1), "2027");
    }
}
