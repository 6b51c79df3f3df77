//! Connections to a file that may be anybody's: nothing that it defines is run, and no statement over it goes on for
//! ever.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::simulate::run::Control;

/// How SQLite treats a file whose author is not known.
const SETTINGS: [(DbConfig, bool); 5] = [
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
    // The views of a store are for those who speak SQL; this program reads the tables.
    (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
];

/// No cell is longer: a campaign is the longest text that is kept.
const LONGEST_CELL: i32 = 256 << 20;
/// After so many steps of SQLite's machine it is asked whether to go on: some tenths of a millisecond.
const ASKED_EVERY: u32 = 10_000;
/// Reading what a file defines takes some hundred steps, and each of them may be dear: a definition is parsed.
const STEPS_TO_DEFINITIONS: u64 = 20_000;
/// Whatever is asked takes a few steps for a row, and a row some ten bytes. Pages of a damaged file may be linked in
/// circles, or each several times: without an end to the steps, reading would have none.
const STEPS_A_BYTE: u64 = 16;
/// Some steps even in the smallest file.
const STEPS: u64 = 1_000_000;

/// Opens a file, always for writing where the system lets us: a writer that broke off has to be cleared up before
/// anybody can read. What is done with it stops when `control` says so, or when it takes more than reading all of the
/// file several times.
pub(super) fn connect(path: &Path, more: OpenFlags, control: &Control) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let mut connection = Connection::open_with_flags(path, flags)?;
    for (setting, on) in SETTINGS {
        connection.set_db_config(setting, on)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_CELL)?;
    watch(&mut connection, 1_000, STEPS_TO_DEFINITIONS, control)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    // The first statement that needs them reads the definitions.
    connection.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema)", [], |_| Ok(()))?;
    let most = file_len(path).saturating_mul(STEPS_A_BYTE).saturating_add(STEPS);
    watch(&mut connection, ASKED_EVERY, most, control)?;
    Ok(connection)
}

/// Another connection to a store that is open already.
pub(super) fn connect_again(path: &Path, control: &Control) -> rusqlite::Result<Connection> {
    connect(path, OpenFlags::empty(), control)
}

/// For a connection that writes: what it does grows with what is written, not with the file. It stops when `control`
/// says so.
pub(super) fn unbounded(connection: &mut Connection, control: &Control) -> rusqlite::Result<()> {
    watch(connection, ASKED_EVERY, u64::MAX, control)
}

fn watch(connection: &mut Connection, every: u32, most: u64, control: &Control) -> rusqlite::Result<()> {
    let cancel = Arc::clone(&control.cancel);
    let mut steps = 0_u64;
    let is_over = move || {
        steps = steps.saturating_add(u64::from(every));
        steps > most || cancel.load(Ordering::Relaxed)
    };
    connection.progress_handler(every as i32, Some(is_over))
}

/// How many bytes a store has, with what was written beside it and is not in it yet.
pub(super) fn file_len(path: &Path) -> u64 {
    let len = |path: &Path| std::fs::metadata(path).map_or(0, |about| about.len());
    len(path).saturating_add(len(&beside(path, "-wal")))
}

/// What SQLite keeps beside a database while it writes.
pub(super) const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// One of these.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Whether so many rows of a table find room in a store. The shortest has a dozen bytes.
pub(super) fn have_room(rows: u64, path: &Path) -> bool {
    const SHORTEST_ROW: u64 = 8;
    rows <= file_len(path) / SHORTEST_ROW
}
