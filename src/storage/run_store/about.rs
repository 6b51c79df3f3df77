//! What is stored about a run, in addition to its visits.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::campaign::rehearsal::Rehearsal;
use crate::contacts::reject::Reject;
use crate::storage::contacts_file::blocks::{ReadCounts, RejectedRow};

/// What is stored about a run, in addition to its campaign, contacts and visits.
#[derive(Clone, Debug)]
pub struct About {
    /// The name of the run.
    pub name: String,
    /// When the run is saved, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub stored_at: String,
    /// Where the contacts come from, in words.
    pub population: String,
    /// How the contacts are stored.
    pub people: StoredContacts,
    /// The entry time for contacts that don't have one.
    pub enter: Instant,
    /// The rehearsal of the run, if it had one.
    pub rehearsal: Option<Rehearsal>,
    /// The folder of the campaign's file, for relative paths of the rehearsal.
    pub folder: PathBuf,
    /// How many rows of the contacts were read and rejected.
    pub counts: ReadCounts,
}

/// How the contacts of a run are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoredContacts {
    /// As the seed of the generator, which generates the same contacts again.
    Generated {
        /// The seed of the generator.
        seed: u64,
    },
    /// Cell by cell, independent of the file they came from.
    Cells,
}

impl StoredContacts {
    /// The word that the store uses.
    pub(super) fn word(self) -> &'static str {
        match self {
            StoredContacts::Generated { .. } => "generated",
            StoredContacts::Cells => "cells",
        }
    }
}

/// The rejected rows of the contacts, as JSON in the store.
#[derive(Serialize, Deserialize)]
struct Rejects {
    rows: Vec<RejectedRow>,
    by_reason: BTreeMap<String, u64>,
}

/// Writes the rejected rows as JSON.
pub(super) fn rejects_to_json(counts: &ReadCounts) -> String {
    let by_reason = counts.by_reason.iter().map(|(&kind, &count)| (kind.to_owned(), count)).collect();
    // It has only texts and numbers, which JSON can always represent.
    serde_json::to_string(&Rejects { rows: counts.rejects.clone(), by_reason }).unwrap_or_default()
}

/// The counts of a list, from its columns in the store.
pub(super) fn counts_of_json(read: u64, rejected: u64, json: &str) -> Result<ReadCounts, serde_json::Error> {
    let Rejects { rows, by_reason } = serde_json::from_str(json)?;
    let known = |kind: String| Reject::KINDS.into_iter().find(|&known| known == kind);
    let by_reason = by_reason.into_iter().filter_map(|(kind, count)| Some((known(kind)?, count)));
    Ok(ReadCounts { read, rejected, rejects: rows, by_reason: by_reason.collect(), ..ReadCounts::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::reject::CellKind;

    #[test]
    fn rows_left_out_come_back_with_line_and_reason() {
        let bad = |wanted| Reject::not_read(wanted, "a “column”", "31\n02", "isn't one");
        let reasons = [
            Reject::EmptyId,
            Reject::id_seen("ann"),
            bad(CellKind::Date),
            bad(CellKind::DateTime),
            bad(CellKind::Zone),
            bad(CellKind::Status),
            bad(CellKind::Entered),
            bad(CellKind::Number),
            bad(CellKind::Text),
            Reject::repeats("ann", 2),
            Reject::TooManyCells { cells: 3, columns: 2 },
            Reject::NotText,
            Reject::UnclosedQuote,
            Reject::TooLong,
        ];
        let by_reason: BTreeMap<_, _> = reasons.iter().zip(1..).map(|(reason, count)| (reason.kind(), count)).collect();
        assert_eq!(by_reason.len(), Reject::KINDS.len());
        let rejects: Vec<_> =
            reasons.into_iter().zip(2..).map(|(reason, line)| RejectedRow { line, file: None, reason }).collect();
        let counts = ReadCounts { read: 5, rejected: 66, rejects, by_reason, ..ReadCounts::default() };
        assert_eq!(counts_of_json(5, 66, &rejects_to_json(&counts)).expect("it reads"), counts);
    }

    #[test]
    fn rows_left_out_of_runs_of_earlier_versions_are_read() {
        let kept = r#"{"rows":[{"line":3,"reason":{"BadValue":{"wanted":"Date","column":"birthday","value":"x"}}}],
            "by_reason":{"bad_date":1}}"#;
        let counts = counts_of_json(1, 1, kept).expect("it reads");
        assert!(matches!(counts.rejects[0].reason, Reject::BadValue { wanted: CellKind::Date, .. }));
        assert_eq!(counts.rejects[0].reason.to_string(), "column `birthday`: `x` isn't a date in the file's format");
    }
}
