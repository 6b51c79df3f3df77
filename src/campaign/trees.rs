//! Which items are connected, for links that must not close a loop.

use rustc_hash::FxHashMap;

/// The item before each item; for several incoming links, the first.
pub(super) fn ways_in<'a>(links: impl DoubleEndedIterator<Item = &'a (u64, u64)>) -> FxHashMap<u64, u64> {
    links.rev().map(|(from, to)| (*to, *from)).collect()
}

/// The first item on the way back from an item. A link to an item without an incoming link closes a loop exactly if it
/// is that item.
pub(super) fn root(before: &FxHashMap<u64, u64>, from: u64) -> u64 {
    // An existing loop has no first item, so the walk ends after one round.
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
