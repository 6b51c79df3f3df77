//! The worst finding of every item: the small badge at its corner.

use rustc_hash::FxHashMap;

use crate::findings::{Finding, Severity};

/// The worst severity by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    by_item: FxHashMap<u64, Severity>,
}

impl Marks {
    /// Those of the findings about a sequence.
    pub fn of(findings: &[Finding], sequence: &str) -> Self {
        let mut marks = Self::default();
        for finding in findings.iter().filter(|finding| finding.sequence.as_deref() == Some(sequence)) {
            if let Some(item) = finding.item() {
                // The worst comes first in their order.
                let worst = marks.by_item.entry(item).or_insert(finding.severity);
                *worst = finding.severity.min(*worst);
            }
        }
        marks
    }

    /// That of an item.
    pub fn of_item(&self, id: u64) -> Option<Severity> {
        self.by_item.get(&id).copied()
    }
}
