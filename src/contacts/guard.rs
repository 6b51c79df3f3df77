//! Cells that no spreadsheet takes for a formula (files-and-commands.md, *Columns*).

use std::borrow::Cow;

/// What a text must not begin with, lest a spreadsheet runs it.
const RISKY: [char; 7] = ['=', '+', '-', '@', '\'', '\t', '\r'];

/// A text as it is written to a CSV file: with a leading `'` where it begins with something risky.
pub fn guarded(text: &str) -> Cow<'_, str> {
    match text.starts_with(RISKY) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// A cell of a CSV file as the text that was written: without the `'` that guards it.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(RISKY) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_read_back_as_it_was() {
        for text in ["", "a", "=1", "'", "''", "'=1", "'a", "+1", "-", "@x", "\tx", "\rx", "it's"] {
            assert_eq!(unguarded(&guarded(text)), text, "{text:?}");
        }
        assert_eq!(guarded("=1"), "'=1");
        assert_eq!(unguarded("'tis"), "'tis");
    }
}
