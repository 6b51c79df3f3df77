//! How counts are written at a zoom: exact or shortened, with or without an outline.

use crate::campaign::text::thousands;
use crate::picture::level::{COUNT, EXACT, PILLS, text_size};

/// The distance from one row to the next.
pub const NEXT_ROW: f32 = 24.0;

/// A count as a badge shows it: `9,999`, then `12.4k`, `1.2M`; cut, not rounded, so that it never says too much.
pub fn short(count: u64) -> String {
    let cut = |unit: u64, letter: char| match (count / unit, count % unit * 10 / unit) {
        (whole, 0) => format!("{whole}{letter}"),
        (whole, _) if whole >= 100 => format!("{whole}{letter}"),
        (whole, tenth) => format!("{whole}.{tenth}{letter}"),
    };
    match count {
        0..1_000 => count.to_string(),
        1_000..10_000 => thousands(count),
        10_000..1_000_000 => cut(1_000, 'k'),
        1_000_000..1_000_000_000 => cut(1_000_000, 'M'),
        _ => cut(1_000_000_000, 'G'),
    }
}

/// A count in the least room: `1.2k`, `12k`, `1.2M`; cut, not rounded.
fn shortest(count: u64) -> String {
    match count {
        1_000..10_000 => format!("{}.{}k", count / 1_000, count % 1_000 / 100),
        10_000..1_000_000 => format!("{}k", count / 1_000),
        10_000_000..1_000_000_000 => format!("{}M", count / 1_000_000),
        _ => short(count),
    }
}

/// How counts are written. It follows from the zoom, so that one picture doesn't mix `8.3k` with `1,516`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountForm {
    /// Whether a count has an outline.
    has_outline: bool,
    /// Whether counts from 1,000 on are shortened.
    is_short: bool,
}

impl CountForm {
    /// The form at a zoom.
    pub fn at(zoom: f32) -> Self {
        Self { has_outline: zoom >= PILLS, is_short: zoom < EXACT }
    }

    /// The form for an item whose neighbours leave little room.
    pub(super) fn without_outline(self) -> Self {
        Self { has_outline: false, ..self }
    }

    /// Whether a count has an outline.
    pub(super) fn has_outline(self) -> bool {
        self.has_outline
    }

    /// A count in this form.
    pub(super) fn words(self, count: u64) -> String {
        if self.is_short { shortest(count) } else { short(count) }
    }

    /// The width of a count without its number, in sizes of its letters.
    pub(super) fn around(self) -> f32 {
        if self.has_outline { 2.35 } else { 1.1 }
    }

    /// The gap between two counts, in sizes of their letters.
    pub(super) fn gap(self) -> f32 {
        if self.has_outline { 0.3 } else { 0.2 }
    }

    /// Half the height of a count whose letters have this size.
    pub(super) fn half_height(self, size: f32) -> f32 {
        size * if self.has_outline { 0.84 } else { 0.56 }
    }

    /// The distance from one row to the next, in pixels.
    pub(super) fn next_row(self, zoom: f32) -> f32 {
        let size = text_size(COUNT.0, zoom, COUNT.1);
        if self.has_outline { (NEXT_ROW * zoom).max(size * 1.86) } else { size * 1.3 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_above_9999_are_short() {
        let told = [0, 7, 999, 1_000, 9_999, 10_000, 12_431, 12_999, 123_456, 999_999, 1_250_000, 40_000_000_000];
        let said = ["0", "7", "999", "1,000", "9,999", "10k", "12.4k", "12.9k", "123k", "999k", "1.2M", "40G"];
        assert_eq!(told.map(short), said);
    }

    #[test]
    fn in_little_room_counts_are_shorter() {
        let told = [999, 1_000, 9_999, 12_431, 999_999, 1_250_000, 99_999_999];
        assert_eq!(told.map(shortest), ["999", "1.0k", "9.9k", "12k", "999k", "1.2M", "99M"]);
    }
}
