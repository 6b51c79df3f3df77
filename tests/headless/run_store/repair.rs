//! A damaged store is replaced by a new one, with the runs that can still be read. Nothing is deleted, and no other
//! file is moved.

use std::path::PathBuf;

use dripline::simulate::run::Control;
use dripline::workbench::failure::Failure;
use dripline::workbench::runs;
use dripline::workbench::runs::repair::{Owner, Repaired, Thoroughness, repair};
use rusqlite::Connection;

use crate::common::runs::{Place, assert_same, generated, in_march, now, rehearsed, sample};

fn mend(place: &Place, owner: Owner, look: Thoroughness) -> Result<Option<Repaired>, Failure> {
    repair(&place.store(), owner, look, now(), &Control::default())
}

/// The path that a damaged store is moved to.
fn aside(place: &Place) -> PathBuf {
    place.path().join("runs.damaged-2026-03-02T093000Z.sqlite")
}

/// The index of the page with the rows of a small table, from 0.
fn pages_of(place: &Place, table: &str) -> Vec<usize> {
    let store = Connection::open(place.store()).expect("a database");
    let root: i64 = store
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))
        .expect("a table");
    vec![root as usize - 1]
}

fn overwrite(place: &Place, page: usize) -> Vec<u8> {
    let mut bytes = std::fs::read(place.store()).expect("a file");
    bytes[page * 4096..(page + 1) * 4096].fill(0xA7);
    std::fs::write(place.store(), &bytes).expect("a file");
    bytes
}

#[test]
fn a_store_that_holds_together_stays_where_it_is() {
    let place = Place::new();
    for look in [Thoroughness::Brief, Thoroughness::Thorough] {
        assert_eq!(mend(&place, Owner::Program, look).expect("well"), None, "there is none yet");
    }
    assert!(!place.store().exists());
    let run = rehearsed(&sample("welcome.ron"), "Welcome series", generated(40, 1), in_march(), place.path());
    place.keep("x", &run);
    let before = std::fs::read(place.store()).expect("a file");
    for (owner, look) in [(Owner::Program, Thoroughness::Brief), (Owner::Person, Thoroughness::Thorough)] {
        assert_eq!(mend(&place, owner, look).expect("well"), None);
    }
    assert_eq!(std::fs::read(place.store()).expect("a file"), before);
}

#[test]
fn what_can_still_be_read_of_a_damaged_store_is_in_the_new_one() {
    let place = Place::new();
    let runs = [1, 2, 3]
        .map(|seed| rehearsed(&sample("welcome.ron"), "Welcome series", generated(60, seed), in_march(), place.path()));
    for (run, name) in runs.iter().zip(["one", "two", "three"]) {
        place.keep(name, run);
    }
    // Opening a run doesn't read effects, so all three runs can be copied.
    let damaged = overwrite(&place, pages_of(&place, "effects")[0]);
    assert_eq!(mend(&place, Owner::Program, Thoroughness::Brief).expect("its list is whole"), None);
    let repaired = mend(&place, Owner::Program, Thoroughness::Thorough).expect("moved").expect("damaged");
    assert_eq!((repaired.saved, repaired.lost, &repaired.aside), (3, Some(0), &aside(&place)));
    let said = repaired.to_string();
    assert!(said.contains("runs.sqlite: this run store was damaged (") && said.contains("with all 3 runs."), "{said}");
    assert!(said.contains("runs.damaged-2026-03-02T093000Z.sqlite") && !said.contains('*'), "{said}");
    let one = Repaired { saved: 1, ..repaired };
    assert!(one.to_string().ends_with("was created, with its one run."), "{one}");
    assert_eq!(std::fs::read(aside(&place)).expect("it is kept"), damaged, "as it was");
    let listed = runs::list(&place.store()).expect("a list");
    assert_eq!(listed.iter().rev().map(|run| run.name.as_str()).collect::<Vec<_>>(), ["one", "two", "three"]);
    for (run, kept) in listed.iter().rev().zip(&runs) {
        assert_eq!(run.stored_at, now().to_string());
        assert_same(&place.open(run.run), kept);
    }
    assert_eq!(mend(&place, Owner::Program, Thoroughness::Thorough).expect("well"), None, "it is whole again");
}

