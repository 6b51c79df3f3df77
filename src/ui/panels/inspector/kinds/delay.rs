//! The settings of delay timers.

use eframe::egui::Ui;

use super::timers::set_up;
use crate::calendar::Weekday;
use crate::calendar::timer::{DayCount, Nth, RunOn, TimeWindow, Unit, ZoneChoice};
use crate::campaign::schedule::DelaySchedule;
use crate::campaign::text::thousands;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::look::FieldNote;
use crate::ui::controls::{choice, focus, look, operated, read, segments, time, unsent};

const UNITS: [(Unit, &str); 6] = [
    (Unit::Minutes, "minutes"),
    (Unit::Hours, "hours"),
    (Unit::Days, "days"),
    (Unit::Weekdays, "weekdays"),
    (Unit::Weeks, "weeks"),
    (Unit::Months, "months"),
];

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, schedule: &mut Option<DelaySchedule>) {
    let now = schedule.clone().unwrap_or_default();
    let whole =
        now.wait.is_some() && now.unit.is_some() && now.run_on.is_some() && now.time.is_some() && now.zone.is_some();
    let mut wait = now.wait.unwrap_or(1);
    let mut unit = now.unit.unwrap_or(Unit::Days);
    let mut run_on = now.run_on.unwrap_or(RunOn::AnyDay);
    let mut window = now.time.unwrap_or(TimeWindow::AnyTime);
    let mut zone = now.zone.unwrap_or(ZoneChoice::Contact);
    let shown = (wait, unit, run_on.clone(), window, zone);
    let operated_before = operated::count(ui);
    let too_large = |wait: u64, unit: Unit| {
        let largest = unit.largest();
        (wait > largest).then(|| format!("A timer waits at most {} {}", thousands(largest), unit.word(largest)))
    };
    let counted = how_counted(unit, form.campaign.rules.day_count);
    amount(ui, form, "Wait at least", (&mut wait, &mut unit), &UNITS, (too_large, counted));
    days(ui, form, &mut run_on);
    time::window(ui, form, &mut window, &mut zone);
    let set = set_up(ui, form, whole) || !whole && operated::count(ui) > operated_before;
    if set || (wait, unit, run_on.clone(), window, zone) != shown {
        *schedule = Some(DelaySchedule {
            wait: Some(wait),
            unit: Some(unit),
            run_on: Some(run_on),
            time: Some(window),
            zone: Some(zone),
        });
    }
}

/// What a unit counts by the campaign's rules, which a number of hours doesn't say.
fn how_counted(unit: Unit, days: DayCount) -> Option<&'static str> {
    match (unit, days) {
        (Unit::Minutes | Unit::Hours, _) => None,
        (Unit::Days | Unit::Weekdays | Unit::Weeks | Unit::Months, DayCount::ElapsedDays) => {
            Some("1 day is the next date, from the time of arrival on.")
        }
        (Unit::Days | Unit::Weekdays | Unit::Weeks | Unit::Months, DayCount::CalendarDays) => {
            Some("1 day is the next calendar date, from 00:00 on.")
        }
    }
}

/// A number and its unit, next to each other. `too_large` says why a number can't be entered; what they mean is below.
pub(super) fn amount<T: Copy + PartialEq>(
    ui: &mut Ui,
    form: &Form<'_>,
    label: &str,
    (number, unit): (&mut u64, &mut T),
    units: &[(T, &str)],
    (too_large, means): (impl Fn(u64, T) -> Option<String>, Option<&str>),
) {
    let was = *unit;
    look::caption(ui, label);
    ui.horizontal(|ui| {
        // Leave room for the unit.
        let most = ui.available_width() - 130.0;
        let look = FieldLook { bare: true, width: Some(48.0), most, ..FieldLook::default() };
        let read = |text: &str| {
            let number = read::whole(text)?;
            too_large(number, was).map_or(Ok(number), Err)
        };
        field::typed(ui, form, label, number, look, u64::to_string, read);
        let width = ui.available_width();
        let words = units.iter().find(|(each, _)| each == unit).map_or("", |(_, words)| words);
        // `1 day`; the list has the usual words, by which its options are found.
        let shown = if *number == 1 { words.strip_suffix('s').unwrap_or(words) } else { words };
        choice::one_shown_as(ui, "Unit", unit, units, (shown, width));
    });
    if *unit != was {
        // A number that was too large may fit another unit.
        unsent::try_again(ui, form.id(label));
    }
    let note = too_large(*number, *unit).map(FieldNote::Fault).or(means.map(|means| FieldNote::Hint(means.to_owned())));
    unsent::note(ui, &[form.id(label)], note);
}

