//! Which items are connected, for links that must not close a loop.

use rustc_hash::FxHashMap;

/// The id of the item before each item. If an item has several incoming links, the first one counts.
pub(super) fn previous_items<'a>(links: impl DoubleEndedIterator<Item = &'a (u64, u64)>) -> FxHashMap<u64, u64> {
    links.rev().map(|(from, to)| (*to, *from)).collect()
}

/// The first item on the way back along the links from an item. A link from the item closes a loop exactly if it leads
/// to this first item. (The link must lead to an item without an incoming link.)
pub(super) fn first_before(before: &FxHashMap<u64, u64>, from: u64) -> u64 {
    // In an existing loop there is no first item, so the walk ends after one round.
    let way_back = std::iter::successors(Some(from), |id| before.get(id).copied()).take(before.len() + 1);
    way_back.last().unwrap_or(from)
}

/// Which items are connected: union-find with path halving.
pub(super) struct Trees {
    parent: Vec<usize>,
}

impl Trees {
    pub(super) fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    pub(super) fn root(&mut self, mut place: usize) -> usize {
        while self.parent[place] != place {
            self.parent[place] = self.parent[self.parent[place]];
            place = self.parent[place];
        }
        place
    }

    pub(super) fn join(&mut self, above: usize, below: usize) {
        let (above, below) = (self.root(above), self.root(below));
        self.parent[below] = above;
    }
}
