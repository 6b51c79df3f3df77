//! Which visits let a contact through when: what moves on the canvas around an instant.

use rayon::prelude::*;

use crate::calendar::Instant;
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Plan, Rank};
use crate::simulate::run::{Cancelled, Control, Run};

/// So many visits are kept in order at most; of a larger run, those of every second, fourth, … contact.
const MOST: usize = 4_000_000;

/// A visit that let its contact go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The contact, by place in the list.
    pub place: u64,
    /// The item that it left, by rank.
    pub rank: Rank,
    /// When.
    pub at: Instant,
}

/// What moves in a stretch of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moving {
    /// The moves, in order of time.
    pub moves: Vec<Move>,
    /// How many contacts each of them stands for.
    pub each: u64,
}

/// The visits of a run that let contacts go on to another item, in order of time.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// When, in UTC seconds; place and rank at the same index.
    at: Vec<u32>,
    places: Vec<u32>,
    ranks: Vec<Rank>,
    /// Only contacts whose place is a multiple of this are kept.
    stride: u64,
    /// Indices of every second, fourth, eighth … of these contacts, in order, so that a long stretch of time is not
    /// gone through for the few that are shown of it.
    thinned: Vec<Vec<u32>>,
}

impl Moves {
    /// Those of a finished run. Uses the rayon pool it is called in.
    ///
    /// # Errors
    /// If it was cancelled.
    pub fn new(plan: &Plan, run: &Run, control: &Control) -> Result<Self, Cancelled> {
        let mut stride = 1;
        while run.visits() / stride > MOST {
            stride *= 2;
        }
        let stride = stride as u64;
        let mut moves: Vec<(u32, u32, Rank)> = run
            .segments()
            .par_iter()
            .flat_map_iter(|segment| {
                let first = segment.first_place();
                let kept = segment.contacts().filter(move |(row, _)| (first + *row as u64).is_multiple_of(stride));
                let kept = kept.take_while(|_| !control.is_cancelled());
                kept.flat_map(move |(row, span)| {
                    let onward = move |visit: &Visit| !plan.next(visit.rank).is_empty();
                    let visits = span.map(|place| segment.visit(place)).filter(onward);
                    visits.filter_map(move |visit| {
                        let at = visit.through()?;
                        Some((at.utc_secs() as u32, (first + row as u64) as u32, visit.rank))
                    })
                })
            })
            .collect();
        control.check()?;
        moves.par_sort_unstable();
        control.check()?;
        let places: Vec<u32> = moves.iter().map(|one| one.1).collect();
        Ok(Self {
            at: moves.iter().map(|one| one.0).collect(),
            ranks: moves.iter().map(|one| one.2).collect(),
            thinned: thinned(&places, stride),
            places,
            stride,
        })
    }

    /// What moves after `from` up to `to`: all of it, or so many moves at most, each of which stands for as many
    /// contacts. Which contacts are shown depends on their places alone, so that nobody comes and goes in between.
    pub fn between(&self, from: Instant, to: Instant, most: usize) -> Moving {
        let until = |clock: Instant| self.at.partition_point(|&at| i64::from(at) <= clock.utc_secs());
        let span = until(from)..until(to);
        let mut level = 0;
        while span.len() >> level > most && level < self.thinned.len() {
            level += 1;
        }
        let moves = match level.checked_sub(1).map(|level| &self.thinned[level]) {
            None => span.map(|at| self.one(at)).collect(),
            Some(kept) => {
                let place = |at: usize| kept.partition_point(|&kept| (kept as usize) < at);
                kept[place(span.start)..place(span.end)].iter().map(|&at| self.one(at as usize)).collect()
            }
        };
        Moving { moves, each: self.stride << level }
    }

    fn one(&self, at: usize) -> Move {
        let instant = Instant::from_utc_secs(i64::from(self.at[at]));
        Move { place: u64::from(self.places[at]), rank: self.ranks[at], at: instant }
    }
}

/// The indices of the moves of every second, fourth, eighth … contact, up to the last that has any but the first.
fn thinned(places: &[u32], stride: u64) -> Vec<Vec<u32>> {
    let last = places.iter().copied().max().map_or(0, u64::from);
    let mut levels: Vec<Vec<u32>> = Vec::new();
    for each in (1..).map(|level| stride << level).take_while(|each| *each <= last) {
        let is_kept = |&at: &u32| u64::from(places[at as usize]).is_multiple_of(each);
        levels.push(match levels.last() {
            None => (0..places.len() as u32).filter(is_kept).collect(),
            Some(before) => before.iter().copied().filter(is_kept).collect(),
        });
    }
    levels
}
