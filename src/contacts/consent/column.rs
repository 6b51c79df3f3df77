//! Columns of status and consent by their name.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::contacts::words::word_key;

use crate::contacts::status::EmailStatus;

/// What a "yes" in a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConsentSense {
    /// Yes, or a date, means that the contact may be mailed: `Opted in`.
    Positive,
    /// Yes, a date or any reason means that the contact may not: `Unsubscribed from all email`.
    Negative,
    /// The cell is a word for a status: `Email Status`.
    StatusWord,
}

/// What an empty cell of a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EmptyConsent {
    /// Nothing: no objection, or a detail that isn't known.
    NoObjection,
    /// No consent was given, or none was asked for: [`ConsentColumn::empty_status`](super::ConsentColumn::empty_status).
    NotGiven,
}

/// A column of status or consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConsentColumn {
    /// What a "yes" says.
    pub sense: ConsentSense,
    /// The status for "yes".
    pub yes: EmailStatus,
    /// The status for "no".
    pub no: EmailStatus,
    /// What an empty cell means.
    pub empty: EmptyConsent,
    /// Whether the name is so general (`Status`) that the column counts only if all its cells are understood.
    pub needs_cells: bool,
    /// Whether the word "unconfirmed" means that a confirmation is awaited, so that the contact may not be mailed yet.
    /// In a column of Dripline or Keap, it means a single opt-in.
    pub awaits_confirmation: bool,
}

impl ConsentColumn {
    /// A column of this sense with the usual statuses, for a column that the user chose.
    pub const fn of_sense(sense: ConsentSense) -> Self {
        let (yes, no, empty) = match sense {
            ConsentSense::Positive | ConsentSense::StatusWord => {
                (EmailStatus::Unconfirmed, EmailStatus::NonMarketable, EmptyConsent::NotGiven)
            }
            ConsentSense::Negative => (EmailStatus::Unsubscribed, EmailStatus::Unconfirmed, EmptyConsent::NoObjection),
        };
        Self { sense, yes, no, empty, needs_cells: false, awaits_confirmation: false }
    }

    fn of_kind(kind: &str) -> Option<Self> {
        let positive = Self::of_sense(ConsentSense::Positive);
        let negative = Self::of_sense(ConsentSense::Negative);
        let word = Self::of_sense(ConsentSense::StatusWord);
        Some(match kind {
            "status" => word,
            "subscriber status" => Self { awaits_confirmation: true, ..word },
            "general status" => Self { awaits_confirmation: true, needs_cells: true, ..word },
            "yes is consent" => positive,
            // Without a double opt-in, the contact may still have agreed.
            "yes is confirmed" => Self {
                yes: EmailStatus::Confirmed,
                no: EmailStatus::Unconfirmed,
                empty: EmptyConsent::NoObjection,
                ..positive
            },
            "date of consent" => Self { empty: EmptyConsent::NoObjection, ..positive },
            "yes is opt-out" => negative,
            "yes is bounce" => Self { yes: EmailStatus::HardBounce, ..negative },
            "yes is spam" => Self { yes: EmailStatus::SpamComplaint, ..negative },
            "yes forbids marketing" => Self { yes: EmailStatus::NonMarketable, ..negative },
            _ => return None,
        })
    }
}

/// The names of columns: whole ones, and the starts of names that end in anything.
struct ColumnNames {
    whole: FxHashMap<String, ConsentColumn>,
    starts: Vec<(String, ConsentColumn)>,
}

static COLUMNS: LazyLock<ColumnNames> = LazyLock::new(|| {
    let mut names = ColumnNames { whole: FxHashMap::default(), starts: Vec::new() };
    for line in include_str!("columns.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((kind, list)) = line.split_once('\t') else { continue };
        let Some(column) = ConsentColumn::of_kind(kind) else { continue };
        for name in list.split("; ") {
            match name.strip_suffix('…') {
                Some(start) => names.starts.push((word_key(start), column)),
                None => {
                    names.whole.insert(word_key(name), column);
                }
            }
        }
    }
    names
});

/// The column of status or consent with this name, in any vendor's export or by hand in one of seven languages.
///
/// `None` also for consent to other channels (`SMS Marketing Consent`).
pub fn consent_column(header_name: &str) -> Option<ConsentColumn> {
    let key = word_key(header_name);
    if key.is_empty() {
        return None;
    }
    let start = || COLUMNS.starts.iter().find(|(start, _)| key.starts_with(start.as_str())).map(|(_, column)| *column);
    COLUMNS.whole.get(&key).copied().or_else(start).or_else(|| compound_column(&key))
}

/// A name that is made of a known one and a word for what it is about: `Newsletter-Einwilligung`, `Confirmed opt-out
/// date`. Names as general as `Status` are another thing in company: `Customer status`.
fn compound_column(key: &str) -> Option<ConsentColumn> {
    const ABOUT: [&str; 12] = [
        "newsletter",
        "emailmarketing",
        "marketing",
        "email",
        "mail",
        "contact",
        "subscriber",
        "kunden",
        "confirmed",
        "werbe",
        "default",
        "current",
    ];
    let rest = |about: &&str| [key.strip_prefix(*about), key.strip_suffix(*about)];
    let names = ABOUT.iter().flat_map(rest).flatten();
    let column = names.filter_map(|name| COLUMNS.whole.get(name)).next().copied();
    column.filter(|column| !column.needs_cells && column.sense != ConsentSense::StatusWord)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_and_no_name_is_in_two_kinds() {
        let mut kinds = FxHashMap::default();
        for line in include_str!("columns.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (kind, list) = line.split_once('\t').expect(line);
            assert!(ConsentColumn::of_kind(kind).is_some(), "{kind}");
            for name in list.split("; ") {
                let before = kinds.insert(word_key(name), kind);
                assert!(before.is_none_or(|before| before == kind), "{name}: {kind} and {before:?}");
            }
        }
        assert!(kinds.len() > 250, "{}", kinds.len());
    }
}
