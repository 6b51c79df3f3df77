//! Stores and runs that can't be read: the error names the file and what to do, in a sentence.

use dripline::simulate::run::Control;
use dripline::workbench::runs;
use rusqlite::Connection;

use crate::common::runs::{Place, generated, in_march, person, rehearsed, sample};
use dripline::campaign::rehearsal::People;

/// Changes to a store, and a text that the error must contain.
const CHANGES: &[(&str, &str)] = &[
    ("UPDATE visits SET item = 999 WHERE visit = 3", "item 999"),
    ("UPDATE visits SET code = 200 WHERE visit = 3", "outcome 200"),
    ("UPDATE visits SET contact = 0 WHERE visit = (SELECT max(visit) FROM visits)", "contact 0"),
    ("UPDATE visits SET contact = 4000000000 WHERE visit = (SELECT max(visit) FROM visits)", "contact 4000000000"),
    ("UPDATE visits SET contact = -1 WHERE visit = 3", "outside"),
    ("UPDATE visits SET arrived_utc_secs = -5 WHERE visit = 3", "outside"),
    ("UPDATE visits SET due_utc_secs = 4294967295 WHERE visit = 3", "outside"),
    ("UPDATE visits SET arrived_utc_secs = 'noon' WHERE visit = 3", "damaged"),
    ("UPDATE visits SET run = 2 WHERE visit = 3", "visits are missing"),
    ("DELETE FROM visits WHERE visit = 3", "visits are missing"),
    ("DELETE FROM visits", "visits are missing"),
    ("DROP TABLE visits", "its table `visits` is missing"),
    ("UPDATE runs SET last_visit = 4611686018427387904", "visits"),
    ("UPDATE runs SET first_visit = -9223372036854775807", "damaged"),
    ("UPDATE runs SET last_visit = last_visit - 1", "damaged"),
    ("DELETE FROM contacts WHERE contact = 1", "contact 2"),
    ("DELETE FROM contacts", "contacts are missing"),
    ("UPDATE contacts SET contact_id = 'nobody' WHERE contact = 1", "contact 1"),
    ("UPDATE contacts SET status = 'odd' WHERE contact = 1", "contact 1"),
    ("UPDATE runs SET contacts = 9223372036854775807", "contacts are missing"),
    ("UPDATE runs SET contacts = 'many'", "damaged"),
    ("DELETE FROM people", "contacts are missing"),
    ("UPDATE people SET cells = 'id,entered' || char(10) || 'a,noon' || char(10)", "`noon` isn't a date and time"),
    ("UPDATE people SET cells = 'id' || char(10) || 'a,b' || char(10)", "its contacts"),
    ("UPDATE runs SET people = 'elsewhere'", "`elsewhere`"),
    ("UPDATE runs SET rejects = '{'", "rejected rows"),
    ("UPDATE runs SET rehearsal = '{}'", "its rehearsal"),
    ("UPDATE runs SET until = 'soon'", "`soon`"),
    ("UPDATE runs SET enter = '2150-01-01T00:00:00Z'", "1970 to 2099"),
    ("UPDATE runs SET sequence_place = 9", "doesn't have its sequence"),
    ("DELETE FROM campaigns", "its campaign is missing"),
    ("UPDATE campaigns SET campaign = 'Campaign('", "can't be read"),
    ("UPDATE campaigns SET campaign = replace(campaign, 'format: 1,', 'format: 7,')", "format 7"),
    ("UPDATE campaigns SET campaign = replace(campaign, 'Wait 1 day', 'Wait a day')", "changed afterwards"),
    ("DELETE FROM outcomes", "outcome"),
    ("UPDATE assignments SET item = 999 WHERE assignment = 1", "assignment of item 999"),
    ("UPDATE assignments SET effect = 'gift' WHERE assignment = 1", "assignment"),
    ("UPDATE assignments SET pass = 0 WHERE assignment = 1", "assignment"),
    ("DELETE FROM assignments WHERE assignment = 1", "assignments are missing"),
    ("UPDATE runs SET last_assignment = 9223372036854775807, first_assignment = -9223372036854775807", "assignments"),
];

