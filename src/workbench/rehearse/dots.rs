//! The dots that move on the canvas while the clock plays.
//!
//! A move takes no simulated time, so a dot is one real visit, drawn for a short real time after it let its contact
//! through. Its position depends only on run, clock and speed.

use crate::calendar::Instant;
use crate::simulate::plan::Rank;

use super::clock::Clock;
use super::finished::FinishedRehearsal;

/// Seconds of real time that a dot takes from one item to the next.
pub const ON_THE_WAY: f64 = 0.6;
/// Most dots at the same time; with more moves, a dot is several contacts.
pub const MOST: usize = 2_000;

/// A contact that moves from one item to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The contact, by its position in the list.
    pub place: u64,
    /// The item whose visit let it through, by rank.
    pub rank: Rank,
    /// When the visit let it through.
    pub through: Instant,
    /// How far it has moved, from 0 to 1.
    pub share: f32,
}

/// The dots at an instant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dots {
    /// The dots, in the order in which they started.
    pub dots: Vec<Dot>,
    /// The number of contacts that each dot represents.
    pub each: u64,
}

/// The dots at the clock's time, at most `most`; none while the clock is paused.
pub fn dots(finished: &FinishedRehearsal, clock: &Clock, most: usize) -> Dots {
    if !clock.plays {
        return Dots { dots: Vec::new(), each: 1 };
    }
    let (now, span) = (clock.exact(), clock.speed.secs() as f64 * ON_THE_WAY);
    // A visit exactly at the edge has just arrived, so it is not included.
    let since = Instant::from_utc_secs((now - span).floor() as i64);
    let moving = finished.moving(since, clock.at, most);
    let dots = moving.moves.iter().map(|one| Dot {
        place: one.place,
        rank: one.rank,
        through: one.at,
        share: ((now - one.at.utc_secs() as f64) / span).clamp(0.0, 1.0) as f32,
    });
    Dots { dots: dots.collect(), each: moving.each.max(1) }
}
