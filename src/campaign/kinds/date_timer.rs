//! Date timers: a date or a range of dates.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::calendar::timer::ZoneChoice;
use crate::calendar::words::long_date;
use crate::campaign::directory::Directory;
use crate::campaign::schedule::{DateSchedule, On};

use super::description::{Description, Family, KindSettings};
use super::faults::Faults;
use super::setting::Setting;
use super::timer_words::TimerWords;
use super::walk::walk;

/// The settings of a date timer (`rules.md` §5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateTimerSettings {
    /// The schedule; `None` while it is not set up.
    #[serde(default)]
    pub schedule: Option<DateSchedule>,
}

pub(super) const DESCRIPTION: Description<DateTimerSettings> =
    Description::of("Date timer", Family::Timer, "calendar-days", "Waits for a date or a range of dates", || {
        DateTimerSettings { schedule: None }
    });

walk!(DateTimerSettings { schedule } => |visitor| {
    visitor.choice(Setting::Schedule, schedule.is_some());
});

impl KindSettings for DateTimerSettings {
    fn faults(&self, faults: &mut Faults<'_>) {
        let complete = self.schedule.as_ref().and_then(|schedule| schedule.complete());
        faults.schedule(self.schedule.is_some(), complete.is_some());
    }

    fn timer_zone(&self) -> Option<ZoneChoice> {
        self.schedule.as_ref()?.zone
    }

    fn timer_words(&self, _: &Directory) -> Option<TimerWords> {
        words(self.schedule.as_ref()?)
    }
}

fn words(schedule: &DateSchedule) -> Option<TimerWords> {
    let day = |day: Date| long_date(day)[4..].to_owned();
    let (short, full) = match schedule.on? {
        On::Date(date) => (format!("on {}", day(date)), format!("Wait until {}, then run", long_date(date))),
        On::Range(first, last) => (
            format!("{} to {}", day(first), day(last)),
            format!("Run on a day from {} to {}", long_date(first), long_date(last)),
        ),
    };
    Some(TimerWords { short: vec![short], full, time: schedule.time?, zone: schedule.zone? })
}
