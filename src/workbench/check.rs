//! All findings of a campaign: those of the drawing, those that need contacts, and those that need a run.

use std::path::Path;

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::kinds::{DelayTimerSettings, Family, Kind};
use crate::campaign::rehearsal::{Enter, People, Rehearsal};
use crate::campaign::scope::Scope;
use crate::campaign::sequence::{Forest, Sequence};
use crate::campaign::text::thousands;
use crate::contacts::block::Population;
use crate::findings::{
    AssumedEntry, CheckedContacts, Code, EnteringContacts, Finding, FindingPlace, Fix, TimerArrivals, check,
};
use crate::report::hours::{OutOfHours, out_of_hours};
use crate::report::late::late_arrivals;
use crate::simulate::entry::EntryTimes;
use crate::simulate::plan::Plan;
use crate::simulate::run::{Control, Run, Setup, run};

use super::failure::Failure;
use super::people::RunContacts;
use super::rehearse::finished::FinishedRehearsal;
use super::scene::RunScene;
use super::simulate::RunWithVisits;

/// What a run says about its contacts, for every check of the campaign until the next run.
#[derive(Debug)]
pub struct RunFacts {
    /// The contacts, when they enter, and who comes too late to a timer.
    pub contacts: EnteringContacts,
    /// The sequence that they enter.
    pub sequence: SequenceId,
    /// The communications that most contacts get on a weekend or at night.
    odd_hours: Vec<Finding>,
}

impl RunFacts {
    /// A sentence on whose contacts they are, and in which sequence; `None` if no rehearsal is known.
    pub fn checked_with(&self) -> Option<(SequenceId, &str)> {
        Some((self.sequence, self.contacts.source())).filter(|(_, source)| !source.is_empty())
    }

    /// The facts of a finished rehearsal.
    pub fn of(finished: &FinishedRehearsal) -> Self {
        Self::of_run(&finished.scene, &finished.kept)
    }

    /// The facts of a finished run.
    pub fn of_run(scene: &RunScene, kept: &RunWithVisits) -> Self {
        let (plan, sequence) = (&scene.plan, scene.sequence());
        let contacts = EnteringContacts::new(&kept.population, scene.enter);
        let (contacts, first) = with_arrivals(contacts, plan, sequence, &kept.run);
        let by_column = scene.rehearsal().is_none_or(|rehearsal| rehearsal.enter == Enter::ByColumn);
        let contacts = match first.filter(|_| !by_column) {
            Some(first) => contacts.entering_from(first),
            None => contacts,
        };
        let source = scene.rehearsal().map(|rehearsal| who(&contacts, rehearsal));
        let is_generated = |rehearsal: &Rehearsal| matches!(rehearsal.people, People::Generated { .. });
        let contacts = contacts.generated(scene.rehearsal().is_some_and(is_generated));
        let odd_hours = at_odd_hours(sequence, out_of_hours(plan, sequence, &kept.run, &kept.population));
        Self { contacts: contacts.known_as(source.unwrap_or_default()), sequence: sequence.id, odd_hours }
    }
}

/// Whose contacts they are: the end of every finding that needs contacts. Those of a file are the file's, since the name
/// of a rehearsal may be from before they were imported: “Ten thousand in March”.
fn who(contacts: &EnteringContacts, rehearsal: &Rehearsal) -> String {
    let source = match &rehearsal.people {
        People::File(path) => Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()),
        People::Generated { .. } | People::People(_) => None,
    };
    let source = source.unwrap_or_else(|| format!("“{}”", rehearsal.name));
    format!("Checked with the {} of {source}.", counted(contacts.len() as u64))
}

/// `1 contact`, `12,431 contacts`.
fn counted(contacts: u64) -> String {
    format!("{} {}", thousands(contacts), if contacts == 1 { "contact" } else { "contacts" })
}

/// The findings of a campaign in the window, worst first. Those that need contacts use the run that is shown; in
/// sequences without one, dates are compared with `entry`.
pub fn findings_with(campaign: &Campaign, facts: Option<&RunFacts>, entry: AssumedEntry<'_>) -> Vec<Finding> {
    let checked =
        CheckedContacts { facts: facts.map(|facts| &facts.contacts), enters: facts.map(|facts| facts.sequence), entry };
    let mut all = check(campaign, None, Some(checked));
    for finding in facts.iter().flat_map(|facts| &facts.odd_hours) {
        // The run may be of an earlier state of the campaign.
        let is_there = finding
            .item()
            .is_some_and(|at| campaign.sequence(at.sequence).is_some_and(|sequence| sequence.item(at.item).is_some()));
        if is_there {
            let mut finding = finding.clone();
            checked.say_who(&mut finding);
            all.push(finding);
        }
    }
    // The sort is stable: within a severity, the order stays that of the drawing.
    all.sort_by_key(|finding| finding.severity);
    all
}

