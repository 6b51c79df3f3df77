//! The items of a report by Start, and why nobody has come to an item.

use crate::campaign::configured::is_configured;
use crate::campaign::document::Campaign;
use crate::campaign::item::{Family, Item};
use crate::campaign::known::Known;
use crate::campaign::sequence::Sequence;
use crate::simulate::outcome::Reason;
use crate::simulate::plan::{Action, Plan, Rank};

use super::table::ItemRow;

/// Whether an item works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Works,
    /// It is set up, but not marked ready.
    Draft,
    /// A setting is missing or can't work.
    NotSetUp,
}

/// An item of a report: what of it is the same at every instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The place of its row among the report's.
    pub row: usize,
    /// Its place among the sequence's items.
    pub place: usize,
    /// Its family.
    pub family: Family,
    /// Whether it works.
    pub standing: Standing,
    /// The first timer on the way to it that is not set up, by place of its row: it holds everybody.
    pub wall: Option<usize>,
    /// Whether a Start leads to it.
    pub is_led_to: bool,
    /// Whether anybody has come to it when the clock stops.
    pub is_reached: bool,
}

/// What one Start leads to, itself first, in the order of ranks; or all that no Start leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Whether its first entry is its Start.
    pub has_start: bool,
    /// Its items.
    pub entries: Vec<Entry>,
}

/// Why nobody has come to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreached {
    /// No Start leads to it.
    NoStart,
    /// A timer on the way to it holds everybody, since it is not set up; by place of its row in the report.
    Behind(usize),
    /// Somebody comes later.
    NotYet,
    /// Nobody comes before the clock stops.
    Never,
}

impl Entry {
    /// Why nobody has come to it, if nobody has.
    pub fn unreached(&self, row: &ItemRow) -> Option<Unreached> {
        match self.wall {
            _ if row.reached > 0 => None,
            _ if !self.is_led_to => Some(Unreached::NoStart),
            Some(wall) => Some(Unreached::Behind(wall)),
            None if self.is_reached => Some(Unreached::NotYet),
            None => Some(Unreached::Never),
        }
    }
}

impl Unreached {
    /// In words; `rows` are the report's.
    pub fn sentence(self, rows: &[ItemRow]) -> String {
        match self {
            Unreached::NoStart => "no Start leads to it".to_owned(),
            Unreached::Behind(wall) => {
                let name = rows.get(wall).map(|row| row.name.as_str()).unwrap_or_default();
                match name {
                    "" => "not reached: behind a timer that is not set up".to_owned(),
                    name => format!("not reached: behind “{name}”, which is not set up"),
                }
            }
            Unreached::NotYet => "not reached yet".to_owned(),
            Unreached::Never => "not reached before the clock stops".to_owned(),
        }
    }
}

/// The rows of a report by Start, in the order of the Starts; last those that no Start leads to, if there are any.
/// `is_reached` tells by rank whether anybody has come to an item when the clock stops.
pub fn tracks(plan: &Plan, campaign: &Campaign, sequence: &Sequence, is_reached: impl Fn(Rank) -> bool) -> Vec<Track> {
    let mut walls: Vec<Option<usize>> = vec![None; plan.items().len()];
    let mut tracks: Vec<Track> = Vec::new();
    for (row, planned) in plan.items().iter().enumerate() {
        let rank = row as Rank;
        // Ranks are in preorder: what leads to an item stands before it.
        let behind = if matches!(planned.action, Action::Hold) { walls[row].or(Some(row)) } else { walls[row] };
        for &next in plan.next(rank) {
            walls[next as usize] = behind;
        }
        let standing = match planned.action {
            Action::Hold | Action::Skip(Reason::NotConfigured) => Standing::NotSetUp,
            Action::Skip(Reason::Draft) => Standing::Draft,
            _ => Standing::Works,
        };
        let family = sequence.items[planned.place].kind.family();
        let (wall, is_reached) = (walls[row], is_reached(rank));
        let entry = Entry { row, place: planned.place, family, standing, wall, is_led_to: true, is_reached };
        match (plan.starts().binary_search(&rank), tracks.last_mut()) {
            (Err(_), Some(track)) => track.entries.push(entry),
            _ => tracks.push(Track { has_start: true, entries: vec![entry] }),
        }
    }
    let known = Known::new(&campaign.directory);
    let rest = plan.unreachable().iter().zip(plan.items().len()..).map(|(&place, row)| Entry {
        row,
        place,
        family: sequence.items[place].kind.family(),
        standing: standing(&sequence.items[place], &known),
        wall: None,
        is_led_to: false,
        is_reached: false,
    });
    let rest: Vec<Entry> = rest.collect();
    if !rest.is_empty() {
        tracks.push(Track { has_start: false, entries: rest });
    }
    tracks
}

fn standing(item: &Item, known: &Known<'_>) -> Standing {
    match (is_configured(&item.kind, known), item.ready || !item.kind.has_ready_mark()) {
        (false, _) => Standing::NotSetUp,
        (true, false) => Standing::Draft,
        (true, true) => Standing::Works,
    }
}
