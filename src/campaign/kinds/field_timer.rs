//! Field timers: a date relative to a date field of the contact.

use serde::{Deserialize, Serialize};

use crate::calendar::timer::{Offset, TimeWindow, YearRule, ZoneChoice};
use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::fields::{Field, field_name};
use crate::campaign::schedule::FieldSchedule;

use super::description::{Description, Family, KindSettings};
use super::faults::Faults;
use super::setting::Setting;
use super::timer_words::TimerWords;
use super::walk::{FieldFilter, Visitor, walk};

/// The settings of a field timer (`rules.md` §5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldTimerSettings {
    /// The schedule; `None` while it is not set up.
    #[serde(default)]
    pub schedule: Option<FieldSchedule>,
}

pub(super) const DESCRIPTION: Description<FieldTimerSettings> = Description::of(
    "Field timer",
    Family::Timer,
    "calendar-heart",
    "Waits for a date in a field of the contact",
    || FieldTimerSettings { schedule: None },
);

walk!(FieldTimerSettings { schedule } => |visitor| {
    visitor.choice(Setting::Schedule, schedule.is_some());
    if let Some(FieldSchedule { field: Some(key), .. }) = schedule {
        visitor.field(Setting::Field, key, FieldFilter::Dated);
    }
});

impl KindSettings for FieldTimerSettings {
    fn faults(&self, faults: &mut Faults<'_>) {
        let complete = self.schedule.as_ref().and_then(|schedule| schedule.complete(faults.directory()));
        faults.schedule(self.schedule.is_some(), complete.is_some());
        if let Some(FieldSchedule { field: Some(key), .. }) = &self.schedule {
            faults.field(Setting::Field, key, FieldFilter::Dated);
        }
    }

    fn timer_zone(&self) -> Option<ZoneChoice> {
        self.schedule.as_ref()?.zone
    }

    fn read_field(&self) -> Option<&str> {
        self.schedule.as_ref()?.field.as_deref()
    }

    fn timer_words(&self, directory: &Directory) -> Option<TimerWords> {
        words(self.schedule.as_ref()?, directory)
    }
}

fn words(schedule: &FieldSchedule, directory: &Directory) -> Option<TimerWords> {
    let key = schedule.field.as_deref().filter(|key| !key.is_empty())?;
    let field = field_name(key, directory);
    let (offset, rule) = (schedule.offset?, schedule.year?);
    let (brief, year) = match rule {
        YearRule::NextOccurrence => ("the next ", "the next"),
        YearRule::FromField => ("", "the date in"),
    };
    let short = vec![format!("{offset} {brief}{field}")];
    let on = match offset {
        Offset::On => format!("Run on {year} {field}"),
        Offset::Before(..) | Offset::After(..) => format!("Run {offset} {year} {field}"),
    };
    let time = schedule.time?;
    let has_time = Field::named(key, directory).is_some_and(|field| field.kind(directory) == FieldKind::DateTime);
    let full = match time {
        TimeWindow::AnyTime if has_time => format!("{on}, from its time of day on"),
        TimeWindow::AnyTime | TimeWindow::At(_) | TimeWindow::Between(..) => on,
    };
    Some(TimerWords { short, full, time, zone: schedule.zone? })
}
