//! Run stores of both versions.

use std::fmt::Write;

use dripline::calendar::Instant;
use dripline::simulate::run::Control;
use dripline::storage::exports::cells::RowFormat;
use dripline::storage::exports::events::write_events;
use dripline::workbench::runs;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::common::golden::{copied, golden};

/// The tables of version 1 as text, one line per row, as in `runs-1.txt`.
fn tables_of_version_1(store: &Connection) -> String {
    let mut text = String::new();
    for table in
        ["runs", "items", "contacts", "outcomes", "visits", "assignments", "effects", "visit_list", "effect_list"]
    {
        let mut rows = store.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3")).expect("a table");
        // A later version appends columns.
        let columns = if table == "runs" { 17 } else { rows.column_count() };
        let mut rows = rows.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            text.push_str(table);
            for column in 0..columns {
                let cell = match row.get_ref(column).expect("a cell") {
                    ValueRef::Null => String::new(),
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                    other => panic!("{other:?}"),
                };
                write!(text, "|{cell}").expect("memory");
            }
            text.push('\n');
        }
    }
    text
}

#[test]
fn a_store_of_version_1_is_listed_and_keeps_what_it_has() {
    let (_folder, path) = copied(&["runs-1.sqlite"]);
    let noted = std::fs::read_to_string(golden("runs-1.txt")).expect("notes");
    let before = std::fs::read(&path).expect("a file");
    assert_eq!(tables_of_version_1(&Connection::open(&path).expect("a database")), noted);
    let listed = runs::list(&path).expect("a list");
    let names: Vec<_> = listed.iter().map(|run| (run.run, run.campaign.as_str(), run.visits, run.can_open)).collect();
    assert_eq!(names, [(2, "Golden", 89, false), (1, "Golden", 30, false)]);
    let error = runs::open(&path, 1, &Control::default()).map(|_| ()).expect_err("it lacks what opening needs");
    assert!(error.to_string().contains("SQL can read it, but it can't be opened"), "{error}");
    assert!(std::fs::read(&path).expect("a file") == before, "looking changes nothing");
    // The first change upgrades the store, and keeps all its contents.
    runs::rename(&path, 2, "Kept").expect("renamed");
    let after = tables_of_version_1(&Connection::open(&path).expect("a database"));
    assert_eq!(after, noted.replacen("runs|2|Golden · Main|", "runs|2|Kept|", 1));
    assert_eq!(runs::list(&path).expect("a list")[0].name, "Kept");
    runs::delete(&path, 1, &Control::default()).expect("deleted");
    let left = tables_of_version_1(&Connection::open(&path).expect("a database"));
    let of_2 = after.lines().filter(|line| line.starts_with("outcomes|") || line.split('|').any(|cell| cell == "2"));
    assert!(left.lines().all(|line| of_2.clone().any(|known| known == line)));
    assert!(left.contains("runs|2|") && !left.contains("runs|1|"));
}

#[test]
fn runs_of_version_2_open_as_they_were_kept() {
    let (_folder, path) = copied(&["runs-2.sqlite"]);
    let listed = runs::list(&path).expect("a list");
    let noted = [(2, 12, 89, Some(3)), (1, 4, 30, None)];
    let found: Vec<_> = listed.iter().map(|run| (run.run, run.contacts, run.visits, run.seed)).collect();
    assert_eq!(found, noted);
    assert!(listed.iter().all(|run| run.can_open && run.time_zone == "America/New_York" && run.program == "0.1.0"));
    for (run, contacts, visits, _) in noted {
        let (scene, kept) = runs::open(&path, run, &Control::default()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((kept.population.len() as u64, kept.run.visits() as u64), (contacts, visits));
        assert_eq!(
            scene.campaign,
            dripline::storage::campaign_file::read(&golden("campaign-1.ron")).expect("it").campaign
        );
        assert_eq!(scene.until, Instant::parse_with_offset("2026-06-01T04:00:00Z").expect("an instant"));
        let mut events = Vec::new();
        write_events(&mut events, RowFormat::Csv, &scene.plan, &kept.run, &kept.population).expect("memory");
        let noted = std::fs::read(golden(&format!("runs-2.events-of-{run}.csv"))).expect("notes");
        assert_eq!(String::from_utf8(events).expect("text"), String::from_utf8(noted).expect("text"));
        assert_eq!(kept.assignments(&scene).made.len() as u64, contacts);
    }
}
