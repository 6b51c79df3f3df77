//! Kills the program while it saves runs: every acknowledged run exists and opens, and no run is incomplete.

use std::path::Path;

use dripline::simulate::run::Control;
use dripline::storage::run_store::damage::check;
use dripline::workbench::runs;

use crate::common::runs::{Place, assert_same, generated, in_march, now, rehearsed, sample};
use crate::killing::{BEGINS, acknowledged, again, killed, moments, say};

const KILLS: u64 = 100;
/// The environment variable that tells the child in which store to save runs.
const STORE: &str = "DRIPLINE_TEST_KEEPS_IN";

fn run(folder: &Path) -> (dripline::workbench::scene::RunScene, dripline::workbench::simulate::RunWithVisits) {
    rehearsed(&sample("welcome.ron"), "Welcome series", generated(200, 1), in_march(), folder)
}

/// The child's part: it saves the same run again and again. In a normal test run, it does nothing.
#[test]
fn child() {
    let Ok(store) = std::env::var(STORE) else { return };
    let path = Path::new(&store);
    let (scene, kept) = run(path.parent().expect("a folder"));
    say(BEGINS);
    loop {
        let number = runs::keep(path, "kept", &scene, &kept, now(), &Control::default());
        say(&number.map_or_else(|error| format!("refused: {error}"), |number| format!("kept {number}")));
    }
}

#[test]
fn a_hundred_kills_lose_no_run_and_leave_none_by_halves() {
    let place = Place::new();
    let kept = run(place.path());
    let (mut last, mut within) = (0, 0);
    for (kill, moment) in (0..KILLS).zip(moments(500, 60_000)) {
        let child = again(&[], "run_kills::child").env(STORE, place.store()).spawn().expect("the child starts");
        let said = killed(child, moment);
        // A transaction that was not committed leaves its journal.
        within += u64::from(place.path().join("runs.sqlite-journal").exists());
        last = acknowledged(&said, "kept").unwrap_or(last);
        let listed = runs::list(&place.store()).expect("a list");
        let newest = listed.first().map_or(0, |run| run.run);
        assert!(newest >= last, "kill {kill}: run {last} was acknowledged, {newest} is the newest");
        assert_eq!(listed.len() as i64, newest, "no run between them is missing");
        if newest > 0 {
            assert_same(&place.open(newest), &kept);
        }
        check(&place.store(), &Control::default()).unwrap_or_else(|error| panic!("kill {kill}: {error}"));
        last = newest;
    }
    println!("{KILLS} kills, at least {within} of them within a transaction; {last} runs are there");
    assert!(last > 0 && within > KILLS / 20, "only {within} kills were within a transaction, of {last} runs");
}
