//! What moves on the canvas while the clock plays.
//!
//! A move takes no simulated time, so a dot is one real visit, drawn for a moment of the person's time after it let its
//! contact through. Where it is follows from run, clock and speed alone.

use crate::calendar::Instant;
use crate::simulate::plan::Rank;

use super::clock::Clock;
use super::finished::Finished;

/// So long a dot is on its way, in seconds of the person's.
pub const ON_THE_WAY: f64 = 0.6;
/// Above so many at once one dot stands for several contacts.
pub const MOST: usize = 2_000;

/// A contact on its way from one item to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The contact, by place in the list.
    pub place: u64,
    /// The item whose visit let it through, by rank.
    pub rank: Rank,
    /// When that was.
    pub through: Instant,
    /// How far it is on the way, from 0 to 1.
    pub share: f32,
}

/// All that move at an instant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dots {
    /// They, in the order in which they set out.
    pub dots: Vec<Dot>,
    /// How many contacts each of them stands for.
    pub each: u64,
}

/// What moves where the clock stands; nobody while it does not play. At most so many dots.
pub fn dots(finished: &Finished, clock: &Clock, most: usize) -> Dots {
    if !clock.plays {
        return Dots { dots: Vec::new(), each: 1 };
    }
    let (now, span) = (clock.exact(), clock.speed.secs() as f64 * ON_THE_WAY);
    // A visit at the very edge has just arrived: the seconds before it are over.
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
