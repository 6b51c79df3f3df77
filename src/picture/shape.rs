//! What a picture is made of: plain data, in the pixels it is drawn in, colours by name.

use std::borrow::Cow;

use super::geometry::{Point, Rect};
use super::measure::Weight;
use super::theme::Ink;

/// A colour and how much of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// The colour.
    pub ink: Ink,
    /// From 0, nothing, to 1, all of it.
    pub alpha: f32,
}

impl Paint {
    /// So much of it.
    pub fn faded(self, by: f32) -> Self {
        Self { alpha: self.alpha * by, ..self }
    }
}

impl From<Ink> for Paint {
    fn from(ink: Ink) -> Self {
        Self { ink, alpha: 1.0 }
    }
}

/// A line along an edge or a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// How wide.
    pub width: f32,
    /// Its colour.
    pub paint: Paint,
    /// Dashes and the gaps between them; a solid line without.
    pub dash: Option<(f32, f32)>,
}

impl Stroke {
    /// A solid line.
    pub fn solid(width: f32, paint: impl Into<Paint>) -> Self {
        Self { width, paint: paint.into(), dash: None }
    }
}

/// The point of a text that its place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Anchor {
    Left,
    Middle,
    Right,
}

/// A piece of a text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Span<'a> {
    /// What it says.
    pub text: Cow<'a, str>,
    /// How bold.
    pub weight: Weight,
    /// Whether it leans.
    pub italic: bool,
    /// Its colour.
    pub paint: Paint,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text<'a> {
    /// Where it stands: `x` as the anchor says, `y` on the base line.
    pub at: Point,
    /// Which point of it stands there.
    pub anchor: Anchor,
    /// The size.
    pub size: f32,
    /// Its pieces, from left to right.
    pub spans: Vec<Span<'a>>,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape<'a> {
    /// A rectangle with round corners; its edge lies in the middle of the stroke.
    Box {
        /// Where.
        area: Rect,
        /// How round.
        radius: f32,
        /// The inside.
        fill: Option<Paint>,
        /// The edge.
        stroke: Option<Stroke>,
    },
    /// A filled convex polygon.
    Polygon {
        /// Its corners in turn.
        points: Vec<Point>,
        /// The inside.
        fill: Paint,
    },
    /// A circle.
    Circle {
        /// Its middle.
        middle: Point,
        /// Its radius.
        radius: f32,
        /// The inside.
        fill: Option<Paint>,
        /// The edge.
        stroke: Option<Stroke>,
    },
    /// A cubic curve.
    Curve {
        /// Its control points.
        points: [Point; 4],
        /// The line.
        stroke: Stroke,
    },
    /// A straight line.
    Line {
        /// Its ends.
        ends: [Point; 2],
        /// The line.
        stroke: Stroke,
    },
    /// A glyph of the icon font.
    Icon {
        /// Which.
        icon: char,
        /// Its middle.
        middle: Point,
        /// The side of its square.
        size: f32,
        /// Its colour.
        paint: Paint,
    },
    /// A line of text.
    Text(Text<'a>),
}

impl<'a> Text<'a> {
    /// One piece around a point, its capitals in the middle of the height.
    pub fn centred(
        text: impl Into<Cow<'a, str>>,
        middle: Point,
        size: f32,
        weight: Weight,
        paint: impl Into<Paint>,
    ) -> Self {
        Self { anchor: Anchor::Middle, ..Self::from_left(text, middle, size, weight, paint) }
    }

    /// One piece from a point to the right, its capitals around the point's height.
    pub fn from_left(
        text: impl Into<Cow<'a, str>>,
        at: Point,
        size: f32,
        weight: Weight,
        paint: impl Into<Paint>,
    ) -> Self {
        let span = Span { text: text.into(), weight, italic: false, paint: paint.into() };
        let at = Point { x: at.x, y: at.y + size * super::measure::CAPITALS / 2.0 };
        Self { at, anchor: Anchor::Left, size, spans: vec![span] }
    }

    /// One piece that ends at a point, its capitals around the point's height.
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
