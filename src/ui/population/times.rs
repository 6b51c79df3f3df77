//! When people enter, and where the clock stops.

use eframe::egui::Ui;

use crate::calendar::Wall;
use crate::calendar::day::SECS_A_DAY;
use crate::campaign::rehearsal::{Enter, Hours, People, Rehearsal};

use super::super::controls::form::Form;
use super::super::controls::{date, look, segments};

/// When they enter.
pub(super) fn enter(ui: &mut Ui, form: &Form<'_>, enter: &mut Enter, rehearsal: &Rehearsal) {
    look::section(ui, "When they enter");
    let (from, to) = match *enter {
        Enter::At(at) => (at, Wall::from_secs(at.secs() + 5 * SECS_A_DAY)),
        Enter::Spread(from, to, _) => (from, to),
        Enter::ByColumn => {
            let before = Wall::from_secs(rehearsal.until.secs() - 180 * SECS_A_DAY).day().at_second(9 * 3600);
            (before, Wall::from_secs(before.secs() + 5 * SECS_A_DAY))
        }
    };
    let mut kind = match enter {
        Enter::At(_) => 0,
        Enter::Spread(..) => 1,
        Enter::ByColumn => 2,
    };
    if segments::bare(ui, &mut kind, &[(0, "All at once"), (1, "Spread"), (2, "By column")]) {
        *enter = [Enter::At(from), Enter::Spread(from, to, Hours::AllHours), Enter::ByColumn][kind];
    }
    match enter {
        Enter::At(at) => date::moment(ui, form, "At", at),
        Enter::Spread(from, to, hours) => {
            date::moment(ui, form, "From", from);
            date::moment(ui, form, "To", to);
            let choices = [(Hours::AllHours, "All hours"), (Hours::WorkingHours, "Working hours")];
            segments::bare(ui, hours, &choices);
            if *hours == Hours::WorkingHours {
                look::hint(ui, "Monday to Friday, 09:00 to 17:00");
            }
            if to <= from {
                look::fault(ui, "The first moment must be before the second: now all enter at once");
            }
        }
        Enter::ByColumn => {
            look::hint(ui, "Each at the moment in the column “entered”; who has none enters at the present moment.");
            if matches!(rehearsal.people, People::Generated { .. }) {
                look::hint(ui, "Generated people have no such column: all enter at the present moment.");
            }
        }
    }
    look::hint(ui, &format!("Wall clock of the campaign: {}", form.campaign.time_zone));
}

/// Where the clock stops.
pub(super) fn until(ui: &mut Ui, form: &Form<'_>, until: &mut Wall, enter: &Enter) {
    date::moment(ui, form, "The clock stops", until);
    let first = match enter {
        Enter::At(at) => Some(at),
        Enter::Spread(from, ..) => Some(from),
        Enter::ByColumn => None,
    };
    if first.is_some_and(|first| *until < *first) {
        look::fault(ui, "The clock stops before anybody enters");
    }
}
