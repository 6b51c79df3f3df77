//! When each contact enters.

use crate::calendar::date::SECS_A_DAY;
use crate::calendar::{DateTime, Instant, Weekday, Zone};
use crate::campaign::rehearsal::{Enter, Hours};

use super::record::Contact;

/// Working hours in local time, in seconds of the day.
const WORK_FROM: i64 = 9 * 3600;
const WORK_TO: i64 = 17 * 3600;

/// When the contacts of a run enter.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryTimes {
    /// Each contact at the instant in its column `entered`; contacts without one at the instant given here.
    ByColumn(Instant),
    /// All at the same instant.
    At(Instant),
    /// Evenly over the allowed seconds between two local times, in the order of the list.
    Spread {
        /// The allowed spans in local time, each with the number of allowed seconds before it.
        spans: Vec<(DateTime, i64)>,
        /// The number of all allowed seconds.
        allowed: i64,
        /// The number of contacts.
        count: u64,
        /// The time zone of the local times.
        zone: Zone,
    },
}

impl EntryTimes {
    /// The entries of a rehearsal with `count` contacts; `default` is for contacts whose `entered` is empty.
    pub fn of_rehearsal(enter: Enter, default: Instant, count: u64, zone: &Zone) -> Self {
        match enter {
            Enter::At(local) => EntryTimes::At(zone.resolve(local)),
            Enter::ByColumn => EntryTimes::ByColumn(default),
            Enter::Spread(from, to, hours) => {
                let (spans, allowed) = allowed_spans(from, to, hours);
                match allowed {
                    0 => EntryTimes::At(zone.resolve(from)),
                    _ => EntryTimes::Spread { spans, allowed, count, zone: zone.clone() },
                }
            }
        }
    }

    /// When the contact at a position in the list enters.
    #[inline]
    pub fn of(&self, place: u64, contact: Contact<'_>) -> Instant {
        match self {
            EntryTimes::ByColumn(default) => contact.block.entered(contact.row).unwrap_or(*default),
            EntryTimes::At(at) => *at,
            EntryTimes::Spread { spans, allowed, count, zone } => {
                let share = i128::from(place) * i128::from(*allowed) / i128::from((*count).max(1));
                let into = (share as i64).min(allowed - 1);
                let span = spans.partition_point(|&(_, before)| before <= into).saturating_sub(1);
                let (start, before) = spans[span];
                let at = zone.resolve(DateTime::from_secs(start.secs() + into - before));
                at.clamp(Instant::FIRST, Instant::LAST)
            }
        }
    }
}

/// The spans between two local times in which contacts may enter.
fn allowed_spans(from: DateTime, to: DateTime, hours: Hours) -> (Vec<(DateTime, i64)>, i64) {
    let (mut spans, mut allowed) = (Vec::new(), 0);
    let mut add = |start: i64, end: i64| {
        if start < end {
            spans.push((DateTime::from_secs(start), allowed));
            allowed += end - start;
        }
    };
    match hours {
        Hours::AllHours => add(from.secs(), to.secs()),
        Hours::WorkingHours => {
            let mut day = from.date();
            while day <= to.date() {
                if day.weekday() < Weekday::Sat {
                    let midnight = i64::from(day.number()) * SECS_A_DAY;
                    add((midnight + WORK_FROM).max(from.secs()), (midnight + WORK_TO).min(to.secs()));
                }
                day = day.plus_days(1);
            }
        }
    }
    (spans, allowed)
}
