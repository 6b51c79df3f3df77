//! Two finished runs compared: counts side by side, and the contacts whose story differs.
//!
//! Items and contacts are matched by id. An item is visited at most once by a contact, so two stories are equal if they
//! say the same of every item: outcome, reason, arrival and due. In which order ties are listed depends on where items
//! stand on the canvas, and is no difference.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::calendar::Instant;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Population;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::plan::Plan;
use crate::simulate::run::{Cancelled, Control, Run, Segment};

use super::pairs::Pairs;
use super::table::{ItemRow, Report};
use super::tally::Tally;

/// So many contacts of each kind are kept; the others are counted.
pub const MOST_KEPT: usize = 10_000;
/// So many segments are compared at once, before what they found is cut to what is kept.
const BATCH: usize = 32;

/// A finished run, just made or opened again.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The compiled sequence.
    pub plan: &'a Plan,
    /// What it was compiled from.
    pub sequence: &'a Sequence,
    /// The visits.
    pub run: &'a Run,
    /// The contacts.
    pub population: &'a Population,
}

/// How two runs differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Contacts by status at the end, left and right.
    pub statuses: Vec<(Status, u64, u64)>,
    /// Items by id: those of the left run in its order, then those of the right run only.
    pub items: Vec<ItemPair>,
    /// Contacts whose story is the same.
    pub equal: u64,
    /// Contacts whose story differs.
    pub different: u64,
    /// The first contacts whose story differs, in the order of the left list.
    pub differences: Vec<Difference>,
    /// How many contacts' stories differ first at each item, by id.
    pub first_items: BTreeMap<u64, u64>,
    /// Contacts of the left run only.
    pub only_left: Lone,
    /// Contacts of the right run only.
    pub only_right: Lone,
}

impl Comparison {
    /// Whether the runs say the same of every contact.
    pub fn is_equal(&self) -> bool {
        self.different + self.only_left.count + self.only_right.count == 0
    }
}

/// One item's counts in both runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPair {
    /// Its id.
    pub id: u64,
    /// Its row on the left, if the left run's sequence has it.
    pub left: Option<ItemRow>,
    /// Its row on the right, if the right run's sequence has it.
    pub right: Option<ItemRow>,
}

impl ItemPair {
    /// Whether both runs have the item, with the same counts.
    pub fn is_equal(&self) -> bool {
        let counts = |row: &ItemRow| (row.reached, row.ran, row.waiting, row.held, row.skipped.clone());
        self.left.is_some() && self.left.as_ref().map(counts) == self.right.as_ref().map(counts)
    }
}

/// A contact whose story differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its id.
    pub id: String,
    /// Its place in the left list.
    pub left_place: u64,
    /// Its place in the right list.
    pub right_place: u64,
    /// The id of the first item at which the stories differ.
    pub item: u64,
    /// What the left run says of it; nothing if the contact does not come there.
    pub left: Option<Said>,
    /// What the right run says of it; nothing if the contact does not come there.
    pub right: Option<Said>,
}

/// What a run says of one contact at one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// What became of the contact there, and why.
    pub outcome: Outcome,
    /// When it arrived.
    pub arrived: Instant,
    /// When it was let through or will be, at a timer.
    pub due: Option<Instant>,
}

impl Said {
    fn of(visit: Visit) -> Self {
        Self { outcome: visit.outcome, arrived: visit.arrived, due: visit.due }
    }
}

/// Contacts that only one of two runs has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lone {
    /// How many.
    pub count: u64,
    /// The places and ids of the first of them.
    pub first: Vec<(u64, String)>,
}

impl Lone {
    fn add(&mut self, place: u64, id: &str) {
        self.count += 1;
        if self.first.len() < MOST_KEPT {
            self.first.push((place, id.to_owned()));
        }
    }
}

/// Compares two runs. Uses the rayon pool it is called in.
///
/// # Errors
/// If it was cancelled.
pub fn compare(left: Side<'_>, right: Side<'_>, control: &Control) -> Result<Comparison, Cancelled> {
    control.begin("Comparing", left.population.len() as u64);
    let mut comparison = Comparison::default();
    counts(left, right, &mut comparison);
    control.check()?;
    let pairs = Pairs::new(left.population, right.population);
    pairs.only_right().into_iter().for_each(|(place, id)| comparison.only_right.add(place, id));
    let ids = |side: Side<'_>| side.plan.items().iter().map(|item| item.item.item).collect();
    let stories = Stories { left_ids: ids(left), right_ids: ids(right), right: right.run, pairs: &pairs };
    for segments in left.run.segments().chunks(BATCH) {
        control.check()?;
        let found: Vec<Found> = segments.par_iter().map(|segment| stories.compare(segment)).collect();
        for found in found {
            comparison.add(found);
        }
        let done = segments.iter().map(|segment| segment.statuses().len() as u64).sum();
        control.done.fetch_add(done, Ordering::Relaxed);
    }
    Ok(comparison)
}

