//! The instants at which contacts leave items, to show movement on the canvas.

use rayon::prelude::*;

use crate::calendar::Instant;
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Plan, Rank};
use crate::simulate::run::{Cancelled, Control, Run};

/// Most visits that are sorted. In a larger run, only the visits of every second, fourth, … contact are sorted.
const MOST: usize = 4_000_000;

/// A visit that let its contact continue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The contact, by its position in the list.
    pub place: u64,
    /// The item that the contact left, by rank.
    pub rank: Rank,
    /// When the contact left the item.
    pub at: Instant,
}

/// The moves in a period of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MovesInPeriod {
    /// The moves, in order of time.
    pub moves: Vec<Move>,
    /// The number of contacts that each move represents.
    pub each: u64,
}

/// The visits of a run that let contacts continue to another item, in order of time.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// When each contact left, in UTC seconds. `places` and `ranks` have the same indices.
    at: Vec<u32>,
    places: Vec<u32>,
    ranks: Vec<Rank>,
    /// Only contacts whose position is a multiple of this are kept.
    stride: u64,
    /// Indices of the moves of every second, fourth, eighth … contact, in order. They make it fast to choose a few
    /// moves of a long period.
    thinned: Vec<Vec<u32>>,
}

impl Moves {
    /// The moves of a finished run. Uses the rayon pool it is called in.
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

    /// The moves after `from` up to `to`, at most `most`; if there are more, each one represents several contacts.
    /// Which contacts are shown depends only on their positions, so a contact doesn't flicker from frame to frame.
    pub fn between(&self, from: Instant, to: Instant, most: usize) -> MovesInPeriod {
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
        MovesInPeriod { moves, each: self.stride << level }
    }

    fn one(&self, at: usize) -> Move {
        let instant = Instant::from_utc_secs(i64::from(self.at[at]));
        Move { place: u64::from(self.places[at]), rank: self.ranks[at], at: instant }
    }
}

/// The indices of the moves of every second, fourth, eighth … contact, in one list each. The lists end before one with
/// only the first contact.
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
