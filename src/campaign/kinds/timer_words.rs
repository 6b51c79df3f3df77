//! The parts of a sentence that says what a timer does.

use crate::calendar::timer::{TimeWindow, ZoneChoice};

/// What a complete timer does, as parts of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimerWords {
    /// The short form, as under the timer's tile: `3 days later`, `on a weekday`.
    pub short: Vec<String>,
    /// The beginning of the full sentence: `Wait 3 days, then run on a weekday`.
    pub full: String,
    /// The time of day at which it releases contacts.
    pub time: TimeWindow,
    /// The zone that the timer works in.
    pub zone: ZoneChoice,
}
