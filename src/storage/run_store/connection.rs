//! Connections to a store of unknown origin: nothing that the file defines is run, and every statement ends.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::simulate::run::Control;

/// SQLite's settings for a file of unknown origin.
const SETTINGS: [(DbConfig, bool); 5] = [
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
    // The views of a store are for users who write SQL; this program reads the tables.
    (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
];

/// Longest cell, in bytes: a campaign is the longest text that is stored.
const LONGEST_CELL: i32 = 256 << 20;
/// Steps of SQLite's virtual machine between two checks for cancellation: a few tenths of a millisecond.
const CANCEL_CHECK_EVERY: u32 = 10_000;
/// Most steps for reading the definitions of a file. Reading takes a few hundred steps, but each may parse a
/// definition.
const STEPS_TO_DEFINITIONS: u64 = 20_000;
/// Most steps for each byte of the file. Every query takes a few steps a row, and a row has about ten bytes. In a
/// damaged file, pages may be linked in circles or several times, so without a limit, reading might not end.
const STEPS_A_BYTE: u64 = 16;
/// Steps allowed for the smallest file.
const STEPS: u64 = 1_000_000;

/// Opens a file, for writing if the system allows it: after an interrupted write, SQLite must clean up before the file
/// can be read. Statements stop when `control` is cancelled, or when they take more steps than reading the file several
/// times.
pub(super) fn connect(path: &Path, more: OpenFlags, control: &Control) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let mut connection = Connection::open_with_flags(path, flags)?;
    for (setting, on) in SETTINGS {
        connection.set_db_config(setting, on)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_CELL)?;
    watch(&mut connection, 1_000, STEPS_TO_DEFINITIONS, control)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    // This statement makes SQLite read the definitions.
    connection.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema)", [], |_| Ok(()))?;
    let most = file_len(path).saturating_mul(STEPS_A_BYTE).saturating_add(STEPS);
    watch(&mut connection, CANCEL_CHECK_EVERY, most, control)?;
    Ok(connection)
}

/// Opens another connection to a store that is already open.
pub(super) fn connect_again(path: &Path, control: &Control) -> rusqlite::Result<Connection> {
    connect(path, OpenFlags::empty(), control)
}

/// Removes the limit of steps for a connection that writes, whose work grows with what is written. It still stops when
/// `control` is cancelled.
pub(super) fn unbounded(connection: &mut Connection, control: &Control) -> rusqlite::Result<()> {
    watch(connection, CANCEL_CHECK_EVERY, u64::MAX, control)
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

/// The size of a store with its journals, in bytes.
pub(super) fn file_len(path: &Path) -> u64 {
    let len = |path: &Path| std::fs::metadata(path).map_or(0, |about| about.len());
    len(path).saturating_add(len(&beside(path, "-wal")))
}

/// The endings of SQLite's journals, next to the database.
pub(super) const JOURNAL_ENDINGS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// The path of a journal.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Whether a store is large enough for this number of rows. The shortest row has a dozen bytes.
pub(super) fn have_room(rows: u64, path: &Path) -> bool {
    const SHORTEST_ROW: u64 = 8;
    rows <= file_len(path) / SHORTEST_ROW
}
