//! The rows of the table.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::campaign::ids::ItemRef;
use crate::report::keap::Hidden;
use crate::report::tracks::{Track, TrackEntry};
use crate::ui::panels::report::figures::Figures;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TableRow {
    /// The index of its track.
    pub track: usize,
    /// The item; `None` for the heading of items that no Start leads to.
    pub entry: Option<TrackEntry>,
    /// Whether the row is the heading of its track, which folds the track's other rows.
    pub is_heading: bool,
    /// Whether its track is folded.
    pub is_folded: bool,
}

/// The key by which a track is folded: its Start; `None` for items that no Start leads to.
pub fn key(track: &Track, figures: &Figures) -> Option<ItemRef> {
    let start = track.entries.first().filter(|_| track.has_start);
    start.map(|entry| figures.report.items[entry.row].item)
}

/// The rows, without folded ones and, with `as_keap`, without those that Keap hides; and how many Keap hides.
pub fn rows(figures: &Figures, as_keap: bool, folded: &BTreeSet<Option<ItemRef>>) -> (Arc<[TableRow]>, Hidden) {
    let mut hidden = Hidden::default();
    let mut rows = Vec::with_capacity(figures.report.items.len());
    for (place, track) in figures.tracks.iter().enumerate() {
        let is_folded = folded.contains(&key(track, figures));
        if !track.has_start && !as_keap {
            rows.push(TableRow { track: place, entry: None, is_heading: true, is_folded });
        }
        for (at, entry) in track.entries.iter().enumerate() {
            let is_heading = track.has_start && at == 0;
            let is_hidden = as_keap && hidden.count(entry, &figures.report.items[entry.row]);
            if !is_hidden && (is_heading || !is_folded) {
                rows.push(TableRow { track: place, entry: Some(*entry), is_heading, is_folded });
            }
        }
    }
    (rows.into(), hidden)
}
