//! Sorts the visits of a run into curves.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::simulate::at::{Sweep, changes};
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Reason, Status};
use crate::simulate::plan::{Plan, Rank};
use crate::simulate::run::{Cancelled, Control, Run};
use crate::simulate::segment::Segment;

use super::Timeline;
use super::curve::Curve;
use super::hours::UtcHourCounts;
use super::items::ItemCurves;

/// Pieces of the run that are processed in parallel.
const PIECES: usize = 16;
/// Marks an item and outcome that has no column yet.
const NONE: u32 = u32::MAX;

impl Timeline {
    /// The counts of a finished run over time. Uses the rayon pool it is called in.
    ///
    /// # Errors
    /// If it was cancelled.
    pub fn new(plan: &Plan, run: &Run, control: &Control) -> Result<Self, Cancelled> {
        let segments = run.segments();
        let piece = segments.len().div_ceil(PIECES).max(1);
        let drafts: Vec<PieceColumns> =
            segments.par_chunks(piece).map(|piece| PieceColumns::of(plan, piece, control)).collect();
        control.check()?;
        let statuses: Vec<Curve> = (0..Status::ALL.len())
            .into_par_iter()
            .map(|status| {
                let changes = drafts.iter().flat_map(|draft| &draft.statuses[status]).copied().collect();
                Curve::of_changes(changes)
            })
            .collect();
        let mut columns = gather(drafts);
        let items: Vec<ItemCurves> = (0..plan.items().len())
            .map(|rank| columns.drain_item(rank as Rank))
            .collect::<Vec<_>>()
            .into_par_iter()
            .zip(plan.items())
            .map(|(columns, item)| {
                let cancelled = control.is_cancelled();
                if cancelled { ItemCurves::default() } else { item_curves(columns, item.action.is_timer()) }
            })
            .collect();
        control.check()?;
        let contacts = segments.iter().map(|segment| segment.statuses().len() as u64).sum();
        let mut timeline = Timeline { items, statuses, contacts, ..Timeline::default() };
        timeline.first = timeline.curves().filter_map(Curve::first).min();
        timeline.last = timeline.curves().filter_map(Curve::last).max();
        if let (Some(first), Some(last)) = (timeline.first, timeline.last) {
            timeline.hours = UtcHourCounts::new(timeline.curves(), first, last);
        }
        Ok(timeline)
    }
}

/// The instants of one piece of the run, by item and outcome.
struct PieceColumns {
    /// The index in `columns` for a rank and outcome.
    places: Vec<u32>,
    columns: Vec<(usize, Vec<u32>)>,
    statuses: [Vec<(u32, i32)>; Status::ALL.len()],
}

impl PieceColumns {
    fn of(plan: &Plan, segments: &[Segment], control: &Control) -> Self {
        let mut draft = Self {
            places: vec![NONE; plan.items().len() * Outcome::CODES],
            columns: Vec::new(),
            statuses: Default::default(),
        };
        let mut sweep = Sweep::default();
        for segment in segments {
            if control.is_cancelled() {
                break;
            }
            for (_, span) in segment.contacts() {
                draft.contact(plan, segment, span, &mut sweep);
            }
            control.done.fetch_add(segment.statuses().len() as u64, std::sync::atomic::Ordering::Relaxed);
        }
        draft
    }

    fn contact(&mut self, plan: &Plan, segment: &Segment, span: std::ops::Range<usize>, sweep: &mut Sweep) {
        for place in span.clone() {
            self.visit(plan, segment.visit(place));
        }
        changes(plan, span.map(|place| segment.visit(place)), sweep, |at, from, to| {
            if from != Status::NotEntered {
                self.statuses[from as usize].push((at, -1));
            }
            self.statuses[to as usize].push((at, 1));
        });
    }

    #[inline]
    fn visit(&mut self, plan: &Plan, visit: Visit) {
        let arrived = visit.arrived.utc_secs() as u32;
        match visit.outcome {
            Outcome::Ran => {
                if plan.items()[visit.rank as usize].action.is_timer() {
                    self.push(visit.rank, Outcome::Waiting, arrived);
                }
                let through = visit.due.map_or(arrived, |due| due.utc_secs() as u32);
                self.push(visit.rank, Outcome::Ran, through);
            }
            outcome => self.push(visit.rank, outcome, arrived),
        }
    }

    #[inline]
    fn push(&mut self, rank: Rank, outcome: Outcome, at: u32) {
        let key = rank as usize * Outcome::CODES + usize::from(outcome.code());
        let place = &mut self.places[key];
        if *place == NONE {
            *place = self.columns.len() as u32;
            self.columns.push((key, Vec::new()));
        }
        self.columns[*place as usize].1.push(at);
    }
}

/// The columns of all pieces, by rank and outcome.
struct MergedColumns {
    by_key: BTreeMap<usize, Vec<Vec<u32>>>,
}

fn gather(drafts: Vec<PieceColumns>) -> MergedColumns {
    let mut by_key: BTreeMap<usize, Vec<Vec<u32>>> = BTreeMap::new();
    for (key, column) in drafts.into_iter().flat_map(|draft| draft.columns) {
        by_key.entry(key).or_default().push(column);
    }
    MergedColumns { by_key }
}

impl MergedColumns {
    /// Removes and returns the columns of an item, by outcome, one per piece.
    fn drain_item(&mut self, rank: Rank) -> Vec<(Outcome, Vec<Vec<u32>>)> {
        let first = rank as usize * Outcome::CODES;
        let later = self.by_key.split_off(&(first + Outcome::CODES));
        let mine = std::mem::replace(&mut self.by_key, later);
        mine.into_iter().map(|(key, columns)| (Outcome::of_code((key - first) as u8), columns)).collect()
    }
}

fn item_curves(columns: Vec<(Outcome, Vec<Vec<u32>>)>, is_timer: bool) -> ItemCurves {
    let mut curves = ItemCurves { is_timer, ..ItemCurves::default() };
    for (outcome, parts) in columns {
        let curve = Curve::of_instants(parts.concat());
        match outcome {
            Outcome::Ran => curves.ran = curve,
            Outcome::Waiting => curves.arrived = curve,
            Outcome::Held => curves.held = curve,
            Outcome::Skipped(reason) => curves.skipped.push((reason, curve)),
        }
    }
    curves.skipped.sort_unstable_by_key(|(reason, _)| Reason::ALL.iter().position(|of| of == reason));
    curves
}
