//! Text cells of CSV files: never a formula (files-and-commands.md, *Columns*).

use std::borrow::Cow;

/// A text as a cell holds it: one that begins with `= + - @ '`, tab or carriage return gets a
/// leading `'`, so that no spreadsheet takes it for a formula.
pub fn guarded(text: &str) -> Cow<'_, str> {
    match text.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\'' | b'\t' | b'\r') => Cow::Owned(format!("'{text}")),
        _ => Cow::Borrowed(text),
    }
}

/// The text of a cell that [`guarded`] wrote; any other cell stays as it is.
pub fn unguarded(cell: &str) -> &str {
    crate::contacts::cells::unguarded(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_reads_back() {
        for text in ["", "a", "=1+1", "+49", "-", "@x", "'", "''", "'=x", "\tx", "\rx", "x=1", "é"] {
            assert_eq!(unguarded(&guarded(text)), text, "{text:?}");
        }
        assert_eq!(guarded("=1"), "'=1");
        assert_eq!(unguarded("'s Gravenhage"), "'s Gravenhage");
    }
}
