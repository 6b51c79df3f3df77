//! What find keeps between frames.

use crate::ui::context::panel::DocumentView;
use crate::ui::controls::search_list::SearchList;
use crate::workbench::find::{Hit, find};

/// What find keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(super) list: SearchList,
    pub(super) hits: Vec<Hit>,
    /// What the hits were found in and for.
    of: Option<(u64, String)>,
    pub(super) is_open: bool,
    /// Whether the current hit was gone to, so that Enter means the next.
    pub(super) has_gone: bool,
}

impl State {
    /// Finds again if the text or the document is another one.
    pub(super) fn search(&mut self, panel: &DocumentView<'_>) {
        let of = Some((panel.editor.revision(), self.list.text.clone()));
        if self.of != of {
            self.has_gone &= self.of.as_ref().is_some_and(|(_, text)| *text == self.list.text);
            self.hits = find(panel.campaign, &self.list.text);
            self.of = of;
        }
    }

    /// How many there are, in words.
    pub(super) fn count(&self) -> String {
        match (self.hits.len(), self.list.text.trim()) {
            (_, "") => "Names, texts, settings, notes and the directory".to_owned(),
            (0, _) => "Found nowhere".to_owned(),
            (count, _) => format!("{} of {count}", self.list.at.min(count - 1) + 1),
        }
    }
}
