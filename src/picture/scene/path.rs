//! The line of a link: a smooth curve, or straight lines with round corners where a curve would lie on items.

use crate::picture::geometry::{Point, Rect, point};
use crate::picture::looks::TILE;

/// The radius of a corner, in points at 100 %.
const RADIUS: f32 = 16.0;
/// How far from its middle an item's own texts reach at most; beyond it a link goes down past them.
pub(super) const ASIDE: f32 = 100.0;
/// How far above the middle of the lower tile a link to the left goes, if nothing else is known of the items around.
const ABOVE: f32 = 54.0;
/// The part of a corner's radius at which a curve's control point makes it a quarter of a circle.
const ROUND: f32 = 0.552;
/// The number of straight pieces of a corner.
const CORNER_PIECES: u8 = 5;

/// The line of a link, from the right edge of one tile to the left edge of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LinkPath {
    /// A smooth curve, by its four control points.
    Curve([Point; 4]),
    /// To the right, up or down between two columns of items, and to the right again.
    Step([Point; 4]),
    /// Out between two columns, along between two rows, and in between two columns again.
    Around([Point; 6]),
}

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathPiece {
    /// A straight line.
    Line([Point; 2]),
    /// A curve, by its control points.
    Curve([Point; 4]),
}

impl LinkPath {
    /// The line between two tiles, by their middles, if nothing is known of the items around: a curve to the right, and
    /// to the left a way around the items.
    pub fn between(from: Point, to: Point) -> Self {
        match to.x - from.x >= TILE {
            true => Self::curve(from, to),
            false if (to.y - from.y).abs() < TILE => Self::around(from, to, from.y.min(to.y) - ABOVE),
            false => Self::around(from, to, from.y.max(to.y) - ABOVE),
        }
    }

    /// A curve between two tiles.
    pub fn curve(from: Point, to: Point) -> Self {
        let (start, end) = edges(from, to);
        Self::Curve(curve_between(start, end))
    }

    /// Down or up at `x`, between two tiles.
    pub(super) fn step(from: Point, to: Point, x: f32) -> Self {
        let (start, end) = edges(from, to);
        Self::Step([start, point(x, start.y), point(x, end.y), end])
    }

    /// Along at the height `y`, between two tiles.
    pub(super) fn around(from: Point, to: Point, y: f32) -> Self {
        let (start, end) = edges(from, to);
        let (out, back) = (from.x + ASIDE, to.x - ASIDE);
        Self::Around([start, point(out, start.y), point(out, y), point(back, y), point(back, end.y), end])
    }

    fn corners(&self) -> &[Point] {
        match self {
            Self::Curve(points) | Self::Step(points) => points,
            Self::Around(points) => points,
        }
    }

    /// The line with each of its points mapped.
    pub fn map(self, of: impl Fn(Point) -> Point) -> Self {
        match self {
            Self::Curve(points) => Self::Curve(points.map(of)),
            Self::Step(points) => Self::Step(points.map(of)),
            Self::Around(points) => Self::Around(points.map(of)),
        }
    }

    /// Whether it is a straight line to the right.
    pub fn is_level(&self) -> bool {
        let points = self.corners();
        let (first, last) = (points[0], points[points.len() - 1]);
        matches!(self, Self::Curve(_)) && (first.y - last.y).abs() < 0.5 && first.x <= last.x
    }

    /// Its straight lines and curves, one after the other, at a zoom.
    pub fn pieces(&self, zoom: f32) -> Vec<PathPiece> {
        let corners = match self {
            Self::Curve(curve) => return vec![PathPiece::Curve(*curve)],
            Self::Step(points) => points.as_slice(),
            Self::Around(points) => points.as_slice(),
        };
        let mut pieces = Vec::with_capacity(corners.len() * 2);
        let mut at = corners[0];
        for three in corners.windows(3) {
            let [before, corner, after] = [three[0], three[1], three[2]];
            let radius = (RADIUS * zoom).min(far(before, corner) / 2.0).min(far(corner, after) / 2.0);
            let [from, to] = [before, after].map(|other| towards(corner, other, radius));
            let [first, second] = [before, after].map(|other| towards(corner, other, radius * (1.0 - ROUND)));
            pieces.extend([PathPiece::Line([at, from]), PathPiece::Curve([from, first, second, to])]);
            at = to;
        }
        pieces.push(PathPiece::Line([at, corners[corners.len() - 1]]));
        pieces
    }

