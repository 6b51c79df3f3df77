//! Stores with foreign definitions, impossible values, or pages that refer to each other in circles.

use std::path::Path;

use dripline::simulate::run::Control;
use dripline::workbench::failure::Failure;
use dripline::workbench::runs;
use rusqlite::Connection;

use crate::common::hostile::ends;
use crate::common::runs::{Place, generated, in_march, person, rehearsed, sample};
use dripline::campaign::rehearsal::People;

/// A store with one run of contacts typed by hand.
fn kept() -> (Place, i64) {
    let place = Place::new();
    let typed = (0..40).map(|n| person(&[("id", &format!("p{n}")), ("email", "p@example.com")])).collect();
    let run = rehearsed(&sample("welcome.ron"), "Welcome series", People::People(typed), in_march(), place.path());
    let number = place.keep("x", &run);
    (place, number)
}

/// Does everything that can be done with a store. It must end without a panic. Returns the error sentences.
fn everything(path: &Path, run: i64) -> Vec<String> {
    let control = Control::default();
    let answers = ends("all of it", || {
        [
            runs::list(path).map(|_| ()),
            runs::open(path, run, &control).map(|_| ()),
            runs::rename(path, run, "y"),
            runs::delete(path, run, &control),
        ]
    });
    let told = answers.into_iter().filter_map(Result::err).map(|error| error.to_string()).collect::<Vec<_>>();
    for sentence in &told {
        assert!(sentence.contains("runs.sqlite") && sentence.len() < 3_000, "{}", &sentence[..300]);
    }
    told
}

#[test]
fn what_was_added_to_a_store_is_named_and_never_run() {
    let added: &[(&str, &str)] = &[
        ("CREATE TRIGGER t AFTER UPDATE ON runs BEGIN DELETE FROM visits; END", "the trigger `t` was added"),
        ("CREATE TRIGGER t BEFORE DELETE ON visits BEGIN SELECT RAISE(IGNORE); END", "the trigger `t` was added"),
        ("CREATE VIEW v AS SELECT 1", "the view `v` was added"),
        ("CREATE TABLE more (a)", "the table `more` was added"),
        ("CREATE INDEX i ON visits (contact)", "the index `i` was added"),
        ("CREATE INDEX i ON visits (abs(contact))", "the index `i` was added"),
        ("CREATE VIRTUAL TABLE f USING fts5(a)", "was added"),
        ("ALTER TABLE runs ADD COLUMN more", "its table `runs` was changed"),
        ("ALTER TABLE runs ADD COLUMN g AS (zeroblob(100000000))", "its table `runs` was changed"),
        (
            "DROP VIEW visit_list; CREATE VIEW visit_list AS SELECT * FROM visit_list",
            "its view `visit_list` was changed",
        ),
        (
            "DROP TABLE people; CREATE VIEW people AS SELECT 1 AS run",
            "its index `sqlite_autoindex_people_1` is missing",
        ),
        ("DROP TABLE items", "its table `items` is missing"),
        ("ALTER TABLE visits RENAME TO visit", "is missing"),
        (
            "CREATE TABLE \"a\u{202E}\n\u{7}bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\" (a)",
            "the table `a\\u{202e}\\n\\u{7}bbb",
        ),
    ];
    let (place, run) = kept();
    let whole = std::fs::read(place.store()).expect("a file");
    for (sql, says) in added {
        let store = Connection::open(place.store()).expect("a database");
        store.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        drop(store);
        let changed = std::fs::read(place.store()).expect("a file");
        let told = everything(&place.store(), run);
        assert_eq!(told.len(), 4, "{sql}: {told:?}");
        for sentence in told {
            assert!(sentence.contains(says) && sentence.contains("Undo that there"), "{sql}: {sentence}");
            assert_eq!(sentence.lines().count(), 1, "{sentence:?}");
        }
        assert!(std::fs::read(place.store()).expect("a file") == changed, "{sql}: it is left as it is");
        let kept = rehearsed(&sample("welcome.ron"), "Welcome series", generated(3, 1), in_march(), place.path());
        let more = runs::keep(&place.store(), "z", &kept.0, &kept.1, crate::common::runs::now(), &Control::default());
        assert!(more.is_err(), "{sql}");
        assert!(std::fs::read(place.store()).expect("a file") == changed, "{sql}: it is left as it is");
        std::fs::write(place.store(), &whole).expect("a file");
    }
}

#[test]
fn a_store_that_was_analyzed_or_laid_out_anew_is_the_same() {
    let (place, run) = kept();
    let store = Connection::open(place.store()).expect("a database");
    store.execute_batch("ANALYZE; PRAGMA page_size = 8192; VACUUM; PRAGMA journal_mode = WAL").expect("done");
    drop(store);
    place.open(run);
    assert_eq!(runs::list(&place.store()).expect("a list").len(), 1);
    runs::delete(&place.store(), run, &Control::default()).expect("deleted");
}

