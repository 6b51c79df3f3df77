//! Kills while runs are kept: every run that was acknowledged is there and opens, and none is there by halves.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use dripline::simulate::run::Control;
use dripline::storage::run_store::damage::check;
use dripline::workbench::runs;

use super::{Place, assert_same, generated, in_march, now, rehearsed, sample};

const KILLS: u64 = 100;
/// The variable of its environment that tells the child where to keep runs.
const STORE: &str = "DRIPLINE_TEST_KEEPS_IN";

fn run(folder: &Path) -> (dripline::workbench::scene::Scene, dripline::workbench::simulate::Kept) {
    rehearsed(&sample("welcome.ron"), "Welcome series", generated(200, 1), in_march(), folder)
}

/// The child's part: it keeps the same run again and again. In the tests' own run there is nothing to do.
#[test]
fn child() {
    let Ok(store) = std::env::var(STORE) else { return };
    let path = Path::new(&store);
    let (scene, kept) = run(path.parent().expect("a folder"));
    loop {
        let number = runs::keep(path, "kept", &scene, &kept, now(), &Control::default());
        let said = number.map_or_else(|error| format!("refused: {error}\n"), |number| format!("kept {number}\n"));
        // One call of the system: whoever reads it knows that it is whole.
        std::io::stderr().write_all(said.as_bytes()).expect("somebody listens");
    }
}

fn start(store: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "kills::child", "--nocapture", "--test-threads=1"]).env(STORE, store);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the child starts")
}

#[test]
fn a_hundred_kills_lose_no_run_and_leave_none_by_halves() {
    let place = Place::new();
    let kept = run(place.path());
    let (mut last, mut within) = (0, 0);
    // Moments that differ from kill to kill, and are the same in every run.
    let mut moment: u64 = 0x2545_F491_4F6C_DD1D;
    for kill in 0..KILLS {
        moment = moment.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut child = start(&place.store());
        std::thread::sleep(Duration::from_micros(15_000 + (moment >> 33) % 60_000));
        child.kill().expect("killed");
        child.wait().expect("gone");
        let mut said = String::new();
        child.stderr.take().expect("its words").read_to_string(&mut said).expect("words");
        assert!(!said.contains("refused"), "{said}");
        // What is left of a transaction that was not committed.
        within += u64::from(place.path().join("runs.sqlite-journal").exists());
        let told = said.lines().filter_map(|line| line.strip_prefix("kept ")?.parse().ok()).next_back();
        last = told.unwrap_or(last);
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
