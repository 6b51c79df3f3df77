//! What the rules reference keeps between frames.

use super::entry::Worked;
use crate::workbench::rules::{Rule, all};

/// What the reference keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct RulesState {
    pub(super) text: String,
    /// Each rule with its example, computed when the page first opens.
    pub(super) worked: Vec<Worked>,
    /// The indices of matching rules.
    pub(super) fitting: Vec<usize>,
    pub(super) is_open: bool,
    /// Whether the search field takes focus once the page is open.
    pub(super) takes_keyboard: bool,
    /// The rule or section to scroll to.
    pub(super) go_to: Option<String>,
}

impl RulesState {
    pub(super) fn open(&mut self, section: Option<String>) {
        self.go_to = section;
        self.takes_keyboard = true;
        if self.worked.is_empty() {
            self.worked = all().map(Worked::new).collect();
        }
        self.show_all();
    }

    pub(super) fn show_all(&mut self) {
        self.text.clear();
        self.fitting = (0..self.worked.len()).collect();
    }

    pub(super) fn search(&mut self) {
        let words: Vec<String> = self.text.split_whitespace().map(str::to_lowercase).collect();
        let fits = |rule: &Rule| {
            let text = format!("{} {} {}", rule.title, rule.text, rule.origin.label()).to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
        };
        self.fitting = (0..self.worked.len()).filter(|place| fits(self.worked[*place].rule)).collect();
    }
}
