//! Starts let contacts through at once.

use std::convert::Infallible;

use crate::campaign::kinds::Start;
use crate::simulate::effects::record::{Change, Record};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Action, Compiler};

use super::simulated::Simulated;

impl Simulated for Start {
    type Effect = Infallible;

    fn action(&self, _: &Compiler<'_>) -> Option<Action> {
        Some(Action::Start)
    }

    fn effect(&self, _: &Record<'_>, _: &Visit, _: Option<&str>, _: Option<Change>) -> Option<Self::Effect> {
        None
    }
}
