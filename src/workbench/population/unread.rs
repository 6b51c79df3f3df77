//! The list of what isn't read of a contacts file, and the entries of it that a filter wants.

use std::collections::BTreeMap;

use crate::contacts::reading::unread::UnreadEntry;
use crate::workbench::needle::Needle;

/// Most entries of a list in memory, which are some 40 MB. A file with more is saved with all of them.
pub const MOST_ENTRIES: usize = 200_000;

/// The first entries of a file, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnreadList {
    /// The first entries in the order of the file, at most [`MOST_ENTRIES`].
    pub entries: Vec<UnreadEntry>,
    /// The number of all entries.
    pub total: u64,
}

/// Which entries of a list are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnreadFilter {
    /// The column; `None` for every column, and for rows.
    pub column: Option<String>,
    /// The kind, as an entry names it; `None` for every kind.
    pub kind: Option<&'static str>,
    /// A text that the cell, the reason, the column or the line contains, in any case.
    pub text: String,
}

impl UnreadList {
    /// Adds an entry while there is room, and counts it.
    pub fn push(&mut self, entry: UnreadEntry) {
        self.total += 1;
        if self.entries.len() < MOST_ENTRIES {
            self.entries.push(entry);
        }
    }

    /// The indices of the wanted entries.
    pub fn matching(&self, filter: &UnreadFilter) -> Vec<u32> {
        let needle = Needle::new(filter.text.trim());
        let is_wanted = |entry: &UnreadEntry| {
            let of_column = filter.column.as_ref().is_none_or(|column| entry.column.as_ref() == Some(column));
            let of_kind = filter.kind.is_none_or(|kind| kind == entry.kind);
            of_column && of_kind && (needle.is_empty() || contains(entry, &needle))
        };
        (0..).zip(&self.entries).filter(|(_, entry)| is_wanted(entry)).map(|(index, _)| index).collect()
    }

    /// The columns and kinds that have entries. It takes as long as a search, so callers keep it.
    pub fn choices(&self) -> UnreadChoices {
        let columns = counted(self.entries.iter().filter_map(|entry| entry.column.as_deref()));
        let kinds = counted(self.entries.iter().map(|entry| entry.kind));
        UnreadChoices { columns: columns.into_iter().map(|(name, count)| (name.to_owned(), count)).collect(), kinds }
    }
}

/// What the entries of a list can be filtered by, each with the number of its entries, the one with most first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnreadChoices {
    /// The columns.
    pub columns: Vec<(String, u64)>,
    /// The kinds.
    pub kinds: Vec<(&'static str, u64)>,
}

fn contains(entry: &UnreadEntry, needle: &Needle) -> bool {
    let column = entry.column.as_deref().unwrap_or("");
    let texts = [entry.text.as_str(), entry.reason.as_str(), column];
    texts.into_iter().any(|text| needle.find(text).is_some()) || needle.find(&entry.line.to_string()).is_some()
}

fn counted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, u64)> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    let mut counts: Vec<(&str, u64)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(line: u64, column: &str, kind: &'static str, text: &str) -> UnreadEntry {
        let column = (!column.is_empty()).then(|| column.to_owned());
        UnreadEntry { line, column, kind, text: text.to_owned(), reason: "isn't a date".to_owned() }
    }

    #[test]
    fn entries_are_found_by_column_kind_and_text() {
        let mut list = UnreadList::default();
        for entry in [
            entry(2, "Born", "Date", "soon"),
            entry(3, "Born", "Date", "Später"),
            entry(3, "Zone", "Time zone", "Mars"),
            entry(40, "", "Repeated row", "ann@example.com"),
        ] {
            list.push(entry);
        }
        let found = |column: Option<&str>, kind, text: &str| {
            list.matching(&UnreadFilter { column: column.map(str::to_owned), kind, text: text.to_owned() })
        };
        assert_eq!(found(None, None, ""), [0, 1, 2, 3]);
        assert_eq!(found(Some("Born"), None, ""), [0, 1]);
        assert_eq!(found(None, Some("Repeated row"), ""), [3]);
        assert_eq!(found(None, None, " SPÄTER "), [1]);
        assert_eq!(found(None, None, "40"), [3]);
        assert_eq!(found(None, None, "born"), [0, 1]);
        assert_eq!(found(Some("Zone"), Some("Date"), ""), Vec::<u32>::new());
        let choices = list.choices();
        assert_eq!(choices.columns, [("Born".to_owned(), 2), ("Zone".to_owned(), 1)]);
        assert_eq!(choices.kinds, [("Date", 2), ("Repeated row", 1), ("Time zone", 1)]);
    }
}
