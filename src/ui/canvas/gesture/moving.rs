//! Dragging things: they snap while they are dragged, and one edit moves them when they are dropped.

use std::collections::BTreeSet;

use super::pointer::Pointer;
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Position;
use crate::campaign::kinds::Kind;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::scene::{Scene, TILE};
use crate::ui::canvas::paint::look::Guide;
use crate::workbench::arrange::grid::{Body, settle};
use crate::workbench::arrange::pitch::TakenPlaces;
use crate::workbench::arrange::placing;

/// Distance to a link, in points of the canvas, within which a dropped item is inserted there.
const ONTO: f32 = 18.0;
/// The size of an item that must be in sight, and of its name below, in points of the canvas.
const SEEN: f32 = TILE + 8.0;
const NAME: f32 = 24.0;

/// The things that are dragged.
pub struct DraggedThings {
    /// The ids of everything that moves.
    pub ids: BTreeSet<u64>,
    /// The offset so far, x and y, in points of the canvas.
    pub by: (f64, f64),
    /// The alignment guides to draw.
    pub guides: Vec<Guide>,
    /// The link that a single item would be inserted into: its index, and the ids of its two ends.
    pub onto: Option<(usize, (u64, u64))>,
    from: Vec<(u64, Position)>,
    lead: Body,
    start: Point,
    /// The id and name of a single dragged item without links, which can be inserted into a link.
    loose: Option<(u64, String)>,
}

impl DraggedThings {
    /// Starts dragging things; one of them is under the pointer.
    pub fn new(sequence: &Sequence, ids: BTreeSet<u64>, lead: u64, start: Point) -> Option<Self> {
        let none = Position(0.0, 0.0);
        let items = sequence.items.iter().map(|item| (item.id, item.position, none));
        let notes = sequence.notes.iter().map(|note| (note.id, note.position, note.size));
        let frames = sequence.frames.iter().map(|frame| (frame.id, frame.position, frame.size));
        let all = items.chain(notes).chain(frames).filter(|(id, ..)| ids.contains(id));
        let mut from = Vec::with_capacity(ids.len());
        let mut body = None;
        for (id, position, size) in all {
            if id == lead {
                body = Some(Body { position, size });
            }
            from.push((id, position));
        }
        let loose = ids.len() == 1 && sequence.links.iter().all(|link| link.0 != lead && link.1 != lead);
        let loose = sequence.item(lead).filter(|item| loose && item.kind != Kind::Start);
        Some(Self {
            by: (0.0, 0.0),
            guides: Vec::new(),
            onto: None,
            from,
            lead: body?,
            start,
            loose: loose.map(|item| (item.id, item.name.clone())),
            ids,
        })
    }

    /// Follows the pointer in this frame.
    pub fn update(&mut self, scene: &Scene, pointer: &Pointer) {
        let moved = (f64::from(pointer.at.x - self.start.x), f64::from(pointer.at.y - self.start.y));
        let wanted = Position(self.lead.position.0 + moved.0, self.lead.position.1 + moved.1);
        let (at, guides) = rest(scene, Body { position: wanted, ..self.lead }, &self.ids, pointer);
        let middle = point(at.0 as f32, at.1 as f32);
        self.onto = self.loose.as_ref().and_then(|_| link_near(scene, middle));
        let is_alone = self.ids.len() == 1 && self.onto.is_none() && at != self.lead.position;
        let roomy = Some(Body { position: at, ..self.lead }).filter(|_| is_alone);
        let (at, guides) = roomy.and_then(|body| with_room(scene, body, &self.ids, pointer)).unwrap_or((at, guides));
        self.by = (at.0 - self.lead.position.0, at.1 - self.lead.position.1);
        self.guides = guides;
    }

    /// The edit of the whole drag, unless nothing moved.
    pub fn finish(self, place: SequenceId, sequence: &Sequence) -> Option<Edit> {
        if self.by == (0.0, 0.0) && self.onto.is_none() {
            return None;
        }
        let there = |at: Position| Position(at.0 + self.by.0, at.1 + self.by.1).within_canvas();
        let moved = CanvasEdit::Move(self.from.iter().map(|(id, at)| (*id, there(*at))).collect());
        let moved = Edit::Canvas(place, moved);
        let (Some((id, name)), Some((link, (from, to)))) = (&self.loose, self.onto) else { return Some(moved) };
        // On a link that is too short, the items after it make room.
        let moved = match sequence.item(to).filter(|_| !placing::has_room(sequence, link)) {
            Some(next) => {
                let moved_on = placing::moved_on(sequence, to);
                Edit::Canvas(place, CanvasEdit::Move([(*id, next.position)].into_iter().chain(moved_on).collect()))
            }
            None => moved,
        };
        let edits = vec![
            moved,
            Edit::Canvas(place, CanvasEdit::Reconnect(link, from, *id)),
            Edit::Canvas(place, CanvasEdit::Connect(*id, to)),
        ];
        Some(Edit::Together(format!("Insert “{name}”"), edits))
    }
}

