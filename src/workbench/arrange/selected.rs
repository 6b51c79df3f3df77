//! Edits of everything that is selected: move, align, duplicate, unlink, frame, tidy.

use std::collections::BTreeSet;

use super::grid::GRID;
use super::pasting;
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::fragment::Fragment;
use crate::campaign::item::Position;
use crate::campaign::kinds::Kind;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::{Color, Frame, Sequence};
use crate::campaign::tidy::{Extent, Page, tidy as tidied};
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::scene::{Scene, area};

/// The distance from a frame to the things in it, in points.
const PADDING: f32 = 20.0;

/// How items are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlignmentAxis {
    /// Next to each other, at the same height.
    Row,
    /// Below each other, at the same distance from the left.
    Column,
}

/// The ids of all items, notes and frames of a sequence.
pub fn everything(sequence: &Sequence) -> impl Iterator<Item = u64> {
    positions(sequence).map(|(id, _)| id)
}

fn positions(sequence: &Sequence) -> impl Iterator<Item = (u64, Position)> {
    let items = sequence.items.iter().map(|item| (item.id, item.position));
    let notes = sequence.notes.iter().map(|note| (note.id, note.position));
    items.chain(notes).chain(sequence.frames.iter().map(|frame| (frame.id, frame.position)))
}

/// Moves these things by a distance in points; `None` if none of them exists.
pub fn moved(sequence: &Sequence, ids: &BTreeSet<u64>, (right, down): (f64, f64)) -> Option<CanvasEdit> {
    let there = |at: Position| Position(at.0 + right, at.1 + down).within_canvas();
    let places: Vec<(u64, Position)> =
        positions(sequence).filter(|(id, _)| ids.contains(id)).map(|(id, at)| (id, there(at))).collect();
    (!places.is_empty()).then_some(CanvasEdit::Move(places))
}

/// Aligns these items with the one at the top left; `None` for fewer than two items.
pub fn aligned(sequence: &Sequence, ids: &BTreeSet<u64>, line: AlignmentAxis) -> Option<CanvasEdit> {
    let items = sequence.items.iter().filter(|item| ids.contains(&item.id));
    let items: Vec<(u64, Position)> = items.map(|item| (item.id, item.position)).collect();
    let first = items.iter().copied().min_by(|a, b| (a.1.0 + a.1.1).total_cmp(&(b.1.0 + b.1.1)));
    let (_, first) = first.filter(|_| items.len() > 1)?;
    let in_line = |at: Position| match line {
        AlignmentAxis::Row => Position(at.0, first.1),
        AlignmentAxis::Column => Position(first.0, at.1),
    };
    Some(CanvasEdit::Move(items.into_iter().map(|(id, at)| (id, in_line(at))).collect()))
}

/// Duplicates these things, next to the originals; `None` if there are none.
pub fn duplicated(sequence: &Sequence, ids: &BTreeSet<u64>) -> Option<Edit> {
    let fragment = Fragment::of(sequence, ids);
    let label = match fragment.len() {
        0 => return None,
        1 => "Duplicate 1 item".to_owned(),
        many => format!("Duplicate {many} items"),
    };
    let paste = CanvasEdit::Paste(pasting::at(sequence, fragment, None));
    Some(Edit::Together(label, vec![Edit::Canvas(sequence.id, paste)]))
}

/// Removes the selected link or things; `None` if nothing is selected.
pub fn removed(selection: &Selection) -> Option<CanvasEdit> {
    match selection.link {
        Some(link) => Some(CanvasEdit::Disconnect(link)),
        None if selection.ids.is_empty() => None,
        None => Some(CanvasEdit::Remove(selection.ids.iter().copied().collect())),
    }
}

/// Removes the selected link, or all links of the selected items; `None` if there are none.
pub fn unlinked(sequence: &Sequence, selection: &Selection) -> Option<Edit> {
    let touches = |link: &(u64, u64)| selection.ids.contains(&link.0) || selection.ids.contains(&link.1);
    let links = sequence.links.iter().enumerate();
    let taken = links.filter(|(place, link)| selection.link == Some(*place) || touches(link));
    // The last link is removed first, so the indexes of the others stay valid.
    let remove = |place: usize| Edit::Canvas(selection.sequence, CanvasEdit::Disconnect(place));
    let mut edits: Vec<Edit> = taken.map(|(place, _)| remove(place)).collect();
    edits.reverse();
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::Together("Remove links".to_owned(), edits)),
    }
}

/// Adds a frame around these things; if there are none, one of the usual size around `middle`. Its edges are moved
/// outwards to the grid, so that they are aligned with other things and nothing sticks out.
pub fn framed(sequence: &Sequence, ids: &BTreeSet<u64>, middle: Position) -> CanvasEdit {
    let (x, y) = (middle.0 as f32, middle.1 as f32);
    let usual = Rect { min: point(x - 200.0, y - 100.0), max: point(x + 200.0, y + 100.0) };
    let rect = around(sequence, |id| ids.contains(&id)).map_or(usual, |rect| rect.grown(PADDING));
    let exact = |at: Point| (f64::from(at.x), f64::from(at.y));
    let ((left, top), (right, bottom)) = (exact(rect.min), exact(rect.max));
    let position = Position((left / GRID).floor() * GRID, (top / GRID).floor() * GRID);
    let size = Position((right / GRID).ceil() * GRID - position.0, (bottom / GRID).ceil() * GRID - position.1);
    CanvasEdit::PlaceFrame(Frame { id: 0, position, size, title: "Frame".to_owned(), color: Color::Blue })
}