    /// Points along it, close enough to be joined by straight lines, at a zoom.
    pub fn points(&self, zoom: f32) -> Vec<Point> {
        if let Self::Curve(curve) = self {
            return (0..=16_u8).map(|step| on_curve(curve, f32::from(step) / 16.0)).collect();
        }
        let mut points = vec![self.corners()[0]];
        for piece in self.pieces(zoom) {
            match piece {
                PathPiece::Line([_, to]) => points.push(to),
                PathPiece::Curve(curve) => points.extend(
                    (1..=CORNER_PIECES).map(|step| on_curve(&curve, f32::from(step) / f32::from(CORNER_PIECES))),
                ),
            }
        }
        points
    }

    /// The point at a part of its way, from 0 at its start to 1 at its end.
    pub fn at(&self, t: f32) -> Point {
        if let Self::Curve(curve) = self {
            return on_curve(curve, t);
        }
        let points = self.points(1.0);
        let whole: f32 = points.windows(2).map(|ends| far(ends[0], ends[1])).sum();
        let mut left = whole * t.clamp(0.0, 1.0);
        for ends in points.windows(2) {
            let length = far(ends[0], ends[1]);
            if left <= length {
                return towards(ends[0], ends[1], left);
            }
            left -= length;
        }
        points[points.len() - 1]
    }

    /// The distance of a point from it.
    pub fn distance(&self, at: Point) -> f32 {
        let points = self.points(1.0);
        points.windows(2).map(|ends| to_segment(at, ends[0], ends[1])).fold(f32::INFINITY, f32::min)
    }

    /// Whether it crosses an area.
    pub fn crosses(&self, area: &Rect) -> bool {
        let crosses = |ends: &[Point]| {
            let line = Rect::between(ends[0], ends[1]);
            // The steps are shorter than a line of text is high.
            let steps = ((line.width() + line.height()) / 6.0).clamp(1.0, 400.0).ceil() as u16;
            line.meets(area)
                && (0..=steps).any(|step| {
                    let part = f32::from(step) / f32::from(steps);
                    let along = |a: f32, b: f32| a + (b - a) * part;
                    area.contains(point(along(ends[0].x, ends[1].x), along(ends[0].y, ends[1].y)))
                })
        };
        self.extent().meets(area) && self.points(1.0).windows(2).any(crosses)
    }

    /// A rectangle around it and its arrowhead.
    pub fn extent(&self) -> Rect {
        let all = self.corners().iter().map(|at| Rect { min: *at, max: *at }).reduce(|a, b| a.union(&b));
        all.unwrap_or_default().grown(6.0)
    }
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

/// The right edge of the tile at `from`, and the left edge of the one at `to`.
fn edges(from: Point, to: Point) -> (Point, Point) {
    (point(from.x + TILE / 2.0, from.y), point(to.x - TILE / 2.0, to.y))
}

fn far(a: Point, b: Point) -> f32 {
    (b.x - a.x).hypot(b.y - a.y)
}

/// The point at a distance from `a` towards `b`.
fn towards(a: Point, b: Point, distance: f32) -> Point {
    let part = distance / far(a, b).max(0.001);
    point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_the_left_goes_around_without_leaving_its_lines() {
        let path = LinkPath::between(point(1000.0, 80.0), point(40.0, 280.0));
        assert_eq!((path.at(0.0), path.at(1.0)), (point(1032.0, 80.0), point(8.0, 280.0)));
        for step in 0..=100_u8 {
            let at = path.at(f32::from(step) / 100.0);
            let along = path.corners().windows(2).map(|ends| to_segment(at, ends[0], ends[1]));
            assert!(along.fold(f32::INFINITY, f32::min) < 6.0, "{at:?}");
            assert!(path.distance(at) < 1.0, "{at:?}");
        }
        assert!((path.at(0.5).y - (280.0 - ABOVE)).abs() < 0.1);
    }

    #[test]
    fn corners_are_round_and_lines_meet() {
        let path = LinkPath::step(point(0.0, 0.0), point(200.0, 300.0), 100.0);
        let pieces = path.pieces(1.0);
        let end = |piece: &PathPiece| match piece {
            PathPiece::Line(ends) => (ends[0], ends[1]),
            PathPiece::Curve(curve) => (curve[0], curve[3]),
        };
        assert_eq!(pieces.len(), 5);
        assert!(pieces.windows(2).all(|two| end(&two[0]).1 == end(&two[1]).0), "{pieces:?}");
        assert!(!path.crosses(&Rect::at(point(90.0, -4.0), 20.0, 3.9)));
        assert!(path.crosses(&Rect::at(point(90.0, 140.0), 20.0, 10.0)));
    }
}
