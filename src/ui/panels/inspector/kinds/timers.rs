//! Date timers, and what all timers share.

use eframe::egui::Ui;

use crate::calendar::timer::{TimeWindow, ZoneChoice};
use crate::campaign::schedule::{DateSchedule, On};
use crate::ui::controls::form::Form;
use crate::ui::controls::{date, look, segments, time};

/// The button that writes the prepared choices down; true if it was pressed.
pub(super) fn set_up(ui: &mut Ui, is_whole: bool) -> bool {
    if is_whole {
        return false;
    }
    look::hint(ui, "Nothing is set yet. Change something, or take these choices as they are.");
    look::filled(ui, "Set up").clicked()
}

pub(super) fn date(ui: &mut Ui, form: &mut Form<'_>, schedule: &mut Option<DateSchedule>) {
    let now = schedule.clone().unwrap_or_default();
    let whole = now.on.is_some() && now.time.is_some() && now.zone.is_some();
    let mut on = now.on.unwrap_or_else(|| On::Date(crate::ui::controls::dates::today(form.campaign)));
    let mut window = now.time.unwrap_or(TimeWindow::AnyTime);
    let mut zone = now.zone.unwrap_or(ZoneChoice::Contact);
    let shown = (on, window, zone);
    days(ui, form, &mut on);
    time::window(ui, form, &mut window, &mut zone);
    let set = set_up(ui, whole);
    if set || (on, window, zone) != shown {
        *schedule = Some(DateSchedule { on: Some(on), time: Some(window), zone: Some(zone) });
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
            if days < 1 {
                look::fault(ui, "The first date must not be after the last");
            } else if days > 3_660 {
                look::fault(ui, "A range has at most 3,660 days");
            }
        }
    }
}
