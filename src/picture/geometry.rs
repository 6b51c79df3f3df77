//! Points and rectangles on the canvas: x to the right, y down, in points at 100 %.

/// A point on the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// A rectangle on the canvas, edges included.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Rect {
    pub min: Point,
    pub max: Point,
}

/// Shorthand for a [`Point`].
pub const fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

impl Rect {
    /// A rectangle around a centre.
    pub fn around(middle: Point, width: f32, height: f32) -> Self {
        Self::at(point(middle.x - width / 2.0, middle.y - height / 2.0), width, height)
    }

    /// A rectangle with this top left corner.
    pub fn at(min: Point, width: f32, height: f32) -> Self {
        Self { min, max: point(min.x + width, min.y + height) }
    }

    /// The rectangle between two opposite corners, in any order.
    pub fn between(a: Point, b: Point) -> Self {
        Self { min: point(a.x.min(b.x), a.y.min(b.y)), max: point(a.x.max(b.x), a.y.max(b.y)) }
    }

    /// The width, in points.
    pub fn width(&self) -> f32 {
        self.max.x - self.min.x
    }

    /// The height, in points.
    pub fn height(&self) -> f32 {
        self.max.y - self.min.y
    }

    /// The centre of the rectangle.
    pub fn middle(&self) -> Point {
        point((self.min.x + self.max.x) / 2.0, (self.min.y + self.max.y) / 2.0)
    }

    /// Whether a point is in the rectangle, edges included.
    pub fn contains(&self, at: Point) -> bool {
        (self.min.x..=self.max.x).contains(&at.x) && (self.min.y..=self.max.y).contains(&at.y)
    }

    /// Whether the rectangles have a point in common.
    pub fn meets(&self, other: &Rect) -> bool {
        self.min.x <= other.max.x && other.min.x <= self.max.x && self.min.y <= other.max.y && other.min.y <= self.max.y
    }

    /// The smallest rectangle that contains both.
    pub fn union(&self, other: &Rect) -> Rect {
        Rect {
            min: point(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: point(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// The part of the rectangle that lies in another one; they must meet.
    pub fn clipped(&self, to: &Rect) -> Rect {
        Rect {
            min: point(self.min.x.max(to.min.x), self.min.y.max(to.min.y)),
            max: point(self.max.x.min(to.max.x), self.max.y.min(to.max.y)),
        }
    }

    /// The rectangle, larger by `by` points on every side.
    pub fn grown(&self, by: f32) -> Rect {
        Rect { min: point(self.min.x - by, self.min.y - by), max: point(self.max.x + by, self.max.y + by) }
    }
}
