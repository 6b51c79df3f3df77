//! The run store: runs in an SQLite database, for anybody who speaks SQL.
//!
//! **Owns** the schema and its versions ([`schema`]) and how a run gets in ([`mod@write`]).
//! **Must not know** how a run was made.
//! **Start reading** at [`schema`].
//! **Invariants**: a run is there whole or not at all (one transaction); the visits of a run stand in
//! one span of row ids, which the run's row names, so that no index is needed to read them; a file
//! that is not a run store is left as it is.

pub mod schema;
pub mod write;

use std::path::{Path, PathBuf};

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
    /// SQLite refused.
    #[error("{}: the run can't be stored ({source}): check the folder, its rights and the free space", path.display())]
    Sql {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// It was stopped; nothing of the run was stored.
    #[error("storing the run was cancelled")]
    Cancelled,
}

impl StoreError {
    fn sql(path: &Path) -> impl Fn(rusqlite::Error) -> StoreError + '_ {
        move |source| match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => {
                StoreError::NotAStore(path.to_owned())
            }
            _ => StoreError::Sql { path: path.to_owned(), source },
        }
    }
}
