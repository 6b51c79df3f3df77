//! What the table of items keeps between frames: its rows, which of them is current, and what is folded.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::Id;

use super::rows::{self, TableRow};
use super::totals::Totals;
use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::report::keap::Hidden;
use crate::ui::context::panel::DocumentView;
use crate::ui::controls::walk::ListWalk;
use crate::ui::panels::report::figures::Figures;

/// What the table keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct ItemTableState {
    pub(super) rows: Arc<[TableRow]>,
    pub(super) totals: Totals,
    pub(super) hidden: Hidden,
    /// The highest number of visits of an item: a full bar.
    pub(super) most: u64,
    pub(super) of: Option<((u64, Instant), bool)>,
    /// Starts whose tracks are folded; `None` is the heading of items that no Start leads to.
    pub(super) folded: BTreeSet<Option<ItemRef>>,
    /// The current row, and whether it takes focus.
    pub(super) walk: ListWalk,
    /// The item that was last selected on the canvas.
    pub(super) selected: Option<ItemRef>,
}

/// The widget id of a row.
pub fn row_id(row: &TableRow) -> Id {
    Id::unique(("report row", row.track, row.entry.map(|entry| entry.place)))
}

impl ItemTableState {
    /// Whether the table hides what Keap hides.
    pub(super) fn leaves_out(&self) -> bool {
        self.of.is_some_and(|(_, as_keap)| as_keap)
    }

    /// Rebuilds the rows after a change, and goes to what was selected on the canvas.
    pub(super) fn follow(&mut self, panel: &DocumentView<'_>, figures: &Figures, as_keap: bool) {
        let of = (figures.of, as_keap);
        if self.of != Some(of) {
            self.of = Some(of);
            self.make(figures);
        }
        let selected = panel.view.selection.single().map(|id| panel.sequence_id().item(id));
        if self.selected != selected {
            self.selected = selected;
            if let Some(item) = selected {
                self.go_to_item(item, figures);
            }
        }
    }

    pub(super) fn make(&mut self, figures: &Figures) {
        let as_keap = self.leaves_out();
        (self.rows, self.hidden) = rows::rows(figures, as_keap, &self.folded);
        self.walk.at = self.walk.at.min(self.rows.len().saturating_sub(1));
        self.totals = Totals::of(figures, as_keap);
        self.most = figures.report.items.iter().map(|row| row.reached).max().unwrap_or(0);
    }

    /// Makes an item's row the current one, and unfolds its track.
    pub(super) fn go_to_item(&mut self, item: ItemRef, figures: &Figures) {
        let of = |entry: &crate::report::tracks::TrackEntry| figures.report.items[entry.row].item == item;
        let Some(track) = figures.tracks.iter().find(|track| track.entries.iter().any(of)) else { return };
        let key = rows::key(track, figures);
        let is_start = track.has_start && track.entries.first().is_some_and(of);
        if !is_start && self.folded.remove(&key) {
            self.make(figures);
        }
        if let Some(place) = self.rows.iter().position(|row| row.entry.as_ref().is_some_and(of)) {
            self.walk.go_to(place);
        }
    }

    pub(super) fn fold(&mut self, row: &TableRow, folded: bool, figures: &Figures) {
        let key = rows::key(&figures.tracks[row.track], figures);
        match folded {
            true => self.folded.insert(key),
            false => self.folded.remove(&key),
        };
        self.make(figures);
    }
}
