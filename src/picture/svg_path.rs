//! Numbers and outlines of glyphs as SVG writes them.

use std::fmt::Write;

use ttf_parser::OutlineBuilder;

use super::geometry::Point;

/// A number with at most two decimals, without trailing zeros.
pub(super) struct Number(pub(super) f32);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let hundredths = (f64::from(self.0) * 100.0).round();
        if hundredths.abs() >= 1e15 || hundredths.is_nan() {
            return write!(f, "{}", hundredths / 100.0);
        }
        // Whole numbers are much faster to write, and most numbers of a picture are whole.
        let (sign, all) = (if hundredths < 0.0 { "-" } else { "" }, hundredths.abs() as u64);
        match (all / 100, all % 100) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, rest) if rest % 10 == 0 => write!(f, "{sign}{whole}.{}", rest / 10),
            (whole, rest) => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

/// The outline of a glyph as SVG path data.
pub(super) struct Outline {
    pub(super) out: String,
    pub(super) origin: Point,
    pub(super) scale: f32,
}

impl Outline {
    fn push(&mut self, letter: char, points: &[(f32, f32)]) {
        self.out.push(letter);
        for (place, (x, y)) in points.iter().enumerate() {
            let (x, y) = (self.origin.x + x * self.scale, self.origin.y - y * self.scale);
            let blank = if place == 0 { "" } else { " " };
            let _ = write!(self.out, "{blank}{} {}", Number(x), Number(y));
        }
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.push('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.out.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_at_most_two_decimals_and_none_that_say_nothing() {
        let written = |number: f32| Number(number).to_string();
        let few = [0.0, -0.0, -0.004, 0.006, 1.0, -1.5, 0.05, -20.25, 1_234.567, 9e20, f32::NAN];
        assert_eq!(
            few.map(written),
            ["0", "0", "0", "0.01", "1", "-1.5", "0.05", "-20.25", "1234.57", "899999982852417500000", "NaN"]
        );
        for step in -30_000_i16..=30_000 {
            let number = f32::from(step) * 0.037;
            let rounded = (f64::from(number) * 100.0).round() / 100.0 + 0.0;
            assert_eq!(written(number), rounded.to_string());
        }
    }
}
