//! Collects the findings of the rules, and puts them in order.

use rustc_hash::FxHashSet;

use super::codes::{Code, Severity};
use super::finding::{Finding, FindingPlace};
use super::scene::CheckedSequence;

/// The findings so far.
#[derive(Default)]
pub(super) struct FindingList {
    found: Vec<(Order, Finding)>,
    /// The codes found at items: sequence and item by index.
    at_items: FxHashSet<(usize, usize, Code)>,
}

/// Worst first, then the campaign as a whole, then sequence by sequence: the sequence as a whole, its items, its
/// links. Equal ones keep the order in which they were found.
type Order = (Severity, usize, usize, usize);

impl FindingList {
    /// Adds a finding about the campaign as a whole.
    pub(super) fn campaign(&mut self, code: Code, place: FindingPlace, message: impl Into<String>) -> &mut Finding {
        self.add((0, 0, 0), Finding::new(code, None, place, message))
    }

    /// Adds a finding about a sequence as a whole.
    pub(super) fn sequence(
        &mut self,
        scene: &CheckedSequence<'_>,
        code: Code,
        message: impl Into<String>,
    ) -> &mut Finding {
        let finding = Finding::new(code, Some(scene.sequence.id), FindingPlace::Sequence, message);
        self.add((scene.number + 1, 0, 0), finding)
    }

    /// Adds a finding about an item, by its index in the sequence.
    pub(super) fn item(
        &mut self,
        scene: &CheckedSequence<'_>,
        place: usize,
        code: Code,
        message: impl Into<String>,
    ) -> &mut Finding {
        self.at_items.insert((scene.number, place, code));
        let at = FindingPlace::Item(scene.sequence.items[place].id);
        let finding = Finding::new(code, Some(scene.sequence.id), at, message);
        self.add((scene.number + 1, 1, place), finding)
    }

    /// Adds a finding about a link, by its index in the sequence.
    pub(super) fn link(
        &mut self,
        scene: &CheckedSequence<'_>,
        index: usize,
        code: Code,
        message: impl Into<String>,
    ) -> &mut Finding {
        let (from, to) = scene.sequence.links[index];
        let finding = Finding::new(code, Some(scene.sequence.id), FindingPlace::Link { from, to, index }, message);
        self.add((scene.number + 1, 2, index), finding)
    }

    /// Whether an item has a finding with this code.
    pub(super) fn has(&self, scene: &CheckedSequence<'_>, place: usize, code: Code) -> bool {
        self.at_items.contains(&(scene.number, place, code))
    }

    /// All findings in order.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        self.found.sort_by_key(|(order, finding)| (*order, finding.code));
        self.found.into_iter().map(|(_, finding)| finding).collect()
    }

    fn add(&mut self, (sequence, group, place): (usize, usize, usize), finding: Finding) -> &mut Finding {
        self.found.push(((finding.severity, sequence, group, place), finding));
        let last = self.found.len() - 1;
        &mut self.found[last].1
    }
}
