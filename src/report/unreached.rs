//! Why nobody has reached an item yet.

use crate::campaign::sequence::Sequence;

use super::table::{ItemRow, Report};

/// Why nobody has reached an item yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// No Start leads to it.
    NoStart,
    /// Nobody has entered at the Start that leads to it.
    NobodyEntered(String),
    /// People wait at a timer before it.
    Waiting {
        /// The timer.
        at: String,
        /// How many.
        people: u64,
    },
    /// A timer before it is not set up and lets nobody go on.
    Held {
        /// The timer.
        at: String,
        /// How many are held there.
        people: u64,
    },
}

/// The items that nobody has reached, in the order of the table, each with the reason.
pub fn unreached<'r>(report: &'r Report, sequence: &Sequence) -> Vec<(&'r ItemRow, Why)> {
    let forest = sequence.forest();
    let place_of = |id: u64| sequence.items.iter().position(|item| item.id == id);
    let mut rows: Vec<Option<&ItemRow>> = vec![None; sequence.items.len()];
    for row in &report.items {
        if let Some(place) = place_of(row.id) {
            rows[place] = Some(row);
        }
    }
    let why = |row: &ItemRow| {
        let mut place = place_of(row.id)?;
        while let Some(before) = forest.previous[place] {
            place = before;
            let Some(row) = rows[place].filter(|row| row.reached > 0) else { continue };
            let at = row.called().to_owned();
            return Some(match row.held {
                0 => Why::Waiting { at, people: row.waiting },
                people => Why::Held { at, people },
            });
        }
        match forest.starts.contains(&place) {
            true => Some(Why::NobodyEntered(sequence.items[place].called().to_owned())),
            false => Some(Why::NoStart),
        }
    };
    report.items.iter().filter(|row| row.reached == 0).filter_map(|row| Some((row, why(row)?))).collect()
}
