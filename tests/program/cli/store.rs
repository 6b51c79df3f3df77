//! The run store.

use rusqlite::Connection;

use crate::cli::{arg, dripline, folder, simulate};

#[test]
fn runs_are_added_and_can_be_asked() {
    let folder = folder();
    let store = folder.path().join("runs.sqlite");
    for number in 1..=2 {
        let ran = simulate(&folder, &["--until", "2026-04-01T00:00", "--store", arg(&store)]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(ran.err.contains(&format!("stored as run {number}")), "{}", ran.err);
    }
    let store = Connection::open(&store).expect("a database");
    let text = |sql: &str| store.query_row(sql, [], |row| row.get::<_, String>(0)).expect(sql);
    assert_eq!(
        text("SELECT group_concat(run || ' ' || sequence || ' ' || contacts, ', ') FROM runs"),
        "1 Main 3, 2 Main 3"
    );
    assert!(text("SELECT zone_data FROM runs").starts_with("20"));
    assert_eq!(
        text(
            "SELECT group_concat(contact_id || ' ' || outcome || ' ' || reason, ', ') FROM visit_list WHERE run = 2 AND item = 2"
        ),
        "ann ran , bea skipped no_email_address"
    );
    assert_eq!(
        text("SELECT due FROM visit_list WHERE run = 1 AND item = 3 AND contact_id = 'bea'"),
        "2026-03-09T07:00:00Z"
    );
    assert_eq!(
        text("SELECT json_extract(detail, '$.subject') FROM effect_list WHERE run = 1 AND effect = 'email'"),
        "Hi Ann"
    );
    assert_eq!(text("SELECT count(*) || '' FROM visits"), "20");
    assert_eq!(text("SELECT status FROM contacts WHERE run = 1 AND contact_id = 'cid'"), "not_entered");
}

#[test]
fn file_that_is_no_store_is_left_alone() {
    let folder = folder();
    let campaign = folder.path().join("campaign.ron");
    let run =
        |store: &std::path::Path| dripline(["simulate", arg(&campaign), "--generate", "5", "--store", arg(store)]);
    let notes = folder.path().join("notes.db");
    std::fs::write(&notes, "These are my notes, longer than the header of a database file would be.\n".repeat(3))
        .expect("a file");
    let before = std::fs::read(&notes).expect("it");
    let ran = run(&notes);
    assert_eq!(ran.status, 3, "{}", ran.err);
    assert_eq!(std::fs::read(&notes).expect("still there"), before);

    let other = folder.path().join("other.sqlite");
    Connection::open(&other).and_then(|other| other.execute_batch("CREATE TABLE things (a)")).expect("a database");
    assert_eq!(run(&other).status, 3);

    let newer = folder.path().join("newer.sqlite");
    assert_eq!(run(&newer).status, 0);
    Connection::open(&newer).and_then(|newer| newer.pragma_update(None, "user_version", 99)).expect("a database");
    let ran = run(&newer);
    assert_eq!(ran.status, 3);
    assert!(ran.err.contains("99") && ran.err.contains("up to 2"), "{}", ran.err);
}
