//! How a due instant was computed, step by step, and in sentences.
//!
//! The functions that compute due instants take a [`Trace`]. With [`NoTrace`] the steps compile to nothing; with a
//! `Vec<DerivationStep>`, the same code records its derivation.

use super::date::{Date, DateTime, SECS_A_DAY, Weekday};
use super::instant::Instant;
use super::span::{FieldDate, Span};
use super::timer::{DayCount, LeapDay, Offset, RunOn, TimeWindow, Unit};
use super::words::{capital, clock, format_date, long_date, short_date, short_instant};
use super::zone::{LocalTimeMatch, Zone};

/// Receives the steps of a derivation.
pub trait Trace {
    /// Whether steps are recorded.
    const WANTED: bool;
    /// Records a step. `make` is called only if steps are recorded.
    fn step(&mut self, make: impl FnOnce() -> DerivationStep);
    /// Records that a local time does not exist, or exists twice.
    fn reading(&mut self, zone: &Zone, asked: DateTime) {
        match zone.reading(asked) {
            LocalTimeMatch::Once => {}
            LocalTimeMatch::Gap(shown) => self.step(|| DerivationStep::Gap { asked, shown }),
            LocalTimeMatch::Twice => self.step(|| DerivationStep::Twice { asked }),
        }
    }
}

/// A trace that records nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTrace;

impl Trace for NoTrace {
    const WANTED: bool = false;
    #[inline(always)]
    fn step(&mut self, _: impl FnOnce() -> DerivationStep) {}
}

impl Trace for Vec<DerivationStep> {
    const WANTED: bool = true;
    fn step(&mut self, make: impl FnOnce() -> DerivationStep) {
        let step = make();
        // If no day was refused, there is nothing to record.
        if !matches!(&step, DerivationStep::DaysRefused { from, until, .. } if from >= until) {
            self.push(step);
        }
    }
}

/// One step of a derivation.
#[derive(Clone, Debug, PartialEq)]
pub enum DerivationStep {
    /// Minutes or hours were added exactly, or nothing was added.
    WaitedExactly {
        /// The number of units.
        amount: u64,
        /// The unit of the wait.
        unit: Unit,
        /// The instant after the wait.
        earliest: Instant,
    },
    /// Days, weeks, weekdays or months were counted.
    WaitedDays {
        /// The number of units.
        amount: u64,
        /// The unit of the wait.
        unit: Unit,
        /// The date after counting or shifting.
        day: Date,
        /// Whether the month is too short for the day of the month.
        clamped: bool,
        /// The rule that chose the time of day.
        day_count: DayCount,
        /// The instant after the wait.
        earliest: Instant,
    },
    /// Run-on refused the days from `from` up to, not including, `until`.
    DaysRefused {
        /// The first day that is not allowed.
        from: Date,
        /// The next day that is allowed.
        until: Date,
        /// The run-on rule of the timer.
        run_on: RunOn,
    },
    /// Run-on allows a day.
    DayTaken {
        /// The day that was tried or taken.
        day: Date,
        /// The run-on rule of the timer.
        run_on: RunOn,
    },
    /// Whether the time of day can be met on a day.
    Window {
        /// The timer's time setting.
        time: TimeWindow,
        /// Whether the window opens at the time of day of the field.
        from_field: bool,
        /// The day that was tried or taken.
        day: Date,
        /// The span of the window, in UTC.
        span: Span,
        /// The earliest allowed instant.
        earliest: Instant,
        /// The due instant; `None` if the window can't be met.
        met: Option<Instant>,
    },
    /// The date of a date timer, or the range of its dates.
    TimerSays {
        /// The first date of the timer.
        first: Date,
        /// The last date of the timer; the same as the first for a single date.
        last: Date,
    },
    /// The first date of a date timer's range on which its time can still be met.
    DateTaken {
        /// The date that was chosen.
        day: Date,
    },
    /// A field was read.
    FieldRead {
        /// The value of the field.
        value: FieldDate,
    },
    /// The field has a date without a year, but its year is needed.
    YearMissing {
        /// The value of the field.
        value: FieldDate,
    },
    /// The field's date was shifted.
    Shifted {
        /// The offset of the timer.
        offset: Offset,
        /// The date in the field.
        base: Date,
        /// The date after counting or shifting.
        target: Date,
    },
    /// The field's month and day in one year, shifted.
    Occurrence {
        /// The year that was tried.
        year: i32,
        /// The field's date in that year.
        base: Date,
        /// The offset of the timer.
        offset: Offset,
        /// The date after counting or shifting.
        target: Date,
        /// The rule for 29 February.
        leap_day: LeapDay,
    },
    /// A local time that a clock change skips.
    Gap {
        /// The local time that was asked for.
        asked: DateTime,
        /// The local time that is used instead.
        shown: DateTime,
    },
    /// A local time that occurs twice, because of a clock change.
    Twice {
        /// The local time that was asked for.
        asked: DateTime,
    },
    /// The due instant is after 2099.
    BeyondTime,
    /// The timer's time has passed.
    Passed,
    /// The due instant that was found.
    Due {
        /// The due instant, in UTC.
        at: Instant,
    },
}

