//! What the outline keeps between frames: its rows, which of them is current, and what is typed.

use eframe::egui::{self, Id};
use rustc_hash::{FxHashMap, FxHashSet};

use super::asking::Asking;
use super::rows::{self, OutlineRow, RowKey};
use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;
use crate::ui::context::action::Action;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::walk::ListWalk;

/// What the outline keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct OutlineState {
    pub(super) rows: Vec<OutlineRow>,
    pub(super) places: FxHashMap<RowKey, usize>,
    /// What the rows were built from: the document's revision and the id of the sequence.
    pub(super) of: Option<(u64, SequenceId)>,
    pub(super) folded: FxHashSet<RowKey>,
    /// The row that has focus, or will get it.
    pub(super) current: Option<RowKey>,
    /// The current row's index, in case the row is removed, and whether it takes focus.
    pub(super) walk: ListWalk,
    /// The selection when it was last followed.
    pub(super) seen: Selection,
    /// Whether to select the row in the place of a removed one.
    pub(super) select_current: bool,
    pub(super) renaming: Option<Renaming>,
    pub(super) asking: Option<Asking>,
    pub(super) typed: TypeAhead,
}

/// A name that is being typed.
#[derive(Clone, Debug)]
pub(super) struct Renaming {
    pub(super) key: RowKey,
    pub(super) text: String,
    /// Whether the field has had focus.
    pub(super) has_opened: bool,
}

/// The letters typed to go to a name.
#[derive(Clone, Debug, Default)]
pub(super) struct TypeAhead {
    pub(super) text: String,
    /// When the last letter was typed, in egui's seconds.
    pub(super) at: f64,
}

/// The widget id of a row.
pub(super) fn row_id(key: RowKey) -> Id {
    Id::unique(("outline row", key))
}

impl OutlineState {
    /// Whether a name is being typed in the outline.
    pub fn is_renaming(&self) -> bool {
        self.renaming.is_some()
    }

    /// Whether a row of the outline has focus.
    pub fn has_keyboard(&self, ctx: &egui::Context) -> bool {
        self.current.is_some_and(|key| ctx.memory(|memory| memory.has_focus(row_id(key))))
    }

    /// Focuses the current row when it is next drawn, and scrolls it into view.
    pub fn take_keyboard(&mut self) {
        self.walk.go_to(self.walk.at);
        self.walk.take_keyboard();
    }

    /// Rebuilds the rows after an edit, and follows the selection.
    pub(super) fn follow(&mut self, panel: &mut Panel<'_>) {
        let of = (panel.editor.revision(), panel.sequence_id());
        if self.of.is_some_and(|(_, place)| place != of.1) {
            let mut walk = std::mem::take(&mut self.walk);
            walk.at = 0;
            *self = Self { walk, ..Self::default() };
        }
        if self.of != Some(of) {
            self.make(panel);
            self.of = Some(of);
        }
        if panel.view.selection != self.seen {
            self.seen = panel.view.selection.clone();
            if let Some(id) = self.seen.single() {
                self.unfold_to(RowKey::Thing(id), panel);
                self.go_to(RowKey::Thing(id));
            }
        }
        if !self.current.is_some_and(|key| self.places.contains_key(&key)) {
            self.current = self.rows.get(self.walk.at.min(self.rows.len().saturating_sub(1))).map(|row| row.key);
            if std::mem::take(&mut self.select_current)
                && let Some(id) = self.current.and_then(RowKey::id)
            {
                panel.wants(Action::Select(Selection::of(of.1, [id])));
            }
        }
        self.follow_current();
    }

    pub(super) fn make(&mut self, panel: &DocumentView<'_>) {
        self.rows = rows::rows(panel.sequence(), &self.folded);
        self.places = self.rows.iter().enumerate().map(|(place, row)| (row.key, place)).collect();
        self.follow_current();
    }

    /// Finds the index of the current row again after the rows have changed.
    fn follow_current(&mut self) {
        if let Some(place) = self.current.and_then(|key| self.places.get(&key)) {
            self.walk.at = *place;
        }
    }

    /// Unfolds all parents of a row.
    pub(super) fn unfold_to(&mut self, key: RowKey, panel: &DocumentView<'_>) {
        if self.places.contains_key(&key) || self.folded.is_empty() {
            return;
        }
        let hidden = std::mem::take(&mut self.folded);
        self.make(panel);
        let mut owner = self.places.get(&key).and_then(|place| self.rows[*place].owner);
        self.folded = hidden;
        while let Some(place) = owner {
            self.folded.remove(&self.rows[place].key);
            owner = self.rows[place].owner;
        }
        self.make(panel);
    }

    pub(super) fn fold(&mut self, key: RowKey, folded: bool, panel: &DocumentView<'_>) {
        match folded {
            true => self.folded.insert(key),
            false => self.folded.remove(&key),
        };
        self.make(panel);
    }

    /// Makes a row the current one, and scrolls it into view.
    pub(super) fn go_to(&mut self, key: RowKey) {
        if let Some(place) = self.places.get(&key) {
            self.current = Some(key);
            self.walk.go_to(*place);
        }
    }

    /// The current row; `None` if it is not listed.
    pub(super) fn row(&self) -> Option<OutlineRow> {
        self.current.and_then(|key| self.places.get(&key)).map(|place| self.rows[*place])
    }

    /// The name of what a row represents.
    pub(super) fn name<'a>(&self, row: &OutlineRow, panel: &DocumentView<'a>) -> &'a str {
        let sequence = panel.campaign.sequence_or_first(panel.view.selection.sequence);
        match row.what {
            rows::OutlineThing::Item(place) => match sequence.items[place].name.as_str() {
                "" => sequence.items[place].kind.label(),
                name => name,
            },
            rows::OutlineThing::Note(place) => {
                // The first line with words, without Markdown marks.
                let mut lines = sequence.notes[place].text.lines().map(|line| line.trim_matches(['*', '#', '_', ' ']));
                lines.find(|line| !line.is_empty()).unwrap_or("Empty note")
            }
            rows::OutlineThing::Frame(place) => match sequence.frames[place].title.as_str() {
                "" => "Frame without a title",
                title => title,
            },
            rows::OutlineThing::Heading(section) => section.label(),
        }
    }
}
