//! Moving the clock: playing, stepping, jumping, stopping.

use dripline::calendar::Instant;
use dripline::campaign::kinds::Kind;
use dripline::campaign::rehearsal::{Breakpoint, Enter, People};
use dripline::picture::counts::ItemCounts;
use dripline::report::table::Report;
use dripline::report::tally::Tally;
use dripline::workbench::rehearse::clock::Speed;
use dripline::workbench::rehearse::{ClockStep, Rehearsing};

use super::{Watched, samples};

use crate::common::ids::FIRST;

/// Everything that is shown, to be compared.
fn state(rehearsing: &mut Rehearsing) -> (Instant, ItemCounts, Report) {
    let at = rehearsing.at().expect("a clock");
    let report = rehearsing.shown().expect("a run").report(at, false);
    (at, (*rehearsing.counts(None).expect("counts")).clone(), report)
}

/// Compares the shown badges with a new count at the clock's time.
fn check(name: &str, rehearsing: &mut Rehearsing) {
    let (at, counts, report) = state(rehearsing);
    let shown = rehearsing.shown().expect("a run");
    let plan = &shown.scene.plan;
    let scratch = Report::new(plan, shown.scene.sequence(), &Tally::at(plan, &shown.kept.run, at, true));
    assert_eq!(counts, ItemCounts::of(&scratch), "{name} at {at}");
    assert_eq!((&report.items, &report.contacts), (&scratch.items, &scratch.contacts), "{name} at {at}");
    for row in &report.items {
        assert_eq!(row.reached, row.ran + row.waiting + row.held + row.skipped_in_all(), "{name} at {at}");
    }
}

#[test]
fn playing_shows_at_every_instant_what_a_report_from_scratch_says() {
    for (name, campaign) in samples() {
        let mut watched = Watched::of(campaign);
        let rehearsing = &mut watched.rehearsing;
        rehearsing.step(ClockStep::ToStart);
        rehearsing.set_speed(Speed::Week);
        let (first, last) = rehearsing.span().expect("something happens");
        assert_eq!(rehearsing.at(), Some(first));
        rehearsing.play(true);
        let mut frames = 0;
        while rehearsing.at() != Some(last) {
            rehearsing.pass(0.05);
            if rehearsing.clock().is_some_and(|clock| !clock.plays) && rehearsing.at() != Some(last) {
                assert!(rehearsing.stopped().is_some(), "{name}: it stopped without a breakpoint");
                rehearsing.play(true);
            }
            if frames % 20 == 0 {
                check(&name, rehearsing);
            }
            frames += 1;
            assert!(frames < 20_000, "{name}: it never comes to its end");
        }
        check(&name, rehearsing);
        assert!(!rehearsing.clock().expect("a clock").plays, "{name}: it stands still at the end");
    }
}

#[test]
fn a_step_forward_and_back_gives_the_same_state() {
    for (name, campaign) in samples() {
        let mut watched = Watched::of(campaign);
        let rehearsing = &mut watched.rehearsing;
        for follows in [None, Some(0), Some(7)] {
            rehearsing.follow_contact(follows);
            rehearsing.step(ClockStep::ToStart);
            if follows.is_some() {
                // With a followed contact, the steps begin at one of its own events.
                rehearsing.step(ClockStep::Forward);
            }
            for _ in 0..40 {
                let before = state(rehearsing);
                if rehearsing.target(ClockStep::Forward).is_none() {
                    break;
                }
                rehearsing.step(ClockStep::Forward);
                check(&name, rehearsing);
                let after = state(rehearsing);
                assert!(after.0 > before.0, "{name}");
                if follows.is_none() {
                    assert_ne!(after.2.items, before.2.items, "{name}: nothing happens at {}", after.0);
                }
                rehearsing.step(ClockStep::Back);
                assert_eq!(state(rehearsing), before, "{name}: back from {}", after.0);
                rehearsing.step(ClockStep::Forward);
                assert_eq!(state(rehearsing), after, "{name}: forward again");
            }
        }
    }
}

