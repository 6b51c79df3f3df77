//! Compares two finished runs: the counts of both, and the contacts whose story differs.
//!
//! Items and contacts are matched by id. Two stories are equal if outcome, reason, arrival and due are equal at every
//! item in every pass. (A contact visits an item at most once in a pass.) The order of ties is not compared: it depends
//! on the positions of items on the canvas.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::campaign::scope::Scope;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Population;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::pass::Pass;
use crate::simulate::plan::Plan;
use crate::simulate::run::{Cancelled, Control, Run};
use crate::simulate::segment::Segment;

use super::pairs::Pairs;
use super::table::{ItemRow, Report};
use super::tally::Tally;

/// Most contacts listed in each list of a comparison; the others are only counted.
pub const MOST_KEPT: usize = 10_000;
/// Segments compared in parallel before the lists are cut to their maximum.
const BATCH: usize = 32;

/// One of the two runs: just made, or a saved run that was opened.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The compiled sequence of the run.
    pub plan: &'a Plan,
    /// The sequence that the plan was compiled from.
    pub sequence: &'a Sequence,
    /// The visits of the run.
    pub run: &'a Run,
    /// The contacts of the run.
    pub population: &'a Population,
}

/// The differences of two runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Contacts by status at the end, left and right.
    pub statuses: Vec<(Status, u64, u64)>,
    /// Items: those of the left run in its order, then those of the right run only.
    pub items: Vec<ItemPair>,
    /// Contacts whose story is the same.
    pub equal: u64,
    /// Contacts whose story differs.
    pub different: u64,
    /// The first contacts whose story differs, in the order of the left list.
    pub differences: Vec<Difference>,
    /// The positions in the right list of all contacts whose story differs, in ascending order.
    pub different_places: Vec<u32>,
    /// The number of contacts whose stories differ first at an item, by item.
    pub first_items: BTreeMap<ItemRef, u64>,
    /// Contacts that only the left run has.
    pub only_left: OnlyInOneRun,
    /// Contacts that only the right run has.
    pub only_right: OnlyInOneRun,
}

impl Comparison {
    /// Whether every contact has the same story in both runs.
    pub fn is_equal(&self) -> bool {
        self.different + self.only_left.count + self.only_right.count == 0
    }
}

/// One item's counts in both runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPair {
    /// The item, as the left run names it.
    pub item: ItemRef,
    /// The row of the left run, if its sequence has the item.
    pub left: Option<ItemRow>,
    /// The row of the right run, if its sequence has the item.
    pub right: Option<ItemRow>,
}

impl ItemPair {
    /// Whether both runs have the item, with the same counts.
    pub fn is_equal(&self) -> bool {
        let counts = |row: &ItemRow| (row.reached, row.ran, row.waiting, row.held, row.skipped.clone());
        self.left.is_some() && self.left.as_ref().map(counts) == self.right.as_ref().map(counts)
    }
}

/// A contact whose story differs between the runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id of the contact.
    pub id: String,
    /// The contact's position in the left list.
    pub left_place: u64,
    /// The contact's position in the right list.
    pub right_place: u64,
    /// The first item at which the stories differ, as the left run names it.
    pub item: ItemRef,
    /// The contact's pass in which they differ.
    pub pass: Pass,
    /// The visit in the left run; `None` if the contact doesn't reach the item.
    pub left: Option<ComparedVisit>,
    /// The visit in the right run; `None` if the contact doesn't reach the item.
    pub right: Option<ComparedVisit>,
}

/// One contact's visit at one item, as far as it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedVisit {
    /// The outcome, with the reason if it was skipped.
    pub outcome: Outcome,
    /// When the contact arrived.
    pub arrived: Instant,
    /// When a timer released the contact, or will.
    pub due: Option<Instant>,
}

impl ComparedVisit {
    fn of(visit: Visit) -> Self {
        Self { outcome: visit.outcome, arrived: visit.arrived, due: visit.due }
    }
}

/// Contacts that only one of the two runs has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnlyInOneRun {
    /// The number of contacts.
    pub count: u64,
    /// The positions and ids of the first of them, at most [`MOST_KEPT`].
    pub first: Vec<(u64, String)>,
}

impl OnlyInOneRun {
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
    let on_left = on_left(left, right);
    let left_items = left.plan.items().iter().map(|item| item.item).collect();
    let right_items = right.plan.items().iter().map(|item| on_left(item.item)).collect();
    let stories = Stories { left_items, right_items, right: right.run, pairs: &pairs };
    for segments in left.run.segments().chunks(BATCH) {
        control.check()?;
        let found: Vec<SegmentDifferences> = segments.par_iter().map(|segment| stories.compare(segment)).collect();
        for found in found {
            comparison.add(found);
        }
        let done = segments.iter().map(|segment| segment.statuses().len() as u64).sum();
        control.done.fetch_add(done, Ordering::Relaxed);
    }
    comparison.different_places.sort_unstable();
    Ok(comparison)
}

