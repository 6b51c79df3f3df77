//! Moves an item before or after its sibling: the order of siblings follows from their positions.

use rustc_hash::FxHashMap;

use crate::campaign::item::Position;
use crate::campaign::kinds::Kind;
use crate::campaign::sequence::{Forest, Sequence};

/// How far an item is moved up or down if its sibling has the same position, in points.
const ASIDE: f64 = 20.0;

/// Which sibling an item changes places with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiblingDirection {
    /// The one before it.
    Up,
    /// The one after it.
    Down,
}

/// New positions that put an item before or after its sibling. Everything after the two moves with them. `None` if
/// there is no sibling on that side.
pub fn passing(sequence: &Sequence, id: u64, way: SiblingDirection) -> Option<Vec<(u64, Position)>> {
    let forest = sequence.forest();
    let item = sequence.items.iter().position(|item| item.id == id)?;
    let siblings = match forest.previous[item] {
        Some(previous) => forest.next[previous].clone(),
        None if forest.starts.contains(&item) => forest.starts.clone(),
        None => loose(sequence, &forest),
    };
    let at = siblings.iter().position(|sibling| *sibling == item)?;
    let other = match way {
        SiblingDirection::Up => *siblings.get(at.checked_sub(1)?)?,
        SiblingDirection::Down => *siblings.get(at + 1)?,
    };
    let (here, there) = (sequence.items[item].position, sequence.items[other].position);
    let mut moves = FxHashMap::default();
    if here == there {
        let aside = if way == SiblingDirection::Up { -ASIDE } else { ASIDE };
        shift(sequence, &forest, item, Position(0.0, aside), &mut moves);
    } else {
        shift(sequence, &forest, item, Position(there.0 - here.0, there.1 - here.1), &mut moves);
        shift(sequence, &forest, other, Position(here.0 - there.0, here.1 - there.1), &mut moves);
    }
    let mut moves: Vec<(u64, Position)> = moves.into_iter().collect();
    moves.sort_by_key(|(id, _)| *id);
    Some(moves)
}

/// Items that no link leads to and that aren't Starts, from top to bottom.
pub fn loose(sequence: &Sequence, forest: &Forest) -> Vec<usize> {
    let is_loose = |place: &usize| forest.previous[*place].is_none() && sequence.items[*place].kind != Kind::Start;
    let mut loose: Vec<usize> = (0..sequence.items.len()).filter(is_loose).collect();
    loose.sort_by(|a, b| {
        let (a, b) = (&sequence.items[*a], &sequence.items[*b]);
        a.position.1.total_cmp(&b.position.1).then(a.position.0.total_cmp(&b.position.0)).then(a.id.cmp(&b.id))
    });
    loose
}

fn shift(sequence: &Sequence, forest: &Forest, root: usize, by: Position, moves: &mut FxHashMap<u64, Position>) {
    let mut open = vec![root];
    while let Some(place) = open.pop() {
        let Position(x, y) = sequence.items[place].position;
        moves.insert(sequence.items[place].id, Position(x + by.0, y + by.1).within_canvas());
        open.extend(&forest.next[place]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::item::Item;

    fn forked() -> Sequence {
        let mut sequence = Sequence::with_start("A");
        let item = |id, x, y| Item {
            id,
            name: String::new(),
            position: Position(x, y),
            ready: false,
            kind: Kind::AddToCustomerHub,
        };
        sequence.items.extend([item(2, 200.0, 80.0), item(3, 400.0, 80.0), item(4, 200.0, 280.0)]);
        sequence.links = vec![(1, 2), (2, 3), (1, 4)];
        sequence
    }

    fn order(sequence: &Sequence) -> Vec<u64> {
        sequence.forest().preorder().into_iter().map(|place| sequence.items[place].id).collect()
    }

    fn moved(mut sequence: Sequence, moves: &[(u64, Position)]) -> Sequence {
        for (id, position) in moves {
            for item in sequence.items.iter_mut().filter(|item| item.id == *id) {
                item.position = *position;
            }
        }
        sequence
    }

    #[test]
    fn a_branch_passes_its_sibling_with_all_behind_it() {
        let sequence = forked();
        assert_eq!(order(&sequence), [1, 2, 3, 4]);
        let moves = passing(&sequence, 2, SiblingDirection::Down).expect("4 is below");
        let sequence = moved(sequence, &moves);
        assert_eq!(order(&sequence), [1, 4, 2, 3]);
        assert_eq!(sequence.items[2].position, Position(400.0, 280.0));
    }

    #[test]
    fn two_on_one_spot_change_their_order_too() {
        let mut sequence = forked();
        sequence.items[3].position = sequence.items[1].position;
        let moves = passing(&sequence, 4, SiblingDirection::Up).expect("2 is above");
        assert_eq!(order(&moved(sequence, &moves)), [1, 4, 2, 3]);
    }

    #[test]
    fn the_first_has_nothing_to_pass() {
        assert_eq!(passing(&forked(), 2, SiblingDirection::Up), None);
        assert_eq!(passing(&forked(), 3, SiblingDirection::Down), None);
    }
}
