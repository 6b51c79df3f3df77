//! When people enter, and where the clock stops.

use eframe::egui::Ui;

use crate::calendar::Wall;
use crate::calendar::day::SECS_A_DAY;
use crate::campaign::rehearsal::{Enter, Hours, People, Rehearsal};
use crate::ui::controls::form::Form;
use crate::ui::controls::{date, look, segments};

/// How people entered before another kind was chosen, to go back to: by the name of the rehearsal that is shown, the
/// kinds in the order in which they are offered.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    rehearsal: String,
    kinds: [Option<Enter>; 3],
}

impl Before {
    /// Another kind of entering, as it was when it was last left; where it never was, with the moments of what is known.
    fn switch(&mut self, now: Enter, kind: usize, until: Wall) -> Enter {
        self.kinds[place(&now)] = Some(now);
        let (from, to) = self.moments(now, until);
        let fresh = [Enter::At(from), Enter::Spread(from, to, Hours::AllHours), Enter::ByColumn];
        self.kinds[kind].unwrap_or(fresh[kind])
    }

    /// The first and the last moment at which people enter, or entered before they did by column.
    fn moments(&self, now: Enter, until: Wall) -> (Wall, Wall) {
        let some_days = |at: Wall| Wall::from_secs(at.secs() + 5 * SECS_A_DAY);
        let before = self.kinds.iter().flatten().copied().filter(|_| now == Enter::ByColumn);
        let said = std::iter::once(now).chain(before).find_map(|enter| match enter {
            Enter::At(at) => Some((at, some_days(at))),
            Enter::Spread(from, to, _) => Some((from, to)),
            Enter::ByColumn => None,
        });
        said.unwrap_or_else(|| {
            let first = Wall::from_secs(until.secs() - 180 * SECS_A_DAY).day().at_second(9 * 3600);
            (first, some_days(first))
        })
    }
}

/// The place of a kind among those that are offered.
fn place(enter: &Enter) -> usize {
    match enter {
        Enter::At(_) => 0,
        Enter::Spread(..) => 1,
        Enter::ByColumn => 2,
    }
}

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