/// Names the items of the right run as the left run does. If each is a run of one sequence, these two sequences are
/// compared, whatever their ids.
fn on_left(left: Side<'_>, right: Side<'_>) -> impl Fn(ItemRef) -> ItemRef {
    let (Scope::Sequence(left), Scope::Sequence(right)) = (left.plan.scope(), right.plan.scope());
    move |item| if item.sequence == right { left.item(item.item) } else { item }
}

/// Adds the counts of both runs, by status and by item.
fn counts(left: Side<'_>, right: Side<'_>, comparison: &mut Comparison) {
    let report = |side: Side<'_>| Report::new(side.plan, side.sequence, &Tally::of_run(side.plan, side.run));
    let on_left = on_left(left, right);
    let (left, right) = rayon::join(|| report(left), || report(right));
    let both = left.contacts.iter().zip(&right.contacts);
    comparison.statuses = both.map(|(&(status, left), &(_, right))| (status, left, right)).collect();
    let mut others: FxHashMap<ItemRef, ItemRow> =
        right.items.iter().map(|row| (on_left(row.item), row.clone())).collect();
    comparison.items = left
        .items
        .into_iter()
        .map(|row| ItemPair { item: row.item, right: others.remove(&row.item), left: Some(row) })
        .collect();
    let only_right = right.items.into_iter().filter(|row| others.contains_key(&on_left(row.item)));
    comparison.items.extend(only_right.map(|row| ItemPair { item: on_left(row.item), left: None, right: Some(row) }));
}

/// The differences of the contacts in one segment.
#[derive(Default)]
struct SegmentDifferences {
    equal: u64,
    differences: Vec<Difference>,
    only_left: Vec<(u64, String)>,
}

impl Comparison {
    fn add(&mut self, found: SegmentDifferences) {
        self.equal += found.equal;
        for difference in found.differences {
            self.different += 1;
            self.different_places.extend(u32::try_from(difference.right_place));
            *self.first_items.entry(difference.item).or_default() += 1;
            if self.differences.len() < MOST_KEPT {
                self.differences.push(difference);
            }
        }
        found.only_left.iter().for_each(|(place, id)| self.only_left.add(*place, id));
    }
}

struct Stories<'a> {
    /// Items by rank, as the left run names them.
    left_items: Vec<ItemRef>,
    right_items: Vec<ItemRef>,
    right: &'a Run,
    pairs: &'a Pairs<'a>,
}

impl Stories<'_> {
    fn compare(&self, segment: &Segment) -> SegmentDifferences {
        let mut found = SegmentDifferences::default();
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
                (self.left_items[mine.rank as usize], mine.pass)
                    == (self.right_items[theirs.rank as usize], theirs.pass)
                    && ComparedVisit::of(mine) == ComparedVisit::of(theirs)
            };
            if span.len() == other_span.len() && span.clone().zip(other_span.clone()).all(is_same) {
                found.equal += 1;
                continue;
            }
            let left = span.map(|at| said(segment, at, &self.left_items));
            let right = other_span.map(|at| said(other, at, &self.right_items));
            match first_difference(&left.collect::<Vec<_>>(), &right.collect::<Vec<_>>()) {
                None => found.equal += 1,
                Some(((item, pass), left, right)) => {
                    let id = id.to_owned();
                    found.differences.push(Difference { id, left_place, right_place, item, pass, left, right });
                }
            }
        }
        found
    }
}

/// Identifies a visit of a contact: the item, and the pass.
type VisitKey = (ItemRef, Pass);

fn said(segment: &Segment, at: usize, items: &[ItemRef]) -> (VisitKey, ComparedVisit) {
    let visit = segment.visit(at);
    ((items[visit.rank as usize], visit.pass), ComparedVisit::of(visit))
}

/// The item at which two stories differ first: the one with the earliest arrival, in either story.
fn first_difference(
    left: &[(VisitKey, ComparedVisit)],
    right: &[(VisitKey, ComparedVisit)],
) -> Option<(VisitKey, Option<ComparedVisit>, Option<ComparedVisit>)> {
    let same = left.iter().zip(right).take_while(|(left, right)| left == right).count();
    if let (Some(&(item, mine)), Some(&(other, theirs))) = (left.get(same), right.get(same))
        && item == other
    {
        // Stories are in order of arrival, and everything before is equal.
        return Some((item, Some(mine), Some(theirs)));
    }
    let by_item =
        |story: &[(VisitKey, ComparedVisit)]| story.iter().copied().collect::<FxHashMap<VisitKey, ComparedVisit>>();
    let (in_left, in_right) = (by_item(left), by_item(right));
    let items = left.iter().chain(right).map(|&(item, _)| item);
    let both = items.map(|item| (item, in_left.get(&item).copied(), in_right.get(&item).copied()));
    // For equal arrivals, the order of the left story decides, then that of the right one.
    both.filter(|(_, left, right)| left != right)
        .min_by_key(|(_, left, right)| left.iter().chain(right).map(|said| said.arrived.utc_secs()).min())
}