#[test]
fn a_day_a_date_and_the_ends_are_one_step_away() {
    let (_, campaign) = samples().swap_remove(0);
    let mut watched = Watched::of(campaign);
    let rehearsing = &mut watched.rehearsing;
    let (first, last) = rehearsing.span().expect("something happens");
    let zone = rehearsing.zone().expect("a zone").clone();
    rehearsing.step(ClockStep::ToStart);
    rehearsing.step(ClockStep::NextDay);
    assert_eq!(rehearsing.at(), Some(zone.start_of(zone.date_at(first).plus_days(1))));
    let local = zone.date_at(first).plus_days(5).at_second(10 * 3_600);
    rehearsing.run_to(zone.resolve(local));
    assert_eq!(rehearsing.at(), Some(zone.resolve(local)));
    rehearsing.step(ClockStep::ToEnd);
    assert_eq!((rehearsing.at(), rehearsing.target(ClockStep::Forward)), (Some(last), None));
    rehearsing.step(ClockStep::ToStart);
    assert_eq!((rehearsing.at(), rehearsing.target(ClockStep::Back)), (Some(first), None));
    rehearsing.jump(last.plus_secs(9_000_000));
    assert_eq!(rehearsing.at(), Some(last), "it stays within the rehearsal");
}

#[test]
fn breakpoints_stop_at_the_very_instant() {
    let (_, mut campaign) = samples().swap_remove(0);
    let email = campaign.sequences[0].items.iter().filter(|item| matches!(item.kind, Kind::Email(_))).nth(1);
    let item = email.expect("a second email").id;
    let mut watched = Watched::of(campaign.clone());
    let shown = watched.settle();
    let rank = shown.rank(FIRST.item(item)).expect("it is reached");
    let mut arrivals: Vec<Instant> = (0..shown.contacts())
        .flat_map(|place| shown.visits(place).filter(|visit| visit.rank == rank).map(|visit| visit.arrived))
        .collect();
    arrivals.sort_unstable();
    let (first, _) = shown.span().expect("something happens");
    let local = shown.scene.plan.zone().local_at(arrivals[0].plus_secs(-3_600));
    let stops = [
        (Breakpoint::AtTime(local), shown.scene.plan.zone().resolve(local)),
        (Breakpoint::AtItem(item), arrivals[0]),
        (Breakpoint::AtCount(item, 100), arrivals[99]),
    ];
    campaign.rehearsals[0].breakpoints = stops.map(|(breakpoint, _)| breakpoint).to_vec();
    (watched.campaign, watched.revision) = (campaign, 1);
    watched.settle();
    let rehearsing = &mut watched.rehearsing;
    rehearsing.step(ClockStep::ToStart);
    for (breakpoint, at) in stops {
        rehearsing.play(true);
        while rehearsing.clock().expect("a clock").plays {
            rehearsing.pass(0.016);
        }
        let stop = rehearsing.stopped().expect("a stop");
        assert_eq!((stop.by, stop.at, rehearsing.at()), (breakpoint, at, Some(at)));
    }
    // With a followed contact, the clock stops at that contact's arrival.
    let place = (0..shown.contacts()).find(|place| {
        let mut visits = shown.visits(*place).filter(|visit| visit.rank == rank);
        visits.any(|visit| visit.arrived > arrivals[200])
    });
    rehearsing.follow_contact(place);
    rehearsing.jump(arrivals[150]);
    rehearsing.play(true);
    while rehearsing.clock().expect("a clock").plays {
        rehearsing.pass(0.016);
    }
    let came = shown.visits(place.expect("somebody")).find(|visit| visit.rank == rank).expect("a visit").arrived;
    assert_eq!(rehearsing.at(), Some(came));
    rehearsing.follow_contact(None);
    rehearsing.jump(first);
    assert!(rehearsing.run_to_item(FIRST.item(item)));
    assert_eq!(rehearsing.at(), Some(arrivals[0]));
    assert!(!rehearsing.run_to_item(FIRST.item(999_999)), "nobody comes to an item that is not there");
}

