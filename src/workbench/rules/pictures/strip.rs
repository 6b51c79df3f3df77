//! A strip of time from the arrivals of an example to the last time at which a contact continues.

use crate::calendar::derivation::DerivationStep;
use crate::calendar::timer::TimeWindow;
use crate::calendar::{Date, DateTime, Instant, Zone};
use crate::workbench::examples::{ExampleOutcome, ExampleRow};

use crate::workbench::rules::examples::Example;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// What the strip shows.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeStrip {
    /// The first instant.
    pub from: Instant,
    /// The last instant.
    pub to: Instant,
    /// The lines across the strip.
    pub ticks: Vec<StripTick>,
    /// The stretches of time behind the contacts.
    pub stretches: Vec<Stretch>,
    /// The contacts, one below the other.
    pub lanes: Vec<Lane>,
    /// The clock changes, in order.
    pub changes: Vec<ClockChange>,
}

/// A line across the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StripTick {
    /// Where it is.
    pub at: Instant,
    /// What the clock shows then.
    pub local: DateTime,
    /// Whether a date begins here.
    pub begins_day: bool,
}

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub to: Instant,
    /// What it is.
    pub kind: StretchKind,
}

/// What a stretch of time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchKind {
    /// The timer releases nobody on these days.
    NotAllowed,
    /// The timer releases contacts in this time.
    Open,
}

/// A contact on the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// When the contact arrives.
    pub arrives: Instant,
    /// When, in local time.
    pub arrives_local: DateTime,
    /// When the contact continues, and the local time; `None` if the timer is skipped.
    pub continues: Option<(Instant, DateTime)>,
}

/// A clock change: what the clock shows just before and just after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// When the clocks change.
    pub at: Instant,
    /// The time at which the clocks change.
    pub before: DateTime,
    /// What they show instead.
    pub after: DateTime,
}

impl TimeStrip {
    /// The strip of an example; `None` without contacts.
    pub fn of(example: &Example, rows: &[ExampleRow]) -> Option<Self> {
        let zone = example.clock();
        let lanes: Vec<Lane> = rows.iter().filter_map(|row| lane(row, &zone)).collect();
        let ends = lanes.iter().map(|lane| lane.continues.map_or(lane.arrives, |(at, _)| at));
        let (first, last) = (lanes.iter().map(|lane| lane.arrives).min()?, ends.max()?);
        let length = (last.utc_secs() - first.utc_secs()).max(6 * HOUR);
        // Short waits need room for midnight, and long ones for their last day.
        let margin = (length / 8).max(2 * HOUR);
        let (from, to) = (first.plus_secs(-margin), last.plus_secs(margin));
        let changes = zone.transitions().filter(|(at, ..)| (from..to).contains(at)).map(|(at, before, after)| {
            let local = |offset: i64| DateTime::from_secs(at.utc_secs() + offset);
            ClockChange { at, before: local(before), after: local(after) }
        });
        Some(Self {
            from,
            to,
            ticks: ticks(&zone, from, to),
            stretches: stretches(&zone, rows, from, to),
            changes: changes.collect(),
            lanes,
        })
    }

    /// How far along the strip an instant is, from 0 to 1.
    pub fn part(&self, at: Instant) -> f32 {
        let whole = (self.to.utc_secs() - self.from.utc_secs()).max(1) as f64;
        ((at.utc_secs() - self.from.utc_secs()) as f64 / whole).clamp(0.0, 1.0) as f32
    }
}

fn lane(row: &ExampleRow, zone: &Zone) -> Option<Lane> {
    let continues = match row.answer {
        ExampleOutcome::GoesOn { at, local } => Some((at, local)),
        ExampleOutcome::Jumps(_) => None,
        ExampleOutcome::BeyondTime | ExampleOutcome::Held => return None,
    };
    Some(Lane { arrives: zone.resolve(row.arrival), arrives_local: row.arrival, continues })
}

/// The start of each date; in short strips, hours between them, too.
fn ticks(zone: &Zone, from: Instant, to: Instant) -> Vec<StripTick> {
    let step = match to.utc_secs() - from.utc_secs() {
        ..=57_600 => HOUR,
        57_601..=151_200 => 3 * HOUR,
        151_201..=345_600 => 12 * HOUR,
        345_601.. => DAY,
    };
    let mut ticks: Vec<StripTick> = Vec::new();
    let mut day = zone.date_at(from);
    while zone.start_of(day) <= to {
        for second in (0..DAY).step_by(step as usize) {
            let at = zone.resolve(day.at_second(second));
            // An hour that a clock change skips is no line of its own.
            let local = zone.local_at(at);
            if (from..=to).contains(&at) && local == day.at_second(second) {
                ticks.push(StripTick { at, local, begins_day: second == 0 });
            }
        }
        day = day.plus_days(1);
    }
    ticks
}

/// The days and times that the steps of the derivations name.
fn stretches(zone: &Zone, rows: &[ExampleRow], from: Instant, to: Instant) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut add = |start: Instant, end: Instant, kind| {
        let stretch = Stretch { from: start.max(from), to: end.min(to), kind };
        if stretch.from < stretch.to && !found.contains(&stretch) {
            found.push(stretch);
        }
    };
    let start_of = |day: Date| zone.start_of(day);
    for step in rows.iter().flat_map(|row| &row.steps) {
        if let DerivationStep::DaysRefused { from, until, .. } = step {
            add(start_of(*from), start_of(*until), StretchKind::NotAllowed);
        } else if let DerivationStep::Window { time: TimeWindow::Between(..), span, .. } = step {
            add(span.opens, span.closes, StretchKind::Open);
        } else if let DerivationStep::TimerSays { first, last } = step {
            add(start_of(*first), start_of(last.plus_days(1)), StretchKind::Open);
        }
    }
    found
}
