//! Finds the position of a pasted fragment.

use crate::campaign::fragment::Fragment;
use crate::campaign::item::Position;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::Point;

use super::grid::to_grid;

/// The distance of a copy from the original, to the right and down, in points.
pub const ASIDE: f64 = 40.0;

/// Moves a fragment: its top left corner to the pointer or, without a pointer, next to where it was copied from. No
/// item of it gets exactly the position of an existing item.
pub fn at(sequence: &Sequence, fragment: Fragment, pointer: Option<Point>) -> Fragment {
    let Some(corner) = fragment.corner() else { return fragment };
    let by = match pointer {
        Some(pointer) => {
            let wanted = to_grid(Position(f64::from(pointer.x), f64::from(pointer.y)));
            (wanted.0 - corner.0, wanted.1 - corner.1)
        }
        None => (ASIDE, ASIDE),
    };
    let mut fragment = fragment.shifted(by.0, by.1);
    let is_taken = |fragment: &Fragment| {
        let stands = |at: Position| sequence.items.iter().any(|item| item.position == at);
        fragment.items.iter().any(|item| stands(item.position))
    };
    for _ in 0..sequence.items.len() {
        if !is_taken(&fragment) {
            break;
        }
        fragment = fragment.shifted(ASIDE, ASIDE);
    }
    fragment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::geometry::point;

    #[test]
    fn a_fragment_stands_at_the_pointer_or_aside_and_never_on_its_twin() {
        let sequence = Sequence::with_start("A");
        let fragment = || Fragment { items: sequence.items.clone(), ..Fragment::default() };
        let place = |pointer| at(&sequence, fragment(), pointer).items[0].position;
        assert_eq!(place(Some(point(311.0, 98.0))), Position(320.0, 100.0));
        assert_eq!(place(None), Position(80.0, 120.0));
        assert_eq!(place(Some(point(40.0, 80.0))), Position(80.0, 120.0), "the Start is there already");
    }
}
