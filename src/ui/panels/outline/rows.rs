//! The sequence as rows of a tree: Starts with their items in order, then what is not connected, notes, frames.
//!
//! A chain of items stays on one level; only branches are a level deeper. Rows are rebuilt after an edit or a fold,
//! not in each frame, and without recursion, since a track may have ten thousand items.

use rustc_hash::FxHashSet;

use crate::campaign::sequence::{Forest, Sequence};
use crate::workbench::arrange::siblings::loose;

/// What a row represents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineThing {
    /// The item at this index.
    Item(usize),
    /// The note at this index.
    Note(usize),
    /// The frame at this index.
    Frame(usize),
    /// A heading of a section.
    Heading(Section),
}

/// A heading of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Section {
    Loose,
    Notes,
    Frames,
}

impl Section {
    /// The label of the entry.
    pub fn label(self) -> &'static str {
        match self {
            Section::Loose => "Not connected to a Start",
            Section::Notes => "Notes",
            Section::Frames => "Frames",
        }
    }
}

/// The identity of a row across edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKey {
    /// An item, note or frame, by id.
    Thing(u64),
    /// A heading of a section.
    Heading(Section),
}

impl RowKey {
    /// The id of an item, note or frame.
    pub fn id(self) -> Option<u64> {
        match self {
            RowKey::Thing(id) => Some(id),
            RowKey::Heading(_) => None,
        }
    }
}

/// A row of the outline's tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlineRow {
    /// What the row represents.
    pub what: OutlineThing,
    /// The identity of the row across edits.
    pub key: RowKey,
    /// The level of the row; the top level is 0.
    pub depth: usize,
    /// Whether the row has child rows, shown or not.
    pub folds: bool,
    /// Whether its child rows are hidden.
    pub folded: bool,
    /// The index of its parent row.
    pub owner: Option<usize>,
    /// The number of the branch that begins here, from 1, and the number of branches.
    pub branch: Option<(usize, usize)>,
}

/// A row that is still to be added.
struct Open {
    item: usize,
    depth: usize,
    owner: Option<usize>,
    branch: Option<(usize, usize)>,
    is_root: bool,
}

/// The rows of a sequence, without children of the keys in `folded`.
pub fn rows(sequence: &Sequence, folded: &FxHashSet<RowKey>) -> Vec<OutlineRow> {
    let forest = sequence.forest();
    let mut tree = Tree { sequence, forest: &forest, folded, rows: Vec::new() };
    tree.trees(&forest.starts, 0, None);
    let loose = loose(sequence, &forest);
    if let Some(owner) = tree.heading(Section::Loose, loose.len()) {
        tree.trees(&loose, 1, Some(owner));
    }
    if let Some(owner) = tree.heading(Section::Notes, sequence.notes.len()) {
        let notes = sequence.notes.iter().enumerate().map(|(place, note)| (OutlineThing::Note(place), note.id));
        tree.leaves(notes, owner);
    }
    if let Some(owner) = tree.heading(Section::Frames, sequence.frames.len()) {
        let frames = sequence.frames.iter().enumerate().map(|(place, frame)| (OutlineThing::Frame(place), frame.id));
        tree.leaves(frames, owner);
    }
    tree.rows
}

struct Tree<'a> {
    sequence: &'a Sequence,
    forest: &'a Forest,
    folded: &'a FxHashSet<RowKey>,
    rows: Vec<OutlineRow>,
}

