//! Renames and deletes runs.

use std::path::Path;
use std::sync::atomic::Ordering;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::simulate::run::Control;

use super::schema::{open, open_as_it_is};
use super::{StoreError, unless_cancelled};

/// Rows that are deleted between two checks for cancellation.
const BATCH: i64 = 100_000;

/// Renames a run.
///
/// # Errors
/// If there is no such run, or the store can't be written.
pub fn rename(path: &Path, run: i64, name: &str) -> Result<(), StoreError> {
    let store = open_there(path, run, &Control::default())?;
    let renamed = store.execute("UPDATE runs SET name = ?2 WHERE run = ?1", params![run, name]);
    match renamed.map_err(StoreError::sql(path))? {
        0 => Err(StoreError::NoRun { path: path.to_owned(), run }),
        _ => Ok(()),
    }
}

/// Deletes a run and everything that was saved with it.
///
/// # Errors
/// If there is no such run, the store can't be written, or it was cancelled. Nothing is then deleted.
pub fn delete(path: &Path, run: i64, control: &Control) -> Result<(), StoreError> {
    unless_cancelled(delete_all(path, run, control), control)
}

fn delete_all(path: &Path, run: i64, control: &Control) -> Result<(), StoreError> {
    let sql = StoreError::sql(path);
    let mut store = open_there(path, run, control)?;
    // The deleted data is a list of real people, so it must not stay in unused pages.
    store.pragma_update(None, "secure_delete", true).map_err(&sql)?;
    let transaction = store.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&sql)?;
    let is_there = Deletion { from: &transaction, run, control }.all().map_err(&sql)?;
    if control.is_cancelled() {
        return Err(StoreError::Cancelled);
    }
    if !is_there {
        return Err(StoreError::NoRun { path: path.to_owned(), run });
    }
    transaction.commit().map_err(&sql)?;
    give_back(&store);
    Ok(())
}

/// Opens an existing store for writing.
fn open_there(path: &Path, run: i64, control: &Control) -> Result<Connection, StoreError> {
    match open_as_it_is(path, control)? {
        Some(_) => open(path, control),
        None => Err(StoreError::NoRun { path: path.to_owned(), run }),
    }
}

/// Shrinks the file if most of it is unused.
fn give_back(store: &Connection) {
    let number = |pragma: &str| store.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    if let (Ok(unused), Ok(pages)) = (number("freelist_count"), number("page_count"))
        && unused > pages / 2
    {
        // The run is deleted either way; without disk space for a copy, the file stays as large as it was.
        let _ = store.execute_batch("VACUUM");
    }
}

struct Deletion<'a> {
    from: &'a Transaction<'a>,
    run: i64,
    control: &'a Control,
}

/// The first and last row id of a run in a table. Stores of version 1 have them for visits only.
type RowIdRange = (Option<i64>, Option<i64>);

impl Deletion<'_> {
    /// Deletes the rows of the run in all tables; `false` if there is no such run.
    fn all(&self) -> rusqlite::Result<bool> {
        let spans = "SELECT first_visit, last_visit, first_assignment, last_assignment, first_effect, last_effect
            FROM runs WHERE run = ?1";
        let found = self.from.query_row(spans, [self.run], |row| {
            let span = |first: usize| Ok::<RowIdRange, rusqlite::Error>((row.get(first)?, row.get(first + 1)?));
            Ok((span(0)?, span(2)?, span(4)?))
        });
        let (visits, assignments, effects) = match found {
            Err(rusqlite::Error::QueryReturnedNoRows) => return Ok(false),
            found => found?,
        };
        let length = |(first, last): RowIdRange| {
            let rows = last.zip(first).and_then(|(last, first)| last.checked_sub(first)?.checked_add(1));
            rows.map_or(0, |rows| rows.max(0) as u64)
        };
        let rows = [visits, assignments, effects].map(length);
        self.control.begin("Deleting", rows.into_iter().fold(0, u64::saturating_add));
        self.rows("visits", "visit", visits)?;
        self.rows("assignments", "assignment", assignments)?;
        self.rows("effects", "id", effects)?;
        for table in ["items", "contacts", "people", "runs"] {
            if self.control.is_cancelled() {
                return Ok(true);
            }
            self.from.execute(&format!("DELETE FROM {table} WHERE run = ?1"), [self.run])?;
        }
        self.from.execute(
            "DELETE FROM campaigns WHERE campaign_fingerprint NOT IN (SELECT campaign_fingerprint FROM runs)",
            [],
        )?;
        Ok(true)
    }

    fn rows(&self, table: &str, id: &str, span: RowIdRange) -> rusqlite::Result<()> {
        let (Some(first), Some(last)) = span else {
            self.from.execute(&format!("DELETE FROM {table} WHERE run = ?1"), [self.run])?;
            return Ok(());
        };
        let mut delete =
            self.from.prepare(&format!("DELETE FROM {table} WHERE {id} BETWEEN ?2 AND ?3 AND run = ?1"))?;
        // A damaged span may be much longer than the table, so only existing rows are visited.
        let mut next = self.from.prepare(&format!("SELECT min({id}) FROM {table} WHERE {id} BETWEEN ?1 AND ?2"))?;
        let mut next = |from| next.query_row([from, last], |row| row.get::<_, Option<i64>>(0));
        let mut from = first;
        while let Some(there) = next(from)?
            && !self.control.is_cancelled()
        {
            let to = last.min(there.saturating_add(BATCH - 1));
            let deleted = delete.execute([self.run, there, to])?;
            self.control.done.fetch_add(deleted as u64, Ordering::Relaxed);
            match to.checked_add(1) {
                Some(behind) => from = behind,
                None => break,
            }
        }
        Ok(())
    }
}
