//! The words that a file has for a status, each with how it is read and how often it occurs.
//!
//! A word that is read wrongly, such as `pending`, decides who gets email. So all of them are shown, and the user can
//! give each another meaning.

use std::collections::BTreeMap;

use crate::contacts::consent::StatusReading;
use crate::contacts::reject::shortened;

/// A word for a status, and what is made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusWord {
    /// How it is read.
    pub reading: StatusReading,
    /// The number of its cells.
    pub count: u64,
}

/// The words of each column of status, by the index of the column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusWords(BTreeMap<usize, BTreeMap<String, StatusWord>>);

impl StatusWords {
    /// Most words of a column. A column with more has sentences, which nobody would give a meaning one by one.
    pub const MOST: usize = 100;

    /// Counts a cell of a column. Empty cells have no word.
    pub(super) fn add(&mut self, place: usize, cell: &str, reading: StatusReading) {
        let word = cell.trim();
        if word.is_empty() {
            return;
        }
        let words = self.0.entry(place).or_default();
        let is_full = words.len() >= Self::MOST;
        match words.get_mut(word) {
            Some(known) => known.count += 1,
            // A shortened text is no word that can be given a meaning.
            None if !is_full && shortened(word) == word => {
                words.insert(word.to_owned(), StatusWord { reading, count: 1 });
            }
            None => {}
        }
    }

    /// Adds the words of the part of the file that follows.
    pub(super) fn append(&mut self, next: Self) {
        for (place, words) in next.0 {
            let all = self.0.entry(place).or_default();
            for (word, next) in words {
                let is_full = all.len() >= Self::MOST;
                match all.get_mut(&word) {
                    Some(known) => known.count += next.count,
                    None if !is_full => _ = all.insert(word, next),
                    None => {}
                }
            }
        }
    }

    /// The words of each column: the index of the column, and its words, most frequent first.
    pub fn columns(&self) -> impl Iterator<Item = (usize, Vec<(&str, StatusWord)>)> {
        self.0.iter().map(|(place, words)| {
            let mut words: Vec<_> = words.iter().map(|(word, said)| (word.as_str(), *said)).collect();
            words.sort_by_key(|(_, said)| std::cmp::Reverse(said.count));
            (*place, words)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::status::EmailStatus;

    #[test]
    fn words_are_counted_over_all_parts_and_their_number_is_limited() {
        let subscribed = StatusReading::Status(EmailStatus::Unconfirmed);
        let (mut first, mut second) = (StatusWords::default(), StatusWords::default());
        first.add(2, " ja ", subscribed);
        first.add(2, "", StatusReading::Empty);
        second.add(2, "ja", subscribed);
        second.add(2, "pending?", StatusReading::Status(EmailStatus::NonMarketable));
        first.append(second);
        let words: Vec<_> = first.columns().collect();
        let [(2, words)] = words.as_slice() else { panic!("{words:?}") };
        let said: Vec<_> = words.iter().map(|(word, said)| (*word, said.count)).collect();
        assert_eq!(said, [("ja", 2), ("pending?", 1)]);
        (0..1_000).for_each(|number| first.add(2, &format!("reason {number}"), StatusReading::NotUnderstood));
        assert_eq!(first.columns().next().map(|(_, words)| words.len()), Some(StatusWords::MOST));
    }
}
