//! A text to find in others, in any case.

use std::ops::Range;

/// The text to find, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    letters: Vec<char>,
    /// The first letter in both cases, if it is ASCII: this makes the search fast.
    first: Option<(u8, u8)>,
}

impl Needle {
    /// The text to find, with its blanks.
    pub fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
        let first = letters.first().filter(|letter| letter.is_ascii()).map(|letter| *letter as u8);
        // Two non-ASCII letters, the Kelvin sign and the dotted I, have lower cases that begin with these letters.
        let first = first.filter(|byte| !matches!(byte, b'k' | b'i'));
        Self { letters, first: first.map(|byte| (byte, byte.to_ascii_uppercase())) }
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The first match, in bytes; `None` if there is none or nothing to find.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        if self.is_empty() {
            return None;
        }
        let matched = |at: usize| Some(at..at + self.matches(&text[at..])?);
        match self.first {
            Some((lower, upper)) => memchr::memchr2_iter(lower, upper, text.as_bytes()).find_map(matched),
            None => text.char_indices().find_map(|(at, _)| matched(at)),
        }
    }

    /// All matches, in bytes, without overlap.
    pub fn find_all(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find(&text[from..])?;
            let found = from + found.start..from + found.end;
            from = found.end;
            Some(found)
        })
    }

    /// The number of bytes at the beginning of a text that match.
    fn matches(&self, text: &str) -> Option<usize> {
        let mut wanted = self.letters.iter();
        for (at, letter) in text.char_indices() {
            // Only whole letters match.
            for lower in letter.to_lowercase() {
                if wanted.next() != Some(&lower) {
                    return None;
                }
            }
            if wanted.len() == 0 {
                return Some(at + letter.len_utf8());
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, wanted: &str) -> Vec<Range<usize>> {
        Needle::new(wanted).find_all(text).collect()
    }

    #[test]
    fn matches_are_found_in_any_case_and_lie_between_letters() {
        assert_eq!(all("Anna and ANNA", "anna"), [0..4, 9..13]);
        assert_eq!(all("aaaa", "aa"), [0..2, 2..4]);
        assert_eq!(all("GRÖSSE größe", "GRÖ"), [0..4, 8..12]);
        assert_eq!(all("one  one", " one"), vec![4..8], "blanks count");
        assert!(all("abc", "").is_empty() && all("", "a").is_empty() && all("ab", "abc").is_empty());
        let text = "İstanbul";
        for found in all(text, "i") {
            assert!(text.is_char_boundary(found.start) && text.is_char_boundary(found.end));
        }
    }
}
