//! Rules about the structure of a sequence: Starts, links, items that nothing leads to.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::campaign::item::Item;
use crate::campaign::kinds::Kind;
use crate::campaign::sequence::LinkFault;

use super::codes::Code;
use super::finding::Finding;
use super::fix::Fix;
use super::notes::FindingList;
use super::scene::CheckedSequence;
use super::words::{self, count};

pub(super) fn check(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    let name = words::quote(&scene.sequence.name);
    if scene.sequence.items.is_empty() {
        let message = format!("Sequence “{name}” has no items.");
        notes.sequence(scene, Code::EmptySequence, message).fix = Some(Fix::AddStart(None));
    } else if scene.forest.starts.is_empty() {
        let message = format!("Sequence “{name}” has no Start, so no contact enters it.");
        let first = first_item(scene).map(|first| scene.item(first).id);
        notes.sequence(scene, Code::NoStart, message).fix = Some(Fix::AddStart(first));
    }
    faulty_links(scene, notes);
    reachable(scene, notes);
}

/// The leftmost item that no link ends at, not even a faulty one.
fn first_item(scene: &CheckedSequence<'_>) -> Option<usize> {
    let ends: FxHashSet<u64> = scene.sequence.links.iter().map(|(_, to)| *to).collect();
    let free = scene.roots.iter().copied().filter(|root| !ends.contains(&scene.item(*root).id));
    free.min_by(|a, b| scene.item(*a).position.0.total_cmp(&scene.item(*b).position.0))
}

/// Reports items that no Start leads to, and Starts that lead nowhere. A sequence without a Start is reported once, as
/// a whole.
fn reachable(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    if scene.forest.starts.is_empty() {
        return;
    }
    let ends = LooseEnds::new(scene);
    for &root in &scene.roots {
        let item = scene.item(root);
        let behind = scene.count_after[root];
        if item.kind == Kind::Start {
            if behind == 0 {
                let finding = notes.item(
                    scene,
                    root,
                    Code::StartLeadsNowhere,
                    format!("{} has no item after it.", words::item(item)),
                );
                if let Some(next) = ends.only_free_item_after(scene, root) {
                    connect(scene, root, next, format!("to {}", end_named(scene.item(next))), finding);
                }
            }
            continue;
        }
        let with = match behind {
            0 => String::new(),
            1 => ", nor to the item after it".to_owned(),
            more => format!(", nor to the {} after it", count(more, "item")),
        };
        let finding =
            notes.item(scene, root, Code::NotReachable, format!("No Start leads to {}{with}.", words::item(item)));
        if let Some(end) = ends.only_end_before(scene, root) {
            connect(scene, end, root, format!("from {}", end_named(scene.item(end))), finding);
        }
    }
}

/// One end of a link, on a button: its name, or its kind.
fn end_named(item: &Item) -> String {
    let name = words::quote(&item.name);
    if name.is_empty() { item.kind.label().to_owned() } else { format!("“{name}”") }
}

fn connect(scene: &CheckedSequence<'_>, from: usize, to: usize, named: String, finding: &mut Finding) {
    let (from, to) = (scene.item(from), scene.item(to));
    finding.help = format!("Link {} to {}? {}", words::other(from), words::other(to), finding.help);
    finding.fix = Some(Fix::Connect { from: from.id, to: to.id, named });
}

/// Ends of tracks and items without an incoming link. A missing link is guessed from them, always to the right.
struct LooseEnds {
    /// The two leftmost items at the end of a track.
    ends: Vec<usize>,
    /// The two rightmost items that nothing leads to.
    free: Vec<usize>,
}

impl LooseEnds {
    fn new(scene: &CheckedSequence<'_>) -> Self {
        let x = |place: &usize| scene.item(*place).position.0;
        let mut is_reached = vec![false; scene.sequence.items.len()];
        scene.forest.preorder().into_iter().for_each(|place| is_reached[place] = true);
        let mut ends: Vec<usize> =
            (0..is_reached.len()).filter(|&place| is_reached[place] && scene.forest.next[place].is_empty()).collect();
        let mut free: Vec<usize> = scene.roots.iter().copied().filter(|&root| !is_reached[root]).collect();
        ends.sort_by(|a, b| x(a).total_cmp(&x(b)));
        free.sort_by(|a, b| x(b).total_cmp(&x(a)));
        ends.truncate(2);
        free.truncate(2);
        Self { ends, free }
    }

    /// The end of a track to the left of an item without an incoming link, if there is exactly one.
    fn only_end_before(&self, scene: &CheckedSequence<'_>, free: usize) -> Option<usize> {
        let is_before = |end: &&usize| scene.item(**end).position.0 < scene.item(free).position.0;
        let mut before = self.ends.iter().filter(is_before);
        before.next().copied().filter(|_| before.next().is_none())
    }

    /// The item without an incoming link to the right of a Start, if there is exactly one.
    fn only_free_item_after(&self, scene: &CheckedSequence<'_>, start: usize) -> Option<usize> {
        let is_behind = |free: &&usize| scene.item(start).position.0 < scene.item(**free).position.0;
        let mut behind = self.free.iter().filter(is_behind);
        behind.next().copied().filter(|_| behind.next().is_none())
    }
}

fn faulty_links(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    if scene.forest.faults.is_empty() {
        return;
    }
    let sequence = scene.sequence;
    let items: FxHashMap<u64, (usize, &Item)> = scene.items().map(|(place, item)| (item.id, (place, item))).collect();
    let notes_on_canvas: FxHashSet<u64> = sequence.notes.iter().map(|note| note.id).collect();
    let end = |id: u64| match items.get(&id) {
        Some((_, item)) => words::item(item),
        None if notes_on_canvas.contains(&id) => format!("note {id}, which isn't an item"),
        None => format!("item {id}, which doesn't exist"),
    };
    for &(index, fault) in &scene.forest.faults {
        let (from, to) = sequence.links[index];
        let (code, message) = match fault {
            LinkFault::FromNowhere => {
                (Code::LinkFromNowhere, format!("The link to {} starts at {}.", end_short(&items, to), end(from)))
            }
            LinkFault::ToNowhere => {
                (Code::LinkToNowhere, format!("The link from {} ends at {}.", end_short(&items, from), end(to)))
            }
            LinkFault::IntoStart => (
                Code::LinkIntoStart,
                format!("The link from {} enters {}, but nothing comes before a Start.", end(from), end(to)),
            ),
            LinkFault::SecondIncoming => {
                let before = items.get(&to).and_then(|(place, _)| scene.forest.previous[*place]);
                let first = before.map_or_else(|| "another item".to_owned(), |place| words::item(scene.item(place)));
                let message = if before.is_some_and(|place| scene.item(place).id == from) {
                    format!("The link from {} to {} is drawn twice.", end(from), end(to))
                } else {
                    format!("The link from {} to {} is one too many: {first} leads there already.", end(from), end(to))
                };
                (Code::SecondIncomingLink, message)
            }
            LinkFault::Loop if from == to => {
                (Code::LinkClosesLoop, format!("The link from {} leads back to the item itself.", end(from)))
            }
            LinkFault::Loop => {
                (Code::LinkClosesLoop, format!("The link from {} to {} closes a loop.", end(from), end(to)))
            }
        };
        notes.link(scene, index, code, message).fix = Some(Fix::RemoveLink(index));
    }
}

/// The other end of a link with a faulty end. It may be faulty too.
fn end_short(items: &FxHashMap<u64, (usize, &Item)>, id: u64) -> String {
    items.get(&id).map_or_else(|| format!("item {id}"), |(_, item)| words::item(item))
}