impl DerivationStep {
    /// The step for a time of day on a day.
    pub(super) fn window(time: TimeWindow, day: Date, span: Span, earliest: Instant, met: Option<Instant>) -> Self {
        DerivationStep::Window { time, from_field: false, day, span, earliest, met }
    }

    /// The same step, if the window opens at the time of day of the field.
    pub(super) fn opening_with_field(mut self) -> Self {
        if let DerivationStep::Window { from_field, .. } = &mut self {
            *from_field = true;
        }
        self
    }

    /// The step as a sentence, with times in the local time of `zone`.
    pub fn sentence(&self, zone: &Zone) -> String {
        match self {
            DerivationStep::WaitedExactly { amount: 0, .. } => "No minimum wait.".to_owned(),
            DerivationStep::WaitedExactly { amount, unit, earliest } => {
                format!("{} later is {}.", unit.phrase(*amount), short_instant(*earliest, zone))
            }
            DerivationStep::WaitedDays { amount: 0, day, .. } => {
                format!("No minimum wait: from {} on.", short_date(*day))
            }
            DerivationStep::WaitedDays { amount, unit, day, clamped, day_count, earliest } => {
                let end_of_month = if *clamped { " (the month ends there)" } else { "" };
                let later = unit.phrase(*amount);
                match day_count {
                    DayCount::CalendarDays => {
                        let day = short_date(*day);
                        format!(
                            "{later} later is {day}{end_of_month}, whatever the time: days are dates, not 24 hours."
                        )
                    }
                    DayCount::ElapsedDays => {
                        format!("{later} later is {}{end_of_month}.", short_instant(*earliest, zone))
                    }
                }
            }
            DerivationStep::DaysRefused { from, until, run_on } => refused(*from, *until, run_on),
            DerivationStep::DayTaken { run_on: RunOn::AnyDay, .. } => "Any day will do.".to_owned(),
            DerivationStep::DayTaken { day, run_on } => {
                format!("{}: {} is fine.", capital(&run_on.to_string()), short_date(*day))
            }
            DerivationStep::Window { time, from_field, day, span, earliest, met } => {
                let setting = setting(*time, from_field.then_some(*span), *day, zone);
                window(&setting, (*time, *day), *span, *earliest, *met, zone)
            }
            DerivationStep::TimerSays { first, last } if first == last => {
                format!("The timer says {}.", long_date(*first))
            }
            DerivationStep::TimerSays { first, last } => {
                format!("The timer says {} to {}.", long_date(*first), long_date(*last))
            }
            DerivationStep::DateTaken { day } => {
                format!("The first of these dates on which its time can still be met is {}.", short_date(*day))
            }
            DerivationStep::FieldRead { value } if !value.has_year() => {
                format!("The field says {}, without a year.", day_and_month(*value))
            }
            DerivationStep::FieldRead { value } if value.has_time => {
                format!("The field says {} {}.", long_date(value.local.date()), clock(value.local))
            }
            DerivationStep::FieldRead { value } => format!("The field says {}.", long_date(value.local.date())),
            DerivationStep::YearMissing { value } => {
                let day = day_and_month(*value);
                format!("The field says {day}, without a year. The year is needed here, so the field counts as empty.")
            }
            DerivationStep::Shifted { offset: Offset::On, .. } => "The timer runs on that date.".to_owned(),
            DerivationStep::Shifted { offset, base, target } => {
                format!("{} {} is {}.", capital(&offset.to_string()), long_date(*base), long_date(*target))
            }
            DerivationStep::Occurrence { year, base, offset, target, .. } => {
                let shifted = match offset {
                    Offset::On => String::new(),
                    _ => format!("; {offset} is {}", long_date(*target)),
                };
                format!("In {year} that date is {}{shifted}.", short_date(*base))
            }
            DerivationStep::Gap { asked, shown } => format!(
                "{} doesn't exist on {} in {}: clocks go forward, so it is {}.",
                clock(*asked),
                short_date(asked.date()),
                zone.place(),
                clock(*shown)
            ),
            DerivationStep::Twice { asked } => format!(
                "{} occurs twice on {} in {}, because clocks go back: the first one counts.",
                clock(*asked),
                short_date(asked.date()),
                zone.place()
            ),
            DerivationStep::BeyondTime => "That is after 2099, when simulated time ends.".to_owned(),
            DerivationStep::Passed => "Its time has passed.".to_owned(),
            DerivationStep::Due { at } => format!("Runs {} {}.", short_instant(*at, zone), zone.place()),
        }
    }
}

