//! Finds damaged stores and moves them aside, so that a new one can be made. Nothing in them is deleted.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::calendar::Instant;
use crate::campaign::text::free_name;
use crate::simulate::run::Control;

use super::StoreError;
use super::connection::{JOURNAL_ENDINGS, beside};
use super::schema::open_as_it_is;

/// Checks that a store isn't damaged, by reading all of it. It takes a few tenths of a second for a hundred megabytes.
///
/// # Errors
/// If it is damaged, isn't a run store, or is newer; or if it was cancelled.
pub fn check(path: &Path, control: &Control) -> Result<(), StoreError> {
    let Some((store, _)) = open_as_it_is(path, control)? else { return Ok(()) };
    // SQLite doesn't report its progress.
    control.begin("Checking", 0);
    let found: rusqlite::Result<String> = store.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    if control.is_cancelled() {
        return Err(StoreError::Cancelled);
    }
    match found.map_err(StoreError::sql(path))?.as_str() {
        "ok" => Ok(()),
        // The message may begin with a line of asterisks.
        found => {
            let what = super::told(found.lines().last().unwrap_or(found));
            Err(StoreError::DamagedFile { path: path.to_owned(), what })
        }
    }
}

/// Moves a store aside: it stays in the same folder, with `now` in its name. Existing files aren't replaced. Returns
/// the new path.
///
/// # Errors
/// If another program uses it, or it can't be moved.
pub fn move_aside(path: &Path, now: Instant) -> Result<PathBuf, StoreError> {
    unused(path)?;
    rename(path, now)
}

fn rename(path: &Path, now: Instant) -> Result<PathBuf, StoreError> {
    let unmovable = |source| StoreError::Unmovable { path: path.to_owned(), source };
    let to = free_path(path, now);
    // First the journals: if they stayed, SQLite would apply them to the new store.
    for ending in JOURNAL_ENDINGS {
        match std::fs::rename(beside(path, ending), beside(&to, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(unmovable(error)),
            _ => {}
        }
    }
    std::fs::rename(path, &to).map_err(unmovable)?;
    Ok(to)
}

/// Returns an error if another program uses the store.
fn unused(path: &Path) -> Result<(), StoreError> {
    let alone = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .and_then(|store| store.execute_batch("BEGIN EXCLUSIVE; ROLLBACK"));
    match alone.map_err(|error| (error.sqlite_error_code(), error)) {
        Err((Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), source)) => {
            Err(StoreError::Sql { path: path.to_owned(), source })
        }
        // Any other error comes from the damage, which is already known.
        _ => Ok(()),
    }
}

/// `runs.sqlite` becomes `runs.damaged-2026-03-02T093000Z.sqlite`, with a number at the end if that is taken.
fn free_path(path: &Path, now: Instant) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let when = now.to_string().replace(':', "");
    let named = |name: &str| path.with_file_name(format!("{name}{ending}"));
    let there = |path: &Path| path.symlink_metadata().is_ok();
    let is_taken =
        |name: &str| there(&named(name)) || JOURNAL_ENDINGS.iter().any(|ending| there(&beside(&named(name), ending)));
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
