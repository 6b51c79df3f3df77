//! What the list of commands keeps between frames.

use eframe::egui::Id;

use super::entries::{Entry, Target};
use crate::ui::controls::fuzzy;
use crate::ui::controls::search_list::SearchList;

/// How many of those used last go before the others.
const REMEMBERED: usize = 8;

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(super) list: SearchList,
    pub(super) entries: Vec<Entry>,
    /// Which entries fit what is typed, best first.
    pub(super) fitting: Vec<usize>,
    /// Those used last, last first.
    used: Vec<Target>,
    pub(super) is_open: bool,
    /// What had the keyboard before.
    pub(super) before: Option<Id>,
}

impl State {
    /// Another campaign is open: its items go, what a person is used to stays.
    pub fn forget_document(&mut self) {
        let used = std::mem::take(&mut self.used).into_iter().filter(|used| !matches!(used, Target::Go(_)));
        *self = Self { used: used.collect(), ..Self::default() };
    }

    /// Begins anew, with all that there is now.
    pub(super) fn open(&mut self, before: Option<Id>, entries: Vec<Entry>) {
        self.is_open = true;
        self.before = before;
        self.list = SearchList::default();
        self.entries = entries;
        self.search();
    }

    /// Finds what fits what is typed.
    pub(super) fn search(&mut self) {
        let typed = self.list.text.trim();
        let rank_used = |entry: &Entry| self.used.iter().position(|used| *used == entry.target);
        let mut fitting: Vec<(i32, usize)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if typed.is_empty() && entry.only_typed {
                continue;
            }
            let by_both = || fuzzy::score(typed, &format!("{} {}", entry.label, entry.from)).map(|score| score - 200);
            if let Some(score) = fuzzy::score(typed, &entry.label).or_else(by_both) {
                let score = if typed.is_empty() { 0 } else { score };
                let used = rank_used(entry).map_or(0, |rank| 40 * (REMEMBERED - rank) as i32);
                // What is typed in full is meant, whatever was used before.
                let exact = if entry.label.eq_ignore_ascii_case(typed) { 1_000 } else { 0 };
                fitting.push((score + used + exact - if entry.enabled { 0 } else { 120 }, place));
            }
        }
        if !typed.is_empty() || !self.used.is_empty() {
            fitting.sort_by_key(|(score, place)| (-score, *place));
        }
        self.fitting = fitting.into_iter().map(|(_, place)| place).collect();
    }

    /// This was used last.
    pub(super) fn remember(&mut self, target: Target) {
        self.used.retain(|used| *used != target);
        self.used.insert(0, target);
        self.used.truncate(REMEMBERED);
    }
}
