//! Links: a line and its arrowhead.

use crate::picture::geometry::{Point, point};
use crate::picture::scene::path::PathPiece;
use crate::picture::scene::{LinkPassage, LinkPath};
use crate::picture::shape::{Paint, Shape, Stroke};
use crate::picture::theme::ColorRole;

use super::{FADED, Pen, Shapes};

/// How a link is drawn.
#[derive(Clone, Copy, Debug)]
pub struct LinkStroke {
    /// The colour of the line.
    pub paint: Paint,
    /// Its width in pixels.
    pub width: f32,
    /// Dashes and gaps in pixels.
    pub dash: Option<(f32, f32)>,
}

impl LinkStroke {
    /// How a link of this state is drawn: dashed if no contact can follow it, and in the colour of errors if it does
    /// not count.
    pub fn new(pen: &Pen, way: LinkPassage) -> Self {
        let (ink, strength, dash) = match way {
            LinkPassage::Open => (ColorRole::Wire, 1.0, None),
            LinkPassage::Blocked => (ColorRole::Wire, FADED + 0.3, Some((6.0, 5.0))),
            LinkPassage::LeftOut => (ColorRole::Held, 1.0, Some((3.0, 4.0))),
        };
        let dash = dash.map(|(dash, gap): (f32, f32)| (dash * pen.zoom, gap * pen.zoom));
        Self { paint: Paint::from(ink).faded(pen.strength * strength), width: pen.line(1.6), dash }
    }
}

/// The length of an arrowhead, at 100 %.
pub const HEAD: f32 = 9.0;

/// The line up to its arrowhead, and the arrowhead's three corners. `path` is in pixels.
pub fn parts(path: LinkPath, zoom: f32) -> (LinkPath, [Point; 3]) {
    let head_length = HEAD * zoom.clamp(0.6, 1.5);
    let half = head_length * 0.52;
    let cut = |first: Point, tip: Point| {
        let tip = point(tip.x - 1.0, tip.y);
        let head = [point(tip.x - head_length, tip.y - half), tip, point(tip.x - head_length, tip.y + half)];
        (point(first.x + 1.0, first.y), point(tip.x - head_length * 0.8, tip.y), head)
    };
    match path {
        LinkPath::Curve([a, b, c, tip]) => {
            let (first, end, head) = cut(a, tip);
            // On a very short link the first control point must not come before the start.
            (LinkPath::Curve([first, b, point(c.x.min(end.x), c.y), end]), head)
        }
        LinkPath::Step([a, b, c, tip]) => {
            let (first, end, head) = cut(a, tip);
            (LinkPath::Step([first, b, c, end]), head)
        }
        LinkPath::Around([a, b, c, d, e, tip]) => {
            let (first, end, head) = cut(a, tip);
            (LinkPath::Around([first, b, c, d, e, end]), head)
        }
    }
}

/// Draws a link whose line is given in pixels.
pub fn draw(out: &mut Shapes<'_>, path: LinkPath, zoom: f32, line: LinkStroke) {
    let (points, head) = parts(path, zoom);
    let stroke = Stroke { width: line.width, paint: line.paint, dash: line.dash };
    match points {
        LinkPath::Curve(curve) if path.is_level() => out.push(Shape::Line { ends: [curve[0], curve[3]], stroke }),
        LinkPath::Curve(_) | LinkPath::Step(_) | LinkPath::Around(_) => {
            out.extend(points.pieces(zoom).into_iter().map(|piece| match piece {
                PathPiece::Line(ends) => Shape::Line { ends, stroke },
                PathPiece::Curve(points) => Shape::Curve { points, stroke },
            }));
        }
    }
    out.push(Shape::Polygon { points: head.to_vec(), fill: line.paint });
}
