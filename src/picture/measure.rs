//! Measures texts and breaks them into lines, without a window.
//!
//! Advances come from the bundled Inter; kerning is ignored, so a line is measured slightly wider than it is drawn.

use std::sync::LazyLock;

use ttf_parser::Face;

use super::fonts;

/// The weight of a font.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Weight {
    #[default]
    Regular,
    SemiBold,
}

/// The height of capitals, as a fraction of the size. Half of it centres a line.
pub const CAPITALS: f32 = 0.727;

/// Characters whose advance is in a table.
const TABLE: usize = 0x250;
/// Estimated advance of characters that Inter lacks.
const OTHER: f32 = 0.62;
const SQUARE: f32 = 1.0;

struct Advances {
    table: Vec<f32>,
    face: Option<Face<'static>>,
}

static REGULAR: LazyLock<Advances> = LazyLock::new(|| Advances::new(fonts::REGULAR));
static SEMIBOLD: LazyLock<Advances> = LazyLock::new(|| Advances::new(fonts::SEMIBOLD));
static EMOJI: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(fonts::EMOJI, 0).ok());

impl Advances {
    fn new(file: &'static [u8]) -> Self {
        let face = Face::parse(file, 0).ok();
        let mut advances = Self { table: Vec::new(), face };
        advances.table =
            (0..TABLE as u32).map(|code| char::from_u32(code).map_or(0.0, |c| advances.look_up(c))).collect();
        advances
    }

    fn of(&self, c: char) -> f32 {
        self.table.get(c as usize).copied().unwrap_or_else(|| self.look_up(c))
    }

    fn look_up(&self, c: char) -> f32 {
        if joins(c) || c.is_control() {
            return 0.0;
        }
        let known = self.face.as_ref().and_then(|face| {
            let advance = face.glyph_hor_advance(face.glyph_index(c)?)?;
            Some(f32::from(advance) / f32::from(face.units_per_em()))
        });
        known.unwrap_or(if c as u32 >= 0x1100 || is_emoji(c) { SQUARE } else { OTHER })
    }
}

/// Whether the bundled fonts have a character, or it is invisible. Other characters need the reader's own fonts.
pub fn is_bundled(c: char) -> bool {
    joins(c) || REGULAR.face.as_ref().is_some_and(|face| face.glyph_index(c).is_some()) || is_emoji(c)
}

/// Whether the bundled emoji have a character.
pub fn is_emoji(c: char) -> bool {
    EMOJI.as_ref().is_some_and(|face| face.glyph_index(c).is_some())
}

/// The advance of a character at size 1.
pub fn advance(c: char, weight: Weight) -> f32 {
    match weight {
        Weight::Regular => REGULAR.of(c),
        Weight::SemiBold => SEMIBOLD.of(c),
    }
}

/// The width of a text on one line.
pub fn width(text: &str, weight: Weight, size: f32) -> f32 {
    text.chars().map(|c| advance(c, weight)).sum::<f32>() * size
}

/// Whether a character is part of the one before it: marks, joiners, variants, skin tones.
fn joins(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x200B..=0x200F | 0x2060 | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF)
}

/// A text on one line, shortened with “…” if it is wider than `room`.
pub fn fit(text: &str, weight: Weight, size: f32, room: f32) -> String {
    let text = one_line(text);
    if width(&text, weight, size) <= room {
        return text;
    }
    let mut cut = prefix(&text, weight, size, room - advance('…', weight) * size).trim_end().to_owned();
    cut.push('…');
    cut
}

/// A text in at most `most` lines of width `room`; if it doesn't fit, it ends in “…”.
pub fn wrap(text: &str, weight: Weight, size: f32, room: f32, most: usize) -> Vec<String> {
    let text = one_line(text);
    let mut lines = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() && lines.len() < most {
        if lines.len() + 1 == most {
            lines.push(fit(rest, weight, size, room));
            break;
        }
        let line = first_line(rest, weight, size, room);
        lines.push(line.trim_end().to_owned());
        rest = rest[line.len()..].trim_start();
    }
    lines
}

/// The longest beginning of a text that fits, up to the end of a word if possible; at least one character.
fn first_line(text: &str, weight: Weight, size: f32, room: f32) -> &str {
    let fitting = prefix(text, weight, size, room);
    if fitting.len() == text.len() || text[fitting.len()..].starts_with(' ') {
        return fitting;
    }
    match fitting.rfind(' ') {
        Some(blank) if blank > 0 => &text[..blank],
        _ if fitting.is_empty() => &text[..text.chars().next().map_or(0, char::len_utf8)],
        _ => fitting,
    }
}

/// The longest beginning of a text that fits. It never splits a character from its marks.
fn prefix(text: &str, weight: Weight, size: f32, room: f32) -> &str {
    let (mut used, mut end, mut before) = (0.0, 0, ' ');
    for (at, c) in text.char_indices() {
        if !joins(c) && before != '\u{200D}' {
            end = at;
        }
        used += advance(c, weight) * size;
        if used > room {
            return &text[..end];
        }
        before = c;
    }
    text
}

/// Replaces line breaks and control characters by blanks, and repeated blanks by one.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn capitals_are_as_high_as_the_font_says() {
        let face = Face::parse(fonts::REGULAR, 0).expect("a font");
        let high = f32::from(face.capital_height().expect("a height")) / f32::from(face.units_per_em());
        assert!((high - CAPITALS).abs() < 0.002, "{high}");
    }

    #[test]
    fn long_names_end_in_dots_after_two_lines() {
        let lines =
            wrap("Ask for the delivery address of the tin and of the second tin", Weight::SemiBold, 13.0, 140.0, 2);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(!lines[0].ends_with('…') && lines[0].starts_with("Ask for the"), "{lines:?}");
    }

    #[test]
    fn short_names_stay_as_they_are() {
        assert_eq!(wrap("Wait 3 days", Weight::SemiBold, 13.0, 140.0, 2), ["Wait 3 days"]);
        assert!(wrap("", Weight::SemiBold, 13.0, 140.0, 2).is_empty());
        assert_eq!(wrap("a\n\tb", Weight::Regular, 13.0, 140.0, 2), ["a b"]);
    }

    #[test]
    fn words_without_blanks_are_broken() {
        let lines = wrap(&"W".repeat(100), Weight::SemiBold, 13.0, 140.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'));
    }

    #[test]
    fn a_family_of_joined_signs_is_not_torn_apart() {
        let family = "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        assert_eq!(prefix(&format!("a{family}b"), Weight::Regular, 10.0, 30.0), "a");
        assert_eq!(prefix(&format!("a{family}b"), Weight::Regular, 10.0, 37.0), format!("a{family}"));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in "\\PC{0,80}", room in 60.0..200.0_f32) {
            let lines = wrap(&text, Weight::Regular, 13.0, room, 3);
            prop_assert!(lines.len() <= 3);
            for line in lines {
                prop_assert!(width(&line, Weight::Regular, 13.0) <= room + 0.01, "{line:?}");
            }
        }
    }
}
