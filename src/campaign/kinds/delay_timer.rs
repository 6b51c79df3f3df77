//! Delay timers: a wait, then the next allowed day and time of day.

use serde::{Deserialize, Serialize};

use crate::calendar::timer::{RunOn, TimeWindow, ZoneChoice};
use crate::campaign::directory::Directory;
use crate::campaign::schedule::DelaySchedule;

use super::description::{Description, Family, KindSettings};
use super::faults::Faults;
use super::setting::Setting;
use super::timer_words::TimerWords;
use super::walk::walk;

/// The settings of a delay timer (`rules.md` §4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelayTimerSettings {
    /// The schedule; `None` while it is not set up.
    #[serde(default)]
    pub schedule: Option<DelaySchedule>,
}

pub(super) const DESCRIPTION: Description<DelayTimerSettings> = Description {
    first_name: "Wait",
    ..Description::of("Delay timer", Family::Timer, "hourglass", "Waits, then runs on a suitable day and time", || {
        DelayTimerSettings { schedule: None }
    })
};

walk!(DelayTimerSettings { schedule } => |visitor| {
    visitor.choice(Setting::Schedule, schedule.is_some());
});

impl KindSettings for DelayTimerSettings {
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

fn words(schedule: &DelaySchedule) -> Option<TimerWords> {
    let wait = schedule.unit?.phrase(schedule.wait?);
    let (time, days) = (schedule.time?, days(schedule.run_on.as_ref()?));
    let full = match (&days, time) {
        (None, TimeWindow::AnyTime) => format!("Wait {wait}"),
        (None, _) => format!("Wait {wait}, then run"),
        (Some(days), _) => format!("Wait {wait}, then run {days}"),
    };
    let mut short = vec![format!("{wait} later")];
    short.extend(days);
    Some(TimerWords { short, full, time, zone: schedule.zone? })
}

/// `on a weekday`, `on a Tue or Thu`; `None` for any day.
fn days(run_on: &RunOn) -> Option<String> {
    Some(match run_on {
        RunOn::AnyDay => return None,
        RunOn::Weekdays => "on a weekday".to_owned(),
        RunOn::Weekends => "at the weekend".to_owned(),
        RunOn::Days(days) => {
            let (last, others) = days.split_last()?;
            let names: Vec<&str> = others.iter().map(|day| day.short()).collect();
            match names.len() {
                0 => format!("on a {}", last.name()),
                _ => format!("on a {} or {}", names.join(", "), last.short()),
            }
        }
        RunOn::DayOfMonth(31) => "on the last day of the month".to_owned(),
        RunOn::DayOfMonth(date) => format!("on day {date} of the month"),
        RunOn::Nth(nth, day) => format!("on the {} {} of the month", nth.word(), day.name()),
    })
}
