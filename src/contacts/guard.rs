//! Guards cells against being run as formulas by a spreadsheet (files-and-commands.md, *Columns*).

use std::borrow::Cow;

/// A spreadsheet may run a text that begins with one of these. Some also accept the full-width forms, and skip blanks.
const RISKY: [char; 11] = ['=', '+', '-', '@', '\'', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet could run a text as a formula.
fn is_risky(text: &str) -> bool {
    match text.as_bytes().first() {
        // The common case.
        Some(byte) if byte.is_ascii_alphanumeric() => false,
        Some(b'\t' | b'\r') => true,
        _ => text.trim_start_matches(is_blank).starts_with(RISKY),
    }
}

/// Blanks and invisible characters.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{0}'..='\u{1F}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// A text as written to a CSV file: with a leading `'` if a spreadsheet could run it as a formula.
pub fn guarded(text: &str) -> Cow<'_, str> {
    match is_risky(text) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// The text of a cell in a CSV file, without the `'` that [`guarded`] added.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_risky(text) => text,
        _ => cell,
    }
}

/// The text of a cell of any program: without the `'` that [`guarded`] added, or that a spreadsheet puts before digits
/// so that they stay text (`'01970`).
pub fn plain_text(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(|first: char| first.is_ascii_digit()) => text,
        Some(_) | None => unguarded(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_read_back_as_it_was() {
        for text in [
            "",
            "a",
            "=1",
            "'",
            "''",
            "'=1",
            "'a",
            "+1",
            "-",
            "@x",
            "\tx",
            "\rx",
            "it's",
            " =1",
            "' =1",
            "\n=1",
            "＝1",
            "'＝1",
            " ",
            "' ",
            "\u{FEFF}@x",
        ] {
            assert_eq!(unguarded(&guarded(text)), text, "{text:?}");
        }
        for text in ["=1", " =1", "\n+1", "＝1", "\u{A0}－1", "\u{200B}@", "\u{0}=1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "a=1", "1-1", " a", "é", "\u{200B}"] {
            assert_eq!(guarded(text), text);
        }
        assert_eq!(unguarded("'tis"), "'tis");
    }
}
