//! Whether an item is configured (`rules.md` §6): the one place that decides it.

use super::kinds::Kind;
use super::kinds::faults::{Faults, SettingFault};
use super::known::IndexedDirectory;

/// The reasons why an item isn't configured; empty if it is.
pub fn faults(kind: &Kind, directory: &IndexedDirectory<'_>) -> Vec<SettingFault> {
    let mut faults = Faults::new(directory);
    kind.settings().faults(&mut faults);
    faults.found()
}

/// Whether an item is configured.
pub fn is_configured(kind: &Kind, directory: &IndexedDirectory<'_>) -> bool {
    faults(kind, directory).is_empty()
}
