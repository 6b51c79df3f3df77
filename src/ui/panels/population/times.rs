//! When people enter, and where the clock stops.

use eframe::egui::Ui;

use super::entered::{Before, place};
use crate::calendar::Wall;
use crate::campaign::rehearsal::{Enter, Hours, People, Rehearsal};
use crate::ui::controls::form::Form;
use crate::ui::controls::{date, look, segments};

/// When they enter.
pub(super) fn enter(ui: &mut Ui, form: &Form<'_>, enter: &mut Enter, rehearsal: &Rehearsal, before: &mut Before) {
    look::section(ui, "When they enter");
    if before.rehearsal != rehearsal.name {
        *before = Before { rehearsal: rehearsal.name.clone(), ..Before::default() };
    }
    let mut kind = place(enter);
    if segments::bare(ui, &mut kind, &[(0, "All at once"), (1, "Spread"), (2, "By column")]) {
        *enter = before.switch(*enter, kind, rehearsal.until);
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

/// Where the clock stops. Who enters by a column is known from a finished run alone: `nobody_came` says that it had people,
/// and an item to come to, but that nobody came.
pub(super) fn until(ui: &mut Ui, form: &Form<'_>, until: &mut Wall, enter: &Enter, nobody_came: bool) {
    date::moment(ui, form, "The clock stops", until);
    let is_before = match enter {
        Enter::At(at) => *until < *at,
        Enter::Spread(from, ..) => *until < *from,
        Enter::ByColumn => nobody_came,
    };
    if is_before {
        look::fault(ui, "The clock stops before anybody enters");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> Wall {
        Wall::parse(text).expect("a wall clock")
    }

    #[test]
    fn each_kind_comes_back_as_it_was() {
        let (mut before, until) = (Before::default(), wall("2026-09-01T00:00"));
        let at = Enter::At(wall("2026-03-02T09:30"));
        let fresh = Enter::Spread(wall("2026-03-02T09:30"), wall("2026-03-07T09:30"), Hours::AllHours);
        assert_eq!(before.switch(at, 1, until), fresh);
        let spread = Enter::Spread(wall("2026-04-01T08:00"), wall("2026-04-03T18:00"), Hours::WorkingHours);
        assert_eq!(before.switch(spread, 2, until), Enter::ByColumn);
        assert_eq!(before.switch(Enter::ByColumn, 0, until), at);
        assert_eq!(before.switch(at, 1, until), spread);
    }

    #[test]
    fn a_kind_that_never_was_takes_the_moments_that_are_known() {
        let until = wall("2026-09-01T00:00");
        let at = Enter::At(wall("2026-03-02T09:30"));
        let mut before = Before::default();
        before.switch(at, 2, until);
        let spread = Enter::Spread(wall("2026-03-02T09:30"), wall("2026-03-07T09:30"), Hours::AllHours);
        assert_eq!(before.switch(Enter::ByColumn, 1, until), spread);
        let half_a_year_before = Enter::At(wall("2026-03-05T09:00"));
        assert_eq!(Before::default().switch(Enter::ByColumn, 0, until), half_a_year_before);
    }
}
