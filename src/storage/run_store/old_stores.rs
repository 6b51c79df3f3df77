//! Tests: stores that an older version made.

use std::path::Path;

use rusqlite::Connection;

use crate::simulate::run::Control;

use super::change::{delete, rename};
use super::list::list;
use super::reopen::reopen;
use super::schema::{APPLICATION_ID, TABLES, VERSION, number, open};

/// Creates a store as version 1 did.
fn make_version_1(path: &Path) -> Connection {
    let connection = Connection::open(path).expect("a database");
    connection
        .execute_batch(&format!("{TABLES} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;"))
        .expect("tables");
    connection
}

#[test]
fn a_store_of_version_1_becomes_what_a_new_one_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (folder.path().join("old.sqlite"), folder.path().join("new.sqlite"));
    drop(make_version_1(&old));
    let tables = |path: &Path| {
        let store = open(path, &Control::default()).expect("a store");
        let mut tables = store.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").expect("tables");
        let rows = tables.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?)));
        rows.expect("rows").map(|row| row.expect("a row")).collect::<Vec<_>>()
    };
    assert_eq!(tables(&old), tables(&new));
    assert_eq!(tables(&old), tables(&old), "nothing is left to do the second time");
}

#[test]
fn runs_of_version_1_stay_listed_and_say_why_they_can_t_be_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.sqlite");
    make_version_1(&path)
        .execute_batch(
            "INSERT INTO runs VALUES (1, 'Old', '2026-01-01T00:00:00Z', 'Small', 'f', 'Main', '1 generated', 7, 1, 0,
                '2099-12-31T23:59:59Z', 'UTC', 'r', '2026e', '0.1.0', 1, 2);
             INSERT INTO visits VALUES (1, 1, 1, 1, 0, 1, 0, 5, NULL), (2, 1, 1, 1, 0, 2, 0, 5, NULL);
             INSERT INTO effects VALUES (1, 1, 1, 1, 0, 2, 5, 'note', '{}');",
        )
        .expect("a run");
    let before = std::fs::read(&path).expect("a file");
    let listed = list(&path).expect("a list");
    assert_eq!((listed[0].name.as_str(), listed[0].visits, listed[0].can_open), ("Old", 2, false));
    let error = |run| reopen(&path, run, &Control::default()).err().expect("an error").to_string();
    assert!(error(1).contains("saved by Dripline 0.1.0 without its campaign"), "{}", error(1));
    assert!(error(2).contains("there is no run 2"), "{}", error(2));
    assert_eq!(std::fs::read(&path).expect("a file"), before, "looking changes nothing");

    rename(&path, 1, "Older").expect("renamed");
    let store = open(&path, &Control::default()).expect("a store");
    assert_eq!(number(&store, "user_version"), Ok(VERSION));
    assert_eq!(list(&path).expect("a list")[0].name, "Older");
    assert!(error(1).contains("without its campaign"), "{}", error(1));
    delete(&path, 1, &Control::default()).expect("deleted");
    for table in ["runs", "visits", "effects"] {
        let count = store.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0));
        assert_eq!(count, Ok(0), "{table}");
    }
}
