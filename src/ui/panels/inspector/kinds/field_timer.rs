//! The settings of field timers.

use eframe::egui::Ui;

use super::delay::amount;
use super::timers::set_up;
use crate::calendar::timer::{Offset, OffsetUnit, TimeWindow, YearRule, ZoneChoice};
use crate::campaign::schedule::{FieldSchedule, usual_year};
use crate::ui::controls::field_choice::{self, DATED};
use crate::ui::controls::form::Form;
use crate::ui::controls::{names, operated, segments, time};

/// The choices of a year, as the user reads them.
const YEARS: [(YearRule, &str); 2] = [
    (YearRule::NextOccurrence, "The next one after the contact arrives"),
    (YearRule::FromField, "The year that the field says"),
];

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, schedule: &mut Option<FieldSchedule>) {
    let now = schedule.clone().unwrap_or_default();
    let whole =
        now.field.is_some() && now.offset.is_some() && now.year.is_some() && now.time.is_some() && now.zone.is_some();
    let mut field = now.field.or_else(|| Some("birthday".to_owned()));
    let mut shift = now.offset.unwrap_or(Offset::On);
    let usual = |field: &Option<String>| field.as_deref().map_or(YearRule::NextOccurrence, usual_year);
    let mut year = now.year.unwrap_or_else(|| usual(&field));
    let mut window = now.time.unwrap_or(TimeWindow::AnyTime);
    let mut zone = now.zone.unwrap_or(ZoneChoice::Contact);
    let shown = (field.clone(), shift, year, window, zone);
    let operated_before = operated::count(ui);
    let known = form.known;
    let fields = names::fields(known, |field| field.is_dated(known));
    field_choice::field(ui, form, "Field", &mut field, &fields, DATED);
    if field != shown.0 && year == usual(&shown.0) {
        // The user hasn't chosen another year than the usual one.
        year = usual(&field);
    }
    offset(ui, form, &mut shift);
    segments::stacked(ui, "Year", &mut year, &YEARS);
    time::window(ui, form, &mut window, &mut zone);
    let set = set_up(ui, form, whole) || !whole && operated::count(ui) > operated_before;
    if set || (field.clone(), shift, year, window, zone) != shown {
        let (offset, year, time, zone) = (Some(shift), Some(year), Some(window), Some(zone));
        *schedule = Some(FieldSchedule { field, offset, year, time, zone });
    }
}

fn offset(ui: &mut Ui, form: &Form<'_>, offset: &mut Offset) {
    let (mut case, mut number, mut unit) = match *offset {
        Offset::Before(number, unit) => (0, number, unit),
        Offset::On => (1, 7, OffsetUnit::Days),
        Offset::After(number, unit) => (2, number, unit),
    };
    segments::segments(ui, "Before, on or after", &mut case, &[(0, "Before"), (1, "On"), (2, "After")]);
    if case != 1 {
        let units = [(OffsetUnit::Days, "days"), (OffsetUnit::Weeks, "weeks"), (OffsetUnit::Months, "months")];
        let too_large = |number: u64, unit: OffsetUnit| {
            let (largest, unit) = (unit.unit().largest(), unit.unit());
            (number > largest).then(|| format!("It can be at most {}", unit.phrase(largest)))
        };
        amount(ui, form, "By", (&mut number, &mut unit), &units, (too_large, None));
    }
    *offset = match case {
        0 => Offset::Before(number, unit),
        1 => Offset::On,
        _ => Offset::After(number, unit),
    };
}
