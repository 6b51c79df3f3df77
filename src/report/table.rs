//! The report: the table that people and other programs read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::calendar::Day;
use crate::campaign::sequence::Sequence;
use crate::simulate::outcome::{Outcome, Reason, Status};
use crate::simulate::plan::{Plan, Rank};

use super::tally::Tally;

/// One item's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// What kind of item it is, in words.
    pub kind: &'static str,
    /// All visits.
    pub reached: u64,
    /// Visits that ran.
    pub ran: u64,
    /// Contacts that wait there.
    pub waiting: u64,
    /// Contacts that are held there.
    pub held: u64,
    /// Skipped visits by reason; only reasons that occurred.
    pub skipped: Vec<(Reason, u64)>,
}

impl ItemRow {
    /// The row of an item, by its place in the sequence, that nobody has reached.
    pub fn empty(sequence: &Sequence, place: usize) -> Self {
        let item = &sequence.items[place];
        Self {
            id: item.id,
            name: item.name.clone(),
            kind: item.kind.label(),
            reached: 0,
            ran: 0,
            waiting: 0,
            held: 0,
            skipped: Vec::new(),
        }
    }

    /// All skipped visits.
    pub fn skipped_in_all(&self) -> u64 {
        self.skipped.iter().map(|(_, count)| count).sum()
    }

    /// What people call the item: its name, or what it is where it has none.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { self.kind } else { &self.name }
    }
}

/// What ran of one item on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCell {
    /// The item's id.
    pub item: u64,
    /// Visits that ran.
    pub ran: u64,
    /// Visits that were skipped.
    pub skipped: u64,
}

/// The report of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Contacts by status.
    pub contacts: Vec<(Status, u64)>,
    /// Items by rank, then those that no Start leads to.
    pub items: Vec<ItemRow>,
    /// Days of the campaign's zone on which something ran or was skipped.
    pub days: BTreeMap<Day, Vec<DayCell>>,
}

impl Report {
    /// The report of a tally.
    pub fn new(plan: &Plan, sequence: &Sequence, tally: &Tally) -> Self {
        let reached = plan.items().iter().enumerate().map(|(rank, item)| {
            let rank = rank as Rank;
            let count = |outcome| tally.visits(rank, outcome);
            let skipped = Reason::ALL.iter().map(|&reason| (reason, count(Outcome::Skipped(reason))));
            ItemRow {
                reached: tally.reached(rank),
                ran: count(Outcome::Ran),
                waiting: count(Outcome::Waiting),
                held: count(Outcome::Held),
                skipped: skipped.filter(|(_, count)| *count > 0).collect(),
                ..ItemRow::empty(sequence, item.place)
            }
        });
        let unreachable = plan.unreachable().iter().map(|&place| ItemRow::empty(sequence, place));
        let days = tally.days().into_iter().map(|(day, items)| {
            let cells = items.into_iter().map(|(rank, count)| DayCell {
                item: plan.items()[rank as usize].item.item,
                ran: count.ran,
                skipped: count.skipped,
            });
            (day, cells.collect())
        });
        Self {
            contacts: Status::ALL.iter().map(|&status| (status, tally.contacts(status))).collect(),
            items: reached.chain(unreachable).collect(),
            days: days.collect(),
        }
    }

    /// The report as JSON: `contacts`, `items` by id, and `days` by date and id.
    pub fn to_json(&self) -> Value {
        let contacts: BTreeMap<_, _> = self.contacts.iter().map(|(status, count)| (status.word(), *count)).collect();
        let items: BTreeMap<String, Value> = self
            .items
            .iter()
            .map(|row| {
                let skipped: BTreeMap<_, _> =
                    row.skipped.iter().map(|(reason, count)| (reason.word(), *count)).collect();
                let cells = json!({
                    "reached": row.reached,
                    "ran": row.ran,
                    "waiting": row.waiting,
                    "held": row.held,
                    "skipped": skipped,
                });
                (row.id.to_string(), cells)
            })
            .collect();
        let days: BTreeMap<String, Value> = self
            .days
            .iter()
            .map(|(day, cells)| {
                let cells: BTreeMap<String, Value> = cells
                    .iter()
                    .map(|cell| (cell.item.to_string(), json!({ "ran": cell.ran, "skipped": cell.skipped })))
                    .collect();
                (day.to_string(), json!(cells))
            })
            .collect();
        json!({ "contacts": contacts, "items": items, "days": days })
    }
}
