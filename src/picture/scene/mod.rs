//! A laid-out sequence: where every item, link, note and frame is, what it says, and an index to find what is at a
//! place.
//!
//! It is rebuilt after an edit, not for each frame.

pub mod face;
pub mod index;
pub mod path;
mod renewed;
pub mod room;
mod routes;
mod rows;
pub mod wire;

use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::campaign::directory::Directory;
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Position;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::sentence::goes_by_contact;
use crate::campaign::sequence::{Forest, Frame, Note, Sequence};

use super::draw::frame::TITLE;
use super::geometry::{Point, Rect, point};
use super::markdown;
use super::measure::{Weight, width};

use index::BoxIndex;
use routes::Obstacles;

pub use super::looks::{ItemState, TILE};
pub use face::Face;
pub use path::{LinkPath, curve_between, on_curve};
pub use wire::{LinkPassage, Wire};

/// The distance from its edge within which a frame can be grabbed, in points.
pub const FRAME_EDGE: f32 = 6.0;
/// The height of the title above a frame.
pub const FRAME_TITLE: f32 = 24.0;

/// The stamp of the next scene. The empty scene has 0.
static STAMPS: AtomicU64 = AtomicU64::new(1);

/// A laid-out sequence: everything the canvas and the pictures draw.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The sequence that it shows.
    pub sequence: SequenceId,
    /// The items, in the sequence's order.
    pub faces: Vec<Face>,
    /// The links between items that exist.
    pub wires: Vec<Wire>,
    /// The notes, in the sequence's order.
    pub notes: Vec<Note>,
    /// The frames, in the sequence's order.
    pub frames: Vec<Frame>,
    /// The lines of each note's text, in the notes' order.
    pub sheets: Vec<Vec<markdown::TextLine>>,
    stamp: u64,
    places: FxHashMap<u64, usize>,
    wires_of: FxHashMap<u64, Vec<usize>>,
    by_link: FxHashMap<usize, usize>,
    where_faces: BoxIndex,
    where_wires: BoxIndex,
    where_notes: BoxIndex,
    where_frames: BoxIndex,
    bounds: Option<Rect>,
    /// The directory that the faces were made with.
    directory: Directory,
    /// The place of the campaign's time zone, if timers name it: only next to some that go by the contact's.
    place: Option<String>,
}

impl Scene {
    /// Lays out a sequence.
    pub fn new(sequence: &Sequence, known: &IndexedDirectory<'_>) -> Self {
        Self::default().renewed(sequence, known)
    }

    /// Lays out a sequence, reusing the unchanged parts of this scene. Best called with the scene before an edit.
    pub fn renewed(self, sequence: &Sequence, known: &IndexedDirectory<'_>) -> Self {
        let same_directory = self.directory == **known;
        let place = known.place().filter(|_| sequence.items.iter().any(|item| goes_by_contact(&item.kind)));
        let is_same = same_directory && self.place == place;
        let faces = renewed::faces(self.faces, &self.places, is_same, sequence, (known, place.as_deref()));
        let ways = ways(sequence, &faces);
        let along = ways.iter().flatten().filter_map(routes::along);
        let mut scene = Self {
            sequence: sequence.id,
            sheets: renewed::sheets(&self.notes, self.sheets, &sequence.notes),
            notes: sequence.notes.clone(),
            frames: sequence.frames.clone(),
            faces: rows::aligned(faces, others(sequence).chain(along)),
            directory: if same_directory { self.directory } else { Directory::clone(known) },
            place,
            stamp: STAMPS.fetch_add(1, Ordering::Relaxed),
            ..Self::default()
        };
        scene.places = scene.faces.iter().enumerate().map(|(place, face)| (face.id, place)).collect();
        let forest = sequence.forest();
        scene.block(&forest);
        scene.add_wires(sequence, &forest, &ways);
        scene.where_faces = self.where_faces.renewed(scene.faces.iter().map(Face::extent).collect());
        scene.where_wires = self.where_wires.renewed(scene.wires.iter().map(Wire::extent).collect());
        scene.where_notes = BoxIndex::new(scene.notes.iter().map(|note| area(note.position, note.size)).collect());
        scene.where_frames = BoxIndex::new(scene.frames.iter().map(frame_extent).collect());
        let all = [&scene.where_faces, &scene.where_notes, &scene.where_frames];
        scene.bounds = all.into_iter().filter_map(BoxIndex::bounds).reduce(|a, b| a.union(&b));
        scene
    }