impl Tree<'_> {
    fn add(&mut self, what: OutlineThing, key: RowKey, depth: usize, folds: bool, owner: Option<usize>) -> usize {
        let folded = folds && self.folded.contains(&key);
        self.rows.push(OutlineRow { what, key, depth, folds, folded, owner, branch: None });
        self.rows.len() - 1
    }

    /// Adds a heading. Returns its index if its rows should be listed.
    fn heading(&mut self, section: Section, count: usize) -> Option<usize> {
        if count == 0 {
            return None;
        }
        let row = self.add(OutlineThing::Heading(section), RowKey::Heading(section), 0, true, None);
        (!self.rows[row].folded).then_some(row)
    }

    fn leaves(&mut self, things: impl Iterator<Item = (OutlineThing, u64)>, owner: usize) {
        for (what, id) in things {
            self.add(what, RowKey::Thing(id), 1, false, Some(owner));
        }
    }

    /// Adds trees one after another, each with its root on this level.
    fn trees(&mut self, roots: &[usize], depth: usize, owner: Option<usize>) {
        let root = |item: &usize| Open { item: *item, depth, owner, branch: None, is_root: true };
        let mut open: Vec<Open> = roots.iter().rev().map(root).collect();
        while let Some(Open { item, depth, owner, branch, is_root }) = open.pop() {
            let next = &self.forest.next[item];
            // The items after a root or a fork are its children; in a chain they are siblings.
            let owns = next.len() > 1 || (is_root && !next.is_empty());
            let key = RowKey::Thing(self.sequence.items[item].id);
            let row = self.add(OutlineThing::Item(item), key, depth, owns, owner);
            self.rows[row].branch = branch;
            if self.rows[row].folded {
                continue;
            }
            let (depth, owner) = if owns { (depth + 1, Some(row)) } else { (depth, owner) };
            let count = next.len();
            open.extend(next.iter().enumerate().rev().map(|(place, item)| Open {
                item: *item,
                depth,
                owner,
                branch: (count > 1).then_some((place + 1, count)),
                is_root: false,
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::item::{Item, Position};
    use crate::campaign::kinds::Kind;

    fn sequence(items: &[(u64, f64)], links: &[(u64, u64)]) -> Sequence {
        let mut sequence = Sequence::with_start("A");
        sequence.items.extend(items.iter().map(|(id, y)| Item {
            id: *id,
            name: format!("{id}"),
            position: Position(0.0, *y),
            ready: false,
            kind: Kind::AddToCustomerHub,
        }));
        sequence.links = links.to_vec();
        sequence
    }

    fn told(sequence: &Sequence, folded: &[RowKey]) -> Vec<String> {
        let row = |row: &OutlineRow| {
            let name = match row.what {
                OutlineThing::Item(place) => sequence.items[place].id.to_string(),
                OutlineThing::Heading(section) => section.label().to_owned(),
                OutlineThing::Note(_) | OutlineThing::Frame(_) => "paper".to_owned(),
            };
            "  ".repeat(row.depth) + &name
        };
        rows(sequence, &folded.iter().copied().collect()).iter().map(row).collect()
    }

    #[test]
    fn a_chain_stays_on_one_level_and_branches_go_deeper() {
        let sequence = sequence(
            &[(2, 0.0), (3, 0.0), (4, 90.0), (5, 10.0), (6, 0.0), (7, 0.0)],
            &[(1, 2), (2, 3), (3, 4), (3, 5), (5, 6)],
        );
        assert_eq!(
            told(&sequence, &[]),
            ["1", "  2", "  3", "    5", "    6", "    4", "Not connected to a Start", "  7"]
        );
    }

    #[test]
    fn what_is_folded_hides_what_lies_below_it() {
        let sequence = sequence(&[(2, 0.0), (3, 0.0), (4, 0.0), (5, 0.0)], &[(1, 2), (2, 3), (2, 4)]);
        assert_eq!(told(&sequence, &[RowKey::Thing(2)]), ["1", "  2", "Not connected to a Start", "  5"]);
        assert_eq!(
            told(&sequence, &[RowKey::Thing(1), RowKey::Heading(Section::Loose)]),
            ["1", "Not connected to a Start"]
        );
    }

    #[test]
    fn a_track_of_ten_thousand_items_is_laid_out() {
        let items: Vec<(u64, f64)> = (2..=10_001).map(|id| (id, 0.0)).collect();
        let links: Vec<(u64, u64)> = (1..=10_000).map(|id| (id, id + 1)).collect();
        assert_eq!(rows(&sequence(&items, &links), &FxHashSet::default()).len(), 10_001);
    }
}
