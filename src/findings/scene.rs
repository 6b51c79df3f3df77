//! A sequence prepared for the rules: the links that count, the order of items, and the faults of each item.

use crate::campaign::configured::faults;
use crate::campaign::document::Campaign;
use crate::campaign::item::Item;
use crate::campaign::kinds::faults::SettingFault;
use crate::campaign::kinds::{Family, Kind};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::sequence::{Forest, Sequence};

/// A sequence with the data that the rules need.
pub(super) struct CheckedSequence<'a> {
    /// The campaign that is checked.
    pub campaign: &'a Campaign,
    /// The directory of the campaign.
    pub directory: &'a IndexedDirectory<'a>,
    /// The sequence that is checked.
    pub sequence: &'a Sequence,
    /// Its index among the campaign's sequences.
    pub number: usize,
    /// The links that count.
    pub forest: Forest,
    /// The items without an incoming link: the Starts in rank order, then the others in the file's order.
    pub roots: Vec<usize>,
    /// Every item; on each track, in the order of the track.
    pub order: Vec<usize>,
    /// The number of items after each item.
    pub count_after: Vec<usize>,
    /// The reasons why each item isn't configured; empty if it is.
    pub faults: Vec<Vec<SettingFault>>,
}

/// A step of a walk along all tracks.
#[derive(Clone, Copy)]
pub(super) enum WalkStep {
    /// The walk arrives at an item. The items entered but not left are those before it on its track.
    Enter(usize),
    /// The walk leaves an item, after all items that come after it.
    Leave(usize),
}

impl<'a> CheckedSequence<'a> {
    /// Prepares the sequence at an index.
    pub(super) fn new(campaign: &'a Campaign, directory: &'a IndexedDirectory<'a>, number: usize) -> Self {
        let sequence = &campaign.sequences[number];
        let forest = sequence.forest();
        let is_start = |place: &usize| sequence.items[*place].kind == Kind::Start;
        let unlinked = (0..sequence.items.len()).filter(|&place| forest.previous[place].is_none());
        let mut roots = forest.starts.clone();
        roots.extend(unlinked.filter(|place| !is_start(place)));
        let mut scene = Self {
            campaign,
            directory,
            sequence,
            number,
            forest,
            roots,
            order: Vec::with_capacity(sequence.items.len()),
            count_after: vec![0; sequence.items.len()],
            faults: sequence.items.iter().map(|item| faults(&item.kind, directory)).collect(),
        };
        let mut order = std::mem::take(&mut scene.order);
        scene.walk(|step| {
            if let WalkStep::Enter(place) = step {
                order.push(place);
            }
        });
        for &place in order.iter().rev() {
            if let Some(previous) = scene.forest.previous[place] {
                scene.count_after[previous] += scene.count_after[place] + 1;
            }
        }
        scene.order = order;
        scene
    }

    /// The items in the file's order, with their indices.
    pub(super) fn items(&self) -> impl Iterator<Item = (usize, &'a Item)> + use<'a> {
        self.sequence.items.iter().enumerate()
    }

    /// The item at an index.
    pub(super) fn item(&self, place: usize) -> &'a Item {
        &self.sequence.items[place]
    }

    /// Whether the item at an index is a timer.
    pub(super) fn is_timer(&self, place: usize) -> bool {
        self.item(place).kind.family() == Family::Timer
    }

    /// Whether the item at an index is configured.
    pub(super) fn is_configured(&self, place: usize) -> bool {
        self.faults[place].is_empty()
    }

    /// Walks along all tracks, from each root down and back.
    pub(super) fn walk(&self, mut visit: impl FnMut(WalkStep)) {
        let mut open: Vec<WalkStep> = self.roots.iter().rev().map(|&root| WalkStep::Enter(root)).collect();
        while let Some(step) = open.pop() {
            visit(step);
            if let WalkStep::Enter(place) = step {
                open.push(WalkStep::Leave(place));
                open.extend(self.forest.next[place].iter().rev().map(|&next| WalkStep::Enter(next)));
            }
        }
    }
}
