//! The shapes of a picture: plain data, in pixels, with named colours.

use std::borrow::Cow;

use super::geometry::{Point, Rect};
use super::measure::{Weight, width};
use super::theme::ColorRole;

/// A named colour with an opacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// The colour, by its name.
    pub ink: ColorRole,
    /// The opacity, from 0 (invisible) to 1 (opaque).
    pub alpha: f32,
}

impl Paint {
    /// The same colour with its opacity multiplied by `by`.
    pub fn faded(self, by: f32) -> Self {
        Self { alpha: self.alpha * by, ..self }
    }
}

impl From<ColorRole> for Paint {
    fn from(ink: ColorRole) -> Self {
        Self { ink, alpha: 1.0 }
    }
}

/// The line along an edge or a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The width of the line.
    pub width: f32,
    /// The colour of the line.
    pub paint: Paint,
    /// The lengths of dashes and gaps; `None` for a solid line.
    pub dash: Option<(f32, f32)>,
}

impl Stroke {
    /// A solid line of this width.
    pub fn solid(width: f32, paint: impl Into<Paint>) -> Self {
        Self { width, paint: paint.into(), dash: None }
    }
}

/// Which point of a text its position refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Anchor {
    Left,
    Middle,
    Right,
}

/// A part of a text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct TextSpan<'a> {
    /// The text of the span.
    pub text: Cow<'a, str>,
    /// The weight of the font.
    pub weight: Weight,
    /// Whether the text is italic.
    pub italic: bool,
    /// The colour of the text.
    pub paint: Paint,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text<'a> {
    /// The position: `x` by the anchor, `y` on the baseline.
    pub at: Point,
    /// Which point of the text is at `at`.
    pub anchor: Anchor,
    /// The font size, in pixels.
    pub size: f32,
    /// The spans of the text, from left to right.
    pub spans: Vec<TextSpan<'a>>,
}

/// A shape to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape<'a> {
    /// A rectangle with round corners. The stroke is centred on its edge.
    Box {
        /// The position and size.
        area: Rect,
        /// The radius of the corners.
        radius: f32,
        /// The colour of the inside.
        fill: Option<Paint>,
        /// The line along the edge.
        stroke: Option<Stroke>,
    },
    /// A filled convex polygon.
    Polygon {
        /// The corners, in order.
        points: Vec<Point>,
        /// The colour of the inside.
        fill: Paint,
    },
    /// A circle, filled or not.
    Circle {
        /// The centre of the circle.
        middle: Point,
        /// The radius of the circle.
        radius: f32,
        /// The colour of the inside.
        fill: Option<Paint>,
        /// The line along the edge.
        stroke: Option<Stroke>,
    },
    /// A cubic Bézier curve.
    Curve {
        /// The end points and control points.
        points: [Point; 4],
        /// The colour and width of the line.
        stroke: Stroke,
    },
    /// A straight line between two points.
    Line {
        /// The two end points.
        ends: [Point; 2],
        /// The colour and width of the line.
        stroke: Stroke,
    },
    /// A glyph of the icon font.
    Icon {
        /// The glyph's character in the icon font.
        icon: char,
        /// The centre of the icon.
        middle: Point,
        /// The side of the icon's square.
        size: f32,
        /// The colour of the icon.
        paint: Paint,
    },
    /// A line of text.
    Text(Text<'a>),
}

impl Shape<'_> {
    /// A rectangle that contains the shape.
    pub fn extent(&self) -> Rect {
        let edge = |stroke: &Option<Stroke>| stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        match self {
            Shape::Box { area, stroke, .. } => area.grown(edge(stroke)),
            Shape::Circle { middle, radius, stroke, .. } => {
                Rect::around(*middle, 2.0 * radius, 2.0 * radius).grown(edge(stroke))
            }
            Shape::Polygon { points, .. } => around(points),
            // A curve is within its end points and control points.
            Shape::Curve { points, stroke } => around(points).grown(stroke.width / 2.0),
            Shape::Line { ends, stroke } => around(ends).grown(stroke.width / 2.0),
            Shape::Icon { middle, size, .. } => Rect::around(*middle, *size, *size),
            Shape::Text(text) => text.extent(),
        }
    }
}

impl Shape<'_> {
    /// The shape, moved by this distance.
    #[must_use]
    pub fn moved(mut self, by: Point) -> Self {
        let moved = |at: &mut Point| *at = Point { x: at.x + by.x, y: at.y + by.y };
        match &mut self {
            Shape::Box { area, .. } => {
                moved(&mut area.min);
                moved(&mut area.max);
            }
            Shape::Circle { middle, .. } | Shape::Icon { middle, .. } => moved(middle),
            Shape::Polygon { points, .. } => points.iter_mut().for_each(moved),
            Shape::Curve { points, .. } => points.iter_mut().for_each(moved),
            Shape::Line { ends, .. } => ends.iter_mut().for_each(moved),
            Shape::Text(text) => moved(&mut text.at),
        }
        self
    }
}

/// The smallest rectangle with all of these points.
fn around(points: &[Point]) -> Rect {
    let each = points.iter().map(|at| Rect { min: *at, max: *at });
    each.reduce(|a, b| a.union(&b)).unwrap_or_default()
}

impl Text<'_> {
    /// A rectangle that contains the text.
    pub fn extent(&self) -> Rect {
        let wide: f32 = self.spans.iter().map(|span| width(&span.text, span.weight, self.size)).sum();
        let left = match self.anchor {
            Anchor::Left => self.at.x,
            Anchor::Middle => self.at.x - wide / 2.0,
            Anchor::Right => self.at.x - wide,
        };
        Rect::at(Point { x: left, y: self.at.y - self.size }, wide, self.size * 1.4)
    }
}

impl<'a> Text<'a> {
    /// A text of one span, centred on a point; vertically, its capitals are centred.
    pub fn centred(
        text: impl Into<Cow<'a, str>>,
        middle: Point,
        size: f32,
        weight: Weight,
        paint: impl Into<Paint>,
    ) -> Self {
        Self { anchor: Anchor::Middle, ..Self::from_left(text, middle, size, weight, paint) }
    }

    /// A text of one span that starts at a point; vertically, its capitals are centred.
    pub fn from_left(
        text: impl Into<Cow<'a, str>>,
        at: Point,
        size: f32,
        weight: Weight,
        paint: impl Into<Paint>,
    ) -> Self {
        let span = TextSpan { text: text.into(), weight, italic: false, paint: paint.into() };
        let at = Point { x: at.x, y: at.y + size * super::measure::CAPITALS / 2.0 };
        Self { at, anchor: Anchor::Left, size, spans: vec![span] }
    }

    /// A text of one span that ends at a point; vertically, its capitals are centred.
    pub fn to_right(
        text: impl Into<Cow<'a, str>>,
        at: Point,
        size: f32,
        weight: Weight,
        paint: impl Into<Paint>,
    ) -> Self {
        Self { anchor: Anchor::Right, ..Self::from_left(text, at, size, weight, paint) }
    }
}
