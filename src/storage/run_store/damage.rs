//! Stores that are damaged: found, and moved aside, so that there is room for a new one. Nothing in them is deleted.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::calendar::Instant;
use crate::campaign::text::free_name;
use crate::simulate::run::Control;

use super::StoreError;
use super::connection::{BESIDE, beside};
use super::schema::open_as_it_is;

/// Reads all of a store, to see whether it holds together. It takes some tenths of a second for a hundred megabytes.
///
/// # Errors
/// If it does not, or the file is something else or newer; or if it was cancelled.
pub fn check(path: &Path, control: &Control) -> Result<(), StoreError> {
    let Some((store, _)) = open_as_it_is(path, control)? else { return Ok(()) };
    // How far SQLite is with it, it does not tell.
    control.begin("Checking", 0);
    let found: rusqlite::Result<String> = store.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    if control.is_cancelled() {
        return Err(StoreError::Cancelled);
    }
    match found.map_err(StoreError::sql(path))?.as_str() {
        "ok" => Ok(()),
        // A line of asterisks may stand before what was found.
        found => {
            let what = super::told(found.lines().last().unwrap_or(found));
            Err(StoreError::DamagedFile { path: path.to_owned(), what })
        }
    }
}

/// Moves a store aside: in the same folder, under its name with the present moment, `now`. What is there already
/// stays. Gives where it lies now.
///
/// # Errors
/// If somebody uses it, or it can't be moved.
pub fn move_aside(path: &Path, now: Instant) -> Result<PathBuf, StoreError> {
    unused(path)?;
    rename(path, now)
}

fn rename(path: &Path, now: Instant) -> Result<PathBuf, StoreError> {
    let unmovable = |source| StoreError::Unmovable { path: path.to_owned(), source };
    let to = free_path(path, now);
    // First what lies beside it: left behind, it would be taken for the new store's, and written into that.
    for ending in BESIDE {
        match std::fs::rename(beside(path, ending), beside(&to, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(unmovable(error)),
            _ => {}
        }
    }
    std::fs::rename(path, &to).map_err(unmovable)?;
    Ok(to)
}

/// An error if another program is at work in it.
fn unused(path: &Path) -> Result<(), StoreError> {
    let alone = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .and_then(|store| store.execute_batch("BEGIN EXCLUSIVE; ROLLBACK"));
    match alone.map_err(|error| (error.sqlite_error_code(), error)) {
        Err((Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), source)) => {
            Err(StoreError::Sql { path: path.to_owned(), source })
        }
        // That it is damaged is known.
        _ => Ok(()),
    }
}

/// `runs.sqlite` becomes `runs.damaged-2026-03-02T093000Z.sqlite`, with a number behind if that is taken.
fn free_path(path: &Path, now: Instant) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let when = now.to_string().replace(':', "");
    let named = |name: &str| path.with_file_name(format!("{name}{ending}"));
    let there = |path: &Path| path.symlink_metadata().is_ok();
    let is_taken = |name: &str| there(&named(name)) || BESIDE.iter().any(|ending| there(&beside(&named(name), ending)));
    named(&free_name(&format!("{stem}.damaged-{when}"), "-", is_taken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_moved_with_what_lies_beside_it_to_where_nothing_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("runs.sqlite");
        let now = Instant::parse_with_offset("2026-03-02T09:30:00Z").expect("an instant");
        for (number, name) in
            [(1, "runs.damaged-2026-03-02T093000Z.sqlite"), (2, "runs.damaged-2026-03-02T093000Z-2.sqlite")]
        {
            std::fs::write(&path, format!("damaged {number}")).expect("a file");
            std::fs::write(beside(&path, "-wal"), format!("beside {number}")).expect("a file");
            let to = rename(&path, now).expect("moved");
            assert_eq!(to, folder.path().join(name));
            assert_eq!(std::fs::read_to_string(&to).expect("it"), format!("damaged {number}"));
            assert_eq!(std::fs::read_to_string(beside(&to, "-wal")).expect("it"), format!("beside {number}"));
            assert!(!path.exists() && !beside(&path, "-wal").exists());
        }
    }

    #[test]
    fn what_somebody_writes_into_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("runs.sqlite");
        let other = Connection::open(&path).expect("a database");
        other.execute_batch("CREATE TABLE t (x); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)").expect("at work");
        let error = move_aside(&path, Instant::FIRST).expect_err("it is in use").to_string();
        assert!(error.contains("runs.sqlite") && error.contains("locked"), "{error}");
        assert!(path.exists());
    }
}
