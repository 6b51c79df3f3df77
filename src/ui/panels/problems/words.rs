//! Splits a finding's sentence into a title and a detail.

use crate::findings::{Code, Finding, FindingPlace, Severity};

/// A finding as shown in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The title: what is wrong.
    pub title: String,
    /// The detail: the consequence, or what to do.
    pub detail: String,
}

/// Where a sentence continues with the consequence.
const SEAMS: [&str; 6] = [": ", ", so ", ", which ", ", where ", ", who ", "; "];

/// Splits the sentence between what is wrong and the consequence. Names stay whole.
pub fn words(finding: &Finding) -> Words {
    let sentence = without_ids(&finding.message);
    let sentence = sentence.strip_suffix('.').unwrap_or(&sentence);
    match seam(sentence) {
        Some((at, length)) => {
            let rest = sentence[at + length..].trim_start();
            // “so it waits” becomes “it waits”, which is shown alone.
            let rest = rest.strip_prefix("so ").unwrap_or(rest);
            Words { title: sentence[..at].to_owned(), detail: rest.to_owned() }
        }
        None => Words { title: sentence.to_owned(), detail: finding.help.trim_end_matches('.').to_owned() },
    }
}

/// The position and length of the first split point outside quotes and brackets.
fn seam(sentence: &str) -> Option<(usize, usize)> {
    let (mut depth, mut in_code) = (0_i32, false);
    for (at, char) in sentence.char_indices() {
        match char {
            '`' => in_code = !in_code,
            '“' | '(' => depth += 1,
            '”' | ')' => depth -= 1,
            _ if depth == 0 && !in_code => {
                if let Some(seam) = SEAMS.iter().find(|seam| sentence[at..].starts_with(**seam)) {
                    // A relative clause keeps its pronoun; other conjunctions are dropped.
                    let length = if seam.starts_with(", w") { 2 } else { seam.len() };
                    return Some((at, length));
                }
            }
            _ => {}
        }
    }
    None
}

/// Removes ids, which are for reading files.
fn without_ids(message: &str) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(at) = rest.find(" (item ") {
        let after = &rest[at + " (item ".len()..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        text.push_str(&rest[..at]);
        rest = match after[digits..].strip_prefix(')') {
            Some(tail) if digits > 0 => tail,
            _ => {
                text.push_str(" (item ");
                after
            }
        };
    }
    text + rest
}

/// The label of the button that opens the settings, if there is no fix; `None` if there are no settings to open.
pub fn opens(finding: &Finding) -> Option<&'static str> {
    match (&finding.place, finding.severity) {
        (FindingPlace::Item(_), Severity::Error) => Some("Set up"),
        (FindingPlace::Item(_), _) => Some("Edit"),
        (FindingPlace::Directory { .. }, _) => Some("Open directory"),
        (FindingPlace::Campaign, _) if finding.code == Code::UnknownTimeZone => Some("Open directory"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(message: &str) -> (String, String) {
        let words = words(&Finding::new(Code::Draft, None, FindingPlace::Campaign, message));
        (words.title, words.detail)
    }

    #[test]
    fn a_sentence_splits_where_it_says_what_follows() {
        let (title, detail) = split("Email “How to start” (item 4) is a draft: it is skipped for everyone.");
        assert_eq!(
            (title.as_str(), detail.as_str()),
            ("Email “How to start” is a draft", "it is skipped for everyone")
        );
        let (title, detail) = split("Delay timer “Wait” (item 5) is not set up, so it holds everybody.");
        assert_eq!((title.as_str(), detail.as_str()), ("Delay timer “Wait” is not set up", "it holds everybody"));
        let (_, detail) = split("The round robin “A” has the member `x`, who is no user.");
        assert_eq!(detail, "who is no user");
    }

    #[test]
    fn names_stay_whole_whatever_is_in_them() {
        let (title, detail) = split("Email “Hi: you, so there (item x” (item 4) has no `a: b`.");
        assert_eq!(title, "Email “Hi: you, so there (item x” has no `a: b`");
        assert_eq!(detail, "Mark it ready");
    }
}
