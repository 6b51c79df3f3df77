//! Compares two runs: what an edit of a campaign changes, for which contacts, and at which item first.

use dripline::calendar::timer::Unit;
use dripline::campaign::document::Campaign;
use dripline::campaign::kinds::{DelayTimerSettings, Kind};
use dripline::campaign::rehearsal::People;
use dripline::report::compare::Comparison;
use dripline::simulate::outcome::{Outcome, Reason};
use dripline::simulate::run::Control;
use dripline::workbench::runs;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;

use crate::common::ids::FIRST;
use crate::common::runs::{Place, generated, in_march, person, rehearsed, sample};

const WELCOME: &str = "Welcome series";

fn compared(left: &(RunScene, RunWithVisits), right: &(RunScene, RunWithVisits)) -> Comparison {
    runs::compare((&left.0, &left.1), (&right.0, &right.1), &Control::default()).expect("a comparison")
}

fn item(campaign: &mut Campaign, id: u64) -> &mut dripline::campaign::item::Item {
    campaign.sequences[0].items.iter_mut().find(|item| item.id == id).expect("an item")
}

fn run(campaign: &Campaign, people: People) -> (RunScene, RunWithVisits) {
    rehearsed(campaign, WELCOME, people, in_march(), &std::env::temp_dir())
}

#[test]
fn a_longer_timer_shows_as_the_first_item_that_differs() {
    let place = Place::new();
    let before = sample("welcome.ron");
    let mut after = before.clone();
    let Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) = &mut item(&mut after, 3).kind else {
        panic!("a delay timer")
    };
    (schedule.wait, schedule.unit) = (Some(3), Some(Unit::Days));
    let (old, new) = (run(&before, generated(500, 1)), run(&after, generated(500, 1)));
    // Compares a run that was saved and opened with one that was just made.
    let comparison = compared(&place.open(place.keep("before", &old)), &new);
    assert_eq!((comparison.equal, comparison.different), (0, 500));
    assert_eq!(comparison.first_items.iter().collect::<Vec<_>>(), [(&FIRST.item(3), &500)]);
    assert_eq!(comparison.differences.len(), 500);
    for (place, difference) in comparison.differences.iter().enumerate() {
        assert_eq!(
            (difference.item, difference.left_place, difference.right_place),
            (FIRST.item(3), place as u64, place as u64)
        );
        assert_eq!(
            difference.id,
            old.1.population.places().locate(place as u64).map(|(block, row)| block.id(row)).expect("one")
        );
        let (left, right) = (difference.left.expect("said"), difference.right.expect("said"));
        assert_eq!((left.outcome, left.arrived), (right.outcome, right.arrived));
        let later = right.due.expect("due").utc_secs() - left.due.expect("due").utc_secs();
        assert!((2 * 86_400 - 3600..=2 * 86_400 + 3600).contains(&later), "{later}");
    }
    let pair = comparison.items.iter().find(|pair| pair.item == FIRST.item(4)).expect("the email behind it");
    assert!(pair.is_equal(), "everybody gets it, only later");
    assert_eq!(comparison.items.len(), before.sequences[0].items.len());
}

#[test]
fn an_item_put_to_draft_differs_only_for_those_who_come_there() {
    let before = sample("welcome.ron");
    let mut after = before.clone();
    item(&mut after, 4).ready = false;
    let (old, new) = (run(&before, generated(500, 1)), run(&after, generated(500, 1)));
    let comparison = compared(&old, &new);
    let pair = comparison.items.iter().find(|pair| pair.item == FIRST.item(4)).expect("the item");
    let (left, right) = (pair.left.as_ref().expect("it"), pair.right.as_ref().expect("it"));
    assert!(!pair.is_equal() && left.reached == right.reached && right.ran == 0);
    assert_eq!(comparison.first_items.keys().collect::<Vec<_>>(), [&FIRST.item(4)]);
    // All who reach the item differ: those that were skipped before are skipped for the reason `draft`, which comes
    // first.
    assert_eq!(comparison.different, left.reached);
    assert_eq!(comparison.equal + comparison.different, 500);
    assert!(
        comparison
            .differences
            .iter()
            .all(|difference| { difference.right.is_some_and(|said| said.outcome == Outcome::Skipped(Reason::Draft)) })
    );
}

