//! How a due instant was found, step by step, and in sentences.
//!
//! The functions that compute due instants take a [`Trace`]. With [`NoTrace`] the steps compile to
//! nothing; with a `Vec<Step>` the same run of the same code leaves its derivation.

use super::day::{Day, MONTHS, SECS_A_DAY, Wall, Weekday};
use super::instant::Instant;
use super::span::{FieldDate, Span};
use super::timer::{DayCount, LeapDay, Offset, RunOn, TimeWindow, Unit};
use super::zone::{Reading, Zone};

/// Where the steps of a derivation go.
pub trait Trace {
    /// Whether steps are wanted at all.
    const WANTED: bool;
    /// Takes a step; `make` is called only if steps are wanted.
    fn step(&mut self, make: impl FnOnce() -> Step);
    /// Notes a wall clock reading that does not exist, or exists twice.
    fn reading(&mut self, zone: &Zone, asked: Wall) {
        match zone.reading(asked) {
            Reading::Once => {}
            Reading::Gap(shown) => self.step(|| Step::Gap { asked, shown }),
            Reading::Twice => self.step(|| Step::Twice { asked }),
        }
    }
}

/// Wants no steps.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTrace;

impl Trace for NoTrace {
    const WANTED: bool = false;
    #[inline(always)]
    fn step(&mut self, _: impl FnOnce() -> Step) {}
}

impl Trace for Vec<Step> {
    const WANTED: bool = true;
    fn step(&mut self, make: impl FnOnce() -> Step) {
        let step = make();
        // A refusal of no day at all says nothing.
        if !matches!(&step, Step::DaysRefused { from, until, .. } if from >= until) {
            self.push(step);
        }
    }
}

/// One step of a derivation.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Minutes or hours were added exactly, or nothing was.
    WaitedExactly {
        /// How many units.
        amount: u64,
        /// The unit.
        unit: Unit,
        /// The moment after the wait.
        earliest: Instant,
    },
    /// Dates were counted.
    WaitedDays {
        /// How many units.
        amount: u64,
        /// The unit.
        unit: Unit,
        /// The date that was reached.
        day: Day,
        /// Whether the month is shorter than the date asked for.
        clamped: bool,
        /// By which rule the time of day was chosen.
        day_count: DayCount,
        /// The moment after the wait.
        earliest: Instant,
    },
    /// Run-on refused the days from `from` up to, not including, `until`.
    DaysRefused {
        /// The first refused day.
        from: Day,
        /// The first day that is allowed again.
        until: Day,
        /// The rule.
        run_on: RunOn,
    },
    /// Run-on allows a day.
    DayTaken {
        /// The day.
        day: Day,
        /// The rule.
        run_on: RunOn,
    },
    /// The time of day was met on a day, or not.
    Window {
        /// The setting.
        time: TimeWindow,
        /// The day.
        day: Day,
        /// Where the window lies on the time line.
        span: Span,
        /// The moment it was asked for.
        earliest: Instant,
        /// What came out.
        met: Option<Instant>,
    },
    /// The date of a date timer, or the range of its dates.
    TimerSays {
        /// The first date.
        first: Day,
        /// The last date, the same as the first for a single one.
        last: Day,
    },
    /// The first date of a date timer's range on which its time can still be met.
    DateTaken {
        /// The date.
        day: Day,
    },
    /// A field was read.
    FieldRead {
        /// What it holds.
        value: FieldDate,
    },
    /// The field's date was shifted.
    Shifted {
        /// By how much.
        offset: Offset,
        /// The field's date.
        base: Day,
        /// The date that was reached.
        target: Day,
    },
    /// The field's month and day in one year, shifted.
    Occurrence {
        /// The year.
        year: i32,
        /// The field's date in it.
        base: Day,
        /// By how much it was shifted.
        offset: Offset,
        /// The date that was reached.
        target: Day,
        /// The rule for 29 February.
        leap_day: LeapDay,
    },
    /// A time that the wall clock leaves out.
    Gap {
        /// What was asked for.
        asked: Wall,
        /// What the clock shows instead.
        shown: Wall,
    },
    /// A time that the wall clock shows twice.
    Twice {
        /// What was asked for.
        asked: Wall,
    },
    /// The moment lies after 2099.
    BeyondTime,
    /// The moment has passed.
    Passed,
    /// The moment that was found.
    Due {
        /// It.
        at: Instant,
    },
}

impl Step {
    /// The step for a time of day on a day.
    pub(super) fn window(time: TimeWindow, day: Day, span: Span, earliest: Instant, met: Option<Instant>) -> Self {
        Step::Window { time, day, span, earliest, met }
    }

