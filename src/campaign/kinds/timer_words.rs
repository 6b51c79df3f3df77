//! What a timer does, in the parts of a sentence.

use crate::calendar::timer::{TimeWindow, ZoneChoice};

/// What a complete timer does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimerWords {
    /// In a few words, as under its tile: `3 days later`, `on a weekday`.
    pub short: Vec<String>,
    /// As the beginning of a sentence: `Wait 3 days, then run on a weekday`.
    pub full: String,
    /// The time of day.
    pub time: TimeWindow,
    /// Whose clock.
    pub zone: ZoneChoice,
}