#[test]
fn whatever_is_changed_in_a_store_is_told_in_a_sentence() {
    let place = Place::new();
    let typed = (0..40).map(|n| person(&[("id", &format!("p{n}")), ("email", "p@example.com")])).collect();
    let run = rehearsed(&sample("welcome.ron"), "Welcome series", People::People(typed), in_march(), place.path());
    let number = place.keep("x", &run);
    let whole = std::fs::read(place.store()).expect("a file");
    for (sql, says) in CHANGES {
        let store = Connection::open(place.store()).expect("a database");
        store.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        drop(store);
        assert_ne!(std::fs::read(place.store()).expect("a file"), whole, "{sql}");
        let opened = runs::open(&place.store(), number, &Control::default());
        let error = opened.err().unwrap_or_else(|| panic!("{sql}: it was opened")).to_string();
        assert!(error.contains("runs.sqlite") && error.contains(says), "{sql}: {error}");
        // A damaged run can be deleted, if the tables exist.
        if !sql.contains("DROP") {
            runs::delete(&place.store(), number, &Control::default()).unwrap_or_else(|error| panic!("{sql}: {error}"));
            assert_eq!(runs::list(&place.store()).expect("a list"), []);
        }
        std::fs::write(place.store(), &whole).expect("a file");
    }
}

#[test]
fn people_that_a_later_generator_makes_otherwise_are_not_passed_off_as_those_of_the_run() {
    let place = Place::new();
    let run = rehearsed(&sample("welcome.ron"), "Welcome series", generated(9, 1), in_march(), place.path());
    let number = place.keep("x", &run);
    let store = Connection::open(place.store()).expect("a database");
    store.execute("UPDATE runs SET generator = 'of another version', program = '0.0.1'", []).expect("changed");
    let error = place.error(number);
    assert!(
        error.contains("generated by Dripline 0.0.1") && error.contains("Open the run with that version"),
        "{error}"
    );
}

#[test]
fn a_file_cut_or_overwritten_anywhere_is_told_in_a_sentence() {
    let place = Place::new();
    let run = rehearsed(&sample("welcome.ron"), "Welcome series", generated(300, 1), in_march(), place.path());
    let number = place.keep("x", &run);
    let whole = std::fs::read(place.store()).expect("a file");
    let mut told = 0;
    for part in 1..16 {
        let at = whole.len() * part / 16;
        let mut overwritten = whole.clone();
        overwritten[at..(at + 4096).min(whole.len())].fill(0xA7);
        for bytes in [&whole[..at], &overwritten] {
            std::fs::write(place.store(), bytes).expect("a file");
            if let Err(error) = runs::open(&place.store(), number, &Control::default()) {
                assert!(error.to_string().contains("runs.sqlite"), "{error}");
                told += 1;
            }
            let _ = runs::list(&place.store());
            let _ = runs::rename(&place.store(), number, "y");
            let _ = runs::delete(&place.store(), number, &Control::default());
        }
    }
    // Damage to effects goes unnoticed, since opening doesn't read them.
    assert!(told >= 15, "{told}");
}

#[test]
fn files_that_are_no_store_are_named_and_left_alone() {
    let place = Place::new();
    assert_eq!(runs::list(&place.store()).expect("no store is no run"), []);
    assert!(place.error(1).contains("there is no run 1"));
    assert!(!place.store().exists(), "asking makes no file");

    std::fs::write(place.store(), "My notes, which are no database.\n".repeat(9)).expect("a file");
    let notes = std::fs::read(place.store()).expect("it");
    for error in [place.error(1), runs::list(&place.store()).expect_err("no store").to_string()] {
        assert!(error.contains("runs.sqlite") && error.contains("isn't a run store"), "{error}");
    }
    assert!(runs::delete(&place.store(), 1, &Control::default()).is_err());
    assert_eq!(std::fs::read(place.store()).expect("still there"), notes);

    std::fs::remove_file(place.store()).expect("it goes");
    let other = Connection::open(place.store()).expect("a database");
    other.execute_batch("CREATE TABLE runs (run INTEGER)").expect("a table");
    assert!(place.error(1).contains("isn't a run store"));
    assert!(runs::list(place.path()).is_err(), "a folder is no store");
}
