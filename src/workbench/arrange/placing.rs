//! New things: their names, their positions, and how they are inserted between others.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Insertion};
use crate::campaign::ids::SequenceId;
use crate::campaign::item::{Item, Position};
use crate::campaign::kinds::{Kind, Recipient};
use crate::campaign::sequence::{Color, Note, Sequence};

use super::grid::to_grid;
use super::pitch::TakenPlaces;

pub use super::pitch::STEP;

/// Something that can be dragged from the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewThing {
    /// An object, by its index in the catalogue.
    Object(usize),
    /// A note on the canvas, which is never simulated.
    Note,
}

/// A new item of the object at this index in the catalogue. Its id is set when it is placed. An email is to the
/// contact until another recipient is chosen.
pub fn new_item(offer: usize, position: Position) -> Item {
    let mut kind = (OFFERS[offer].new)();
    if let Kind::Email(email) = &mut kind {
        email.to = Some(Recipient::Contact);
    }
    Item { id: 0, name: OFFERS[offer].first_name.to_owned(), position, ready: false, kind }
}

/// The size of a new note.
pub const NOTE: Position = Position(240.0, 120.0);

/// An empty note with this top left corner.
pub fn new_note(position: Position) -> Note {
    Note { id: 0, position, size: NOTE, text: String::new(), color: Color::Yellow }
}

/// Whether the object at this index in the catalogue may follow an item.
pub fn may_follow(offer: usize) -> bool {
    (OFFERS[offer].new)() != Kind::Start
}

/// How far an item and its name reach from the middle of its tile: to either side, up, and down.
const REACH: (f64, f64, f64) = (80.0, 40.0, 100.0);

/// The first position at or below `wanted` that leaves room for the texts of other items, and is on no note.
pub fn free_spot(sequence: &Sequence, wanted: Position) -> Position {
    let taken = TakenPlaces::new(sequence.items.iter().map(|item| item.position));
    let mut at = to_grid(wanted);
    // There are finitely many items and notes, so some row is free; notes of any height end this all the same.
    for _ in 0..=sequence.items.len() + MOST_STEPS {
        if taken.is_free(at) && !sequence.notes.iter().any(|note| is_on(note, at)) {
            break;
        }
        at.1 += STEP;
    }
    at.within_canvas()
}

/// Most rows that are tried because of notes.
const MOST_STEPS: usize = 50;

/// Whether an item at a position would cover a part of a note.
fn is_on(note: &Note, at: Position) -> bool {
    let (aside, up, down) = REACH;
    let across = note.position.0 < at.0 + aside && at.0 - aside < note.position.0 + note.size.0;
    across && note.position.1 < at.1 + down && at.1 - up < note.position.1 + note.size.1
}

/// A new item to the right of this one and linked from it; `None` if this item doesn't exist.
pub fn after(sequence: &Sequence, offer: usize, id: u64) -> Option<CanvasEdit> {
    let from = sequence.item(id)?.position;
    let at = free_spot(sequence, Position(from.0 + STEP, from.1));
    Some(CanvasEdit::Place(new_item(offer, at), Insertion::After(id)))
}

/// Whether there is room for an item between the two ends of a link.
pub fn has_room(sequence: &Sequence, link: usize) -> bool {
    let end = |id: u64| sequence.item(id).map(|item| item.position.0);
    let ends = sequence.links.get(link).and_then(|link| Some((end(link.0)?, end(link.1)?)));
    ends.is_some_and(|(from, to)| to - from >= STEP * 2.0)
}

/// Places a new item on a link. Its position is set here. If there is no room, the items after it move to the right.
pub fn on_link(place: SequenceId, sequence: &Sequence, item: Item, link: usize) -> Option<Edit> {
    let (from, to) = *sequence.links.get(link)?;
    let (from, to_at) = (sequence.item(from)?.position, sequence.item(to)?.position);
    if has_room(sequence, link) {
        let position = to_grid(Position((from.0 + to_at.0) / 2.0, (from.1 + to_at.1) / 2.0));
        return Some(Edit::Canvas(place, CanvasEdit::Place(Item { position, ..item }, Insertion::OnLink(link))));
    }
    let item = Item { position: to_at, ..item };
    Some(with_room(place, CanvasEdit::Move(moved_on(sequence, to)), item, Insertion::OnLink(link)))
}

