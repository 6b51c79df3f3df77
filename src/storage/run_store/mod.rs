//! The run store: runs in an SQLite database, for anybody who speaks SQL.
//!
//! **Owns** the schema and its versions ([`schema`]), how a run gets in ([`mod@write`]), how it is listed
//! ([`list`]), opened again ([`mod@reopen`]), renamed and deleted ([`change`]), and moved aside when it is damaged
//! ([`damage`]).
//! **Must not know** how a run was made.
//! **Start reading** at [`schema`].
//! **Invariants**: a run is there whole or not at all (one transaction); the visits of a run stand in
//! one span of row ids, which the run's row names, so that no index is needed to read them, and so do its
//! assignments and effects; spans never overlap, and a run's number is never given twice; a run that is
//! opened again is the one that was kept, or an error says why not; a file that is not a run store is left
//! as it is; nothing that a stranger's file defines is run, and whatever is in it, reading comes to an end.

pub mod about;
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

/// A run store could not be opened or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is something else.
    #[error("{}: this is no run store: name a new file, or one that --store has written", .0.display())]
    NotAStore(PathBuf),
    /// The file was written by a newer version.
    #[error("{}: this run store has version {found}; this program knows versions up to {known}: use a newer Dripline", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest known one.
        known: i64,
    },
    /// The file defines something else than this program made.
    #[error(
        "{}: this run store was changed by another program ({what}): undo that there, or put a copy of the file in \
         its place",
        path.display()
    )]
    OtherTables {
        /// The file.
        path: PathBuf,
        /// What is there or missing.
        what: String,
    },
    /// The file is damaged.
    #[error(
        "{}: this run store is damaged ({what}): put a copy of it in its place, or move it away, and the next run \
         that is kept makes a new one",
        path.display()
    )]
    DamagedFile {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        what: String,
    },
    /// What is kept of a run does not fit together.
    #[error("{}: run {run} is damaged ({what}): delete it, rehearse its campaign again and keep that", path.display())]
    DamagedRun {
        /// The file.
        path: PathBuf,
        /// The run.
        run: i64,
        /// What does not fit.
        what: String,
    },
    /// The campaign kept with a run can't be read.
    #[error(
        "{}: the campaign kept with run {run} can't be read: {source}; open the run with the Dripline that kept it \
         ({program}), or delete it",
        path.display()
    )]
    Campaign {
        /// The file.
        path: PathBuf,
        /// The run.
        run: i64,
        /// The version of the program that kept it.
        program: String,
        /// What is wrong with the campaign.
        #[source]
        source: Box<CampaignError>,
    },
    /// The run's people are made up, and come out otherwise by now.
    #[error(
        "{}: the people of run {run} were made up by Dripline {program}, and this version makes others up: open the \
         run with that version, or rehearse its campaign again and keep that",
        path.display()
    )]
    OtherPeople {
        /// The file.
        path: PathBuf,
        /// The run.
        run: i64,
        /// The version of the program that kept it.
        program: String,
    },
    /// The run was stored by a version that did not keep what opening needs.
    #[error(
        "{}: run {run} was stored by Dripline {program} without its campaign and people, so it can be read by SQL but \
         not be opened: rehearse its campaign again and keep that",
        path.display()
    )]
    NotOpenable {
        /// The file.
        path: PathBuf,
        /// The run.
        run: i64,
        /// The version of the program that stored it.
        program: String,
    },
    /// There is no such run.
    #[error("{}: there is no run {run}: it may have been deleted; list the runs again", path.display())]
    NoRun {
        /// The file.
        path: PathBuf,
        /// The run.
        run: i64,
    },
    /// A damaged store can't make room for a new one.
    #[error("{}: this run store is damaged, and can't be moved aside: {source}; move it away yourself", path.display())]
    Unmovable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// SQLite refused.
    #[error(
        "{}: the run store can't be used ({source}): check the folder, its rights and the free space", path.display()
    )]
    Sql {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// It was stopped; the store is as it was.
    #[error("it was cancelled; the run store is as it was")]
    Cancelled,
}

/// A text out of a store as it fits into a message: somebody else may have put it there.
fn told(text: &str) -> String {
    const LONGEST: usize = 200;
    let shown = text.chars().take(LONGEST).flat_map(|letter| match letter.is_control() {
        true => letter.escape_default().collect::<Vec<_>>(),
        false => vec![letter],
    });
    let shown: String = shown.collect();
    if text.chars().nth(LONGEST).is_some() { shown + "…" } else { shown }
}

/// What work came to that could be cancelled: whatever SQLite says of a statement that was broken off, that is why.
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
            // The steps that its size allows for were not enough, or a text is longer than any that is kept.
            Some(rusqlite::ErrorCode::OperationInterrupted) => {
                StoreError::DamagedFile { path: path.to_owned(), what: "its pages go in circles".to_owned() }
            }
            Some(rusqlite::ErrorCode::TooBig) => {
                StoreError::DamagedFile { path: path.to_owned(), what: "it holds a text that is too long".to_owned() }
            }
            // What is asked is fixed: a table or column that is not as it was made.
            Some(rusqlite::ErrorCode::Unknown) | None => {
                StoreError::DamagedFile { path: path.to_owned(), what: told(&source.to_string()) }
            }
            _ => StoreError::Sql { path: path.to_owned(), source },
        }
    }
}
