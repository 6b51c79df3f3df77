//! Load by day and hour equals a plain count of the visits and assignments.

use std::collections::BTreeMap;

use dripline::calendar::{Date, Instant};
use dripline::campaign::kinds::{DESCRIPTIONS, Email, Family, Kind, Recipient};
use dripline::report::load::{HourCounts, MOST_NAMED, SentLoad, crowded_group, of_list, of_users};
use dripline::report::people::{ContactSelection, Filter, find};
use dripline::simulate::outcome::Outcome;
use dripline::simulate::plan::AssignedRecord;
use dripline::simulate::run::Control;
use dripline::workbench::samples::SAMPLES;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;

use crate::common::samples::{middle, sample};

type Plain = BTreeMap<(Date, usize), u64>;

fn plain(hours: &HourCounts) -> Plain {
    let cells = hours.days().flat_map(|(day, hours)| (0..24).map(move |hour| ((day, hour), hours[hour])));
    cells.filter(|(_, count)| *count > 0).collect()
}

fn check(scene: &RunScene, kept: &RunWithVisits, until: Instant) -> (u64, u64) {
    let zone = scene.plan.zone();
    let cell = |at: Instant| (zone.date_at(at), zone.local_at(at).second_of_day() as usize / 3600);
    let (mut emails, mut others) = (Plain::new(), Plain::new());
    let mut to_contact: BTreeMap<(Date, u64), u32> = BTreeMap::new();
    for segment in kept.run.segments() {
        for (row, span) in segment.contacts() {
            for visit in span.map(|at| segment.visit(at)) {
                let ran = visit.due.unwrap_or(visit.arrived);
                if visit.outcome != Outcome::Ran || ran > until {
                    continue;
                }
                match &scene.sequence().items[scene.plan.items()[visit.rank as usize].place].kind {
                    Kind::Email(Email { to, .. }) => {
                        *emails.entry(cell(ran)).or_default() += 1;
                        if *to == Some(Recipient::Contact) {
                            *to_contact.entry((zone.date_at(ran), segment.first_place() + row as u64)).or_default() +=
                                1;
                        }
                    }
                    Kind::Fax(_) | Kind::Letter(_) => *others.entry(cell(ran)).or_default() += 1,
                    _ => {}
                }
            }
        }
    }
    let sent = of_list(&scene.plan, scene.sequence(), &kept.run, until);
    assert_eq!(plain(sent.emails()), emails);
    let mut on_paper = sent.of("Faxes").clone();
    on_paper.add(sent.of("Letters"));
    assert_eq!(plain(&on_paper), others);

    let mut crowded: BTreeMap<Date, Vec<(u64, u32)>> = BTreeMap::new();
    for ((day, place), count) in to_contact.into_iter().filter(|(_, count)| *count > 1) {
        crowded.entry(day).or_default().push((place, count));
    }
    assert_eq!(sent.crowded.len(), crowded.len());
    let mut persons = 0;
    for ((day, found), (expected_day, mut expected)) in sent.crowded.iter().zip(crowded) {
        assert_eq!((*day, found.persons), (expected_day, expected.len() as u64));
        persons += found.persons;
        let group = Some(crowded_group(zone, &scene.plan, scene.sequence(), *day));
        let filter = Filter { group, ..Filter::default() };
        let listed = find(&scene.plan, (&kept.run, &kept.population), &filter, until, &Control::default());
        let all: Vec<u32> = expected.iter().map(|(place, _)| *place as u32).collect();
        assert_eq!(listed.expect("found"), ContactSelection::Some(all), "its filter finds them all");
        expected.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
        expected.truncate(MOST_NAMED);
        assert_eq!(found.most, expected);
    }

    let mut gifts: BTreeMap<(String, &str), Plain> = BTreeMap::new();
    for made in kept.assignments(scene).made.iter().filter(|made| made.at <= until) {
        let user = kept.assignments(scene).users[made.user as usize].clone();
        *gifts.entry((user, made.record.word())).or_default().entry(cell(made.at)).or_default() += 1;
    }
    let users = of_users(&scene.plan, kept.assignments(scene), until);
    let mut told: BTreeMap<(String, &str), Plain> = BTreeMap::new();
    for load in &users {
        let all = [
            (AssignedRecord::Task, &load.tasks),
            (AssignedRecord::Opportunity, &load.opportunities),
            (AssignedRecord::Owner, &load.owners),
        ];
        for (record, hours) in all.into_iter().filter(|(_, hours)| !hours.is_empty()) {
            assert_eq!(plain(hours).values().sum::<u64>(), hours.total());
            told.insert((load.user.clone(), record.word()), plain(hours));
        }
    }
    assert_eq!(told, gifts);
    if let Some((day, hour, most)) = sent.emails().busiest() {
        assert_eq!(Some(&most), emails.values().max());
        assert_eq!(emails[&(day, hour)], most);
    }
    (sent.emails().total() + on_paper.total(), persons + told.len() as u64)
}

#[test]
fn load_equals_a_plain_count_at_any_instant() {
    let (mut sent, mut others) = (0, 0);
    for file in SAMPLES {
        let (scene, kept) = sample(file.file);
        let half = check(&scene, &kept, middle(&kept));
        let all = check(&scene, &kept, Instant::LAST);
        assert!(half.0 <= all.0);
        assert_eq!(check(&scene, &kept, Instant::FIRST), (0, 0));
        sent += all.0;
        others += all.1;
    }
    assert!(sent > 10_000 && others > 10, "the samples send things and give tasks: {sent}, {others}");
}

#[test]
fn every_kind_that_goes_out_is_counted_and_only_those() {
    let called: Vec<&str> = SentLoad::default().all().map(|(called, _)| called).collect();
    assert_eq!(called, ["Emails", "Faxes", "Letters", "Text messages"]);
    for kind in DESCRIPTIONS {
        assert_eq!(kind.sent.is_some(), kind.family == Family::Communication, "{}", kind.label);
    }
}

#[test]
fn who_gets_two_emails_on_a_day_is_named() {
    // The sample has three tracks, so some contacts get a welcome and a birthday email on the same day.
    let (scene, kept) = sample("welcome.ron");
    let sent = of_list(&scene.plan, scene.sequence(), &kept.run, Instant::LAST);
    let (_, crowded) = sent.crowded.iter().next().expect("somebody has a birthday");
    assert!(crowded.persons >= 1 && crowded.most.iter().all(|(_, emails)| *emails >= 2));
}
