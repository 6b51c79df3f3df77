//! The thing under the pointer.

use crate::campaign::selection::Selection;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::scene::{FRAME_TITLE, Scene, area};
use crate::ui::context::panel::DocumentView;

/// The position of a link's first handle on its curve, from 0 to 1.
pub const FIRST_END: f32 = 0.04;
/// The position of a link's last handle on its curve, from 0 to 1.
pub const LAST_END: f32 = 0.96;

/// What can be pressed on the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hit {
    /// The handle at the right edge of an item.
    Handle(u64),
    /// An end of the selected link.
    End(usize, End),
    /// A corner of the selected note or frame.
    Corner(u64, Corner),
    /// The item with this id.
    Item(u64),
    /// A link, by its index in the sequence.
    Link(usize),
    /// The note with this id.
    Note(u64),
    /// The title or the edge of a frame.
    Frame(u64),
    /// The empty canvas, where nothing is drawn.
    Paper,
}

/// An end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The end at the item that the link comes from.
    From,
    /// The end at the item that the link leads to.
    To,
}

/// A corner of a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corner {
    /// Whether the corner is at the right edge.
    pub right: bool,
    /// Whether the corner is at the lower edge.
    pub lower: bool,
}

impl Corner {
    /// All four corners of a rectangle.
    pub const ALL: [Corner; 4] = [
        Corner { right: true, lower: true },
        Corner { right: false, lower: false },
        Corner { right: true, lower: false },
        Corner { right: false, lower: true },
    ];

    /// The position of the corner on a rectangle.
    pub fn of(self, rect: Rect) -> Point {
        point(if self.right { rect.max.x } else { rect.min.x }, if self.lower { rect.max.y } else { rect.min.y })
    }
}

/// The rectangle of a note or frame.
pub fn area_of(scene: &Scene, id: u64) -> Option<Rect> {
    let note = scene.note(id).map(|note| area(note.position, note.size));
    note.or_else(|| scene.frame(id).map(|frame| area(frame.position, frame.size)))
}

/// The band with a frame's title.
pub fn title_band(frame: Rect) -> Rect {
    Rect::at(point(frame.min.x, frame.min.y - FRAME_TITLE), frame.width(), FRAME_TITLE)
}

/// What is at a point; `pixel` is the length on the canvas of one point on the screen. A presentation shows no handles,
/// so there is none to press.
pub fn at(panel: &DocumentView<'_>, at: Point, pixel: f32) -> Hit {
    let (scene, selection) = (panel.scene, &panel.view.selection);
    match panel.view.presenting {
        true => thing_at(scene, at, pixel),
        false => handle_at(scene, selection, at, pixel).unwrap_or_else(|| thing_at(scene, at, pixel)),
    }
}

/// The handle at a point: of an item, a link's end, or a corner.
fn handle_at(scene: &Scene, selection: &Selection, at: Point, pixel: f32) -> Option<Hit> {
    let near = |other: Point, reach: f32| (at.x - other.x).hypot(at.y - other.y) <= reach * pixel;
    if let Some(wire) = selection.link.and_then(|link| scene.wire(link)) {
        for (end, t) in [(End::To, LAST_END), (End::From, FIRST_END)] {
            if near(wire.path.at(t), 10.0) {
                return Some(Hit::End(wire.link, end));
            }
        }
    }
    if let Some((id, rect)) = selection.single().and_then(|id| Some((id, area_of(scene, id)?)))
        && let Some(corner) = Corner::ALL.into_iter().find(|corner| near(corner.of(rect), 9.0))
    {
        return Some(Hit::Corner(id, corner));
    }
    handle(scene, at, pixel).map(Hit::Handle)
}

/// The item, link, note or frame at a point.
fn thing_at(scene: &Scene, at: Point, pixel: f32) -> Hit {
    if let Some(id) = scene.item_at(at) {
        return Hit::Item(id);
    }
    if let Some(link) = scene.link_at(at, 6.0 * pixel) {
        return Hit::Link(link);
    }
    if let Some(note) = scene.note_at(at) {
        return Hit::Note(note);
    }
    scene.frame_at(at).map_or(Hit::Paper, Hit::Frame)
}

/// The item whose right edge is under the pointer.
fn handle(scene: &Scene, at: Point, pixel: f32) -> Option<u64> {
    let reach = (8.0 * pixel).clamp(8.0, 14.0);
    let id = scene.item_at(at).or_else(|| scene.item_at(point(at.x - reach, at.y)))?;
    let tile = scene.face(id)?.tile();
    let from_edge = at.x - tile.max.x;
    let beside = (-6.0..=reach).contains(&from_edge) && (at.y - tile.middle().y).abs() <= reach;
    beside.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::directory::Directory;
    use crate::campaign::ids::SequenceId;
    use crate::campaign::item::Position;
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::{Color, Frame, Sequence};

    fn at(scene: &Scene, selection: &Selection, at: Point, pixel: f32) -> Hit {
        handle_at(scene, selection, at, pixel).unwrap_or_else(|| thing_at(scene, at, pixel))
    }

    fn scene() -> Scene {
        let mut sequence = Sequence::with_start("A");
        let mut second = sequence.items[0].clone();
        (second.id, second.position) = (2, Position(240.0, 80.0));
        sequence.items.push(second);
        sequence.links.push((1, 2));
        sequence.frames.push(Frame {
            id: 3,
            position: Position(-40.0, 0.0),
            size: Position(400.0, 200.0),
            title: String::new(),
            color: Color::Blue,
        });
        Scene::new(&sequence, &IndexedDirectory::new(&Directory::default()))
    }

    #[test]
    fn each_thing_is_met_where_it_is_drawn() {
        let scene = scene();
        let nothing = Selection::none(SequenceId::default());
        let met = |x, y| at(&scene, &nothing, point(x, y), 1.0);
        assert_eq!(met(40.0, 80.0), Hit::Item(1));
        assert_eq!(met(74.0, 80.0), Hit::Handle(1));
        assert_eq!(met(140.0, 82.0), Hit::Link(0));
        assert_eq!(met(100.0, -10.0), Hit::Frame(3), "the title");
        assert_eq!(met(360.0, 100.0), Hit::Frame(3), "the edge");
        assert_eq!(met(140.0, 150.0), Hit::Paper, "the inside of a frame is paper");
    }

    #[test]
    fn ends_and_corners_are_met_only_while_selected() {
        let scene = scene();
        let link = Selection::of_link(SequenceId::default(), 0);
        assert_eq!(at(&scene, &link, point(206.0, 80.0), 1.0), Hit::End(0, End::To));
        let frame = Selection::of(SequenceId::default(), [3]);
        assert_eq!(at(&scene, &frame, point(360.0, 200.0), 1.0), Hit::Corner(3, Corner { right: true, lower: true }));
        assert_eq!(at(&scene, &Selection::none(SequenceId::default()), point(360.0, 200.0), 1.0), Hit::Frame(3));
    }
}