fn days(ui: &mut Ui, form: &Form<'_>, run_on: &mut RunOn) {
    #[derive(Clone, Copy, PartialEq)]
    enum Case {
        Any,
        Weekdays,
        Weekends,
        Days,
        Date,
        Nth,
    }
    let mut case = match run_on {
        RunOn::AnyDay => Case::Any,
        RunOn::Weekdays => Case::Weekdays,
        RunOn::Weekends => Case::Weekends,
        RunOn::Days(_) => Case::Days,
        RunOn::DayOfMonth(_) => Case::Date,
        RunOn::Nth(..) => Case::Nth,
    };
    let cases = [
        (Case::Any, "Any day"),
        (Case::Weekdays, "Weekdays"),
        (Case::Weekends, "Weekends"),
        (Case::Days, "Days of the week"),
        (Case::Date, "Day of the month"),
        (Case::Nth, "Weekday of the month"),
    ];
    if choice::one_of(ui, "Then run on", &mut case, &cases, None) {
        *run_on = match case {
            Case::Any => RunOn::AnyDay,
            Case::Weekdays => RunOn::Weekdays,
            Case::Weekends => RunOn::Weekends,
            Case::Days => RunOn::Days(of(run_on)),
            Case::Date => RunOn::DayOfMonth(1),
            Case::Nth => RunOn::Nth(Nth::First, Weekday::Mon),
        };
    }
    match run_on {
        RunOn::AnyDay | RunOn::Weekdays | RunOn::Weekends | RunOn::Days(_) => chips(ui, run_on),
        RunOn::DayOfMonth(date) => {
            let read = |text: &str| match read::whole_of_any_size(text)? {
                Some(date @ 1..=31) => Ok(date),
                _ => Err("A month has days 1 to 31".to_owned()),
            };
            look::caption(ui, "Day");
            let look = FieldLook { bare: true, ..field::NARROW };
            field::typed(ui, form, "Day", date, look, u64::to_string, read);
            let note = match *date {
                0 | 32.. => Some(FieldNote::Fault("A month has days 1 to 31".to_owned())),
                29..=31 => Some(FieldNote::Hint("The last day in months that are shorter.".to_owned())),
                1..=28 => None,
            };
            unsent::note(ui, &[form.id("Day")], note);
        }
        RunOn::Nth(nth, weekday) => nth_weekday(ui, nth, weekday),
    }
}

/// The days of the week on which contacts are released.
fn of(run_on: &RunOn) -> Vec<Weekday> {
    match run_on {
        RunOn::Weekdays => Weekday::ALL[..5].to_vec(),
        RunOn::Weekends => Weekday::ALL[5..].to_vec(),
        RunOn::Days(days) => days.clone(),
        _ => Weekday::ALL.to_vec(),
    }
}

/// Buttons Mo to Su. A press on one changes the setting to days of the week.
fn chips(ui: &mut Ui, run_on: &mut RunOn) {
    let mut days = of(run_on);
    let mut pressed = None;
    let row = |ui: &mut Ui| {
        ui.spacing_mut().button_padding.x = 4.0;
        let width = ((ui.available_width() - 24.0) / 7.0).floor();
        // The last one ends at the right edge of the other controls.
        ui.spacing_mut().item_spacing.x = (ui.available_width() - 7.0 * width) / 6.0;
        for day in Weekday::ALL {
            if segments::chip(ui, days.contains(&day), &day.short()[..2], day.name(), width).clicked() {
                pressed = Some(day);
            }
        }
    };
    focus::keyed(ui, "days of the week", |ui| ui.horizontal(row));
    if let Some(day) = pressed {
        match days.iter().position(|one| *one == day) {
            Some(place) => drop(days.remove(place)),
            None => days.push(day),
        }
        days.sort_by_key(|day| *day as usize);
        *run_on = RunOn::Days(days.clone());
    }
    let nobody = || FieldNote::Fault("Choose at least one day, or no contact ever continues".to_owned());
    look::note(ui, days.is_empty().then(nobody).as_ref());
}

fn nth_weekday(ui: &mut Ui, nth: &mut Nth, weekday: &mut Weekday) {
    let which = [
        (Nth::First, "first"),
        (Nth::Second, "second"),
        (Nth::Third, "third"),
        (Nth::Fourth, "fourth"),
        (Nth::Last, "last"),
    ];
    ui.horizontal(|ui| {
        let half = (ui.available_width() - 8.0) / 2.0;
        choice::one_of(ui, "Which of the month", nth, &which, Some(half));
        let days = Weekday::ALL.map(|day| (day, day.name()));
        choice::one_of(ui, "Weekday", weekday, &days, Some(half));
    });
}
