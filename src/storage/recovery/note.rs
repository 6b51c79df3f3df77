//! What is noted with a recovery copy.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::storage::campaign_file::Fingerprint;

/// How the first line of a copy begins.
const MARK: &str = "// Dripline recovery copy: ";

/// Whose copy it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The campaign's file; none if it was never saved.
    pub path: Option<PathBuf>,
    /// What the file held when it was last read or written by the program that left the copy.
    pub known: Option<Fingerprint>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    path: Option<String>,
    known: Option<String>,
}

impl Note {
    /// As a line of comment.
    pub fn to_comment(&self) -> String {
        // A path that is no text could not be found again by what it looks like.
        let path = self.path.as_deref().and_then(|path| path.to_str()).map(str::to_owned);
        let line = Line { path, known: self.known.map(Fingerprint::to_hex) };
        // Two texts are always JSON, and JSON has no line ends.
        format!("{MARK}{}", serde_json::to_string(&line).unwrap_or_default())
    }

    /// From a line of comment; none if it is another one.
    pub fn of_comment(line: &str) -> Option<Self> {
        let line: Line = serde_json::from_str(line.strip_prefix(MARK)?).ok()?;
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
        let path = Some(PathBuf::from("/home/kim/a \"new\"\nline\\ – ü.ron"));
        for note in [Note::default(), Note { path, known: Some(Fingerprint::of(b"x")) }] {
            let line = note.to_comment();
            assert_eq!(line.lines().count(), 1, "{line}");
            assert_eq!(Note::of_comment(&line), Some(note));
        }
        for other in
            ["", "// a comment", "// Dripline recovery copy: {}x", "// Dripline recovery copy: {\"known\":\"12\"}"]
        {
            assert_eq!(Note::of_comment(other), None, "{other}");
        }
    }
}
