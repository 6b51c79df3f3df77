//! What the list of commands keeps between frames.

use eframe::egui::Id;

use super::entries::CommandEntry;
use super::target::CommandTarget;
use crate::campaign::catalog::OFFERS;
use crate::ui::context::command::{Command, Menu};
use crate::ui::controls::fuzzy;
use crate::ui::controls::search_list::SearchList;

/// Recently used entries that come before the others.
const REMEMBERED: usize = 8;

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct CommandsState {
    pub(super) list: SearchList,
    pub(super) entries: Vec<CommandEntry>,
    /// The indices of matching entries, best first, each with the other word that it was found by.
    pub(super) fitting: Vec<(usize, Option<&'static str>)>,
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
        // The entry for finding the typed text is added anew each time.
        self.entries.retain(|entry| !matches!(entry.target, CommandTarget::Find(_)));
        let typed = self.list.text.trim();
        let rank_used = |entry: &CommandEntry| self.used.iter().position(|used| *used == entry.target);
        let mut fitting: Vec<(i32, usize, Option<&'static str>)> = Vec::new();
        let listed = self.entries.iter().enumerate().filter(|(_, entry)| !typed.is_empty() || !entry.only_typed);
        let scored: Vec<_> = listed.filter_map(|(place, entry)| Some((place, score(typed, entry)?))).collect();
        let best = scored.iter().map(|(_, (score, _))| *score).max().unwrap_or_default();
        for (place, (score, word)) in scored {
            let entry = &self.entries[place];
            // Scattered letters fit nearly everything, so they count only where nothing fits better.
            if typed.is_empty() || score.saturating_mul(5) >= best.saturating_mul(2) {
                let score = if typed.is_empty() { 0 } else { score };
                let used = rank_used(entry).map_or(0, |rank| 40 * (REMEMBERED - rank) as i32);
                // An exact match comes first, whatever was used before.
                let exact = if word.is_none() && entry.label.eq_ignore_ascii_case(typed) { 1_000 } else { 0 };
                let inserts = if is_named_item(typed, entry) { NAMED_ITEM } else { 0 };
                let does = if word.is_none() && does_what_is_typed(typed, entry) { DOES_IT } else { 0 };
                fitting.push((
                    score + used + exact + inserts + does - if entry.enabled { 0 } else { 120 },
                    place,
                    word,
                ));
            }
        }
        if !typed.is_empty() || !self.used.is_empty() {
            fitting.sort_by_key(|(score, place, _)| (-score, *place));
        }
        self.fitting = fitting.into_iter().map(|(_, place, word)| (place, word)).collect();
        if self.fitting.is_empty() {
            self.fitting.extend(closest(typed, &self.entries));
        }
        if !typed.is_empty() {
            self.fitting.push((self.entries.len(), None));
            self.entries.push(CommandEntry::of_find(typed));
        }
    }

    /// Remembers a used entry. A recent file isn't remembered: by its index, it would soon be another one.
    pub(super) fn remember(&mut self, target: CommandTarget) {
        if matches!(target, CommandTarget::Run(Command::OpenRecent(_))) {
            return;
        }
        self.used.retain(|used| *used != target);
        self.used.insert(0, target);
        self.used.truncate(REMEMBERED);
    }
}

/// What a match by another word costs, so that labels come before it.
const BY_WORD: i32 = 256;
/// The advantage of another word that was typed in full.
const IN_FULL: i32 = 200;

/// The advantage of a command that can be run now and is called what was typed, over a page of help about it.
const DOES_IT: i32 = 300;

/// Whether the entry runs a command, and the typed words are words of its label: `ready`, for “Mark ready”.
fn does_what_is_typed(typed: &str, entry: &CommandEntry) -> bool {
    let label = entry.label.to_lowercase();
    let named = |word: &str| label.split_whitespace().any(|part| part.trim_end_matches('…') == word);
    let runs = matches!(entry.target, CommandTarget::Run(_)) && entry.enabled;
    runs && !typed.is_empty() && typed.to_lowercase().split_whitespace().all(named)
}

/// The advantage of inserting the item whose name was typed.
const NAMED_ITEM: i32 = 900;

/// Whether the entry inserts an item whose name is typed, or ends with it: `tag`, for “Apply or remove tag”.
fn is_named_item(typed: &str, entry: &CommandEntry) -> bool {
    let CommandTarget::Run(Command::Insert(offer)) = entry.target else { return false };
    let (typed, name) = (typed.to_lowercase(), OFFERS[offer].label.to_lowercase());
    !typed.is_empty() && name.strip_suffix(&typed).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// How well an entry fits what was typed, and the other word it was found by, if it wasn't found by its label.
fn score(typed: &str, entry: &CommandEntry) -> Option<(i32, Option<&'static str>)> {
    if goes(typed) && inserts(&entry.target) {
        return None;
    }
    let by_both = || fuzzy::score(typed, &format!("{} {}", entry.label, entry.from)).map(|score| score - 200);
    let by_label = match entry.only_by_words {
        true => None,
        // Among the letters of a whole sentence, nearly every word is found.
        false if entry.label.ends_with('?') => score_of_word(typed, &entry.label),
        false => fuzzy::score(typed, &entry.label).or_else(by_both),
    };
    let by_word = entry.words.iter().filter_map(|word| Some((score_of_word(typed, word)?, Some(*word))));
    by_word.chain(by_label.map(|score| (score, None))).max_by_key(|(score, word)| (*score, word.is_none()))
}

/// Whether the typed words ask to go somewhere.
fn goes(typed: &str) -> bool {
    typed.get(..6).is_some_and(|begins| begins.eq_ignore_ascii_case("go to "))
}

/// Whether an entry puts something new into the campaign, which nobody means who wants to go somewhere.
fn inserts(target: &CommandTarget) -> bool {
    matches!(target, CommandTarget::Run(command) if command.menu() == Menu::Insert)
}

/// How well another word fits: all typed words begin words of it, or it is a part of a longer question.
fn score_of_word(typed: &str, word: &str) -> Option<i32> {
    if typed.is_empty() {
        return None;
    }
    let (typed, word) = (typed.to_lowercase(), word.to_lowercase());
    let (asked, known): (Vec<_>, Vec<_>) = (typed.split_whitespace().collect(), word.split_whitespace().collect());
    let is_begun = asked.iter().all(|asked| known.iter().any(|known| known.starts_with(asked)));
    let is_part = asked.len() > known.len() && known.iter().all(|known| asked.contains(known));
    let score = if is_begun {
        fuzzy::score(&typed, &word)?
    } else if is_part {
        fuzzy::score(&word, &word)?
    } else {
        return None;
    };
    Some(score - BY_WORD + if typed == word { IN_FULL } else { 0 })
}

/// The entries whose label or other word is spelt almost as typed.
fn closest(typed: &str, entries: &[CommandEntry]) -> Vec<(usize, Option<&'static str>)> {
    const MOST: usize = 5;
    let letters = typed.chars().count();
    if !(3..=40).contains(&letters) {
        return Vec::new();
    }
    let (typed, is_going) = (typed.to_lowercase(), goes(typed));
    let apart = |known: &str| {
        // One word of several may be meant.
        let parts = known.split(' ').chain(std::iter::once(known));
        parts.map(|part| strsim::osa_distance(&typed, &part.to_lowercase())).min().unwrap_or(usize::MAX)
    };
    let mut found: Vec<(usize, usize, Option<&'static str>)> = Vec::new();
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| !is_going || !inserts(&entry.target)) {
        let label = (!entry.only_by_words).then(|| (apart(&entry.label), None));
        let best =
            entry.words.iter().map(|word| (apart(word), Some(*word))).chain(label).min_by_key(|(apart, _)| *apart);
        if let Some((apart, word)) = best.filter(|(apart, _)| *apart <= (letters / 3).clamp(1, 3)) {
            found.push((apart, place, word));
        }
    }
    found.sort_by_key(|(apart, place, _)| (*apart, *place));
    found.into_iter().take(MOST).map(|(_, place, word)| (place, word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::context::command_words::words;
    use crate::ui::context::parts::WindowPart;
    use crate::ui::panels::commands::missing;

    fn entry(label: &str, words: &'static [&'static str]) -> CommandEntry {
        CommandEntry { words, ..CommandEntry::of_find("").named(label) }
    }

    #[test]
    fn every_other_word_finds_its_entry() {
        let commands = Command::PLAIN.iter().map(|command| entry(&command.label(), words(*command)));
        let parts = WindowPart::ALL.iter().map(|part| entry(part.label(), part.words()));
        let missing = missing::all().into_iter().map(|missing| entry(missing.says, missing.words));
        for entry in commands.chain(parts).chain(missing) {
            for word in entry.words {
                assert!(score(word, &entry).is_some(), "{word}: {}", entry.label);
                assert!(score(&format!("how do I {word} here"), &entry).is_some(), "{word}: {}", entry.label);
            }
        }
    }

    #[test]
    fn the_name_of_an_item_inserts_it_before_anything_else() {
        let asks =
            ["When is a letter skipped?", "Who gets an email?", "Can a tag be removed?"].map(|ask| entry(ask, &[]));
        let inserts = OFFERS.iter().enumerate().map(|(place, offer)| {
            let target = CommandTarget::Run(Command::Insert(place));
            CommandEntry { target, ..entry(&format!("Insert {}", offer.label), &[]) }
        });
        let all: Vec<CommandEntry> = asks.into_iter().chain(inserts).collect();
        for (typed, first) in [("letter", "Letter"), ("Email", "Email"), ("tag", "Apply or remove tag")] {
            let mut state = CommandsState::default();
            state.list.text = typed.to_owned();
            state.entries.clone_from(&all);
            state.search();
            assert_eq!(state.entries[state.fitting[0].0].label, format!("Insert {first}"), "{typed}");
        }
    }

    #[test]
    fn labels_come_before_other_words_unless_a_word_is_typed_in_full() {
        let of = |typed: &str, entry: &CommandEntry| score(typed, entry).map_or(i32::MIN, |(score, _)| score);
        let (export, import) = (entry("Export…", &["csv", "spreadsheet"]), entry("Import contacts…", &["csv file"]));
        assert!(of("csv", &export) > of("csv", &import), "in full");
        assert!(of("import", &import) > of("import", &entry("Open…", &["import files"])));
        assert!(score("fil", &import).is_some_and(|(_, word)| word == Some("csv file")), "the beginning of any word");
        assert!(score("ile", &entry("Save", &["csv file"])).is_none(), "not the middle of one");
    }
}
