//! When contacts enter, and when the rehearsal ends.

use eframe::egui::Ui;

use super::entered::{Before, place};
use crate::calendar::DateTime;
use crate::campaign::rehearsal::{Enter, Hours, Rehearsal};
use crate::ui::context::settings::WhoseTime;
use crate::ui::controls::form::Form;
use crate::ui::controls::{date, look, segments};

/// When the contacts enter.
pub(super) fn enter(ui: &mut Ui, form: &Form<'_>, enter: &mut Enter, rehearsal: &Rehearsal, before: &mut Before) {
    look::section(ui, "When they enter");
    if before.rehearsal != rehearsal.name {
        *before = Before { rehearsal: rehearsal.name.clone(), ..Before::default() };
    }
    let mut kind = place(enter);
    if segments::bare(ui, &mut kind, &[(0, "Same time"), (1, "Spread"), (2, "By column")]) {
        *enter = before.switch(*enter, kind, rehearsal.until);
    }
    match enter {
        Enter::At(at) => date::date_time(ui, form, "At", at),
        Enter::Spread(from, to, hours) => {
            date::date_time(ui, form, "From", from);
            date::date_time(ui, form, "To", to);
            let choices = [(Hours::AllHours, "All hours"), (Hours::WorkingHours, "Working hours")];
            segments::bare(ui, hours, &choices);
            if *hours == Hours::WorkingHours {
                look::hint(ui, "Monday to Friday, 09:00 to 17:00");
            }
            if to <= from {
                look::fault(ui, "The first time must be before the second: now all enter at the same time");
            }
        }
        // The column is chosen where the file's columns are known.
        Enter::ByColumn => {}
    }
}

/// Says that times in a form are the campaign's, whatever zone is shown elsewhere.
pub(super) fn campaign_time(ui: &mut Ui, form: &Form<'_>) {
    look::hint(ui, &format!("Local time of the campaign: {}", form.campaign.time_zone));
}

/// When the rehearsal ends. `nobody_came` says that a finished run had contacts and a reachable item, but no contact
/// entered. For entries by column, only a finished run shows this.
pub(super) fn until(ui: &mut Ui, form: &Form<'_>, until: &mut DateTime, enter: &Enter, nobody_came: bool) {
    date::date_time(ui, form, "The rehearsal ends", until);
    if form.settings.times != WhoseTime::Campaign {
        campaign_time(ui, form);
    }
    let is_before = match enter {
        Enter::At(at) => *until < *at,
        Enter::Spread(from, ..) => *until < *from,
        Enter::ByColumn => nobody_came,
    };
    if is_before {
        look::fault(ui, "The rehearsal ends before any contact enters");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> DateTime {
        DateTime::parse(text).expect("a wall clock")
    }

    #[test]
    fn each_kind_comes_back_as_it_was() {
        let (mut before, until) = (Before::default(), local("2026-09-01T00:00"));
        let at = Enter::At(local("2026-03-02T09:30"));
        let fresh = Enter::Spread(local("2026-03-02T09:30"), local("2026-03-07T09:30"), Hours::AllHours);
        assert_eq!(before.switch(at, 1, until), fresh);
        let spread = Enter::Spread(local("2026-04-01T08:00"), local("2026-04-03T18:00"), Hours::WorkingHours);
        assert_eq!(before.switch(spread, 2, until), Enter::ByColumn);
        assert_eq!(before.switch(Enter::ByColumn, 0, until), at);
        assert_eq!(before.switch(at, 1, until), spread);
    }

    #[test]
    fn a_kind_that_never_was_takes_the_moments_that_are_known() {
        let until = local("2026-09-01T00:00");
        let at = Enter::At(local("2026-03-02T09:30"));
        let mut before = Before::default();
        before.switch(at, 2, until);
        let spread = Enter::Spread(local("2026-03-02T09:30"), local("2026-03-07T09:30"), Hours::AllHours);
        assert_eq!(before.switch(Enter::ByColumn, 1, until), spread);
        let half_a_year_before = Enter::At(local("2026-03-05T09:00"));
        assert_eq!(Before::default().switch(Enter::ByColumn, 0, until), half_a_year_before);
    }
}
