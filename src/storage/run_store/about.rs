//! What is kept of a run beside its visits.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;
use crate::campaign::rehearsal::Rehearsal;
use crate::contacts::reject::Reject;
use crate::storage::contacts_file::blocks::{ReadCounts, RejectedRow};

/// What is kept of a run beside its campaign, people and visits.
#[derive(Clone, Debug)]
pub struct About {
    /// What people call the run.
    pub name: String,
    /// The present moment, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub stored_at: String,
    /// Where the people came from, in words.
    pub population: String,
    /// How they are kept.
    pub people: KeptPeople,
    /// When contacts enter whose list does not say so.
    pub enter: Instant,
    /// The rehearsal that it was a run of.
    pub rehearsal: Option<Rehearsal>,
    /// The campaign's folder, from which the rehearsal's paths count.
    pub folder: PathBuf,
    /// What came of reading the people.
    pub counts: ReadCounts,
}

/// How the people of a run are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptPeople {
    /// Made up again from the seed: every one of them as the generator gives it.
    Generated {
        /// The generator's seed.
        seed: u64,
    },
    /// Cell by cell, whatever becomes of the file they came from.
    Cells,
}

impl KeptPeople {
    /// The word in the store.
    pub(super) fn word(self) -> &'static str {
        match self {
            KeptPeople::Generated { .. } => "generated",
            KeptPeople::Cells => "cells",
        }
    }
}

/// What came of reading the people, as the store holds it: the rows left out in JSON.
#[derive(Serialize, Deserialize)]
struct Rejects {
    rows: Vec<RejectedRow>,
    by_reason: BTreeMap<String, u64>,
}

/// The rows left out as JSON.
pub(super) fn rejects_to_json(counts: &ReadCounts) -> String {
    let by_reason = counts.by_reason.iter().map(|(&kind, &count)| (kind.to_owned(), count)).collect();
    // Texts and numbers only: nothing in it that JSON has no form for.
    serde_json::to_string(&Rejects { rows: counts.rejects.clone(), by_reason }).unwrap_or_default()
}

/// The counts of a list of which so many were read and rejected.
pub(super) fn counts_of_json(read: u64, rejected: u64, json: &str) -> Result<ReadCounts, serde_json::Error> {
    let Rejects { rows, by_reason } = serde_json::from_str(json)?;
    let known = |kind: String| Reject::KINDS.into_iter().find(|&known| known == kind);
    let by_reason = by_reason.into_iter().filter_map(|(kind, count)| Some((known(kind)?, count)));
    Ok(ReadCounts { read, rejected, rejects: rows, by_reason: by_reason.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::reject::CellKind;

    #[test]
    fn rows_left_out_come_back_with_line_and_reason() {
        let bad = |wanted| Reject::bad_value(wanted, "a “column”", "31\n02");
        let reasons = [
            Reject::EmptyId,
            Reject::id_seen("ann"),
            bad(CellKind::Date),
            bad(CellKind::DateTime),
            bad(CellKind::Zone),
            bad(CellKind::Status),
            bad(CellKind::Entered),
            Reject::misread(CellKind::Entered, "entered", "2026-03-02 09:00", "DD/MM/YYYY HH:MM".to_owned()),
            Reject::TooManyCells { cells: 3, columns: 2 },
            Reject::NotText,
            Reject::UnclosedQuote,
            Reject::TooLong,
        ];
        let by_reason: BTreeMap<_, _> = reasons.iter().zip(1..).map(|(reason, count)| (reason.kind(), count)).collect();
        assert_eq!(by_reason.len(), Reject::KINDS.len());
        let rejects: Vec<_> = reasons.into_iter().zip(2..).map(|(reason, line)| RejectedRow { line, reason }).collect();
        let counts = ReadCounts { read: 5, rejected: 66, rejects, by_reason };
        assert_eq!(counts_of_json(5, 66, &rejects_to_json(&counts)).expect("it reads"), counts);
    }

    #[test]
    fn rows_left_out_of_runs_of_earlier_versions_are_read() {
        let kept = r#"{"rows":[{"line":3,"reason":{"BadValue":{"wanted":"Date","column":"birthday","value":"x"}}}],
            "by_reason":{"bad_date":1}}"#;
        let counts = counts_of_json(1, 1, kept).expect("it reads");
        assert_eq!(counts.rejects[0].reason, Reject::bad_value(CellKind::Date, "birthday", "x"));
        assert_eq!(counts.rejects[0].reason.to_string(), "column `birthday`: `x` is no date of the file's form");
    }
}