/// The link that an item with this centre would be inserted into: its index, and the ids of its two ends.
pub fn link_near(scene: &Scene, middle: Point) -> Option<(usize, (u64, u64))> {
    let wire = scene.link_at(middle, ONTO).and_then(|link| scene.wire(link))?;
    Some((wire.link, (scene.faces[wire.from].id, scene.faces[wire.to].id)))
}

/// The nearest place where an item leaves room for the texts of others, with the guides there; `None` if it does so
/// where it is, or if it may stand anywhere: Alt is pressed, or snapping is off.
pub fn with_room(scene: &Scene, body: Body, but: &BTreeSet<u64>, pointer: &Pointer) -> Option<(Position, Vec<Guide>)> {
    const AROUND: f32 = 1600.0;
    if !pointer.grid || body.size != Position(0.0, 0.0) {
        return None;
    }
    let around = Rect::around(point(body.position.0 as f32, body.position.1 as f32), AROUND, AROUND);
    let others = scene.faces_in(around).filter(|face| !but.contains(&face.id));
    let taken = TakenPlaces::new(others.map(|face| clean(face.middle)));
    // An item with its name below; what is dropped must not land where it can't be seen.
    let is_seen = |at: Position| {
        let body = Rect::around(point(at.0 as f32, at.1 as f32 + NAME / 2.0), SEEN, SEEN + NAME);
        pointer.seen.contains(body.min) && pointer.seen.contains(body.max)
    };
    let at = taken.roomy_where(body.position, is_seen);
    (at != body.position).then(|| {
        let there = Pointer { grid: false, ..*pointer };
        (at, rest(scene, Body { position: at, ..body }, but, &there).1)
    })
}

/// Snaps a dragged body to its neighbours, and returns the guides that show why.
pub fn rest(scene: &Scene, wanted: Body, but: &BTreeSet<u64>, pointer: &Pointer) -> (Position, Vec<Guide>) {
    let others = if pointer.pulls { neighbours(scene, wanted, but, pointer) } else { Vec::new() };
    let (at, guides) = settle(wanted, &others, pointer.grid, f64::from(5.0 * pointer.pixel).min(9.0));
    let vertical = guides.vertical.map(|(x, a, b)| Guide { from: at_f32(x, a), to: at_f32(x, b) });
    let horizontal = guides.horizontal.map(|(y, a, b)| Guide { from: at_f32(a, y), to: at_f32(b, y) });
    (at, vertical.into_iter().chain(horizontal).collect())
}

fn at_f32(x: f64, y: f64) -> Point {
    point(x as f32, y as f32)
}

/// The position of a point. It is rounded to hundredths, so that a file doesn't show rounding errors of 32-bit numbers.
fn clean(at: Point) -> Position {
    let round = |number: f32| (f64::from(number) * 100.0).round() / 100.0;
    Position(round(at.x), round(at.y))
}

/// The neighbours that a body can align with: items with items, notes and frames with notes and frames.
fn neighbours(scene: &Scene, body: Body, but: &BTreeSet<u64>, pointer: &Pointer) -> Vec<Body> {
    if body.size == Position(0.0, 0.0) {
        let faces = scene.faces_in(pointer.seen).filter(|face| !but.contains(&face.id));
        let body = |at: Point| Body { position: clean(at), size: Position(0.0, 0.0) };
        return faces.map(|face| body(face.middle)).collect();
    }
    let notes = scene.notes_in(pointer.seen).map(|note| (note.id, note.position, note.size));
    let frames = scene.frames_in(pointer.seen).map(|frame| (frame.id, frame.position, frame.size));
    let others = notes.chain(frames).filter(|(id, ..)| !but.contains(id));
    others.map(|(_, position, size)| Body { position, size }).collect()
}
