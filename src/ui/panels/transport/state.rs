//! What the transport keeps between frames.

use std::rc::Rc;

use crate::workbench::rehearse::axis::Axis;

/// What the transport keeps between frames.
#[derive(Debug, Default)]
pub struct State {
    /// The bar over time: what of it is seen, and what is drawn on it.
    pub(super) scrub: Scrub,
    /// The moment to run to.
    pub(super) run_to: RunTo,
    /// Whether the clock is shown in the zone of the contact that is followed.
    pub(super) in_contact_zone: bool,
}

/// What is kept of the bar between frames.
#[derive(Clone, Debug)]
pub struct Scrub {
    /// What of the whole bar is seen, as parts of it.
    pub(super) seen: (f64, f64),
    pub(super) axis: Option<(u64, Rc<Axis>)>,
    pub(super) bars: Option<(BarsOf, Rc<[f32]>)>,
}

/// What the bars are of: the run, what is seen, how many there are.
type BarsOf = (u64, (f64, f64), usize);

impl Default for Scrub {
    fn default() -> Self {
        Self { seen: (0.0, 1.0), axis: None, bars: None }
    }
}

/// What stands in the field for the moment to run to.
#[derive(Clone, Debug, Default)]
pub struct RunTo {
    pub(super) typed: Option<String>,
    /// Whether the field has had the keyboard since it opened.
    pub(super) entered: bool,
}
