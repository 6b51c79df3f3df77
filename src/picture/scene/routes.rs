//! The ways of links: a curve, unless it would lie on items, their texts or notes and there is a way around them.

use crate::picture::draw::badge::HEIGHT;
use crate::picture::draw::lines::badge_row;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::looks::TILE;

use super::face::Face;
use super::index::BoxIndex;
use super::path::{ASIDE, LinkPath};
use super::rows::top;

/// With more items, ways around are not looked for: nobody follows single links there, and each edit would take long.
const MOST: usize = 2_000;
/// The distance of a link from the tiles that it passes, with what is above them.
const GAP: f32 = 12.0;
/// Items of about the same height are in one row.
const ROW: f32 = 60.0;
/// What it costs to lie on a tile, on texts, on a note.
const COSTS: [u32; 3] = [4, 3, 1];

/// What links keep clear of.
pub(super) struct Obstacles {
    /// The tile and the texts of each item, then the notes.
    boxes: BoxIndex,
    item_count: usize,
    /// The middle of each tile, and the upper end of what belongs to it.
    tops: Vec<(Point, f32)>,
}

impl Obstacles {
    /// The items, and `others`: notes and titles.
    pub(super) fn new(faces: &[Face], others: impl Iterator<Item = Rect>) -> Option<Self> {
        let own = faces.iter().flat_map(|face| [face.tile().grown(4.0), texts(face)]);
        (faces.len() <= MOST).then(|| Self {
            boxes: BoxIndex::new(own.chain(others).collect()),
            item_count: faces.len(),
            tops: faces.iter().map(|face| (face.middle, face.middle.y - top(face))).collect(),
        })
    }

    /// The way from one item to another, by their indexes.
    pub(super) fn way(&self, from: usize, to: usize) -> LinkPath {
        let (a, b) = (self.tops[from].0, self.tops[to].0);
        let usual = LinkPath::between(a, b);
        let is_back = b.x - a.x < TILE;
        let mut best = (usual, self.cost(&usual, from, to));
        let step = |x: f32| LinkPath::step(a, b, x);
        let (near, far) = (a.x + ASIDE.min((b.x - a.x) / 2.0), b.x - ASIDE);
        let steps = [step(near), step(far)].into_iter().filter(|_| !is_back && (a.y - b.y).abs() > 1.0);
        let ways = [a.y.max(b.y), a.y.min(b.y)].map(|row| LinkPath::around(a, b, self.above(row, a.x, b.x)));
        let ways = ways.into_iter().filter(|_| is_back || b.x - a.x > ASIDE * 2.0 + TILE);
        // What is known of the items around is better than what is assumed.
        if is_back {
            best.1 = u32::MAX;
        }
        for way in steps.chain(ways) {
            if best.1 == 0 {
                break;
            }
            let cost = self.cost(&way, from, to);
            if cost < best.1 {
                best = (way, cost);
            }
        }
        best.0
    }

    /// What it costs if a link has this way.
    fn cost(&self, way: &LinkPath, from: usize, to: usize) -> u32 {
        let is_own = |place: &usize| *place == from * 2 || *place == to * 2;
        let met = self.boxes.meeting(way.extent()).into_iter().filter(|place| !is_own(place));
        let crossed = met.filter(|place| way.crosses(&self.boxes.area(*place)));
        crossed.map(|place| if place >= self.item_count * 2 { COSTS[2] } else { COSTS[place % 2] }).sum()
    }

    /// The height just above the row of items at `row`, between two columns.
    fn above(&self, row: f32, from: f32, to: f32) -> f32 {
        let (left, right) = (from.min(to) - ASIDE, from.max(to) + ASIDE);
        let near = self.tops.iter().filter(|(at, _)| (at.y - row).abs() < ROW && at.x >= left && at.x <= right);
        near.map(|(_, top)| *top).fold(row - TILE / 2.0, f32::min) - GAP
    }
}

/// The part of a link that runs along a row, which texts keep clear of.
pub(super) fn along(way: &LinkPath) -> Option<Rect> {
    match way {
        LinkPath::Around(points) => Some(Rect::between(points[2], points[3]).grown(2.0)),
        LinkPath::Curve(_) | LinkPath::Step(_) => None,
    }
}

/// The texts and a row of numbers below a tile, at 100 %.
fn texts(face: &Face) -> Rect {
    let half = (face.label.width() / 2.0).max(TILE / 2.0);
    let end = badge_row(face.label.lines(), 1.0) + HEIGHT / 2.0;
    let from = point(face.middle.x - half, face.middle.y + TILE / 2.0 + 6.0);
    Rect { min: from, max: point(face.middle.x + half, face.middle.y + end) }
}
