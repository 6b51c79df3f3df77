//! Fields for times of day, and for the time window of a timer.

use eframe::egui::Ui;

use super::field::{self, FieldLook};
use super::form::Form;
use super::look::FieldNote;
use super::{look, read, segments, unsent};
use crate::calendar::timer::{ClosingTime, TimeOfDay, TimeWindow, ZoneChoice};
use crate::ui::controls::dates;

const NARROW: FieldLook = FieldLook { width: Some(76.0), most: 0.0, hint: "Time", bare: true, ..field::NARROW };

/// A field for a time of day that may be empty.
pub fn optional_time(ui: &mut Ui, form: &Form<'_>, label: &str, time: &mut Option<TimeOfDay>) {
    let write = |time: &Option<TimeOfDay>| time.map(|time| written(form, time.minutes())).unwrap_or_default();
    let read = |text: &str| if text.trim().is_empty() { Ok(None) } else { read::time(text).map(Some) };
    field::typed(ui, form, label, time, FieldLook { bare: false, ..NARROW }, write, read);
}

/// A time window: any time, at a time, or between two; with the time zone.
pub fn window(ui: &mut Ui, form: &Form<'_>, window: &mut TimeWindow, zone: &mut ZoneChoice) {
    let nine = TimeOfDay::from_minutes(540).expect("nine in the morning is a time of day");
    let five = ClosingTime::from_minutes(1020).expect("five in the afternoon is a time of day");
    let (from, to) = match *window {
        TimeWindow::AnyTime => (nine, five),
        TimeWindow::At(time) => (time, if time.minutes() < five.minutes() { five } else { end_of_day() }),
        TimeWindow::Between(from, to) => (from, to),
    };
    let mut kind = match window {
        TimeWindow::AnyTime => 0,
        TimeWindow::At(_) => 1,
        TimeWindow::Between(..) => 2,
    };
    if segments::segments(ui, "Time", &mut kind, &[(0, "Any time"), (1, "At"), (2, "Between")]) {
        *window = [TimeWindow::AnyTime, TimeWindow::At(from), TimeWindow::Between(from, to)][kind];
    }
    match window {
        TimeWindow::AnyTime => {}
        TimeWindow::At(time) => {
            let write = |time: &TimeOfDay| written(form, time.minutes());
            ui.horizontal(|ui| {
                field::typed(ui, form, "Time of day", time, NARROW, write, read::time);
                ui.add_space(4.0);
                whose_clock(ui, zone);
            });
            unsent::note(ui, &[form.id("Time of day")], None);
            return;
        }
        TimeWindow::Between(from, to) => between(ui, form, from, to),
    }
    whose_clock(ui, zone);
}

fn whose_clock(ui: &mut Ui, zone: &mut ZoneChoice) {
    let mut is_contact = *zone == ZoneChoice::Contact;
    if look::check(ui, &mut is_contact, "Contact's time zone").changed() {
        *zone = if is_contact { ZoneChoice::Contact } else { ZoneChoice::Campaign };
    }
}

fn between(ui: &mut Ui, form: &Form<'_>, from: &mut TimeOfDay, to: &mut ClosingTime) {
    ui.horizontal(|ui| {
        field::typed(ui, form, "From", from, NARROW, |time| written(form, time.minutes()), read::time);
        ui.label("and");
        field::typed(ui, form, "Until", to, NARROW, |time| written(form, time.minutes()), read::closing);
    });
    let is_turned = from.minutes() >= to.minutes();
    let turned = is_turned.then(|| FieldNote::Fault("The first time must be before the second".to_owned()));
    unsent::note(ui, &[form.id("From"), form.id("Until")], turned);
}

/// A time in the user's format; the end of a day is always 24:00.
fn written(form: &Form<'_>, minutes: u16) -> String {
    if minutes == 1440 { "24:00".to_owned() } else { dates::time(form.settings, u32::from(minutes)) }
}

fn end_of_day() -> ClosingTime {
    ClosingTime::from_minutes(1440).expect("24:00 is the end of a day")
}
