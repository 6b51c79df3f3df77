//! Results of contacts that are in a sequence several times: each pass has its own assignments and effects.

use dripline::simulate::columns::VisitColumns;
use dripline::simulate::kernel::Visit;
use dripline::simulate::pass::Pass;
use dripline::simulate::run::Run;
use dripline::simulate::segment::Segment;
use dripline::simulate::settle::{Assignments, settle};
use dripline::storage::exports::effects::{ContactEffect, for_each_effect};
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;

use crate::common::samples::sample;

/// A run in which every contact has each of its visits in a second pass, too.
fn twice(run: &Run) -> Run {
    let second = Pass::of_number(2).expect("a pass");
    let segments = run.segments().iter().map(|segment| {
        let (mut columns, mut ends) = (VisitColumns::default(), Vec::new());
        for (_, span) in segment.contacts() {
            for pass in [Pass::FIRST, second] {
                let visits = span.clone().map(|at| Visit { pass, ..segment.visit(at) });
                visits.for_each(|visit| assert!(columns.push(visit)));
            }
            ends.push(columns.len() as u32);
        }
        Segment::of_columns(segment.first_place(), ends, segment.statuses().to_vec(), columns).expect("a segment")
    });
    Run::of_segments(segments.collect())
}

/// The effects that name a user, with their contacts.
fn with_users(scene: &RunScene, kept: &RunWithVisits, run: &Run, made: &Assignments) -> Vec<(u64, u32, Pass, String)> {
    let mut context = kept.effect_context(scene);
    context.users = &made.users;
    let mut found = Vec::new();
    let each = |ContactEffect { contact, effect }: ContactEffect<'_>| {
        if let (Some((place, _)), Some(pass)) = (contact, effect.pass)
            && ["owner", "task", "opportunity"].contains(&effect.detail.name())
        {
            let user = effect.detail.to_json()["user"].as_str().expect("a user").to_owned();
            found.push((place, effect.rank, pass, user));
        }
        Ok::<_, ()>(())
    };
    for_each_effect(&context, run, &kept.population, made, scene.until, each).expect("effects");
    found
}

#[test]
fn each_pass_has_the_user_of_its_own_assignment() {
    let (scene, kept) = sample("onboarding.ron");
    let run = twice(&kept.run);
    let made = settle(&scene.plan, &scene.campaign, &run, &kept.population);
    let mut found = with_users(&scene, &kept, &run, &made);
    found.sort_unstable();
    let by_contact = made.by_contact();
    let expected = by_contact.iter().map(|given| {
        let user = made.users[given.user as usize].clone();
        (given.place, given.rank, given.pass, user)
    });
    assert_eq!(found, expected.collect::<Vec<_>>());
    let differs = by_contact
        .windows(2)
        .any(|pair| (pair[0].place, pair[0].rank) == (pair[1].place, pair[1].rank) && pair[0].user != pair[1].user);
    assert!(differs, "both passes have the same users, so nothing is tested");
}

#[test]
fn the_assignments_of_one_contact_are_those_of_all_contacts() {
    let (scene, kept) = sample("onboarding.ron");
    let made = settle(&scene.plan, &scene.campaign, &twice(&kept.run), &kept.population);
    let by_contact = made.by_contact();
    assert!(by_contact.is_sorted_by_key(|given| (given.place, given.rank, given.pass)));
    for place in 0..kept.population.len() as u64 {
        let of_all: Vec<_> = by_contact.iter().filter(|given| given.place == place).copied().collect();
        assert_eq!(made.of_contact(place), of_all, "contact {place}");
    }
}
