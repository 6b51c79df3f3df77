//! The report as Keap shows it: without drafts, items that are not set up, and items that no contact has reached. The
//! other items keep their counts.

use super::table::{ItemRow, Report};
use super::tracks::{Readiness, Track, TrackEntry};
use crate::campaign::ids::ItemRef;
use crate::campaign::kinds::Family;

/// The items that Keap doesn't show. Each item is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// The number of drafts.
    pub drafts: usize,
    /// The number of timers that are not set up.
    pub timers: usize,
    /// The number of other items that are not set up.
    pub others: usize,
    /// The number of items that are set up and ready, but that no contact has reached.
    pub unreached: usize,
}

impl Hidden {
    /// Counts an item, and returns whether Keap hides it.
    pub fn count(&mut self, entry: &TrackEntry, row: &ItemRow) -> bool {
        let counter = match (entry.readiness, entry.family) {
            (Readiness::Draft, _) => &mut self.drafts,
            (Readiness::NotSetUp, Family::Timer) => &mut self.timers,
            (Readiness::NotSetUp, _) => &mut self.others,
            (Readiness::Works, _) if row.reached == 0 => &mut self.unreached,
            (Readiness::Works, _) => return false,
        };
        *counter += 1;
        true
    }

    /// `Hidden: 1 draft, 1 timer not set up, 3 not reached`.
    pub fn sentence(&self) -> String {
        let plural = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {many}")),
        };
        let parts = [
            plural(self.drafts, "draft", "drafts"),
            plural(self.timers, "timer not set up", "timers not set up"),
            plural(self.others, "other item not set up", "other items not set up"),
            plural(self.unreached, "not reached", "not reached"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            "Keap’s report lists the same items: nothing is hidden".to_owned()
        } else {
            format!("Hidden: {}", parts.join(", "))
        }
    }
}

/// The report as Keap shows it, and the items that it leaves out.
pub fn as_keap(report: &Report, tracks: &[Track]) -> (Report, Hidden) {
    let mut hidden = Hidden::default();
    let mut shows = vec![true; report.items.len()];
    for entry in tracks.iter().flat_map(|track| &track.entries) {
        shows[entry.row] = !hidden.count(entry, &report.items[entry.row]);
    }
    let items = report.items.iter().zip(shows).filter(|(_, shows)| *shows).map(|(row, _)| row.clone());
    let items: Vec<ItemRow> = items.collect();
    let ids: rustc_hash::FxHashSet<ItemRef> = items.iter().map(|row| row.item).collect();
    let days = report.days.iter().map(|(day, cells)| {
        let cells = cells.iter().filter(|cell| ids.contains(&cell.item)).copied();
        (*day, cells.collect::<Vec<_>>())
    });
    let days = days.filter(|(_, cells)| !cells.is_empty()).collect();
    (Report { contacts: report.contacts.clone(), items, days }, hidden)
}
