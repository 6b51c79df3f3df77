//! The settings of date timers, and common parts of all timers.

use eframe::egui::Ui;

use crate::calendar::Date;
use crate::calendar::timer::{TimeWindow, ZoneChoice};
use crate::campaign::schedule::{DateSchedule, On};
use crate::ui::controls::form::Form;
use crate::ui::controls::look::FieldNote;
use crate::ui::controls::{date, dates, focus, look, operated, segments, time};

/// The button that accepts the defaults. Returns whether it was pressed.
pub(super) fn set_up(ui: &mut Ui, form: &Form<'_>, is_whole: bool) -> bool {
    if look::steady(ui, form.id("is whole"), is_whole) {
        return false;
    }
    look::hint(
        ui,
        "These are suggestions: nothing is set yet, and the timer holds every contact. Change something, or accept them.",
    );
    focus::keyed(ui, "set up", |ui| look::filled(ui, "Set up")).clicked()
}

pub(super) fn date(ui: &mut Ui, form: &mut Form<'_>, schedule: &mut Option<DateSchedule>) {
    let now = schedule.clone().unwrap_or_default();
    let whole = now.on.is_some() && now.time.is_some() && now.zone.is_some();
    let mut on = now.on.unwrap_or_else(|| On::Date(suggested(form)));
    let mut window = now.time.unwrap_or(TimeWindow::AnyTime);
    let mut zone = now.zone.unwrap_or(ZoneChoice::Contact);
    let shown = (on, window, zone);
    let operated_before = operated::count(ui);
    days(ui, form, &mut on);
    time::window(ui, form, &mut window, &mut zone);
    let set = set_up(ui, form, whole) || !whole && operated::count(ui) > operated_before;
    if set || (on, window, zone) != shown {
        *schedule = Some(DateSchedule { on: Some(on), time: Some(window), zone: Some(zone) });
    }
}

/// The date that a new timer suggests: today, or the day after the first contact comes to it in the rehearsal.
fn suggested(form: &Form<'_>) -> Date {
    let today = dates::today(form.campaign);
    match form.people.as_ref().map(|people| people.local.date()) {
        Some(arrival) if arrival > today => arrival.plus_days(1),
        Some(_) | None => today,
    }
}

fn days(ui: &mut Ui, form: &Form<'_>, on: &mut On) {
    let mut is_range = matches!(on, On::Range(..));
    if segments::segments(ui, "Run on", &mut is_range, &[(false, "One date"), (true, "A range of dates")]) {
        *on = match *on {
            On::Date(day) => On::Range(day, day.plus_days(6)),
            On::Range(first, _) => On::Date(first),
        };
    }
    match on {
        On::Date(day) => date::date(ui, form, "Date", day),
        On::Range(first, last) => {
            date::date(ui, form, "First date", first);
            date::date(ui, form, "Last date", last);
            let days = i64::from(last.number()) - i64::from(first.number()) + 1;
            let fault = match days {
                ..1 => Some("The first date must not be after the last"),
                1..=3_660 => None,
                3_661.. => Some("A range has at most 3,660 days"),
            };
            look::note(ui, fault.map(|fault| FieldNote::Fault(fault.to_owned())).as_ref());
        }
    }
}
