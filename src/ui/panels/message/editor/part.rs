//! The part of a text that is edited. A text of megabytes is edited in parts, since laying it out whole would stop the
//! window for a moment.

use std::ops::Range;

use crate::ui::controls::merge::MOST_EDITED;

/// How far before its usual place a part may begin, so that it begins at a line.
const LINE: usize = 2_000;
/// Most bytes of a character.
const CHARACTER: usize = 4;

/// The part of a text that is open, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenPart {
    range: Range<usize>,
    /// The length of the whole text when the range was set.
    of: usize,
}

impl OpenPart {
    /// The open part of a text. If the text was changed elsewhere, the part moves to the nearest possible one.
    pub fn range(&mut self, text: &str) -> Range<usize> {
        if text.len() <= MOST_EDITED {
            return 0..text.len();
        }
        let fits = self.of == text.len() && self.range.end <= text.len() && !self.range.is_empty();
        if !fits || !text.is_char_boundary(self.range.start) || !text.is_char_boundary(self.range.end) {
            self.go_to(text, self.range.start.min(text.len() - 1));
        }
        self.range.clone()
    }

    /// Opens the part that has the byte at `at`.
    pub fn go_to(&mut self, text: &str, at: usize) {
        let index = at / MOST_EDITED;
        self.range = boundary(text, index * MOST_EDITED)..boundary(text, (index + 1) * MOST_EDITED);
        if at >= self.range.end && self.range.end < text.len() {
            self.range = self.range.end..boundary(text, (index + 2) * MOST_EDITED);
        } else if at < self.range.start {
            self.range = boundary(text, index.saturating_sub(1) * MOST_EDITED)..self.range.start;
        }
        self.of = text.len();
    }

    /// Takes over that the open part has another length now, in a text of this length.
    pub fn resized(&mut self, part: usize, text: usize) {
        (self.range.end, self.of) = (self.range.start + part, text);
    }

    /// The number of the open part, from 1, and of all parts.
    pub fn number(&self, text: &str) -> (usize, usize) {
        // A part begins a little before its usual place.
        ((self.range.start + LINE + CHARACTER) / MOST_EDITED + 1, text.len().div_ceil(MOST_EDITED))
    }
}

/// The end of the last line before a byte, or the nearest character if the line is long.
fn boundary(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let from = at.saturating_sub(LINE);
    memchr::memrchr(b'\n', &text.as_bytes()[from..at]).map_or(at, |line| from + line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All parts of a text, one after the other.
    fn parts(text: &str) -> Vec<Range<usize>> {
        let (mut part, mut parts) = (OpenPart::default(), Vec::new());
        let mut at = 0;
        while at < text.len() {
            part.go_to(text, at);
            let range = part.range(text);
            assert!(range.contains(&at), "{at} in {range:?}");
            at = range.end;
            parts.push(range);
        }
        parts
    }

    #[test]
    fn a_short_text_is_one_part_and_a_long_one_is_cut_between_lines() {
        assert_eq!(OpenPart::default().range("short"), 0..5);
        let lines = "Größe und Süße\n".repeat(30_000);
        let all = parts(&lines);
        assert!(all.len() > 4 && all.windows(2).all(|two| two[0].end == two[1].start), "{all:?}");
        assert!(all.iter().all(|part| lines[part.clone()].ends_with('\n') && part.len() <= 2 * MOST_EDITED));
        let line = "ß".repeat(200_000);
        assert!(parts(&line).iter().all(|part| line.is_char_boundary(part.start)));
    }

    #[test]
    fn the_parts_are_numbered_one_after_the_other() {
        for text in ["Größe und Süße\n".repeat(30_000), "ß\n".repeat(100_001), "🎉".repeat(75_001)] {
            let mut part = OpenPart::default();
            let numbers: Vec<usize> = parts(&text)
                .iter()
                .map(|range| {
                    part.go_to(&text, range.start);
                    part.number(&text).0
                })
                .collect();
            assert_eq!(numbers, (1..=text.len().div_ceil(MOST_EDITED)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_part_follows_its_own_changes_and_those_from_elsewhere() {
        let mut text = "word \n".repeat(50_000);
        let mut part = OpenPart::default();
        part.go_to(&text, 150_000);
        let range = part.range(&text);
        text.replace_range(range.clone(), "short");
        part.resized(5, text.len());
        assert_eq!(part.range(&text), range.start..range.start + 5);
        let elsewhere = "ü".repeat(80_000);
        let range = part.range(&elsewhere);
        assert!(elsewhere.is_char_boundary(range.start) && range.end <= elsewhere.len() && !range.is_empty());
    }
}
