//! Whether an item is configured (`rules.md` §6): the one place that decides it.

use super::kinds::Kind;
use super::kinds::faults::{Fault, Faults};
use super::known::Known;

/// What keeps an item from being configured; nothing if it is.
pub fn faults(kind: &Kind, directory: &Known<'_>) -> Vec<Fault> {
    let mut faults = Faults::new(directory);
    kind.settings().faults(&mut faults);
    faults.found()
}

/// Whether an item is configured.
pub fn is_configured(kind: &Kind, directory: &Known<'_>) -> bool {
    faults(kind, directory).is_empty()
}