/// `12 May`: what a date without a year says.
fn day_and_month(value: FieldDate) -> String {
    format_date(value.local.date(), "%-d %b")
}

/// The timer's time of day as the beginning of a sentence. `from_field` is the window, if it opens at the time of day of
/// the field.
fn setting(time: TimeWindow, from_field: Option<Span>, day: Date, zone: &Zone) -> String {
    match (time, from_field) {
        (TimeWindow::AnyTime, Some(span)) => {
            format!("“At any time” counts from the field's time of day, {}", clock(zone.local_at(span.opens)))
        }
        (TimeWindow::AnyTime, None) => format!("At any time on {}", short_date(day)),
        (TimeWindow::At(time), _) => format!("At {time}"),
        (TimeWindow::Between(from, to), _) => format!("Between {from} and {to}"),
    }
}

fn window(
    setting: &str,
    (time, day): (TimeWindow, Date),
    span: Span,
    earliest: Instant,
    met: Option<Instant>,
    zone: &Zone,
) -> String {
    let on = short_date(day);
    match met {
        Some(at) if at == span.opens => format!("{setting} → {}.", short_instant(at, zone)),
        Some(_) => format!("{setting}: {} is within that time.", short_instant(earliest, zone)),
        None if span.opens >= span.closes => {
            format!("{setting}: {on} has no such time, because clocks go forward.")
        }
        None => {
            let passed = match time {
                TimeWindow::AnyTime => on,
                TimeWindow::At(time) => format!("{time} on {on}"),
                TimeWindow::Between(from, to) => format!("The time between {from} and {to} on {on}"),
            };
            format!("{passed} had passed by {}.", short_instant(earliest, zone))
        }
    }
}

/// Lists up to three refused days; counts the rest.
fn refused(from: Date, until: Date, run_on: &RunOn) -> String {
    let count = until.number() - from.number();
    if count <= 3 {
        let days: Vec<String> = (0..count).map(|i| short_date(from.plus_days(i64::from(i)))).collect();
        format!("{}: {run_on}.", days.join(", "))
    } else {
        format!("{} to {}: {run_on}.", short_date(from), short_date(until.plus_days(-1)))
    }
}

/// Why a time is outside the usual hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnusualTime {
    /// On a Saturday or Sunday, at any hour.
    Weekend,
    /// On another day, between 21:00 and 07:00.
    Night,
}

impl UnusualTime {
    /// Why an instant is outside the usual hours of a zone's local time, if it is.
    pub fn of(at: Instant, zone: &Zone) -> Option<Self> {
        let local = zone.local_at(at);
        let hour = i64::from(local.second_of_day()) * 24 / SECS_A_DAY;
        match () {
            () if local.date().weekday() >= Weekday::Sat => Some(UnusualTime::Weekend),
            () if !(7..21).contains(&hour) => Some(UnusualTime::Night),
            () => None,
        }
    }
}
