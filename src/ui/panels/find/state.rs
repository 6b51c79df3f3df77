//! What find keeps between frames.

use crate::ui::context::panel::DocumentView;
use crate::ui::controls::search_list::SearchList;
use crate::workbench::find::{SearchHit, find};

/// What find keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct FindState {
    pub(super) list: SearchList,
    pub(super) hits: Vec<SearchHit>,
    /// The revision and text that the matches belong to.
    of: Option<(u64, String)>,
    pub(super) is_open: bool,
    /// Whether the current match was shown already, so that Enter goes to the next.
    pub(super) has_gone: bool,
}

impl FindState {
    /// Opens with this text.
    pub fn look_for(&mut self, text: String) {
        self.list.text = text;
        self.list.go_to(0);
        self.has_gone = false;
    }

    /// Searches again if the text or the document has changed.
    pub(super) fn search(&mut self, panel: &DocumentView<'_>) {
        let of = Some((panel.editor.revision(), self.list.text.clone()));
        if self.of != of {
            self.has_gone &= self.of.as_ref().is_some_and(|(_, text)| *text == self.list.text);
            self.hits = find(panel.campaign, &self.list.text);
            self.of = of;
        }
    }

    /// The number of matches, in words.
    pub(super) fn count(&self) -> String {
        match (self.hits.len(), self.list.text.trim()) {
            (_, "") => "Names, texts, settings, notes and the directory".to_owned(),
            (0, _) => "No matches".to_owned(),
            (count, _) => format!("{} of {count}", self.list.at.min(count - 1) + 1),
        }
    }
}