/// Values to put into a column.
const VALUES: [&str; 14] = [
    "NULL",
    "''",
    "-1",
    "9223372036854775807",
    "-9223372036854775808",
    "1e999",
    "-1e999",
    "0.5",
    "x'FF00FE'",
    "CAST(x'C328FFFE' AS TEXT)",
    "zeroblob(20000)",
    "replace(hex(zeroblob(10000)), '0', '(')",
    "'\u{202E}' || char(0, 7, 0x200B, 0xFFFE) || '=cmd|''/C calc''!A0'",
    "'2026-13-45T99:99:99Z'",
];

#[test]
fn any_value_in_any_column_is_taken_or_told() {
    let (place, run) = kept();
    let whole = std::fs::read(place.store()).expect("a file");
    let columns: Vec<(String, String)> = {
        let store = Connection::open(place.store()).expect("a database");
        let mut columns = store
            .prepare("SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'")
            .expect("columns");
        let rows = columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        rows.map(|row| row.expect("a row")).collect()
    };
    assert!(columns.len() > 60, "{}", columns.len());
    let mut told = 0;
    for (table, column) in columns {
        for value in VALUES {
            let store = Connection::open(place.store()).expect("a database");
            // Changes all rows, or one row if the column is unique. Changes that SQLite refuses are skipped.
            let sql = format!("PRAGMA ignore_check_constraints = 1; UPDATE OR IGNORE {table} SET {column} = {value}");
            let changed = store.execute_batch(&sql).is_ok();
            drop(store);
            if changed {
                told += everything(&place.store(), run).len();
            }
            std::fs::write(place.store(), &whole).expect("a file");
        }
    }
    assert!(told > 500, "{told}");
}

#[test]
fn spans_and_rows_at_the_ends_of_all_numbers_are_soon_gone_through() {
    let (place, run) = kept();
    let store = Connection::open(place.store()).expect("a database");
    store
        .execute_batch(
            "INSERT INTO visits VALUES (-9223372036854775807, 1, 1, 1, 0, 1, 0, 5, NULL);
             INSERT INTO visits VALUES (9223372036854775807, 1, 1, 1, 0, 1, 0, 5, NULL);
             UPDATE runs SET first_visit = -9223372036854775808, last_visit = 9223372036854775807;
             UPDATE runs SET first_effect = -9223372036854775808, last_effect = 9223372036854775807;",
        )
        .expect("changed");
    drop(store);
    let told = everything(&place.store(), run);
    assert_eq!(told.len(), 1, "only opening is refused: {told:?}");
    let store = Connection::open(place.store()).expect("a database");
    let left: i64 = store.query_row("SELECT count(*) FROM visits", [], |row| row.get(0)).expect("a count");
    assert_eq!(left, 0);
    // Contacts are not generated if the store has fewer rows than its count says.
    let place = Place::new();
    let made = rehearsed(&sample("welcome.ron"), "Welcome series", generated(30, 1), in_march(), place.path());
    let run = place.keep("x", &made);
    let store = Connection::open(place.store()).expect("a database");
    store
        .execute_batch(
            "UPDATE runs SET contacts = 1000000000000;
             UPDATE contacts SET contact = 999999999999 WHERE contact = (SELECT max(contact) FROM contacts);",
        )
        .expect("changed");
    drop(store);
    assert!(place.error(run).contains("some of its contacts are missing"));
}

#[test]
fn two_runs_that_name_the_same_rows_are_told() {
    let (place, first) = kept();
    let other = rehearsed(&sample("welcome.ron"), "Welcome series", generated(30, 1), in_march(), place.path());
    let second = place.keep("y", &other);
    let store = Connection::open(place.store()).expect("a database");
    store
        .execute_batch(
            "UPDATE runs SET (first_visit, last_visit) = (SELECT first_visit, last_visit FROM runs WHERE run = 2)
             WHERE run = 1",
        )
        .expect("changed");
    drop(store);
    assert!(place.error(first).contains("visits"), "{}", place.error(first));
    place.open(second);
}

/// The root page of a table, from 1, and the page size in bytes.
fn root(path: &Path, table: &str) -> (usize, usize) {
    let store = Connection::open(path).expect("a database");
    let root: i64 = store
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))
        .expect("a table");
    let size: i64 = store.query_row("PRAGMA page_size", [], |row| row.get(0)).expect("a size");
    (root as usize, size as usize)
}

