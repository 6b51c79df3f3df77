//! The tables of a run store and their version.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::simulate::outcome::Outcome;

use super::StoreError;

/// Marks a database as a run store: "Drip" in ASCII.
const APPLICATION_ID: i64 = 0x4472_6970;
/// The version of the tables.
pub const VERSION: i64 = 1;

/// The tables of version 1. Instants are UTC seconds since 1970; the views show them as text.
const TABLES: &str = "
CREATE TABLE runs (
    run INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    campaign TEXT NOT NULL,
    campaign_fingerprint TEXT NOT NULL,
    sequence TEXT NOT NULL,
    population TEXT NOT NULL,
    seed INTEGER,
    contacts INTEGER NOT NULL,
    rejected_rows INTEGER NOT NULL,
    until TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    rules TEXT NOT NULL,
    zone_data TEXT NOT NULL,
    program TEXT NOT NULL,
    first_visit INTEGER NOT NULL,
    last_visit INTEGER NOT NULL
);
CREATE TABLE items (
    run INTEGER NOT NULL, sequence INTEGER NOT NULL, item INTEGER NOT NULL,
    rank INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY (run, sequence, item)
) WITHOUT ROWID;
CREATE TABLE contacts (
    run INTEGER NOT NULL, contact INTEGER NOT NULL, contact_id TEXT NOT NULL, status TEXT NOT NULL,
    PRIMARY KEY (run, contact)
) WITHOUT ROWID;
CREATE TABLE outcomes (code INTEGER PRIMARY KEY, outcome TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE visits (
    visit INTEGER PRIMARY KEY,
    run INTEGER NOT NULL, sequence INTEGER NOT NULL, pass INTEGER NOT NULL,
    contact INTEGER NOT NULL, item INTEGER NOT NULL, code INTEGER NOT NULL,
    arrived_utc_secs INTEGER NOT NULL, due_utc_secs INTEGER
);
CREATE TABLE assignments (
    assignment INTEGER PRIMARY KEY,
    run INTEGER NOT NULL, sequence INTEGER NOT NULL, pass INTEGER NOT NULL,
    contact INTEGER NOT NULL, item INTEGER NOT NULL, at_utc_secs INTEGER NOT NULL,
    effect TEXT NOT NULL, user TEXT NOT NULL
);
CREATE TABLE effects (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL, sequence INTEGER NOT NULL, pass INTEGER NOT NULL,
    contact INTEGER, item INTEGER NOT NULL, at_utc_secs INTEGER NOT NULL,
    effect TEXT NOT NULL, detail TEXT NOT NULL
);
CREATE VIEW visit_list AS
    SELECT v.run, v.sequence, v.pass, c.contact_id, v.item, i.name, o.outcome, o.reason,
           strftime('%Y-%m-%dT%H:%M:%SZ', v.arrived_utc_secs, 'unixepoch') AS arrived,
           strftime('%Y-%m-%dT%H:%M:%SZ', v.due_utc_secs, 'unixepoch') AS due
    FROM runs r
    JOIN visits v ON v.visit BETWEEN r.first_visit AND r.last_visit AND v.run = r.run
    JOIN contacts c ON c.run = v.run AND c.contact = v.contact
    JOIN items i ON i.run = v.run AND i.sequence = v.sequence AND i.item = v.item
    JOIN outcomes o ON o.code = v.code;
CREATE VIEW effect_list AS
    SELECT e.run, e.sequence, e.pass, c.contact_id, e.item, i.name,
           strftime('%Y-%m-%dT%H:%M:%SZ', e.at_utc_secs, 'unixepoch') AS at, e.effect, e.detail
    FROM effects e
    LEFT JOIN contacts c ON c.run = e.run AND c.contact = e.contact
    JOIN items i ON i.run = e.run AND i.sequence = e.sequence AND i.item = e.item;
";

/// Opens a run store for writing, and makes one where there is none.
///
/// # Errors
/// If the file is something else, newer, or can't be opened.
pub fn open(path: &Path) -> Result<Connection, StoreError> {
    let sql = StoreError::sql(path);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(&sql)?;
    // What a stranger's file defines as triggers or views must not run code of ours.
    connection.pragma_update(None, "trusted_schema", false).map_err(&sql)?;
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (id, version) = (number("application_id").map_err(&sql)?, number("user_version").map_err(&sql)?);
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(&sql)?;
    match (id, version) {
        (APPLICATION_ID, version) if version > VERSION => {
            Err(StoreError::Newer { path: path.to_owned(), found: version, known: VERSION })
        }
        (APPLICATION_ID, VERSION) => Ok(connection),
        (0, 0) if tables == 0 => {
            create(&connection).map_err(&sql)?;
            Ok(connection)
        }
        _ => Err(StoreError::NotAStore(path.to_owned())),
    }
}

fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(&format!(
        "BEGIN; {TABLES} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
    ))?;
    {
        let mut insert = connection.prepare("INSERT INTO outcomes VALUES (?1, ?2, ?3)")?;
        for code in 0..Outcome::CODES as u8 {
            let outcome = Outcome::of_code(code);
            insert.execute((code, outcome.word(), outcome.reason_word()))?;
        }
    }
    connection.execute_batch("COMMIT")
}