#[test]
fn items_that_only_one_has_are_listed_and_said_by_one() {
    let before = sample("welcome.ron");
    let mut after = before.clone();
    let sequence = &mut after.sequences[0];
    sequence.items.retain(|item| item.id != 7);
    sequence.links.retain(|link| link.0 != 7 && link.1 != 7);
    let (old, new) = (run(&before, generated(300, 1)), run(&after, generated(300, 1)));
    let comparison = compared(&old, &new);
    let pair = comparison.items.iter().find(|pair| pair.item == FIRST.item(7)).expect("the item");
    assert!(pair.left.as_ref().is_some_and(|row| row.reached > 0) && pair.right.is_none() && !pair.is_equal());
    assert_eq!(comparison.different, pair.left.as_ref().map_or(0, |row| row.reached));
    assert!(
        comparison.differences.iter().all(|one| one.item == FIRST.item(7) && one.left.is_some() && one.right.is_none())
    );
    let other_way = compared(&new, &old);
    assert!(other_way.items.last().is_some_and(|pair| pair.item == FIRST.item(7) && pair.left.is_none()));
    assert!(other_way.differences.iter().all(|one| one.left.is_none() && one.right.is_some()));
}

#[test]
fn what_only_moved_on_the_canvas_is_no_difference() {
    let before = sample("welcome.ron");
    let mut after = before.clone();
    after.sequences[0].items.iter_mut().for_each(|item| item.position.1 = 1000.0 - item.position.1);
    let (old, new) = (run(&before, generated(200, 1)), run(&after, generated(200, 1)));
    let ids = |(scene, _): &(RunScene, RunWithVisits)| {
        scene.plan.items().iter().map(|item| item.item.item).collect::<Vec<_>>()
    };
    assert_ne!(ids(&old), ids(&new), "ranks are others");
    let comparison = compared(&old, &new);
    assert!(comparison.is_equal() && comparison.equal == 200, "{:?}", comparison.differences.first());
}

#[test]
fn contacts_are_matched_by_id_wherever_they_stand() {
    let campaign = sample("welcome.ron");
    let people = |ids: &[&str]| {
        let person = |id: &&str| person(&[("id", id), ("email", "x@example.com"), ("entered", "2026-03-04T12:00")]);
        People::People(ids.iter().map(person).collect())
    };
    let at = |ids: &[&str]| {
        let enter = dripline::campaign::rehearsal::Enter::ByColumn;
        rehearsed(&campaign, WELCOME, people(ids), enter, &std::env::temp_dir())
    };
    let comparison = compared(&at(&["a", "b", "c", "d"]), &at(&["a", "x", "d", "c", "y"]));
    assert_eq!((comparison.equal, comparison.different), (3, 0));
    assert_eq!((comparison.only_left.count, comparison.only_left.first.as_slice()), (1, &[(1, "b".to_owned())][..]));
    let right = &comparison.only_right;
    assert_eq!((right.count, right.first.as_slice()), (2, &[(1, "x".to_owned()), (4, "y".to_owned())][..]));
    assert!(!comparison.is_equal());
    let nobody = compared(&at(&[]), &at(&["a"]));
    assert_eq!((nobody.equal, nobody.only_right.count), (0, 1));
}

#[test]
fn of_many_different_contacts_the_first_are_kept_and_all_are_counted() {
    use dripline::report::compare::MOST_KEPT;

    let before = sample("welcome.ron");
    let mut after = before.clone();
    item(&mut after, 2).ready = false;
    let count = MOST_KEPT as u64 + 2_500;
    let (old, new) = (run(&before, generated(count, 1)), run(&after, generated(count, 1)));
    let comparison = compared(&old, &new);
    assert_eq!((comparison.different, comparison.differences.len()), (count, MOST_KEPT));
    assert_eq!(comparison.first_items.values().sum::<u64>(), count);
    assert!(comparison.differences.is_sorted_by_key(|difference| difference.left_place));
    let less = compared(&run(&before, generated(10, 1)), &old);
    assert_eq!((less.only_right.count, less.only_right.first.len()), (count - 10, MOST_KEPT));
}
