//! The run store: saved runs in an SQLite database, which can be queried with SQL.
//!
//! **Owns** the schema and its versions ([`schema`]), how a run is saved ([`mod@write`]), listed ([`list`]), opened
//! again ([`mod@reopen`]), renamed and deleted ([`change`]), and moved aside when it is damaged ([`damage`]).
//! **Must not know** how a run was made.
//! **Start reading** at [`schema`].
//! **Invariants**: a run is saved completely or not at all (one transaction). The visits of a run have one span of row
//! ids, which the run's row names, so reading them needs no index; its assignments and effects have such spans too.
//! Spans never overlap, and a run's number is never reused. Opening a saved run gives the run that was saved, or an
//! error that says why not. A file that isn't a run store is never changed. Nothing that a foreign file defines is run,
//! and reading it always ends.

pub mod about;
mod assemble;
pub mod change;
mod connection;
pub mod damage;
pub mod list;
#[cfg(test)]
mod old_stores;
mod people;
pub mod reopen;
pub mod schema;
mod shape;
mod visits;
pub mod write;

use std::path::{Path, PathBuf};

use crate::simulate::run::Control;
use crate::storage::campaign_file::error::CampaignError;

/// Why a run store can't be read or written. Displays as what is wrong and what to do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file isn't a run store.
    #[error("{}: this is no run store: name a new file, or one that --store has written", .0.display())]
    NotAStore(PathBuf),
    /// The store was written by a newer version of the program.
    #[error("{}: this run store has version {found}; this program knows versions up to {known}: use a newer Dripline", path.display())]
    Newer {
        /// The path of the run store.
        path: PathBuf,
        /// The version of the store.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The store has other tables, indexes, views or triggers than this program makes.
    #[error(
        "{}: this run store was changed by another program ({what}): undo that there, or put a copy of the file in \
         its place",
        path.display()
    )]
    OtherTables {
        /// The path of the run store.
        path: PathBuf,
        /// What was added or is missing.
        what: String,
    },
    /// The store is damaged.
    #[error(
        "{}: this run store is damaged ({what}): put a copy of it in its place, or move it away, and the next run \
         that is kept makes a new one",
        path.display()
    )]
    DamagedFile {
        /// The path of the run store.
        path: PathBuf,
        /// The error of SQLite.
        what: String,
    },
    /// The data of a run is inconsistent.
    #[error("{}: run {run} is damaged ({what}): delete it, rehearse its campaign again and keep that", path.display())]
    DamagedRun {
        /// The path of the run store.
        path: PathBuf,
        /// The number of the run.
        run: i64,
        /// What doesn't fit together in the run's rows.
        what: String,
    },
    /// The campaign that was saved with a run can't be read.
    #[error(
        "{}: the campaign kept with run {run} can't be read: {source}; open the run with the Dripline that kept it \
         ({program}), or delete it",
        path.display()
    )]
    Campaign {
        /// The path of the run store.
        path: PathBuf,
        /// The number of the run.
        run: i64,
        /// The version of the program that saved it.
        program: String,
        /// The error of the campaign.
        #[source]
        source: Box<CampaignError>,
    },
    /// The contacts of the run are generated, and this version generates different ones.
    #[error(
        "{}: the people of run {run} were made up by Dripline {program}, and this version makes others up: open the \
         run with that version, or rehearse its campaign again and keep that",
        path.display()
    )]
    OtherPeople {
        /// The path of the run store.
        path: PathBuf,
        /// The number of the run.
        run: i64,
        /// The version of the program that saved it.
        program: String,
    },
    /// The run was saved by a version that didn't save everything that opening it needs.
    #[error(
        "{}: run {run} was stored by Dripline {program} without its campaign and people, so it can be read by SQL but \
         not be opened: rehearse its campaign again and keep that",
        path.display()
    )]
    NotOpenable {
        /// The path of the run store.
        path: PathBuf,
        /// The number of the run.
        run: i64,
        /// The version of the program that saved it.
        program: String,
    },
    /// The store has no run of this number.
    #[error("{}: there is no run {run}: it may have been deleted; list the runs again", path.display())]
    NoRun {
        /// The path of the run store.
        path: PathBuf,
        /// The number of the run.
        run: i64,
    },
    /// A damaged store can't be moved aside.
    #[error("{}: this run store is damaged, and can't be moved aside: {source}; move it away yourself", path.display())]
    Unmovable {
        /// The path of the run store.
        path: PathBuf,
        /// The error of the system.
        #[source]
        source: std::io::Error,
    },
    /// SQLite reports an error.
    #[error(
        "{}: the run store can't be used ({source}): check the folder, its rights and the free space", path.display()
    )]
    Sql {
        /// The path of the run store.
        path: PathBuf,
        /// The error of SQLite.
        #[source]
        source: rusqlite::Error,
    },
    /// The work was cancelled. The store is unchanged.
    #[error("it was cancelled; the run store is as it was")]
    Cancelled,
}

/// A text from a store, made safe for a message.
fn told(text: &str) -> String {
    const LONGEST: usize = 200;
    let shown = text.chars().take(LONGEST).flat_map(|letter| match letter.is_control() {
        true => letter.escape_default().collect::<Vec<_>>(),
        false => vec![letter],
    });
    let shown: String = shown.collect();
    if text.chars().nth(LONGEST).is_some() { shown + "…" } else { shown }
}

/// The result of work that can be cancelled. If it was, any error of SQLite counts as cancelled.
fn unless_cancelled<T>(done: Result<T, StoreError>, control: &Control) -> Result<T, StoreError> {
    if done.is_err() && control.is_cancelled() { Err(StoreError::Cancelled) } else { done }
}

impl StoreError {
    fn sql(path: &Path) -> impl Fn(rusqlite::Error) -> StoreError + '_ {
        move |source| match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotAStore(path.to_owned()),
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
                StoreError::DamagedFile { path: path.to_owned(), what: told(&source.to_string()) }
            }
            // It took more steps than the size of the file allows, or a text is longer than any that is stored.
            Some(rusqlite::ErrorCode::OperationInterrupted) => {
                StoreError::DamagedFile { path: path.to_owned(), what: "its pages go in circles".to_owned() }
            }
            Some(rusqlite::ErrorCode::TooBig) => {
                StoreError::DamagedFile { path: path.to_owned(), what: "it holds a text that is too long".to_owned() }
            }
            // The queries are fixed, so a table or column must have changed.
            Some(rusqlite::ErrorCode::Unknown) | None => {
                StoreError::DamagedFile { path: path.to_owned(), what: told(&source.to_string()) }
            }
            _ => StoreError::Sql { path: path.to_owned(), source },
        }
    }
}
