//! Find in the text that is edited: all matches, and the current one.

use std::ops::Range;

use crate::campaign::text::thousands;
use crate::workbench::needle::Needle;

/// Most matches: more are not gone through.
const MOST: usize = 10_000;

/// Find, while it is open.
#[derive(Clone, Debug, Default)]
pub struct FindInText {
    /// The text to find.
    pub text: String,
    /// The index of the current match.
    pub at: usize,
    /// The matches, in bytes of the whole text.
    pub found: Vec<Range<usize>>,
    /// What was searched: the text to find, and the revision of the document.
    of: Option<(String, u64)>,
    /// Whether to show the current match.
    pub reveals: bool,
    /// Whether the field takes focus.
    pub takes_keyboard: bool,
}

impl FindInText {
    /// Finds the text again, if it or the document has changed.
    pub fn search(&mut self, whole: &str, revision: u64) {
        if self.of.as_ref().is_some_and(|(of, at)| *of == self.text && *at == revision) {
            return;
        }
        let is_other = self.of.as_ref().is_none_or(|(of, _)| *of != self.text);
        self.found = Needle::new(&self.text).find_all(whole).take(MOST).collect();
        self.at = if is_other { 0 } else { self.at.min(self.found.len().saturating_sub(1)) };
        self.reveals |= is_other && !self.found.is_empty();
        self.of = Some((self.text.clone(), revision));
    }

    /// Goes to the next or the previous match, around the ends.
    pub fn walk(&mut self, forward: bool) {
        let count = self.found.len();
        if count > 0 {
            self.at = if forward { (self.at + 1) % count } else { (self.at + count - 1) % count };
            self.reveals = true;
        }
    }

    /// The current match.
    pub fn current(&self) -> Option<Range<usize>> {
        self.found.get(self.at).cloned()
    }

    /// `3 of 12`.
    pub fn in_words(&self) -> String {
        match (self.text.is_empty(), self.found.len()) {
            (true, _) => String::new(),
            (false, 0) => "No matches".to_owned(),
            (false, count) => {
                let [at, of] = [self.at + 1, count].map(|number| thousands(number as u64));
                format!("{at} of {of}{}", if count == MOST { " or more" } else { "" })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walking_goes_around_and_a_new_text_begins_at_the_first() {
        let mut find = FindInText { text: "a".to_owned(), ..FindInText::default() };
        find.search("a b a b a", 1);
        assert_eq!((find.in_words().as_str(), find.reveals), ("1 of 3", true));
        find.walk(false);
        assert_eq!(find.in_words(), "3 of 3");
        find.walk(true);
        find.walk(true);
        assert_eq!(find.current(), Some(4..5));
        find.search("a", 2);
        assert_eq!(find.in_words(), "1 of 1");
        find.text = "x".to_owned();
        find.search("a", 2);
        assert_eq!(find.in_words(), "No matches");
        find.text = "a".to_owned();
        find.search(&"a".repeat(2 * MOST), 3);
        assert_eq!(find.in_words(), "1 of 10,000 or more");
    }
}
