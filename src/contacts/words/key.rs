//! A word without what people write differently.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest cell that is read as a word, in bytes. A longer one is a text, and no word.
pub const LONGEST_CELL: usize = 200;

/// A cell without the blanks and invisible characters around it. Web pages and spreadsheets leave both.
pub fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    })
}

/// A word in lower case, without accents, blanks and punctuation: `São Paulo` is `saopaulo`.
///
/// A text longer than [`LONGEST_CELL`] has the empty key, which is no word's.
pub fn word_key(text: &str) -> String {
    if text.len() > LONGEST_CELL {
        return String::new();
    }
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| letter.to_ascii_lowercase() as char).collect();
    }
    let mut key = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| letter.is_alphanumeric() && !is_combining_mark(*letter)) {
        match letter {
            'ß' | 'ẞ' => key.push_str("ss"),
            'ø' | 'Ø' => key.push('o'),
            'æ' | 'Æ' => key.push_str("ae"),
            'œ' | 'Œ' => key.push_str("oe"),
            'ł' | 'Ł' => key.push('l'),
            'đ' | 'Đ' => key.push('d'),
            'ı' => key.push('i'),
            // Accents that lower case adds (`İ`) go, too.
            other => key.extend(other.to_lowercase().filter(|lower| !is_combining_mark(*lower))),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_forget_case_accents_and_punctuation() {
        for (text, key) in [
            ("São Paulo", "saopaulo"),
            ("Opt-In Status", "optinstatus"),
            ("Übersee", "ubersee"),
            ("Größe", "grosse"),
            ("ＥＳＴ", "est"),
            ("sí", "si"),
            ("*|*", ""),
        ] {
            assert_eq!(word_key(text), key, "{text}");
        }
        assert_eq!(word_key(&"a".repeat(LONGEST_CELL + 1)), "");
        assert_eq!(trimmed("\u{FEFF} a b\u{A0}\u{200B}"), "a b");
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(text in "\\PC{0,60}") {
            let key = word_key(&text);
            if key.len() <= LONGEST_CELL {
                prop_assert_eq!(word_key(&key), key);
            }
        }
    }
}