    /// Marks the items that no contact reaches because a timer before them is not set up.
    fn block(&mut self, forest: &Forest) {
        let mut behind: Vec<usize> = (0..self.faces.len()).filter(|place| self.faces[*place].is_barrier()).collect();
        while let Some(place) = behind.pop() {
            for &next in &forest.next[place] {
                if !self.faces[next].blocked {
                    self.faces[next].blocked = true;
                    behind.push(next);
                }
            }
        }
    }

    fn add_wires(&mut self, sequence: &Sequence, forest: &Forest, ways: &[Option<LinkPath>]) {
        let left_out: FxHashSet<usize> = forest.faults.iter().map(|(link, _)| *link).collect();
        for (link, (from_id, to_id)) in sequence.links.iter().enumerate() {
            let (Some(&from), Some(&to)) = (self.places.get(from_id), self.places.get(to_id)) else { continue };
            let (a, b) = (&self.faces[from], &self.faces[to]);
            let way = match b.blocked && (a.blocked || a.is_barrier()) {
                _ if left_out.contains(&link) => LinkPassage::LeftOut,
                true => LinkPassage::Blocked,
                false => LinkPassage::Open,
            };
            let place = self.wires.len();
            let path = ways[link].unwrap_or_else(|| LinkPath::between(a.middle, b.middle));
            self.wires.push(Wire { link, from, to, way, path });
            self.by_link.insert(link, place);
            self.wires_of.entry(*from_id).or_default().push(place);
            if from_id != to_id {
                self.wires_of.entry(*to_id).or_default().push(place);
            }
        }
    }

    /// A number no other scene has: a value cached for this stamp is still valid.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// The item with this id, as it is drawn.
    pub fn face(&self, id: u64) -> Option<&Face> {
        self.places.get(&id).map(|place| &self.faces[*place])
    }

    /// The note with this id.
    pub fn note(&self, id: u64) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == id)
    }

    /// The frame with this id.
    pub fn frame(&self, id: u64) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.id == id)
    }

    /// The link at an index of the sequence's links.
    pub fn wire(&self, link: usize) -> Option<&Wire> {
        self.by_link.get(&link).map(|place| &self.wires[*place])
    }

    /// The links that leave or enter an item.
    pub fn wires_of(&self, id: u64) -> impl Iterator<Item = &Wire> {
        self.wires_of.get(&id).into_iter().flatten().map(|place| &self.wires[*place])
    }

    /// The last timer before an item that is not set up, so that no contact reaches the item.
    pub fn barrier_before(&self, id: u64) -> Option<&Face> {
        let (mut at, mut steps) = (id, 0);
        while steps < self.faces.len() {
            let comes = |wire: &&Wire| self.faces[wire.to].id == at && wire.way != LinkPassage::LeftOut;
            let from = &self.faces[self.wires_of(at).find(comes)?.from];
            if from.is_barrier() {
                return Some(from);
            }
            (at, steps) = (from.id, steps + 1);
        }
        None
    }

    /// The item whose tile is at a point; the one in front if there are several.
    pub fn item_at(&self, at: Point) -> Option<u64> {
        let faces = self.where_faces.at(at).into_iter().rev().map(|place| &self.faces[place]);
        faces.into_iter().find(|face| face.tile().contains(at)).map(|face| face.id)
    }

    /// The link within `reach` of a point, nearest first.
    pub fn link_at(&self, at: Point, reach: f32) -> Option<usize> {
        let near = self.where_wires.meeting(Rect { min: at, max: at }.grown(reach));
        let far = near.into_iter().map(|place| (self.wires[place].distance(at), self.wires[place].link));
        far.filter(|(far, _)| *far <= reach).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, link)| link)
    }

    /// The note at a point; the one in front if there are several.
    pub fn note_at(&self, at: Point) -> Option<u64> {
        self.where_notes.at(at).last().map(|place| self.notes[*place].id)
    }

    /// The frame whose edge or title is at a point. A point inside a frame belongs to the canvas.
    pub fn frame_at(&self, at: Point) -> Option<u64> {
        let on_edge = |place: &usize| {
            let inside = area(self.frames[*place].position, self.frames[*place].size).grown(-FRAME_EDGE);
            !(inside.min.x < inside.max.x && inside.min.y < inside.max.y && inside.contains(at))
        };
        self.where_frames.at(at).into_iter().rev().find(on_edge).map(|place| self.frames[place].id)
    }

    /// The items that are visible in an area, with label and badges, in their order.
    pub fn faces_in(&self, seen: Rect) -> impl Iterator<Item = &Face> {
        self.where_faces.meeting(seen).into_iter().map(|place| &self.faces[place])
    }

    /// The links that may be visible in an area, in their order.
    pub fn wires_in(&self, seen: Rect) -> impl Iterator<Item = &Wire> {
        self.where_wires.meeting(seen).into_iter().map(|place| &self.wires[place])
    }

    /// The notes that are visible in an area, in their order.
    pub fn notes_in(&self, seen: Rect) -> impl Iterator<Item = &Note> {
        self.sheets_in(seen).map(|(note, _)| note)
    }

    /// The notes that are visible in an area, with their lines.
    pub fn sheets_in(&self, seen: Rect) -> impl Iterator<Item = (&Note, &[markdown::TextLine])> {
        let places = self.where_notes.meeting(seen).into_iter();
        places.map(|place| (&self.notes[place], self.sheets[place].as_slice()))
    }

    /// The frames that are visible in an area, with their titles, in their order.
    pub fn frames_in(&self, seen: Rect) -> impl Iterator<Item = &Frame> {
        self.where_frames.meeting(seen).into_iter().map(|place| &self.frames[place])
    }

    /// The ids of the items whose tile a rectangle touches.
    pub fn items_in(&self, band: Rect) -> Vec<u64> {
        self.faces_in(band).filter(|face| face.tile().meets(&band)).map(|face| face.id).collect()
    }

    /// What a selection rectangle takes: items and notes that it touches, frames that are entirely in it.
    pub fn things_in(&self, band: Rect) -> Vec<u64> {
        let notes = self.notes_in(band).map(|note| note.id);
        let frames = self.frames_in(band).filter(|frame| {
            let area = area(frame.position, frame.size);
            band.contains(area.min) && band.contains(area.max)
        });
        self.items_in(band).into_iter().chain(notes).chain(frames.map(|frame| frame.id)).collect()
    }

    /// The rectangle around everything; `None` if the sequence is empty.
    pub fn bounds(&self) -> Option<Rect> {
        self.bounds
    }
}