/// The new positions of an item and of all items after it, one step to the right.
pub fn moved_on(sequence: &Sequence, id: u64) -> Vec<(u64, Position)> {
    let moved = with_all_after(sequence, id).into_iter().filter_map(|id| {
        let at = sequence.item(id)?.position;
        Some((id, Position(at.0 + STEP, at.1)))
    });
    let mut moved: Vec<(u64, Position)> = moved.collect();
    moved.sort_by_key(|(id, _)| *id);
    moved
}

/// Places a new item before the one with this id: on the link that leads there if there is one and the new item isn't a
/// Start, else on the left. Its position is set here. `None` if there is no item with this id.
pub fn before(place: SequenceId, sequence: &Sequence, item: Item, id: u64) -> Option<Edit> {
    if let Some(link) = sequence.links.iter().position(|link| link.1 == id)
        && item.kind != Kind::Start
    {
        return on_link(place, sequence, item, link);
    }
    let at = sequence.item(id)?.position;
    let position = free_spot(sequence, Position(at.0 - STEP, at.1));
    Some(Edit::Canvas(place, CanvasEdit::Place(Item { position, ..item }, Insertion::Before(id))))
}

fn with_room(place: SequenceId, make_room: CanvasEdit, item: Item, insertion: Insertion) -> Edit {
    let label = format!("Add {}", item.kind.label().to_lowercase());
    let edits = vec![Edit::Canvas(place, make_room), Edit::Canvas(place, CanvasEdit::Place(item, insertion))];
    Edit::Together(label, edits)
}

/// An item and all items after it.
fn with_all_after(sequence: &Sequence, id: u64) -> FxHashSet<u64> {
    let mut next: FxHashMap<u64, Vec<u64>> = FxHashMap::default();
    for &(from, to) in &sequence.links {
        next.entry(from).or_default().push(to);
    }
    let mut found = FxHashSet::from_iter([id]);
    let mut open = vec![id];
    while let Some(from) = open.pop() {
        let new = next.get(&from).into_iter().flatten().copied().filter(|to| found.insert(*to));
        open.extend(new);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Sequence {
        let mut sequence = Sequence::with_start("A");
        let mut second = new_item(4, Position(240.0, 80.0));
        second.id = 2;
        sequence.items.push(second);
        sequence.links.push((1, 2));
        sequence
    }

    #[test]
    fn a_taken_place_gives_way_to_the_row_below() {
        assert_eq!(free_spot(&row(), Position(246.0, 84.0)), Position(240.0, 280.0));
        assert_eq!(free_spot(&row(), Position(446.0, 84.0)), Position(440.0, 80.0));
    }

    #[test]
    fn a_new_item_never_lies_on_a_note() {
        let mut sequence = row();
        sequence.notes.push(Note { size: Position(240.0, 300.0), ..new_note(Position(400.0, 40.0)) });
        assert_eq!(free_spot(&sequence, Position(440.0, 80.0)), Position(440.0, 480.0));
        assert_eq!(free_spot(&sequence, Position(760.0, 80.0)), Position(760.0, 80.0), "beside it");
        sequence.notes[0].size = Position(f64::MAX, f64::MAX);
        assert!(free_spot(&sequence, Position(440.0, 80.0)).1 > 80.0, "it ends, even without a free place");
    }

    #[test]
    fn between_two_neighbours_the_rest_moves_on() {
        let Some(Edit::Together(label, edits)) =
            on_link(SequenceId::default(), &row(), new_item(1, Position(0.0, 0.0)), 0)
        else {
            panic!("two edits")
        };
        assert_eq!(label, "Add delay timer");
        assert_eq!(edits[0], Edit::Canvas(SequenceId::default(), CanvasEdit::Move(vec![(2, Position(440.0, 80.0))])));
        let placed = new_item(1, Position(240.0, 80.0));
        assert_eq!(edits[1], Edit::Canvas(SequenceId::default(), CanvasEdit::Place(placed, Insertion::OnLink(0))));
    }

    #[test]
    fn what_comes_after_an_item_is_found_once_in_loops_and_long_chains() {
        let mut sequence = row();
        sequence.links = vec![(1, 2), (2, 3), (3, 2), (2, 4), (9, 1)];
        assert_eq!(with_all_after(&sequence, 2), FxHashSet::from_iter([2, 3, 4]));
        sequence.links = (1..200_000).map(|id| (id, id + 1)).collect();
        assert_eq!(with_all_after(&sequence, 1).len(), 200_000);
    }

    #[test]
    fn a_start_is_the_only_object_that_follows_nothing() {
        assert_eq!((0..OFFERS.len()).filter(|offer| !may_follow(*offer)).collect::<Vec<_>>(), [0]);
    }
}
