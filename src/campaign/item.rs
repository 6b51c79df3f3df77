//! Items: the objects on a canvas, each of a kind.
//!
//! A choice that isn't made is `None`, and a text that isn't written is empty. Items with such settings load and
//! simulate.

use serde::{Deserialize, Deserializer, Serialize};

use super::kinds::Kind;

/// An item of a sequence (`rules.md` §1).
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The id, unique in the sequence, notes and frames included.
    pub id: u64,
    /// The name that is shown.
    pub name: String,
    /// The position on the canvas, in points. It only affects the order of ties (rank).
    pub position: Position,
    /// The Ready mark of a communication or process.
    pub ready: bool,
    /// The kind of the item, with its settings.
    pub kind: Kind,
}

/// A point on the canvas: x to the right, y down, finite and within ±1,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Position(pub f64, pub f64);

impl Item {
    /// The item's name, or its kind if it has no name, or one of blanks.
    pub fn called(&self) -> &str {
        if self.name.trim().is_empty() { self.kind.label() } else { &self.name }
    }
}

impl Position {
    /// The largest coordinate in each direction, in points.
    pub const FARTHEST: f64 = 1_000_000.0;

    /// The nearest valid position: finite, within ±[`Position::FARTHEST`], without negative zero.
    pub fn within_canvas(self) -> Self {
        let fit = |number: f64| match number.is_nan() {
            true => 0.0,
            false => number.clamp(-Self::FARTHEST, Self::FARTHEST) + 0.0,
        };
        Position(fit(self.0), fit(self.1))
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (x, y) = <(f64, f64)>::deserialize(deserializer)?;
        let fits = |number: f64| number.is_finite() && number.abs() <= 1_000_000.0;
        if fits(x) && fits(y) {
            return Ok(Position(x, y));
        }
        Err(serde::de::Error::custom(format!(
            "({x}, {y}) isn't a position on the canvas: expected finite numbers within ±1,000,000"
        )))
    }
}
