//! Which rehearsal of a sequence is looked at: one of the campaign's, or a usual one that is not kept yet.

use std::borrow::Cow;

use crate::calendar::{Day, Weekday};
use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::{Enter, Hours, People, Rehearsal};

/// A rehearsal, and where it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen<'a> {
    /// Its place among the campaign's rehearsals; none while it is not kept.
    pub place: Option<usize>,
    /// The rehearsal.
    pub rehearsal: Cow<'a, Rehearsal>,
}

/// The rehearsal of the sequence at a place that was chosen last; `lately` are names, the newest first. Without one it
/// is the sequence's first, and without any the usual one.
pub fn chosen<'a>(campaign: &'a Campaign, sequence: usize, lately: &[String], today: Day) -> Chosen<'a> {
    let places = of_sequence(campaign, sequence);
    let named = |name: &String| places.iter().find(|place| campaign.rehearsals[**place].name == *name);
    match lately.iter().find_map(named).or(places.first()) {
        Some(place) => Chosen { place: Some(*place), rehearsal: Cow::Borrowed(&campaign.rehearsals[*place]) },
        None => Chosen { place: None, rehearsal: Cow::Owned(usual(campaign, sequence, today)) },
    }
}

/// The places of a sequence's rehearsals among the campaign's.
pub fn of_sequence(campaign: &Campaign, sequence: usize) -> Vec<usize> {
    let name = campaign.sequences.get(sequence).map(|sequence| &sequence.name);
    let fits = |place: &usize| Some(&campaign.rehearsals[*place].sequence) == name;
    (0..campaign.rehearsals.len()).filter(fits).collect()
}

/// Ten thousand people over the working hours of the week that comes, and half a year to see what happens.
pub fn usual(campaign: &Campaign, sequence: usize, today: Day) -> Rehearsal {
    let ahead = (1..=7).map(|days| today.plus_days(days));
    let monday = ahead.into_iter().find(|day| day.weekday() == Weekday::Mon).unwrap_or(today);
    // Half a year is there for every day that simulated time has, up to its end.
    let monday = if monday.civil().0 < 2099 { monday } else { Day::from_civil(2098, 12, 29) };
    Rehearsal {
        name: free_name(campaign, "Rehearsal"),
        sequence: campaign.sequences.get(sequence).map(|sequence| sequence.name.clone()).unwrap_or_default(),
        people: People::Generated { count: 10_000, seed: 1 },
        enter: Enter::Spread(monday.at_second(0), monday.plus_days(5).at_second(0), Hours::WorkingHours),
        until: monday.plus_months(6).at_second(0),
        breakpoints: Vec::new(),
    }
}

/// `Rehearsal 1`, `Rehearsal 2`, …: the first that no rehearsal has.
pub fn free_name(campaign: &Campaign, stem: &str) -> String {
    let is_free = |name: &String| campaign.rehearsal(name).is_none();
    (1..).map(|number| format!("{stem} {number}")).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::editor::Editor;
    use crate::workbench::samples;

    #[test]
    fn the_newest_choice_wins_then_the_first_then_the_usual_one() {
        let mut campaign = samples::first();
        let today = Day::from_civil(2026, 3, 4);
        let first = campaign.rehearsals[0].clone();
        campaign.rehearsals.push(Rehearsal { name: "Second".to_owned(), ..first.clone() });
        let place = |lately: &[&str], campaign: &Campaign| {
            let lately: Vec<String> = lately.iter().map(|name| (*name).to_owned()).collect();
            chosen(campaign, 0, &lately, today).place
        };
        assert_eq!(place(&["gone", "Second", &first.name], &campaign), Some(1));
        assert_eq!(place(&[], &campaign), Some(0));
        campaign.rehearsals.iter_mut().for_each(|rehearsal| "another".clone_into(&mut rehearsal.sequence));
        assert_eq!(place(&["Second"], &campaign), None);
    }

    #[test]
    fn the_usual_rehearsal_begins_on_the_monday_to_come() {
        let campaign = Editor::new("Europe/Berlin").campaign().clone();
        let rehearsal = usual(&campaign, 0, Day::from_civil(2026, 3, 2));
        assert_eq!(rehearsal.name, "Rehearsal 1");
        let Enter::Spread(from, to, _) = rehearsal.enter else { panic!("spread") };
        assert_eq!((from.to_string(), to.to_string()), ("2026-03-09T00:00".to_owned(), "2026-03-14T00:00".to_owned()));
        assert_eq!(rehearsal.until.to_string(), "2026-09-09T00:00");
    }
}
