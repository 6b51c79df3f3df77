//! The tables of a run store, and their versions.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::simulate::outcome::Outcome;
use crate::simulate::run::Control;

use super::StoreError;
use super::connection::connect;
use super::shape::{DatabaseSchema, shapes};

/// Marks a database as a run store: "Drip" in ASCII.
pub(super) const APPLICATION_ID: i64 = 0x4472_6970;
/// The newest version of the tables.
pub const VERSION: i64 = 1 + STEPS.len() as i64;

/// The tables of version 1. Instants are UTC seconds since 1970; the views show them as text.
pub(super) const TABLES: &str = "
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

/// The steps from each version to the next.
const STEPS: [&str; 1] = [TO_VERSION_2];

/// Version 2 also stores what is needed to open a run. Runs of version 1 have NULL there.
const TO_VERSION_2: &str = "
ALTER TABLE runs ADD COLUMN sequence_place INTEGER;
ALTER TABLE runs ADD COLUMN enter TEXT;
ALTER TABLE runs ADD COLUMN rehearsal TEXT;
ALTER TABLE runs ADD COLUMN folder TEXT;
ALTER TABLE runs ADD COLUMN people TEXT;
ALTER TABLE runs ADD COLUMN generator TEXT;
ALTER TABLE runs ADD COLUMN rejects TEXT;
ALTER TABLE runs ADD COLUMN first_assignment INTEGER;
ALTER TABLE runs ADD COLUMN last_assignment INTEGER;
ALTER TABLE runs ADD COLUMN first_effect INTEGER;
ALTER TABLE runs ADD COLUMN last_effect INTEGER;
CREATE TABLE campaigns (campaign_fingerprint TEXT PRIMARY KEY, campaign TEXT NOT NULL);
CREATE TABLE people (
    run INTEGER NOT NULL, part INTEGER NOT NULL, cells TEXT NOT NULL,
    PRIMARY KEY (run, part)
);
CREATE TABLE numbers (last_run INTEGER NOT NULL);
INSERT INTO numbers SELECT coalesce(max(run), 0) FROM runs;
";

/// Opens a run store for writing. Creates it if there is none, and upgrades an older one.
///
/// # Errors
/// If the file isn't a run store, is newer, or can't be opened.
pub fn open(path: &Path, control: &Control) -> Result<Connection, StoreError> {
    let sql = StoreError::sql(path);
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_CREATE, control).map_err(&sql)?;
    match version(&connection, path)? {
        None => create(&mut connection).map_err(&sql)?,
        Some(VERSION) => {}
        Some(_) => step_up(&mut connection, path)?,
    }
    Ok(connection)
}

/// Opens a run store without upgrading it, and returns its version; `None` if there is no file, or an empty one.
///
/// # Errors
/// If the file isn't a run store, is newer, or can't be opened.
pub(super) fn open_as_it_is(path: &Path, control: &Control) -> Result<Option<(Connection, i64)>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    let connection = connect(path, OpenFlags::empty(), control).map_err(StoreError::sql(path))?;
    let version = version(&connection, path)?;
    Ok(version.map(|version| (connection, version)))
}

pub(super) fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}

/// The version of the tables; `None` for an empty file.
fn version(connection: &Connection, path: &Path) -> Result<Option<i64>, StoreError> {
    let sql = StoreError::sql(path);
    let id = number(connection, "application_id").map_err(&sql)?;
    let version = number(connection, "user_version").map_err(&sql)?;
    match (id, version) {
        (APPLICATION_ID, found) if found > VERSION => {
            Err(StoreError::Newer { path: path.to_owned(), found, known: VERSION })
        }
        (APPLICATION_ID, 1..) => {
            let scripts: Vec<&str> = std::iter::once(TABLES).chain(STEPS).collect();
            let wanted = &shapes(&scripts).map_err(&sql)?[version as usize - 1];
            match DatabaseSchema::of(connection).map_err(&sql)?.unlike(wanted) {
                None => Ok(Some(version)),
                Some(what) => Err(StoreError::OtherTables { path: path.to_owned(), what }),
            }
        }
        (0, 0) if DatabaseSchema::of(connection).map_err(&sql)?.is_empty() => Ok(None),
        _ => Err(StoreError::NotAStore(path.to_owned())),
    }
}

/// Creates the tables of version 1, then takes every step, so that a new store equals an upgraded one.
fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(&format!("{TABLES} {} PRAGMA application_id = {APPLICATION_ID};", STEPS.concat()))?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    {
        let mut insert = transaction.prepare("INSERT INTO outcomes VALUES (?1, ?2, ?3)")?;
        for code in 0..Outcome::CODES as u8 {
            let outcome = Outcome::of_code(code);
            insert.execute((code, outcome.word(), outcome.reason_word()))?;
        }
    }
    transaction.commit()
}

fn step_up(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let sql = StoreError::sql(path);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&sql)?;
    // Checked again under the lock: another program may have been faster.
    let found = number(&transaction, "user_version").map_err(&sql)?;
    let done = usize::try_from(found - 1).unwrap_or(STEPS.len());
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(step).map_err(&sql)?;
    }
    if done < STEPS.len() {
        transaction.pragma_update(None, "user_version", VERSION).map_err(&sql)?;
    }
    transaction.commit().map_err(&sql)
}