/// An inner page of a table, all of whose cells refer to one other page.
fn many_ways(size: usize, to: u32) -> Vec<u8> {
    let cells = (size - 12) / 8;
    let mut page = vec![0; size];
    page[0] = 5;
    page[3..5].copy_from_slice(&(cells as u16).to_be_bytes());
    let start = size - cells * 5;
    page[5..7].copy_from_slice(&(start as u16).to_be_bytes());
    page[8..12].copy_from_slice(&to.to_be_bytes());
    for cell in 0..cells {
        let at = start + cell * 5;
        page[at..at + 4].copy_from_slice(&to.to_be_bytes());
        page[at + 4] = 1;
        page[12 + cell * 2..14 + cell * 2].copy_from_slice(&(at as u16).to_be_bytes());
    }
    page
}

#[test]
fn pages_that_lead_in_circles_or_back_many_times_come_to_an_end() {
    for (table, levels) in [
        ("runs", 4),
        ("visits", 4),
        ("assignments", 4),
        ("effects", 4),
        ("outcomes", 4),
        ("campaigns", 4),
        ("people", 4),
        ("numbers", 4),
        ("visits", 0),
        ("runs", 0),
        ("sqlite_schema", 3),
    ] {
        let (place, run) = kept();
        let path = place.store();
        let (root, size) = match table {
            "sqlite_schema" => (1, root(&path, "runs").1),
            table => root(&path, table),
        };
        let mut bytes = std::fs::read(&path).expect("a file");
        let at = (root - 1) * size;
        // The root page is moved. Its old place gets several levels of pages that refer to it many times.
        let mut moved = bytes[at..at + size].to_vec();
        if root == 1 {
            // The first page begins with the file's header, so its own header is moved to the top of the copy.
            let cells = usize::from(u16::from_be_bytes([moved[103], moved[104]]));
            let header = if moved[100] == 5 { 12 } else { 8 };
            moved.copy_within(100..100 + header + 2 * cells, 0);
        }
        bytes.extend(moved);
        let mut to = (bytes.len() / size) as u32;
        for _ in 1..levels {
            bytes.extend(many_ways(size, to));
            to = (bytes.len() / size) as u32;
        }
        // Without levels, the page refers to itself.
        let to = if levels == 0 { root as u32 } else { to };
        let top = many_ways(size, to);
        if root == 1 {
            bytes[100..112].copy_from_slice(&top[..12]);
            // One cell, at the end of the page, is enough.
            bytes[103..105].copy_from_slice(&1_u16.to_be_bytes());
            bytes[112..114].copy_from_slice(&((size - 5) as u16).to_be_bytes());
            bytes[size - 5..size].copy_from_slice(&top[size - 5..]);
        } else {
            bytes[at..at + size].copy_from_slice(&top);
        }
        let pages = (bytes.len() / size) as u32;
        bytes[28..32].copy_from_slice(&pages.to_be_bytes());
        std::fs::write(&path, &bytes).expect("a file");
        let told = everything(&path, run);
        println!("{table}, {levels} levels: {told:?}");
        if ["runs", "visits", "sqlite_schema"].contains(&table) {
            assert!(!told.is_empty(), "{table}");
        }
    }
}

#[test]
fn bits_flipped_and_the_end_cut_off() {
    let (place, run) = kept();
    let whole = std::fs::read(place.store()).expect("a file");
    let mut told = 0;
    // All of the header, and every 211th byte after it.
    let places = (0..100).chain((100..whole.len()).step_by(211));
    for at in places {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        for bytes in [&flipped, &whole[..at]] {
            std::fs::write(place.store(), bytes).expect("a file");
            told += everything(&place.store(), run).len();
        }
    }
    assert!(told > 500, "{told}");
}

#[test]
fn what_is_cancelled_leaves_the_store_as_it_was() {
    let (place, run) = kept();
    let whole = std::fs::read(place.store()).expect("a file");
    let control = Control::default();
    control.cancel.store(true, std::sync::atomic::Ordering::Relaxed);
    let opened = runs::open(&place.store(), run, &control).map(|_| ());
    assert!(matches!(opened, Err(Failure::Cancelled)), "{opened:?}");
    let deleted = runs::delete(&place.store(), run, &control);
    assert!(matches!(deleted, Err(Failure::Cancelled)), "{deleted:?}");
    let more = rehearsed(&sample("welcome.ron"), "Welcome series", generated(30, 1), in_march(), place.path());
    let kept = runs::keep(&place.store(), "z", &more.0, &more.1, crate::common::runs::now(), &control);
    assert!(matches!(kept, Err(Failure::Cancelled)), "{kept:?}");
    assert!(std::fs::read(place.store()).expect("a file") == whole);
}
