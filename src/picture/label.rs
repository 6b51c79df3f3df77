//! The text below a tile: the name, and a timer's sentence, in lines.

use super::level::{NAME, SENTENCE};
use super::measure::{Weight, width, wrap};

/// The width of the longest line, in points.
const ROOM: f32 = 140.0;
/// Most lines of a name, and of a sentence.
pub const MOST_LINES: (usize, usize) = (2, 3);

/// The lines below a tile. Text is wrapped once, when the scene is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Label {
    /// The name, in at most two lines.
    pub name: Vec<String>,
    /// The sentence, in at most three lines.
    pub sentence: Vec<String>,
    lines: LabelLines,
}

/// The number of lines of a label, and how wide they are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LabelLines {
    /// The lines of the name.
    pub name: usize,
    /// The lines of the sentence.
    pub sentence: usize,
    /// The width of the widest line of the name, in points at 100 %: at a small zoom it may need two lines.
    pub name_width: f32,
    /// The width of the widest line of the sentence, in points at 100 %.
    pub sentence_width: f32,
}

impl Label {
    /// The number of its lines.
    pub fn lines(&self) -> LabelLines {
        self.lines
    }

    /// Wraps a name and a sentence.
    pub fn new(name: &str, sentence: &str) -> Self {
        let name = wrap(name, Weight::SemiBold, NAME.0, ROOM, MOST_LINES.0);
        let sentence = wrap(sentence, Weight::Regular, SENTENCE.0, ROOM, MOST_LINES.1);
        let lines = LabelLines {
            name: name.len(),
            sentence: sentence.len(),
            name_width: widest(&name, Weight::SemiBold, NAME.0),
            sentence_width: widest(&sentence, Weight::Regular, SENTENCE.0),
        };
        Self { name, sentence, lines }
    }

    /// The width of its longest line, in points at 100 %.
    pub fn width(&self) -> f32 {
        self.lines.name_width.max(self.lines.sentence_width)
    }
}

fn widest(lines: &[String], weight: Weight, size: f32) -> f32 {
    lines.iter().map(|line| width(line, weight, size)).fold(0.0, f32::max)
}
