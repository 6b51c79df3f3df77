//! The items of a report by Start, and why no contact has reached an item.

use crate::campaign::configured::is_configured;
use crate::campaign::document::Campaign;
use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::sequence::Sequence;
use crate::simulate::outcome::Reason;
use crate::simulate::plan::{ItemAction, Plan, Rank};

use super::table::ItemRow;

/// Whether an item can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// The item is set up, and ready if it needs to be.
    Works,
    /// The item is set up, but not marked ready.
    Draft,
    /// A setting is missing or can't work.
    NotSetUp,
}

/// The properties of an item of a report that are the same at every instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackEntry {
    /// The index of its row in the report.
    pub row: usize,
    /// Its index among the sequence's items.
    pub place: usize,
    /// The family of the item: start, timer, communication or process.
    pub family: Family,
    /// Whether the item can run.
    pub readiness: Readiness,
    /// The row in the report of the first timer on the way to the item that isn't set up; it holds every contact.
    pub blocker: Option<usize>,
    /// Whether a Start leads to the item.
    pub is_led_to: bool,
    /// Whether a contact has reached the item when the run ends.
    pub is_reached: bool,
}

/// The Start of a track and the items that it leads to, by rank; or all items that no Start leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Whether its first entry is its Start.
    pub has_start: bool,
    /// The items of the track, by rank.
    pub entries: Vec<TrackEntry>,
}

/// Why no contact has reached an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreached {
    /// No Start leads to it.
    NoStart,
    /// A timer on the way to it isn't set up, so it holds every contact; the timer's row in the report.
    Behind(usize),
    /// A contact reaches it later in the run.
    NotYet,
    /// No contact reaches it before the run ends.
    Never,
}

impl TrackEntry {
    /// Why no contact has reached the item, if none has.
    pub fn unreached(&self, row: &ItemRow) -> Option<Unreached> {
        match self.blocker {
            _ if row.reached > 0 => None,
            _ if !self.is_led_to => Some(Unreached::NoStart),
            Some(blocker) => Some(Unreached::Behind(blocker)),
            None if self.is_reached => Some(Unreached::NotYet),
            None => Some(Unreached::Never),
        }
    }
}

impl Unreached {
    /// The reason in words. `rows` are the rows of the report.
    pub fn sentence(self, rows: &[ItemRow]) -> String {
        match self {
            Unreached::NoStart => "no Start leads to it".to_owned(),
            Unreached::Behind(blocker) => match rows.get(blocker).filter(|row| !row.name.is_empty()) {
                None => "not reached: after a timer that is not set up".to_owned(),
                Some(row) => format!("not reached: after “{}”, which is not set up", row.label),
            },
            Unreached::NotYet => "not reached yet".to_owned(),
            Unreached::Never => "not reached before the rehearsal ends".to_owned(),
        }
    }
}

/// The items of a report by Start, in the order of the Starts; last those that no Start leads to, if there are any.
/// `is_reached` says, by rank, whether a contact has reached the item when the run ends.
pub fn tracks(plan: &Plan, campaign: &Campaign, sequence: &Sequence, is_reached: impl Fn(Rank) -> bool) -> Vec<Track> {
    let mut blockers: Vec<Option<usize>> = vec![None; plan.items().len()];
    let mut tracks: Vec<Track> = Vec::new();
    for (row, planned) in plan.items().iter().enumerate() {
        let rank = row as Rank;
        // Ranks are in preorder: an item comes after all items that lead to it.
        let behind =
            if matches!(planned.action, ItemAction::Hold) { blockers[row].or(Some(row)) } else { blockers[row] };
        for &next in plan.next(rank) {
            blockers[next as usize] = behind;
        }
        let readiness = if matches!(planned.action, ItemAction::Hold | ItemAction::Skip(Reason::NotConfigured)) {
            Readiness::NotSetUp
        } else if matches!(planned.action, ItemAction::Skip(Reason::Draft)) {
            Readiness::Draft
        } else {
            Readiness::Works
        };
        let family = sequence.items[planned.place].kind.family();
        let (blocker, is_reached) = (blockers[row], is_reached(rank));
        let entry = TrackEntry { row, place: planned.place, family, readiness, blocker, is_led_to: true, is_reached };
        match (plan.starts().binary_search(&rank), tracks.last_mut()) {
            (Err(_), Some(track)) => track.entries.push(entry),
            _ => tracks.push(Track { has_start: true, entries: vec![entry] }),
        }
    }
    let known = IndexedDirectory::new(&campaign.directory);
    let rest = plan.unreachable().iter().zip(plan.items().len()..).map(|(&place, row)| TrackEntry {
        row,
        place,
        family: sequence.items[place].kind.family(),
        readiness: readiness(&sequence.items[place], &known),
        blocker: None,
        is_led_to: false,
        is_reached: false,
    });
    let rest: Vec<TrackEntry> = rest.collect();
    if !rest.is_empty() {
        tracks.push(Track { has_start: false, entries: rest });
    }
    tracks
}

fn readiness(item: &Item, known: &IndexedDirectory<'_>) -> Readiness {
    match (is_configured(&item.kind, known), item.ready || !item.kind.has_ready_mark()) {
        (false, _) => Readiness::NotSetUp,
        (true, false) => Readiness::Draft,
        (true, true) => Readiness::Works,
    }
}
