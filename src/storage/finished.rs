//! A finished run with everything that its result files need.

use crate::calendar::Instant;
use crate::contacts::block::Population;
use crate::simulate::effects::EffectContext;
use crate::simulate::run::Run;
use crate::simulate::settle::Assignments;

/// A finished run with everything that belongs to it.
#[derive(Clone, Copy)]
pub struct FinishedRun<'a> {
    /// The compiled sequence, and the campaign it was compiled from.
    pub effect_context: EffectContext<'a>,
    /// The visits of the run.
    pub run: &'a Run,
    /// The contacts of the run.
    pub population: &'a Population,
    /// The assignments of the run.
    pub assignments: &'a Assignments,
    /// When the run ended.
    pub until: Instant,
}
