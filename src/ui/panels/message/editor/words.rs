//! How many words and characters a text has.

use crate::campaign::text::thousands;
use crate::workbench::preview::length::characters_in_words;

/// The numbers of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextCounts {
    words: u64,
    characters: usize,
}

impl TextCounts {
    /// Counts a text as typed: a merge field is a word.
    pub fn of(text: &str) -> Self {
        Self { words: text.split_whitespace().count() as u64, characters: text.chars().count() }
    }

    /// `312 words · 1,804 characters`.
    pub fn in_words(self) -> String {
        let words = if self.words == 1 { "word" } else { "words" };
        format!("{} {words} · {}", thousands(self.words), characters_in_words(self.characters))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_characters_are_counted() {
        assert_eq!(TextCounts::of("").in_words(), "0 words · 0 characters");
        assert_eq!(TextCounts::of("é").in_words(), "1 word · 1 character");
        assert_eq!(TextCounts::of(" Dear ~Contact.FirstName~,\n\nhi ").in_words(), "3 words · 31 characters");
    }
}