/// The rectangle of a note or frame.
pub fn area(position: Position, size: Position) -> Rect {
    Rect::at(point(position.0 as f32, position.1 as f32), size.0.max(0.0) as f32, size.1.max(0.0) as f32)
}

/// The line of each link between items that exist.
fn ways(sequence: &Sequence, faces: &[Face]) -> Vec<Option<LinkPath>> {
    let places: FxHashMap<u64, usize> = faces.iter().enumerate().map(|(place, face)| (face.id, place)).collect();
    let obstacles = Obstacles::new(faces, others(sequence));
    let way = |(from, to): &(u64, u64)| {
        let (from, to) = (*places.get(from)?, *places.get(to)?);
        obstacles.as_ref().map(|obstacles| obstacles.way(from, to))
    };
    sequence.links.iter().map(way).collect()
}

/// What texts of items keep clear of: notes, and the titles of frames.
fn others(sequence: &Sequence) -> impl Iterator<Item = Rect> {
    let notes = sequence.notes.iter().map(|note| area(note.position, note.size));
    let titled = sequence.frames.iter().filter(|frame| !frame.title.trim().is_empty());
    notes.chain(titled.map(|frame| {
        let frame_area = area(frame.position, frame.size);
        // At a small zoom, letters are larger than the rest of the picture.
        let wide = width(&frame.title, Weight::SemiBold, TITLE) * 1.4;
        Rect::at(point(frame_area.min.x, frame_area.min.y - FRAME_TITLE), wide.min(frame_area.width()), FRAME_TITLE)
    }))
}