    /// The step as a sentence, with times on the wall clock of `zone`.
    pub fn sentence(&self, zone: &Zone) -> String {
        match self {
            Step::WaitedExactly { amount: 0, .. } => "No minimum wait.".to_owned(),
            Step::WaitedExactly { amount, unit, earliest } => {
                format!("{} later is {}.", unit.phrase(*amount), moment(*earliest, zone))
            }
            Step::WaitedDays { amount: 0, day, .. } => format!("No minimum wait: from {} on.", short_day(*day)),
            Step::WaitedDays { amount, unit, day, clamped, day_count, earliest } => {
                let end_of_month = if *clamped { " (the month ends there)" } else { "" };
                let from = match day_count {
                    DayCount::CalendarDays => format!("{}{end_of_month}", short_day(*day)),
                    DayCount::ElapsedDays => format!("{}{end_of_month}", moment(*earliest, zone)),
                };
                format!("{} later is {from}.", unit.phrase(*amount))
            }
            Step::DaysRefused { from, until, run_on } => refused(*from, *until, run_on),
            Step::DayTaken { run_on: RunOn::AnyDay, .. } => "Any day will do.".to_owned(),
            Step::DayTaken { day, run_on } => {
                format!("{}: {} is fine.", capital(&run_on.to_string()), short_day(*day))
            }
            Step::Window { time, day, span, earliest, met } => window(*time, *day, *span, *earliest, *met, zone),
            Step::TimerSays { first, last } if first == last => format!("The timer says {}.", long_day(*first)),
            Step::TimerSays { first, last } => format!("The timer says {} to {}.", long_day(*first), long_day(*last)),
            Step::DateTaken { day } => {
                format!("The first of these dates on which its time can still be met is {}.", short_day(*day))
            }
            Step::FieldRead { value } if value.has_time => {
                format!("The field says {} {}.", long_day(value.wall.day()), clock(value.wall))
            }
            Step::FieldRead { value } => format!("The field says {}.", long_day(value.wall.day())),
            Step::Shifted { offset: Offset::On, .. } => "The timer runs on that date.".to_owned(),
            Step::Shifted { offset, base, target } => {
                format!("{} {} is {}.", capital(&offset.to_string()), long_day(*base), long_day(*target))
            }
            Step::Occurrence { year, base, offset, target, .. } => {
                let shifted = match offset {
                    Offset::On => String::new(),
                    _ => format!("; {offset} is {}", long_day(*target)),
                };
                format!("In {year} that date is {}{shifted}.", short_day(*base))
            }
            Step::Gap { asked, shown } => format!(
                "{} does not exist on {} in {}: the clock is put forward, it shows {}.",
                clock(*asked),
                short_day(asked.day()),
                zone.place(),
                clock(*shown)
            ),
            Step::Twice { asked } => format!(
                "{} comes twice on {} in {}, as the clock is put back: the first is taken.",
                clock(*asked),
                short_day(asked.day()),
                zone.place()
            ),
            Step::BeyondTime => "That is later than 2099, where simulated time ends.".to_owned(),
            Step::Passed => "Its moment has passed.".to_owned(),
            Step::Due { at } => format!("Runs {} {}.", moment(*at, zone), zone.place()),
        }
    }
}

fn window(time: TimeWindow, day: Day, span: Span, earliest: Instant, met: Option<Instant>, zone: &Zone) -> String {
    let setting = match time {
        TimeWindow::AnyTime => format!("At any time on {}", short_day(day)),
        TimeWindow::At(time) => format!("At {time}"),
        TimeWindow::Between(from, to) => format!("Between {from} and {to}"),
    };
    let on = short_day(day);
    match met {
        Some(at) if at == span.opens => format!("{setting} → {}.", moment(at, zone)),
        Some(_) => format!("{setting}: {} lies within.", moment(earliest, zone)),
        None if span.opens >= span.closes => {
            format!("{setting}: {on} has no such time, as the clock is put forward.")
        }
        None => format!("{setting}: on {on} that is over by {}.", moment(earliest, zone)),
    }
}

/// Names up to three refused days, and counts more.
fn refused(from: Day, until: Day, run_on: &RunOn) -> String {
    let count = until.number() - from.number();
    if count <= 3 {
        let days: Vec<String> = (0..count).map(|i| short_day(from.plus_days(i64::from(i)))).collect();
        format!("{}: {run_on}.", days.join(", "))
    } else {
        format!("{} to {}: {run_on}.", short_day(from), short_day(until.plus_days(-1)))
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

/// `Fri 6 Mar`.
pub fn short_day(day: Day) -> String {
    let (_, month, date) = day.civil();
    format!("{} {date} {}", day.weekday().short(), MONTHS[month as usize - 1])
}

/// `Fri 6 Mar 2026`.
pub fn long_day(day: Day) -> String {
    format!("{} {}", short_day(day), day.civil().0)
}

/// `17:30`, or `17:30:05` where there are seconds.
pub fn clock(wall: Wall) -> String {
    let second = wall.second_of_day();
    let seconds = if second.is_multiple_of(60) { String::new() } else { format!(":{:02}", second % 60) };
    format!("{:02}:{:02}{seconds}", second / 3600, second / 60 % 60)
}

/// `Fri 6 Mar 17:30` on the wall clock of a zone.
pub fn moment(at: Instant, zone: &Zone) -> String {
    let wall = zone.wall_at(at);
    format!("{} {}", short_day(wall.day()), clock(wall))
}

/// `Fri 6 Mar 2026 17:30` on the wall clock of a zone.
pub fn long_moment(at: Instant, zone: &Zone) -> String {
    let wall = zone.wall_at(at);
    format!("{} {}", long_day(wall.day()), clock(wall))
}

/// Whether an instant is on a weekend, or between 21:00 and 07:00, on a zone's wall clock.
pub fn is_out_of_hours(at: Instant, zone: &Zone) -> bool {
    let wall = zone.wall_at(at);
    let hour = i64::from(wall.second_of_day()) * 24 / SECS_A_DAY;
    wall.day().weekday() >= Weekday::Sat || !(7..21).contains(&hour)
}