/// Puts the counts of both runs side by side.
fn counts(left: Side<'_>, right: Side<'_>, comparison: &mut Comparison) {
    let report = |side: Side<'_>| Report::new(side.plan, side.sequence, &Tally::of_run(side.plan, side.run));
    let (left, right) = rayon::join(|| report(left), || report(right));
    let both = left.contacts.iter().zip(&right.contacts);
    comparison.statuses = both.map(|(&(status, left), &(_, right))| (status, left, right)).collect();
    let mut others: FxHashMap<u64, ItemRow> = right.items.iter().map(|row| (row.id, row.clone())).collect();
    comparison.items = left
        .items
        .into_iter()
        .map(|row| ItemPair { id: row.id, right: others.remove(&row.id), left: Some(row) })
        .collect();
    let only_right = right.items.into_iter().filter(|row| others.contains_key(&row.id));
    comparison.items.extend(only_right.map(|row| ItemPair { id: row.id, left: None, right: Some(row) }));
}

/// What the contacts of one segment say.
#[derive(Default)]
struct Found {
    equal: u64,
    differences: Vec<Difference>,
    only_left: Vec<(u64, String)>,
}

impl Comparison {
    fn add(&mut self, found: Found) {
        self.equal += found.equal;
        for difference in found.differences {
            self.different += 1;
            *self.first_items.entry(difference.item).or_default() += 1;
            if self.differences.len() < MOST_KEPT {
                self.differences.push(difference);
            }
        }
        found.only_left.iter().for_each(|(place, id)| self.only_left.add(*place, id));
    }
}

struct Stories<'a> {
    /// Item ids by rank.
    left_ids: Vec<u64>,
    right_ids: Vec<u64>,
    right: &'a Run,
    pairs: &'a Pairs<'a>,
}

impl Stories<'_> {
    fn compare(&self, segment: &Segment) -> Found {
        let mut found = Found::default();
        for (row, span) in segment.contacts() {
            let left_place = segment.first_place() + row as u64;
            let Some((id, right_place)) = self.pairs.of(left_place) else { continue };
            let other = right_place.and_then(|place| Some((place, self.right.locate(place)?)));
            let Some((right_place, (other, other_row))) = other else {
                found.only_left.push((left_place, id.to_owned()));
                continue;
            };
            let (span, other_span) = (span, other.span(other_row));
            let is_same = |(at, other_at): (usize, usize)| {
                let (mine, theirs) = (segment.visit(at), other.visit(other_at));
                self.left_ids[mine.rank as usize] == self.right_ids[theirs.rank as usize]
                    && Said::of(mine) == Said::of(theirs)
            };
            if span.len() == other_span.len() && span.clone().zip(other_span.clone()).all(is_same) {
                found.equal += 1;
                continue;
            }
            let left = span.map(|at| said(segment, at, &self.left_ids));
            let right = other_span.map(|at| said(other, at, &self.right_ids));
            match first_difference(&left.collect::<Vec<_>>(), &right.collect::<Vec<_>>()) {
                None => found.equal += 1,
                Some((item, left, right)) => {
                    let id = id.to_owned();
                    found.differences.push(Difference { id, left_place, right_place, item, left, right });
                }
            }
        }
        found
    }
}

fn said(segment: &Segment, at: usize, ids: &[u64]) -> (u64, Said) {
    let visit = segment.visit(at);
    (ids[visit.rank as usize], Said::of(visit))
}

/// The item at which two stories differ first: the one where a contact arrives first, by either story.
fn first_difference(left: &[(u64, Said)], right: &[(u64, Said)]) -> Option<(u64, Option<Said>, Option<Said>)> {
    let same = left.iter().zip(right).take_while(|(left, right)| left == right).count();
    if let (Some(&(item, mine)), Some(&(other, theirs))) = (left.get(same), right.get(same))
        && item == other
    {
        // Stories come in order of arrival, and all before is the same.
        return Some((item, Some(mine), Some(theirs)));
    }
    let by_item = |story: &[(u64, Said)]| story.iter().copied().collect::<FxHashMap<u64, Said>>();
    let (in_left, in_right) = (by_item(left), by_item(right));
    let items = left.iter().chain(right).map(|&(item, _)| item);
    let both = items.map(|item| (item, in_left.get(&item).copied(), in_right.get(&item).copied()));
    // The first of equal ones: by the order of the left story, then of the right one.
    both.filter(|(_, left, right)| left != right)
        .min_by_key(|(_, left, right)| left.iter().chain(right).map(|said| said.arrived.utc_secs()).min())
}
