//! All findings of a campaign: those of the drawing, those that need contacts, and those that need a run.

use crate::campaign::scope::Scope;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Population;
use crate::findings::{CheckedContacts, Code, Finding, FindingPlace, check};
use crate::report::hours::out_of_hours;
use crate::simulate::entry::EntryTimes;
use crate::simulate::plan::Plan;
use crate::simulate::run::{Control, Setup, run};

use super::failure::Failure;
use super::people::RunContacts;
use super::scene::RunScene;

/// The findings of a campaign, worst first. With `people`, also those that need contacts. Uses the rayon pool it is
/// called in.
///
/// # Errors
/// If the contacts can't be read, or it was cancelled.
pub fn findings(
    scene: &RunScene,
    people: Option<&RunContacts>,
    threads: usize,
    control: &Control,
) -> Result<Vec<Finding>, Failure> {
    let Some(people) = people else { return Ok(check(&scene.campaign, None, None)) };
    control.begin(people.doing(), people.size());
    let (population, _) = people.read_all(threads, control)?;
    let checked = CheckedContacts { population: &population, default_entry: scene.enter };
    let mut all = check(&scene.campaign, None, Some(checked));
    for sequence in &scene.campaign.sequences {
        all.extend(at_odd_hours(scene, sequence, &population, control)?);
    }
    // The sort is stable: within a severity, the order stays that of the drawing.
    all.sort_by_key(|finding| finding.severity);
    Ok(all)
}

/// The findings about communications that reach most contacts on a weekend or at night, from a run of one sequence.
fn at_odd_hours(
    scene: &RunScene,
    sequence: &Sequence,
    population: &Population,
    control: &Control,
) -> Result<Vec<Finding>, Failure> {
    let plan = Plan::new(&scene.campaign, Scope::Sequence(sequence.id), &scene.layout)
        .map_err(|error| Failure::Unreadable(error.to_string()))?;
    control.begin("Simulating", population.len() as u64);
    let entries = EntryTimes::ByColumn(scene.enter);
    let run = run(&Setup { plan: &plan, entries: &entries, until: scene.until }, population, control)?;
    let hours = out_of_hours(&plan, sequence, &run, population);
    let odd = hours.iter().filter(|hours| hours.out_of_hours * 2 > hours.ran);
    let findings = odd.map(|hours| {
        let name = sequence.item(hours.item.item).map_or("", |item| item.name.as_str());
        let message = format!(
            "“{name}” (item {}) reaches {} of {} people on a weekend or between 21:00 and 07:00, by their own clock.",
            hours.item.item, hours.out_of_hours, hours.ran
        );
        Finding::new(Code::DueOutOfHours, Some(sequence.id), FindingPlace::Item(hours.item.item), message)
    });
    Ok(findings.collect())
}
