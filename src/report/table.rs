//! The report: a table for users and for other programs.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::calendar::Date;
use crate::campaign::ids::ItemRef;
use crate::campaign::item_names::item_names;
use crate::campaign::sequence::Sequence;
use crate::simulate::outcome::{Outcome, Reason, Status};
use crate::simulate::plan::{Plan, Rank};

use super::tally::Tally;

/// The row of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    /// The sequence and the id of the item.
    pub item: ItemRef,
    /// The name of the item; may be empty.
    pub name: String,
    /// The name by which people tell it from the sequence's other items.
    pub label: String,
    /// The kind of the item, in words.
    pub kind: &'static str,
    /// The number of visits: the sum of all outcomes.
    pub reached: u64,
    /// The number of visits that ran.
    pub ran: u64,
    /// The number of contacts waiting at the item.
    pub waiting: u64,
    /// The number of contacts held at the item.
    pub held: u64,
    /// The number of skipped visits by reason; only reasons that occurred.
    pub skipped: Vec<(Reason, u64)>,
}

impl ItemRow {
    /// The row of an item that no contact has reached; `place` is its index in the sequence.
    pub fn empty(sequence: &Sequence, place: usize) -> Self {
        let item = &sequence.items[place];
        Self {
            item: sequence.id.item(item.id),
            name: item.name.clone(),
            label: item.called().to_owned(),
            kind: item.kind.label(),
            reached: 0,
            ran: 0,
            waiting: 0,
            held: 0,
            skipped: Vec::new(),
        }
    }

    /// The number of skipped visits, for all reasons.
    pub fn skipped_in_all(&self) -> u64 {
        self.skipped.iter().map(|(_, count)| count).sum()
    }

    /// The item's name, or its kind if it has no name, or one of blanks.
    pub fn called(&self) -> &str {
        if self.name.trim().is_empty() { self.kind } else { &self.name }
    }
}

/// The counts of one item on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCell {
    /// The sequence and the id of the item.
    pub item: ItemRef,
    /// The number of visits that ran.
    pub ran: u64,
    /// The number of visits that were skipped.
    pub skipped: u64,
}

/// The rows of a sequence's items, by rank, then those that no Start leads to, with the names that tell them apart.
pub(super) fn labelled(plan: &Plan, sequence: &Sequence, rows: impl Iterator<Item = ItemRow>) -> Vec<ItemRow> {
    let mut names = item_names(sequence);
    let places = plan.items().iter().map(|item| item.place).chain(plan.unreachable().iter().copied());
    rows.zip(places).map(|(row, place)| ItemRow { label: std::mem::take(&mut names[place]), ..row }).collect()
}

/// The report of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The number of contacts by status, for every status.
    pub contacts: Vec<(Status, u64)>,
    /// The rows of all items, by rank, then those that no Start leads to.
    pub items: Vec<ItemRow>,
    /// The counts by day in the campaign's zone. Only days on which something ran or was skipped.
    pub days: BTreeMap<Date, Vec<DayCell>>,
}

impl Report {
    /// The report of a tally: every item of the sequence, by rank; items that no Start leads to come last.
    ///
    /// # Examples
    /// ```
    /// use std::path::Path;
    ///
    /// use dripline::calendar::Instant;
    /// use dripline::campaign::scope::Scope;
    /// use dripline::contacts::block::{Layout, Population};
    /// use dripline::contacts::generator::Generator;
    /// use dripline::report::table::Report;
    /// use dripline::report::tally::Tally;
    /// use dripline::simulate::entry::EntryTimes;
    /// use dripline::simulate::plan::Plan;
    /// use dripline::simulate::run::{Control, Setup};
    /// use dripline::simulate::settle::run;
    /// use dripline::storage::campaign_file::read;
    ///
    /// let file = concat!(env!("CARGO_MANIFEST_DIR"), "/saved-campaigns/welcome.ron");
    /// let campaign = read(Path::new(file))?.campaign;
    /// let sequence = &campaign.sequences[0];
    /// let layout = Layout::new(&campaign.directory);
    /// let plan = Plan::new(&campaign, Scope::Sequence(sequence.id), &layout)?;
    /// let contacts = Population::new(Generator::new(1, &layout, &campaign.directory).blocks(100).collect());
    /// let enter = Instant::parse_with_offset("2026-03-02T09:00:00-05:00").expect("an instant");
    /// let setup = Setup { plan: &plan, entries: &EntryTimes::At(enter), until: enter.plus_secs(7 * 24 * 3_600) };
    /// let run = run(&setup, &contacts, &Control::default())?;
    ///
    /// let report = Report::new(&plan, sequence, &Tally::of_run(&plan, &run));
    /// let welcome = &report.items[1];
    /// assert_eq!(welcome.name, "Welcome");
    /// assert_eq!(welcome.reached, 100);
    /// assert_eq!(welcome.ran + welcome.skipped.iter().map(|(_, count)| count).sum::<u64>(), 100);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
        let items = labelled(plan, sequence, reached.chain(unreachable));
        let days = tally.days().into_iter().map(|(day, items)| {
            let cells = items.into_iter().map(|(rank, count)| DayCell {
                item: plan.items()[rank as usize].item,
                ran: count.ran,
                skipped: count.skipped,
            });
            (day, cells.collect())
        });
        Self {
            contacts: Status::ALL.iter().map(|&status| (status, tally.contacts(status))).collect(),
            items,
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
                (row.item.item.to_string(), cells)
            })
            .collect();
        let days: BTreeMap<String, Value> = self
            .days
            .iter()
            .map(|(day, cells)| {
                let cells: BTreeMap<String, Value> = cells
                    .iter()
                    .map(|cell| (cell.item.item.to_string(), json!({ "ran": cell.ran, "skipped": cell.skipped })))
                    .collect();
                (day.to_string(), json!(cells))
            })
            .collect();
        json!({ "contacts": contacts, "items": items, "days": days })
    }
}
