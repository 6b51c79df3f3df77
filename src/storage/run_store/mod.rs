//! The run store: runs in an SQLite database, for anybody who speaks SQL.
//!
//! **Owns** the schema and its versions ([`schema`]), how a run gets in ([`mod@write`]), how it is listed
//! ([`list`]), opened again ([`mod@reopen`]), renamed and deleted ([`change`]).
//! **Must not know** how a run was made.
//! **Start reading** at [`schema`].
//! **Invariants**: a run is there whole or not at all (one transaction); the visits of a run stand in
//! one span of row ids, which the run's row names, so that no index is needed to read them, and so do its
//! assignments and effects; spans never overlap, and a run's number is never given twice; a run that is
//! opened again is the one that was kept, or an error says why not; a file that is not a run store is left
//! as it is.

pub mod about;
pub mod change;
pub mod list;
mod people;
pub mod reopen;
pub mod schema;
mod visits;
pub mod write;

use std::path::{Path, PathBuf};

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

impl StoreError {
    fn sql(path: &Path) -> impl Fn(rusqlite::Error) -> StoreError + '_ {
        move |source| match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotAStore(path.to_owned()),
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
                StoreError::DamagedFile { path: path.to_owned(), what: source.to_string() }
            }
            // What is asked is fixed: a table or column that is not as it was made.
            Some(rusqlite::ErrorCode::Unknown) | None => {
                StoreError::DamagedFile { path: path.to_owned(), what: source.to_string() }
            }
            _ => StoreError::Sql { path: path.to_owned(), source },
        }
    }
}
