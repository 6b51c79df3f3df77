//! Links: a curve and its arrowhead.

use crate::picture::geometry::{Point, point};
use crate::picture::scene::LinkPassage;
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

/// The curve up to its arrowhead, and the arrowhead's three corners. `curve` is in pixels.
pub fn parts(curve: [Point; 4], zoom: f32) -> ([Point; 4], [Point; 3]) {
    let head = HEAD * zoom.clamp(0.6, 1.5);
    let [a, b, c, tip] = curve;
    let tip = point(tip.x - 1.0, tip.y);
    // On a very short link the first control point must not come before the start.
    let end = point(tip.x - head * 0.8, tip.y);
    let half = head * 0.52;
    (
        [point(a.x + 1.0, a.y), b, point(c.x.min(end.x), c.y), end],
        [point(tip.x - head, tip.y - half), tip, point(tip.x - head, tip.y + half)],
    )
}

/// Draws a link whose curve is given in pixels.
pub fn draw(out: &mut Shapes<'_>, curve: [Point; 4], zoom: f32, line: LinkStroke) {
    let (points, head) = parts(curve, zoom);
    let stroke = Stroke { width: line.width, paint: line.paint, dash: line.dash };
    match is_level(&curve) {
        true => out.push(Shape::Line { ends: [points[0], points[3]], stroke }),
        false => out.push(Shape::Curve { points, stroke }),
    }
    out.push(Shape::Polygon { points: head.to_vec(), fill: line.paint });
}

/// Whether a curve is a straight line to the right.
pub fn is_level(curve: &[Point; 4]) -> bool {
    (curve[0].y - curve[3].y).abs() < 0.5 && curve[0].x <= curve[3].x
}
