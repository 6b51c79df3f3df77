//! What the transport keeps between frames.

use std::rc::Rc;

use super::scale::HistogramBars;
use crate::workbench::rehearse::axis::TimeBarAxis;

/// What the transport keeps between frames.
#[derive(Debug, Default)]
pub struct TransportState {
    /// The time bar: its visible part, and what is drawn on it.
    pub(super) scrub: Scrub,
    /// The time to run to, while it is typed.
    pub(super) run_to: RunTo,
}

/// What the time bar keeps between frames.
#[derive(Debug)]
pub struct Scrub {
    /// The visible part of the bar, as fractions of the whole.
    pub(super) seen: (f64, f64),
    pub(super) axis: Option<(u64, Rc<TimeBarAxis>)>,
    pub(super) bars: Option<(BarsOf, Rc<HistogramBars>)>,
}

/// What the histogram depends on: the run, the visible part, the number of bars.
type BarsOf = (u64, (f64, f64), usize);

impl Default for Scrub {
    fn default() -> Self {
        Self { seen: (0.0, 1.0), axis: None, bars: None }
    }
}

/// The text of the field for the time to run to.
#[derive(Clone, Debug)]
pub struct RunTo {
    pub(super) typed: Option<String>,
    /// Whether the field takes focus once it is shown.
    pub(super) takes_keyboard: bool,
}

impl Default for RunTo {
    fn default() -> Self {
        Self { typed: None, takes_keyboard: true }
    }
}