#[test]
fn one_run_that_is_damaged_does_not_cost_the_others() {
    let place = Place::new();
    let runs = [1, 2]
        .map(|seed| rehearsed(&sample("welcome.ron"), "Welcome series", generated(60, seed), in_march(), place.path()));
    for run in &runs {
        place.keep("x", run);
    }
    overwrite(&place, pages_of(&place, "effects")[0]);
    let store = Connection::open(place.store()).expect("a database");
    store.execute("UPDATE visits SET item = 999 WHERE run = 1", []).expect("changed");
    drop(store);
    let repaired = mend(&place, Owner::Person, Thoroughness::Thorough).expect("moved").expect("damaged");
    assert_eq!((repaired.saved, repaired.lost), (1, Some(1)));
    assert!(repaired.to_string().contains("with 1 of 2 runs; the others could not be copied."), "{repaired}");
    assert_same(&place.open(1), &runs[1]);
}

#[test]
fn where_nothing_can_be_read_a_new_store_is_made_and_the_old_one_kept() {
    let place = Place::new();
    let run = rehearsed(&sample("welcome.ron"), "Welcome series", generated(40, 1), in_march(), place.path());
    place.keep("x", &run);
    let damaged = overwrite(&place, pages_of(&place, "runs")[0]);
    let repaired = mend(&place, Owner::Person, Thoroughness::Brief).expect("moved").expect("damaged");
    assert_eq!((repaired.saved, repaired.lost), (0, None));
    assert!(repaired.to_string().contains("None of its runs could be read."), "{repaired}");
    assert_eq!(std::fs::read(aside(&place)).expect("it is kept"), damaged);
    assert_eq!(place.keep("new", &run), 1);
    // A second damaged store at the same instant doesn't replace the first one.
    overwrite(&place, pages_of(&place, "runs")[0]);
    let again = mend(&place, Owner::Program, Thoroughness::Brief).expect("moved").expect("damaged");
    assert_ne!(again.aside, aside(&place));
    assert_eq!(std::fs::read(aside(&place)).expect("it is kept"), damaged);
}

#[test]
fn what_is_no_store_is_moved_only_out_of_the_programs_own_place() {
    let place = Place::new();
    let notes = "My notes, which are no database.\n".repeat(9);
    std::fs::write(place.store(), &notes).expect("a file");
    let error = mend(&place, Owner::Person, Thoroughness::Thorough).expect_err("left alone").to_string();
    assert!(error.contains("this isn't a run store"), "{error}");
    assert_eq!(std::fs::read_to_string(place.store()).expect("still there"), notes);
    let repaired = mend(&place, Owner::Program, Thoroughness::Brief).expect("moved").expect("no store");
    assert!(repaired.to_string().contains("this was not a run store any more"), "{repaired}");
    assert_eq!(std::fs::read_to_string(aside(&place)).expect("it is kept"), notes);
    assert!(!place.store().exists());
    // A store of a newer version, or one changed by another program, isn't damaged.
    for sql in ["PRAGMA user_version = 99", "CREATE TABLE mine (x)"] {
        let run = rehearsed(&sample("welcome.ron"), "Welcome series", generated(9, 1), in_march(), place.path());
        place.keep("x", &run);
        Connection::open(place.store()).expect("a database").execute_batch(sql).expect("changed");
        let before = std::fs::read(place.store()).expect("a file");
        assert!(mend(&place, Owner::Program, Thoroughness::Thorough).is_err(), "{sql}");
        assert_eq!(std::fs::read(place.store()).expect("still there"), before);
        std::fs::remove_file(place.store()).expect("it goes");
    }
}
