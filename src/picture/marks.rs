//! The small badge at an item's corner: its worst finding.

use rustc_hash::FxHashMap;

use crate::campaign::ids::ItemRef;
use crate::findings::{Finding, Severity};

/// The worst severity by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    by_item: FxHashMap<ItemRef, Severity>,
}

impl Marks {
    /// The marks for the findings.
    pub fn of(findings: &[Finding]) -> Self {
        let mut marks = Self::default();
        for finding in findings {
            if let Some(item) = finding.item() {
                // The worst severity comes first in the order.
                let worst = marks.by_item.entry(item).or_insert(finding.severity);
                *worst = finding.severity.min(*worst);
            }
        }
        marks
    }

    /// The worst severity of an item; `None` if it has no findings.
    pub fn of_item(&self, item: ItemRef) -> Option<Severity> {
        self.by_item.get(&item).copied()
    }
}
