//! Moving from item to item with the arrow keys.

use crate::picture::geometry::Point;
use crate::picture::scene::{Scene, area};

/// A direction on the canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CanvasDirection {
    Left,
    Right,
    Up,
    Down,
}

impl CanvasDirection {
    /// One step in this direction, x and y.
    pub fn step(self) -> (f64, f64) {
        match self {
            CanvasDirection::Left => (-1.0, 0.0),
            CanvasDirection::Right => (1.0, 0.0),
            CanvasDirection::Up => (0.0, -1.0),
            CanvasDirection::Down => (0.0, 1.0),
        }
    }
}

/// The neighbour of `from`, or the first item if nothing is selected.
pub fn neighbour(scene: &Scene, from: Option<u64>, way: CanvasDirection) -> Option<u64> {
    let Some(from) = from else { return first(scene) };
    let along_link = match way {
        CanvasDirection::Right => next(scene, from),
        CanvasDirection::Left => previous(scene, from),
        _ => None,
    };
    along_link.or_else(|| nearest(scene, from, way))
}

/// The item in the top left corner.
fn first(scene: &Scene) -> Option<u64> {
    let first = things(scene).min_by(|a, b| (a.1.x + a.1.y).total_cmp(&(b.1.x + b.1.y)));
    first.map(|(id, _)| id)
}

/// The topmost item that a link leads to.
fn next(scene: &Scene, from: u64) -> Option<u64> {
    let wires = scene.wires_of(from).filter(|wire| scene.faces[wire.from].id == from);
    let ends = wires.map(|wire| &scene.faces[wire.to]);
    ends.min_by(|a, b| a.middle.y.total_cmp(&b.middle.y)).map(|face| face.id)
}

fn previous(scene: &Scene, from: u64) -> Option<u64> {
    let wire = scene.wires_of(from).find(|wire| scene.faces[wire.to].id == from)?;
    Some(scene.faces[wire.from].id)
}

/// The nearest item in this direction; sideways distance counts more.
fn nearest(scene: &Scene, from: u64, way: CanvasDirection) -> Option<u64> {
    let (_, here) = things(scene).find(|(id, _)| *id == from)?;
    let (x, y) = way.step();
    let far = |at: Point| {
        let (dx, dy) = (f64::from(at.x - here.x), f64::from(at.y - here.y));
        let (along, aside) = (dx * x + dy * y, (dx * y + dy * x).abs());
        (along > 1.0).then_some(along + 2.0 * aside)
    };
    let others = things(scene).filter(|(id, _)| *id != from).filter_map(|(id, at)| Some((id, far(at)?)));
    others.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(id, _)| id)
}

fn things(scene: &Scene) -> impl Iterator<Item = (u64, Point)> {
    let items = scene.faces.iter().map(|face| (face.id, face.middle));
    let notes = scene.notes.iter().map(|note| (note.id, area(note.position, note.size).middle()));
    let frames = scene.frames.iter().map(|frame| (frame.id, area(frame.position, frame.size).min));
    items.chain(notes).chain(frames)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::directory::Directory;
    use crate::campaign::item::Position;
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::Sequence;

    /// Item 1 leads to 2 (below) and 3 (above); item 4 is below 1, without links.
    fn scene() -> Scene {
        let mut sequence = Sequence::with_start("A");
        for (id, x, y) in [(2, 240.0, 200.0), (3, 240.0, 80.0), (4, 60.0, 300.0)] {
            let mut item = sequence.items[0].clone();
            (item.id, item.position) = (id, Position(x, y));
            sequence.items.push(item);
        }
        sequence.links = vec![(1, 2), (1, 3)];
        Scene::new(&sequence, &IndexedDirectory::new(&Directory::default()))
    }

    #[test]
    fn right_and_left_follow_the_links() {
        let scene = scene();
        assert_eq!(neighbour(&scene, Some(1), CanvasDirection::Right), Some(3), "the upper one of two");
        assert_eq!(neighbour(&scene, Some(2), CanvasDirection::Left), Some(1));
    }

    #[test]
    fn up_and_down_go_to_the_nearest() {
        let scene = scene();
        assert_eq!(neighbour(&scene, Some(3), CanvasDirection::Down), Some(2));
        assert_eq!(neighbour(&scene, Some(1), CanvasDirection::Down), Some(4));
        assert_eq!(neighbour(&scene, Some(1), CanvasDirection::Up), None);
    }

    #[test]
    fn without_a_selection_the_walk_begins_in_the_left_upper_corner() {
        assert_eq!(neighbour(&scene(), None, CanvasDirection::Right), Some(1));
    }
}
