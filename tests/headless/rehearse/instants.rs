//! At any instant, the window shows the same as a run that ends there.

use dripline::calendar::Instant;
use dripline::picture::counts::ItemCounts;
use dripline::report::table::Report;
use dripline::report::tally::Tally;
use dripline::simulate::at::status_at;
use dripline::simulate::run::Control;
use dripline::workbench::rehearse::finished::FinishedRehearsal;

use super::{finished, samples};

/// Instants of a rehearsal to check: its ends, around events, and in between.
fn instants(finished: &FinishedRehearsal) -> Vec<Instant> {
    let (first, last) = finished.span().expect("something happens");
    let timeline = &finished.index().expect("sorted").timeline;
    let length = last.utc_secs() - first.utc_secs();
    let mut instants = vec![first.plus_secs(-1), first, last, last.plus_secs(1)];
    for part in 0..17 {
        let between = first.plus_secs(length * part / 17 + part * 7);
        let next = timeline.next(between).unwrap_or(last);
        instants.extend([between, next.plus_secs(-1), next]);
    }
    instants
}

#[test]
fn a_run_read_at_an_instant_is_the_run_that_stops_there() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        whole.sort(&Control::default()).expect("sorted");
        for at in instants(&whole) {
            let stopped = finished(&campaign, Some(at));
            let plan = &stopped.scene.plan;
            let expected = Report::new(plan, stopped.scene.sequence(), &Tally::of_run(plan, &stopped.kept.run));
            assert_eq!(whole.report(at, true), expected, "{name} at {at}, by the timeline");
            let counted = Report::new(plan, stopped.scene.sequence(), &Tally::at(plan, &whole.kept.run, at, true));
            assert_eq!(counted, expected, "{name} at {at}, counted");
            assert_eq!(whole.counts(at), ItemCounts::of(&expected));
        }
    }
}

#[test]
fn the_visits_and_the_status_of_every_contact_are_those_of_a_run_that_stops_there() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        whole.sort(&Control::default()).expect("sorted");
        let (first, last) = whole.span().expect("something happens");
        let at = first.plus_secs((last.utc_secs() - first.utc_secs()) / 3);
        let stopped = finished(&campaign, Some(at));
        for place in 0..whole.contacts() {
            let here: Vec<_> = whole.visits(place).filter_map(|visit| visit.at(at)).collect();
            let there: Vec<_> = stopped.visits(place).collect();
            assert_eq!(here, there, "{name}: contact {place}");
            let (segment, row) = stopped.kept.run.locate(place).expect("a contact");
            assert_eq!(whole.status(place, at), segment.statuses()[row], "{name}: contact {place}");
        }
    }
}

#[test]
fn the_sums_of_the_table_reconcile_at_every_instant() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        whole.sort(&Control::default()).expect("sorted");
        for at in instants(&whole) {
            let report = whole.report(at, false);
            let all: u64 = report.contacts.iter().map(|(_, count)| count).sum();
            assert_eq!(all, whole.contacts(), "{name} at {at}");
            for row in &report.items {
                let sum = row.ran + row.waiting + row.held + row.skipped_in_all();
                assert_eq!(row.reached, sum, "{name} at {at}: {:?}", row.item);
            }
        }
    }
}

#[test]
fn a_histogram_holds_everything_that_happens() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        whole.sort(&Control::default()).expect("sorted");
        let timeline = &whole.index().expect("sorted").timeline;
        let (first, last) = whole.span().expect("something happens");
        let plan = &whole.scene.plan;
        let mut happened = 0;
        for place in 0..whole.contacts() {
            for visit in whole.visits(place) {
                let is_timer = plan.items()[visit.rank as usize].action.is_timer();
                let ran = visit.outcome == dripline::simulate::outcome::Outcome::Ran;
                happened += 1 + u64::from(is_timer && ran);
            }
        }
        for parts in [1, 40, 700, 200_000] {
            let counts = timeline.histogram(first, last.plus_secs(1), parts);
            assert_eq!(counts.iter().sum::<u64>(), happened, "{name} in {parts} parts");
        }
        let day = timeline.histogram(first, first.plus_secs(86_400), 1_000);
        assert!(day.iter().any(|count| *count > 0), "{name}: nothing on its first day");
    }
}

#[test]
fn everything_that_moves_is_a_visit_that_let_its_contact_through_then() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        whole.sort(&Control::default()).expect("sorted");
        let (first, last) = whole.span().expect("something happens");
        let onward = (0..whole.contacts()).flat_map(|place| whole.visits(place).map(move |visit| (place, visit)));
        let plan = &whole.scene.plan;
        let onward = onward.filter(|(_, visit)| !plan.next(visit.rank).is_empty());
        let mut expected: Vec<_> =
            onward.filter_map(|(place, visit)| Some((visit.through()?, place, visit.rank))).collect();
        expected.sort_unstable();
        let all = whole.moving(first.plus_secs(-1), last, usize::MAX);
        assert_eq!(all.each, 1, "{name}");
        let moved: Vec<_> = all.moves.iter().map(|one| (one.at, one.place, one.rank)).collect();
        assert!(moved == expected, "{name}: {} moves, {} visits", moved.len(), expected.len());
        let few = whole.moving(first.plus_secs(-1), last, 2_000);
        assert!(few.each > 1 && few.moves.iter().all(|one| one.place % few.each == 0), "{name}: one for {}", few.each);
        let status = status_at(plan, whole.visits(0), last);
        assert_eq!(status, whole.status(0, last));
    }
}
