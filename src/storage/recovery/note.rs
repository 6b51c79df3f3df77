//! The note that is stored with a recovery copy.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::storage::campaign_file::Fingerprint;

/// The beginning of the first line of a copy.
const MARK: &str = "// Dripline recovery copy: ";

/// Where a recovery copy belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecoveryNote {
    /// The campaign's file; `None` if it was never saved.
    pub path: Option<PathBuf>,
    /// The fingerprint of the file when the program last read or wrote it.
    pub known: Option<Fingerprint>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteLine {
    path: Option<String>,
    known: Option<String>,
}

impl RecoveryNote {
    /// The note as a comment line.
    pub fn to_comment(&self) -> String {
        // A path that isn't UTF-8 can't be stored as text, so it is left out.
        let path = self.path.as_deref().and_then(|path| path.to_str()).map(str::to_owned);
        let line = NoteLine { path, known: self.known.map(Fingerprint::to_hex) };
        // Two strings can always be written as JSON, and JSON has no line ends.
        format!("{MARK}{}", serde_json::to_string(&line).unwrap_or_default())
    }

    /// Reads a note from a comment line; `None` if it is another comment.
    pub fn of_comment(line: &str) -> Option<Self> {
        let line: NoteLine = serde_json::from_str(line.strip_prefix(MARK)?).ok()?;
        let known = match line.known {
            Some(known) => Some(Fingerprint::from_hex(&known)?),
            None => None,
        };
        Some(Self { path: line.path.map(PathBuf::from), known })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_line_of_comment_and_comes_back() {
        let path = Some(PathBuf::from("/a/a \"new\"\nline\\ – ü.ron"));
        for note in [RecoveryNote::default(), RecoveryNote { path, known: Some(Fingerprint::of(b"x")) }] {
            let line = note.to_comment();
            assert_eq!(line.lines().count(), 1, "{line}");
            assert_eq!(RecoveryNote::of_comment(&line), Some(note));
        }
        for other in
            ["", "// a comment", "// Dripline recovery copy: {}x", "// Dripline recovery copy: {\"known\":\"12\"}"]
        {
            assert_eq!(RecoveryNote::of_comment(other), None, "{other}");
        }
    }
}