/// The smallest rectangle around these things, including the name and sentence of an item.
fn around(sequence: &Sequence, which: impl Fn(u64) -> bool) -> Option<Rect> {
    let items = sequence.items.iter().filter(|item| which(item.id)).map(|item| {
        let below = if matches!(item.kind, Kind::Start) { 60.0 } else { 100.0 };
        let (x, y) = (item.position.0 as f32, item.position.1 as f32);
        Rect { min: point(x - 60.0, y - 40.0), max: point(x + 60.0, y + below) }
    });
    let notes = sequence.notes.iter().filter(|note| which(note.id)).map(|note| area(note.position, note.size));
    let frames = sequence.frames.iter().filter(|frame| which(frame.id)).map(|frame| area(frame.position, frame.size));
    items.chain(notes).chain(frames).reduce(|a, b| a.union(&b))
}

/// Arranges everything in rows and columns, in one step, with room for what is drawn around each item. `None` if
/// everything is already arranged. `page` is the size of the view.
pub fn tidy(sequence: &Sequence, known: &IndexedDirectory<'_>, page: Page) -> Option<CanvasEdit> {
    let scene = Scene::new(sequence, known);
    let reach = |id: u64| {
        let Some(face) = scene.face(id) else { return Extent { left: 32.0, right: 32.0, up: 32.0, down: 32.0 } };
        let (middle, extent) = (face.middle, face.extent());
        Extent {
            left: f64::from(middle.x - extent.min.x),
            right: f64::from(extent.max.x - middle.x),
            up: f64::from(middle.y - extent.min.y),
            down: f64::from(extent.max.y - middle.y),
        }
    };
    let tidied = tidied(sequence, &reach, page);
    (!tidied.is_empty()).then_some(CanvasEdit::Tidy(tidied))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::ids::SequenceId;
    use crate::workbench::arrange::placing::new_item;

    /// A sequence with Start 1, followed by items 2 and 3, which are not aligned.
    fn sequence() -> Sequence {
        let mut sequence = Sequence::with_start("A");
        for (id, x, y) in [(2, 240.0, 100.0), (3, 440.0, 60.0)] {
            let mut item = new_item(4, Position(x, y));
            item.id = id;
            sequence.items.push(item);
        }
        sequence.links = vec![(1, 2), (2, 3)];
        sequence
    }

    #[test]
    fn items_line_up_with_the_one_in_the_left_upper_corner() {
        let ids = BTreeSet::from([2, 3]);
        let row = aligned(&sequence(), &ids, AlignmentAxis::Row);
        assert_eq!(row, Some(CanvasEdit::Move(vec![(2, Position(240.0, 100.0)), (3, Position(440.0, 100.0))])));
        let column = aligned(&sequence(), &ids, AlignmentAxis::Column);
        assert_eq!(column, Some(CanvasEdit::Move(vec![(2, Position(240.0, 100.0)), (3, Position(240.0, 60.0))])));
        assert_eq!(aligned(&sequence(), &BTreeSet::from([2]), AlignmentAxis::Row), None, "one is in line with itself");
    }

    #[test]
    fn a_copy_is_named_by_how_much_it_is_of() {
        let of = |ids: &[u64]| duplicated(&sequence(), &ids.iter().copied().collect());
        assert_eq!(of(&[]), None);
        assert!(matches!(of(&[2]), Some(Edit::Together(label, _)) if label == "Duplicate 1 item"));
        assert!(matches!(of(&[2, 3]), Some(Edit::Together(label, _)) if label == "Duplicate 2 items"));
    }

    #[test]
    fn links_go_from_the_last_on_so_that_places_stay_true() {
        let edit = unlinked(&sequence(), &Selection::of(SequenceId::default(), [2]));
        let gone = |place| Edit::Canvas(SequenceId::default(), CanvasEdit::Disconnect(place));
        assert_eq!(edit, Some(Edit::Together("Remove links".to_owned(), vec![gone(1), gone(0)])));
        assert_eq!(unlinked(&sequence(), &Selection::of_link(SequenceId::default(), 1)), Some(gone(1)));
        assert_eq!(unlinked(&sequence(), &Selection::none(SequenceId::default())), None);
    }

    #[test]
    fn a_frame_goes_outwards_to_the_grid() {
        let CanvasEdit::PlaceFrame(frame) = framed(&sequence(), &BTreeSet::from([2]), Position(0.0, 0.0)) else {
            panic!("a frame")
        };
        assert_eq!((frame.position, frame.size), (Position(160.0, 40.0), Position(160.0, 180.0)));
        let CanvasEdit::PlaceFrame(frame) = framed(&sequence(), &BTreeSet::new(), Position(0.0, 0.0)) else {
            panic!("a frame")
        };
        assert_eq!((frame.position, frame.size), (Position(-200.0, -100.0), Position(400.0, 200.0)));
    }

    #[test]
    fn what_is_not_there_does_not_move() {
        assert_eq!(moved(&sequence(), &BTreeSet::from([9]), (20.0, 0.0)), None);
        let two = moved(&sequence(), &BTreeSet::from([2]), (20.0, -20.0));
        assert_eq!(two, Some(CanvasEdit::Move(vec![(2, Position(260.0, 80.0))])));
    }
}