#[test]
fn a_breakpoint_at_the_first_instant_stops_it_there_once() {
    let (_, mut campaign) = samples().swap_remove(0);
    campaign.rehearsals[0].enter = Enter::At(campaign.rehearsals[0].until.date().plus_days(-30).at_second(36_000));
    let start = campaign.sequences[0].items.iter().find(|item| item.kind == Kind::Start).expect("a Start").id;
    let later = campaign.sequences[0].items.iter().filter(|item| matches!(item.kind, Kind::Email(_))).nth(1);
    let later = Breakpoint::AtItem(later.expect("a second email").id);
    campaign.rehearsals[0].breakpoints = vec![Breakpoint::AtCount(start, 1), later];
    let mut watched = Watched::of(campaign);
    watched.settle();
    let rehearsing = &mut watched.rehearsing;
    let (first, _) = rehearsing.span().expect("something happens");
    rehearsing.step(ClockStep::ToStart);
    for (breakpoint, is_first) in [(Breakpoint::AtCount(start, 1), true), (later, false)] {
        rehearsing.play(true);
        while rehearsing.clock().expect("a clock").plays {
            rehearsing.pass(0.016);
        }
        assert_eq!(rehearsing.stopped().expect("a stop").by, breakpoint);
        assert_eq!(rehearsing.at() == Some(first), is_first);
    }
    // If it plays from the start again, it stops there again.
    rehearsing.step(ClockStep::ToStart);
    rehearsing.play(true);
    rehearsing.pass(0.016);
    assert_eq!(rehearsing.stopped().map(|stop| stop.at), Some(first));
}

#[test]
fn an_edit_is_run_anew_and_the_clock_stays() {
    let (_, campaign) = samples().swap_remove(0);
    let mut watched = Watched::of(campaign);
    watched.rehearsing.step(ClockStep::ToStart);
    watched.rehearsing.step(ClockStep::NextDay);
    let before = state(&mut watched.rehearsing);
    for item in &mut watched.campaign.sequences[0].items {
        item.ready = false;
    }
    watched.revision = 1;
    watched.settle();
    let after = state(&mut watched.rehearsing);
    assert_eq!(before.0, after.0);
    assert_ne!(before.1, after.1, "drafts are skipped");
    check("edited", &mut watched.rehearsing);
    // The newest edit wins: results of earlier edits are never shown after it.
    for revision in 2..12 {
        let people = People::Generated { count: 500 * revision, seed: 3 };
        watched.campaign.rehearsals[0].people = people;
        watched.revision = revision;
        watched.frame();
    }
    assert_eq!(watched.settle().contacts(), 5_500);
}

#[test]
fn a_sequence_without_a_rehearsal_has_one_that_is_not_saved() {
    let (_, mut campaign) = samples().swap_remove(0);
    campaign.rehearsals.clear();
    let mut watched = Watched::of(campaign);
    let shown = watched.settle();
    let rehearsal = watched.rehearsing.rehearsal().expect("one").clone();
    assert!(shown.contacts() > 0 && matches!(rehearsal.enter, Enter::At(_)));
    assert!(watched.rehearsing.choices().of(&watched.campaign, rehearsal.sequence().expect("a sequence")).is_none());
    assert!(watched.campaign.rehearsals.is_empty());
}

#[test]
fn what_cannot_be_run_says_why() {
    let (_, mut campaign) = samples().swap_remove(0);
    campaign.rehearsals[0].people = People::File("nobody-has-this-file.csv".to_owned());
    let mut watched = Watched { rehearsing: Rehearsing::default(), ..Watched::of(samples().swap_remove(1).1) };
    watched.campaign = campaign;
    let trouble = loop {
        watched.frame();
        if let Some(trouble) = watched.rehearsing.trouble() {
            break trouble.to_owned();
        }
        std::thread::yield_now();
    };
    assert!(trouble.contains("nobody-has-this-file.csv"), "{trouble}");
    assert!(watched.rehearsing.shown().is_none() && watched.rehearsing.at().is_none());
}
