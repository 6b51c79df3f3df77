//! What a row of contacts is called where it stands, and what a spreadsheet calls its columns.

use std::fmt;

/// What a row is called, before its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// A line of a text.
    #[default]
    Line,
    /// A row of a sheet.
    SheetRow,
    /// A contact that was typed by hand.
    Contact,
}

impl fmt::Display for RowKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            RowKind::Line => "line",
            RowKind::SheetRow => "row",
            RowKind::Contact => "contact",
        })
    }
}

/// The letters of a column in a spreadsheet, by its index from 0: `A`, `Z`, `AA`.
pub fn column_letters(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (index % 26) as u8));
        match index / 26 {
            0 => return letters.into_iter().rev().collect(),
            more => index = more - 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (index, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(index), letters);
        }
        assert_eq!(column_letters(16_383), "XFD", "Excel's last");
    }
}
