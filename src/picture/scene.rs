//! A sequence laid out: where every item, link, note and frame is, what it says, and what is where.
//!
//! Made anew after an edit, not each frame.

use rustc_hash::FxHashMap;

use crate::campaign::configured::is_configured;
use crate::campaign::item::{Family, Item, Kind};
use crate::campaign::known::Known;
use crate::campaign::sentence;
use crate::campaign::sequence::{Frame, Note, Sequence};

use super::geometry::{Point, Rect, point};
use super::icons;

/// The width and height of an item's tile.
pub const TILE: f32 = 64.0;

/// Whether an item works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Set up, and ready where that means something.
    Solid,
    /// Set up, not marked ready.
    Draft,
    /// Not set up.
    NotSetUp,
}

/// An item as it is drawn.
#[derive(Clone, Debug)]
pub struct Face {
    /// The item's id.
    pub id: u64,
    /// The middle of its tile.
    pub middle: Point,
    /// Its family, for the colour.
    pub family: Family,
    /// Its glyph.
    pub icon: char,
    /// Whether it works.
    pub state: State,
    /// Its name, as typed.
    pub name: String,
    /// What a timer does; empty for others.
    pub sentence: String,
    /// How many links leave it.
    pub outgoing: usize,
    /// What a screen reader says: “Delay timer, Wait 3 days, set up, 1 outgoing”.
    pub spoken: String,
}

/// A link as it is drawn: from the right edge of one tile to the left edge of another.
#[derive(Clone, Copy, Debug)]
pub struct Wire {
    /// Its place among the sequence's links.
    pub link: usize,
    /// The place of the face it leaves.
    pub from: usize,
    /// The place of the face it enters.
    pub to: usize,
    /// Its four control points.
    pub curve: [Point; 4],
}

/// A laid-out sequence.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The items, in the sequence's order.
    pub faces: Vec<Face>,
    /// The links between items that exist.
    pub wires: Vec<Wire>,
    /// The notes.
    pub notes: Vec<Note>,
    /// The frames.
    pub frames: Vec<Frame>,
    places: FxHashMap<u64, usize>,
}

impl Scene {
    /// Lays out a sequence.
    pub fn new(sequence: &Sequence, known: &Known<'_>) -> Self {
        let mut outgoing: FxHashMap<u64, usize> = FxHashMap::default();
        sequence.links.iter().for_each(|(from, _)| *outgoing.entry(*from).or_default() += 1);
        let faces: Vec<Face> = sequence
            .items
            .iter()
            .map(|item| face(item, known, outgoing.get(&item.id).copied().unwrap_or_default()))
            .collect();
        let places: FxHashMap<u64, usize> = faces.iter().enumerate().map(|(place, face)| (face.id, place)).collect();
        let wires = sequence.links.iter().enumerate().filter_map(|(link, (from, to))| {
            let (from, to) = (*places.get(from)?, *places.get(to)?);
            Some(Wire { link, from, to, curve: curve(faces[from].middle, faces[to].middle) })
        });
        Self { wires: wires.collect(), faces, notes: sequence.notes.clone(), frames: sequence.frames.clone(), places }
    }

    /// The face of an item.
    pub fn face(&self, id: u64) -> Option<&Face> {
        self.places.get(&id).map(|place| &self.faces[*place])
    }

    /// The item whose tile is at a point.
    pub fn item_at(&self, at: Point) -> Option<u64> {
        self.faces.iter().rev().find(|face| face.tile().contains(at)).map(|face| face.id)
    }

    /// The link within `reach` of a point, nearest first.
    pub fn link_at(&self, at: Point, reach: f32) -> Option<usize> {
        let near = self.wires.iter().map(|wire| (wire.distance(at), wire.link)).filter(|(far, _)| *far <= reach);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, link)| link)
    }

    /// Everything there is; `None` if there is nothing.
    pub fn bounds(&self) -> Option<Rect> {
        let faces = self.faces.iter().map(Face::extent);
        let notes = self.notes.iter().map(|note| area(note.position, note.size));
        let frames = self.frames.iter().map(|frame| area(frame.position, frame.size));
        faces.chain(notes).chain(frames).reduce(|a, b| a.union(&b))
    }
}

/// The rectangle of a note or frame.
pub fn area(position: crate::campaign::item::Position, size: crate::campaign::item::Position) -> Rect {
    Rect::at(point(position.0 as f32, position.1 as f32), size.0.max(0.0) as f32, size.1.max(0.0) as f32)
}

impl Face {
    /// The square that is its tile.
    pub fn tile(&self) -> Rect {
        Rect::around(self.middle, TILE, TILE)
    }

    /// The tile with all texts and badges below it.
    pub fn extent(&self) -> Rect {
        let tile = self.tile();
        Rect {
            min: point(self.middle.x - 75.0, tile.min.y - 10.0),
            max: point(self.middle.x + 75.0, tile.max.y + 60.0),
        }
    }
}

impl Wire {
    /// How far a point is from it.
    pub fn distance(&self, at: Point) -> f32 {
        let points: Vec<Point> = (0..=16).map(|step| on_curve(&self.curve, step as f32 / 16.0)).collect();
        points.windows(2).map(|ends| to_segment(at, ends[0], ends[1])).fold(f32::INFINITY, f32::min)
    }
}

/// The curve of a link between the middles of two tiles.
pub fn curve(from: Point, to: Point) -> [Point; 4] {
    let (start, end) = (point(from.x + TILE / 2.0, from.y), point(to.x - TILE / 2.0, to.y));
    let reach = ((end.x - start.x).abs() / 2.0).clamp(24.0, 120.0);
    [start, point(start.x + reach, start.y), point(end.x - reach, end.y), end]
}

/// A point on a cubic curve, from 0 at its start to 1 at its end.
pub fn on_curve(curve: &[Point; 4], t: f32) -> Point {
    let u = 1.0 - t;
    let (a, b, c, d) = (u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t);
    point(
        a * curve[0].x + b * curve[1].x + c * curve[2].x + d * curve[3].x,
        a * curve[0].y + b * curve[1].y + c * curve[2].y + d * curve[3].y,
    )
}

fn to_segment(at: Point, a: Point, b: Point) -> f32 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let t = if length == 0.0 { 0.0 } else { (((at.x - a.x) * dx + (at.y - a.y) * dy) / length).clamp(0.0, 1.0) };
    (at.x - a.x - t * dx).hypot(at.y - a.y - t * dy)
}

fn face(item: &Item, known: &Known<'_>, outgoing: usize) -> Face {
    let state = match (is_configured(&item.kind, known), item.ready || !item.kind.has_ready_mark()) {
        (false, _) => State::NotSetUp,
        (true, false) => State::Draft,
        (true, true) => State::Solid,
    };
    Face {
        id: item.id,
        middle: point(item.position.0 as f32, item.position.1 as f32),
        family: item.kind.family(),
        icon: icons::of(&item.kind),
        state,
        name: item.name.clone(),
        sentence: sentence::short(&item.kind, known).unwrap_or_default(),
        outgoing,
        spoken: spoken(item, state, outgoing),
    }
}

fn spoken(item: &Item, state: State, outgoing: usize) -> String {
    let state = match (state, &item.kind) {
        (_, Kind::Start) => "set up",
        (State::NotSetUp, _) => "not set up",
        (State::Draft, _) => "draft",
        (State::Solid, kind) if kind.has_ready_mark() => "ready",
        (State::Solid, _) => "set up",
    };
    format!("{}, {}, {state}, {outgoing} outgoing", item.kind.label(), item.name)
}