/// The findings of a campaign, worst first. With `people`, those that need contacts use these; else dates are compared
/// with `entry`. Uses the rayon pool it is called in.
///
/// # Errors
/// If the contacts can't be read, or it was cancelled.
pub fn findings(
    scene: &RunScene,
    people: Option<&RunContacts>,
    entry: AssumedEntry<'_>,
    threads: usize,
    control: &Control,
) -> Result<Vec<Finding>, Failure> {
    let Some(people) = people else { return Ok(findings_with(&scene.campaign, None, entry)) };
    control.begin(people.doing(), people.size());
    let (population, _) = people.read_all(threads, control)?;
    let mut facts = EnteringContacts::new(&population, scene.enter);
    let mut odd_hours = Vec::new();
    for sequence in &scene.campaign.sequences {
        let (plan, run) = run_of(scene, sequence, &population, control)?;
        (facts, _) = with_arrivals(facts, &plan, sequence, &run);
        odd_hours.extend(at_odd_hours(sequence, out_of_hours(&plan, sequence, &run, &population)));
    }
    let checked = CheckedContacts { facts: Some(&facts), enters: None, entry };
    let mut all = check(&scene.campaign, None, Some(checked));
    all.extend(odd_hours);
    // The sort is stable: within a severity, the order stays that of the drawing.
    all.sort_by_key(|finding| finding.severity);
    Ok(all)
}

/// A run of one sequence.
fn run_of(
    scene: &RunScene,
    sequence: &Sequence,
    population: &Population,
    control: &Control,
) -> Result<(Plan, Run), Failure> {
    let plan = Plan::new(&scene.campaign, Scope::Sequence(sequence.id), &scene.layout)
        .map_err(|error| Failure::Unreadable(error.to_string()))?;
    control.begin("Simulating", population.len() as u64);
    let entries = EntryTimes::ByColumn(scene.enter);
    let run = run(&Setup { plan: &plan, entries: &entries, until: scene.until }, population, control)?;
    Ok((plan, run))
}

/// The facts with the arrivals at the timers of a run, and the run's first entry.
fn with_arrivals(
    facts: EnteringContacts,
    plan: &Plan,
    sequence: &Sequence,
    run: &Run,
) -> (EnteringContacts, Option<Instant>) {
    let (first, late) = late_arrivals(plan, sequence, run);
    let arrivals = late.into_iter().map(|timer| {
        let kind = sequence.items[timer.place].kind.clone();
        (timer.item, TimerArrivals { kind, arrived: timer.arrived, late: timer.late, first: timer.first })
    });
    (facts.with_arrivals(arrivals), first)
}

/// The findings about communications that reach most contacts on a weekend or at night.
fn at_odd_hours(sequence: &Sequence, hours: Vec<OutOfHours>) -> Vec<Finding> {
    let forest = sequence.forest();
    let odd = hours.into_iter().filter(|hours| hours.sum() * 2 > hours.ran);
    let findings = odd.map(|hours| {
        let name = sequence.item(hours.item.item).map_or("", |item| item.name.as_str());
        let message = format!("“{name}” (item {}) reaches {}", hours.item.item, when_unusual(hours));
        let place = FindingPlace::Item(hours.item.item);
        let mut finding = Finding::new(Code::DueOutOfHours, Some(sequence.id), place, message);
        finding.fix = release_in_hours(sequence, &forest, hours.item.item);
        finding
    });
    findings.collect()
}

/// How many contacts get something on a weekend, at night, or both: the end of a sentence.
fn when_unusual(hours: OutOfHours) -> String {
    let OutOfHours { ran, weekend, night, .. } = hours;
    let (some, all) = (thousands(hours.sum()), counted(ran));
    match (weekend, night) {
        (_, 0) => format!("{some} of {all} at the weekend, in their local time."),
        (0, _) => format!("{some} of {all} at night, which is between 21:00 and 07:00 in their local time."),
        _ => format!(
            "{some} of {all} at unusual hours, which are at the weekend for {} and at night, between 21:00 and 07:00, \
             for {}, in their local time.",
            thousands(weekend),
            thousands(night)
        ),
    }
}

/// The fix that lets the timer before an item release contacts in working hours, if it is a delay timer.
fn release_in_hours(sequence: &Sequence, forest: &Forest, id: u64) -> Option<Fix> {
    let mut place = sequence.items.iter().position(|item| item.id == id)?;
    while sequence.items[place].kind.family() != Family::Timer {
        place = forest.previous[place]?;
    }
    let timer = &sequence.items[place];
    let Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) = &timer.kind else { return None };
    schedule.complete()?;
    Some(Fix::ReleaseInHours { timer: timer.id, name: timer.called().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::ids::ItemRef;

    #[test]
    fn what_comes_at_unusual_times_says_which() {
        let said = |ran, weekend, night| {
            let item = ItemRef { sequence: SequenceId::default(), item: 4 };
            when_unusual(OutOfHours { item, ran, weekend, night })
        };
        assert_eq!(said(1_000, 640, 0), "640 of 1,000 contacts at the weekend, in their local time.");
        assert_eq!(said(1, 0, 1), "1 of 1 contact at night, which is between 21:00 and 07:00 in their local time.");
        assert_eq!(
            said(3_000, 1_200, 400),
            "1,600 of 3,000 contacts at unusual hours, which are at the weekend for 1,200 and at night, between 21:00 \
             and 07:00, for 400, in their local time."
        );
    }
}