fn frame_extent(frame: &Frame) -> Rect {
    let mut extent = area(frame.position, frame.size).grown(FRAME_EDGE);
    extent.min.y -= FRAME_TITLE;
    extent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::item::Item;
    use crate::campaign::kinds::{DelayTimerSettings, Fax, Kind};
    use crate::campaign::sequence::Color;

    fn item(id: u64, x: f64, y: f64, kind: Kind) -> Item {
        Item { id, name: format!("Item {id}"), position: Position(x, y), ready: true, kind }
    }

    fn fax() -> Kind {
        Kind::Fax(Fax { body: "Hello".to_owned() })
    }

    fn scene(items: Vec<Item>, links: Vec<(u64, u64)>) -> Scene {
        let mut sequence = Sequence::with_start("Test");
        (sequence.items, sequence.links) = (items, links);
        let note = Note {
            id: 90,
            position: Position(0.0, 300.0),
            size: Position(200.0, 100.0),
            text: "Hi".to_owned(),
            color: Color::Blue,
        };
        sequence.notes.push(note);
        let frame = Frame {
            id: 91,
            position: Position(-100.0, -100.0),
            size: Position(700.0, 200.0),
            title: "Week 1".to_owned(),
            color: Color::Pink,
        };
        sequence.frames.push(frame);
        Scene::new(&sequence, &IndexedDirectory::new(&Directory::default()))
    }

    fn three() -> Scene {
        let wait = Kind::DelayTimer(DelayTimerSettings { schedule: None });
        let items = vec![item(1, 0.0, 0.0, Kind::Start), item(2, 200.0, 0.0, wait), item(3, 400.0, 80.0, fax())];
        scene(items, vec![(1, 2), (2, 3), (3, 77)])
    }

    #[test]
    fn what_lies_behind_a_timer_that_is_not_set_up_is_blocked() {
        let scene = three();
        assert_eq!(scene.faces.iter().map(|face| face.blocked).collect::<Vec<_>>(), [false, false, true]);
        assert_eq!(
            scene.wires.iter().map(|wire| wire.way).collect::<Vec<_>>(),
            [LinkPassage::Open, LinkPassage::Blocked]
        );
    }

    #[test]
    fn links_that_do_not_count_are_told_from_those_that_do() {
        let items = vec![item(1, 0.0, 0.0, Kind::Start), item(2, 200.0, 0.0, fax()), item(3, 400.0, 80.0, fax())];
        let scene = scene(items, vec![(1, 2), (1, 3), (2, 3), (3, 1)]);
        let ways: Vec<LinkPassage> = scene.wires.iter().map(|wire| wire.way).collect();
        assert_eq!(ways, [LinkPassage::Open, LinkPassage::Open, LinkPassage::LeftOut, LinkPassage::LeftOut]);
    }

    #[test]
    fn things_are_found_where_they_are() {
        let scene = three();
        assert_eq!(scene.item_at(point(225.0, 20.0)), Some(2));
        assert_eq!(scene.item_at(point(240.0, 20.0)), None);
        assert_eq!(scene.link_at(point(100.0, 3.0), 6.0), Some(0));
        assert_eq!(scene.link_at(point(100.0, 30.0), 6.0), None);
        assert_eq!(scene.note_at(point(10.0, 390.0)), Some(90));
        assert_eq!(scene.frame_at(point(-98.0, 0.0)), Some(91), "on its edge");
        assert_eq!(scene.frame_at(point(0.0, -112.0)), Some(91), "on its title");
        assert_eq!(scene.frame_at(point(100.0, -60.0)), None, "inside");
    }

    #[test]
    fn a_rubber_band_takes_what_it_touches_and_frames_it_holds() {
        let scene = three();
        let band =
            |from: (f32, f32), to: (f32, f32)| scene.things_in(Rect::between(point(from.0, from.1), point(to.0, to.1)));
        assert_eq!(band((20.0, -20.0), (180.0, 20.0)), [1, 2]);
        assert_eq!(band((150.0, 310.0), (160.0, 320.0)), [90]);
        assert_eq!(band((-200.0, -200.0), (700.0, 500.0)), [1, 2, 3, 90, 91]);
    }

    #[test]
    fn two_rows_of_badges_fit_between_tracks_200_points_apart() {
        let scene = scene(vec![item(1, 0.0, 0.0, Kind::Start), item(2, 0.0, 200.0, fax())], Vec::new());
        assert!(scene.faces[0].extent().max.y <= scene.faces[1].extent().min.y, "{:?}", scene.faces[0].extent());
    }

    #[test]
    fn links_of_an_item_are_found_by_its_id() {
        let scene = three();
        assert_eq!(scene.wires_of(2).map(|wire| wire.link).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(scene.wire(1).map(|wire| (wire.from, wire.to)), Some((1, 2)));
        assert!(scene.wire(2).is_none(), "it ends nowhere");
    }
}
