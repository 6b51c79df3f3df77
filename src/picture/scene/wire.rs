//! Links as they are drawn: smooth curves from the right edge of one tile to the left edge of another.

use crate::picture::geometry::{Point, Rect, point};

use crate::picture::looks::TILE;

/// A link as it is drawn: from the right edge of one tile to the left edge of another.
#[derive(Clone, Copy, Debug)]
pub struct Wire {
    /// Its index in the sequence's links.
    pub link: usize,
    /// The index of the face that it leaves.
    pub from: usize,
    /// The index of the face that it enters.
    pub to: usize,
    /// Whether contacts can follow it.
    pub way: LinkPassage,
    /// Its four control points.
    pub curve: [Point; 4],
}

/// Whether contacts can follow a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPassage {
    /// Every contact that leaves the item before it.
    Open,
    /// No contact: it leaves a timer that is not set up, or an item after one.
    Blocked,
    /// No contact: the link does not count (`rules.md` §1), such as a second link into an item.
    LeftOut,
}

impl Wire {
    /// The distance from a point to the link.
    pub fn distance(&self, at: Point) -> f32 {
        let step = |step: usize| on_curve(&self.curve, step as f32 / 16.0);
        (0..16).map(|n| to_segment(at, step(n), step(n + 1))).fold(f32::INFINITY, f32::min)
    }

    /// Whether the link's line crosses an area.
    pub fn crosses(&self, area: &Rect) -> bool {
        let extent = self.extent();
        if !extent.meets(area) {
            return false;
        }
        // The steps are shorter than a line of text is high.
        let steps = ((extent.width() + extent.height()) / 6.0).clamp(8.0, 400.0).ceil();
        (0..=steps as u16).any(|step| area.contains(on_curve(&self.curve, f32::from(step) / steps)))
    }

    /// A rectangle around the link and its arrowhead.
    pub fn extent(&self) -> Rect {
        extent(&self.curve)
    }
}

/// A rectangle around a curve and its arrowhead.
pub fn extent(curve: &[Point; 4]) -> Rect {
    let all = curve.iter().map(|at| Rect { min: *at, max: *at }).reduce(|a, b| a.union(&b));
    all.unwrap_or_default().grown(6.0)
}

/// The curve of a link between the middles of two tiles.
pub fn curve(from: Point, to: Point) -> [Point; 4] {
    curve_between(point(from.x + TILE / 2.0, from.y), point(to.x - TILE / 2.0, to.y))
}

/// The curve of a link that leaves to the right at one point and enters from the left at another.
pub fn curve_between(start: Point, end: Point) -> [Point; 4] {
    let ahead = end.x - start.x;
    let reach = match ahead >= 0.0 {
        true => (ahead / 2.0).clamp(0.0, 120.0).max((end.y - start.y).abs().min(24.0)),
        // A link to an item on the left makes a wide curve around the items.
        false => (-ahead / 2.0).clamp(48.0, 160.0),
    };
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
