//! Finds the position of a pasted fragment.

use crate::campaign::fragment::Fragment;
use crate::campaign::item::Position;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::Point;

use super::grid::to_grid;
use super::pitch::{STEP, TakenPlaces};

/// The distance of a copied note or frame from the original, to the right and down, in points.
const ASIDE: f64 = 40.0;
/// How many rows further down a fragment may go.
const MOST_ROWS: usize = 200;

/// Moves a fragment: its top left corner to the pointer or, without a pointer, next to where it was copied from. Its
/// items leave room for the texts of existing ones: it goes further down until they do.
pub fn at(sequence: &Sequence, fragment: Fragment, pointer: Option<Point>) -> Fragment {
    let Some(corner) = fragment.corner() else { return fragment };
    let by = match pointer {
        Some(pointer) => {
            let wanted = to_grid(Position(f64::from(pointer.x), f64::from(pointer.y)));
            (wanted.0 - corner.0, wanted.1 - corner.1)
        }
        None if fragment.items.is_empty() => (ASIDE, ASIDE),
        None => (0.0, STEP),
    };
    let taken = TakenPlaces::new(sequence.items.iter().map(|item| item.position));
    let mut fragment = fragment.shifted(by.0, by.1);
    for _ in 0..MOST_ROWS {
        if fragment.items.iter().all(|item| taken.is_free(item.position)) {
            break;
        }
        fragment = fragment.shifted(0.0, STEP);
    }
    fragment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::geometry::point;

    #[test]
    fn a_fragment_stands_at_the_pointer_or_below_and_leaves_room() {
        let sequence = Sequence::with_start("A");
        let fragment = || Fragment { items: sequence.items.clone(), ..Fragment::default() };
        let place = |pointer| at(&sequence, fragment(), pointer).items[0].position;
        assert_eq!(place(Some(point(311.0, 98.0))), Position(320.0, 100.0));
        assert_eq!(place(None), Position(40.0, 280.0));
        assert_eq!(place(Some(point(40.0, 80.0))), Position(40.0, 280.0), "the Start is there already");
        assert_eq!(place(Some(point(60.0, 200.0))), Position(60.0, 400.0), "its texts need the room");
    }
}
