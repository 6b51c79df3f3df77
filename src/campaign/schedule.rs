//! The schedules of timers as drawn. Any part may be missing.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::calendar::timer::{
    DateTimer, DelayTimer, FieldTimer, Offset, RunOn, TimeWindow, Unit, YearRule, ZoneChoice,
};

use super::fields::{Column, Field};
use super::known::IndexedDirectory;

/// Longest range of dates in days, both ends counted (`rules.md` §6, *Bounds*).
const LONGEST_RANGE: i32 = 3_660;

/// The schedule of a delay timer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DelaySchedule {
    /// The minimum wait, in `unit`.
    pub wait: Option<u64>,
    /// The unit of the wait.
    pub unit: Option<Unit>,
    /// The days on which it releases contacts.
    pub run_on: Option<RunOn>,
    /// The time of day at which it releases contacts.
    pub time: Option<TimeWindow>,
    /// The zone that the timer works in.
    pub zone: Option<ZoneChoice>,
}

/// The schedule of a date timer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DateSchedule {
    /// The date or range of dates.
    pub on: Option<On>,
    /// The time of day at which it releases contacts.
    pub time: Option<TimeWindow>,
    /// The zone that the timer works in.
    pub zone: Option<ZoneChoice>,
}

/// The date or dates of a date timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum On {
    /// Only this date, in one year.
    Date(Date),
    /// Every date from the first to the second, both included.
    Range(Date, Date),
}

/// The schedule of a field timer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FieldSchedule {
    /// The key of a date or date-time field.
    pub field: Option<String>,
    /// The distance from the field's date.
    pub offset: Option<Offset>,
    /// The year in which the date is looked for.
    pub year: Option<YearRule>,
    /// The time of day at which it releases contacts.
    pub time: Option<TimeWindow>,
    /// The zone that the timer works in.
    pub zone: Option<ZoneChoice>,
}

impl DelaySchedule {
    /// The complete timer; `None` if a part is missing or out of bounds (`rules.md` §6).
    pub fn complete(&self) -> Option<(DelayTimer, ZoneChoice)> {
        let timer = DelayTimer { wait: self.wait?, unit: self.unit?, run_on: self.run_on.clone()?, time: self.time? };
        let run_on_works = match &timer.run_on {
            RunOn::Days(days) => !days.is_empty(),
            RunOn::DayOfMonth(date) => (1..=31).contains(date),
            RunOn::AnyDay | RunOn::Weekdays | RunOn::Weekends | RunOn::Nth(..) => true,
        };
        let works = timer.wait <= timer.unit.largest() && run_on_works && timer.time.is_in_order();
        works.then_some((timer, self.zone?))
    }
}

impl DateSchedule {
    /// The complete timer; `None` if a part is missing or out of bounds (`rules.md` §6).
    pub fn complete(&self) -> Option<(DateTimer, ZoneChoice)> {
        let (first, last) = match self.on? {
            On::Date(day) => (day, day),
            On::Range(first, last) => (first, last),
        };
        let timer = DateTimer { first, last, time: self.time? };
        let days = last.number() - first.number() + 1;
        let works = (1..=LONGEST_RANGE).contains(&days) && timer.time.is_in_order();
        works.then_some((timer, self.zone?))
    }
}

/// The year that a timer on this field usually goes by: a birthday or an anniversary comes again every year, and the
/// date in a custom field, such as a renewal, is meant as it is.
pub fn usual_year(field: &str) -> YearRule {
    if Column::named(field).is_some() { YearRule::NextOccurrence } else { YearRule::FromField }
}

impl FieldSchedule {
    /// The complete timer and its field; `None` if a part is missing, out of bounds or unknown.
    pub fn complete(&self, directory: &IndexedDirectory<'_>) -> Option<(FieldTimer, Field, ZoneChoice)> {
        let timer = FieldTimer { offset: self.offset?, year: self.year?, time: self.time? };
        let field = Field::named(self.field.as_deref()?, directory).filter(|field| field.is_dated(directory))?;
        let works = timer.offset.is_within_bounds() && timer.time.is_in_order();
        works.then_some((timer, field, self.zone?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birthday_comes_again_and_a_renewal_is_meant_as_it_is() {
        assert_eq!(["birthday", "anniversary"].map(usual_year), [YearRule::NextOccurrence; 2]);
        assert_eq!(usual_year("renewal_date"), YearRule::FromField);
    }
}
