//! The small badge at an item's corner: its worst finding.

use rustc_hash::FxHashMap;

use crate::findings::{Finding, Severity};

/// The worst severity by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    by_item: FxHashMap<u64, Severity>,
}

impl Marks {
    /// The marks for the findings of a sequence.
    pub fn of(findings: &[Finding], sequence: &str) -> Self {
        let mut marks = Self::default();
        for finding in findings.iter().filter(|finding| finding.sequence.as_deref() == Some(sequence)) {
            if let Some(item) = finding.item() {
                // The worst severity comes first in the order.
                let worst = marks.by_item.entry(item).or_insert(finding.severity);
                *worst = finding.severity.min(*worst);
            }
        }
        marks
    }

    /// The worst severity of an item; `None` if it has no findings.
    pub fn of_item(&self, id: u64) -> Option<Severity> {
        self.by_item.get(&id).copied()
    }
}
