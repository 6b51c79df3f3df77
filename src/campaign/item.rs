//! Items: every object that can stand on the canvas, each of a kind.
//!
//! A choice not made yet is `None`, a text not written yet is empty; both load and simulate.

use serde::{Deserialize, Deserializer, Serialize};

pub use super::kinds::{Family, Kind};

/// An item of a sequence (`rules.md` §1).
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Unique within the sequence, notes and frames included.
    pub id: u64,
    /// What people call it.
    pub name: String,
    /// Where it stands on the canvas, in points; decides only the order of ties (rank).
    pub position: Position,
    /// The Ready mark of a communication or process.
    pub ready: bool,
    /// What it is, with its settings.
    pub kind: Kind,
}

/// A point on the canvas: x to the right, y down, finite and within ±1,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Position(pub f64, pub f64);

impl Item {
    /// What people call it: its name, or what it is where it has none.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { self.kind.label() } else { &self.name }
    }
}

impl Position {
    /// The farthest from the middle that anything stands, each way.
    pub const FARTHEST: f64 = 1_000_000.0;

    /// The nearest place on the canvas: finite, within ±[`Position::FARTHEST`], without a negative zero.
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
            "({x}, {y}) is no place on the canvas: expected finite numbers within ±1,000,000"
        )))
    }
}
