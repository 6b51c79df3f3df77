//! What the list of commands keeps between frames.

use eframe::egui::Id;

use super::entries::{CommandEntry, CommandTarget};
use crate::ui::controls::fuzzy;
use crate::ui::controls::search_list::SearchList;

/// Recently used entries that come before the others.
const REMEMBERED: usize = 8;

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct CommandsState {
    pub(super) list: SearchList,
    pub(super) entries: Vec<CommandEntry>,
    /// The indices of matching entries, best first.
    pub(super) fitting: Vec<usize>,
    /// Recently used entries, latest first.
    used: Vec<CommandTarget>,
    pub(super) is_open: bool,
    /// The widget that had focus before the list opened.
    pub(super) before: Option<Id>,
}

impl CommandsState {
    /// Forgets items of the campaign that was open before; other recently used entries stay.
    pub fn forget_document(&mut self) {
        let used = std::mem::take(&mut self.used).into_iter().filter(|used| !matches!(used, CommandTarget::Go(_)));
        *self = Self { used: used.collect(), ..Self::default() };
    }

    /// Opens the list with all current entries.
    pub(super) fn open(&mut self, before: Option<Id>, entries: Vec<CommandEntry>) {
        self.is_open = true;
        self.before = before;
        self.list = SearchList::default();
        self.entries = entries;
        self.search();
    }

    /// Finds the entries that match the typed text.
    pub(super) fn search(&mut self) {
        let typed = self.list.text.trim();
        let rank_used = |entry: &CommandEntry| self.used.iter().position(|used| *used == entry.target);
        let mut fitting: Vec<(i32, usize)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if typed.is_empty() && entry.only_typed {
                continue;
            }
            let by_both = || fuzzy::score(typed, &format!("{} {}", entry.label, entry.from)).map(|score| score - 200);
            if let Some(score) = fuzzy::score(typed, &entry.label).or_else(by_both) {
                let score = if typed.is_empty() { 0 } else { score };
                let used = rank_used(entry).map_or(0, |rank| 40 * (REMEMBERED - rank) as i32);
                // An exact match comes first, whatever was used before.
                let exact = if entry.label.eq_ignore_ascii_case(typed) { 1_000 } else { 0 };
                fitting.push((score + used + exact - if entry.enabled { 0 } else { 120 }, place));
            }
        }
        if !typed.is_empty() || !self.used.is_empty() {
            fitting.sort_by_key(|(score, place)| (-score, *place));
        }
        self.fitting = fitting.into_iter().map(|(_, place)| place).collect();
    }

    /// Remembers a used entry.
    pub(super) fn remember(&mut self, target: CommandTarget) {
        self.used.retain(|used| *used != target);
        self.used.insert(0, target);
        self.used.truncate(REMEMBERED);
    }
}
