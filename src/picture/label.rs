//! The text below a tile: the name, and a timer's sentence, in lines.

use super::level::{NAME, SENTENCE};
use super::measure::{Weight, width, wrap};

/// The width of the longest line, in points.
const ROOM: f32 = 140.0;

/// The lines below a tile. Text is wrapped once, when the scene is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The name, in at most two lines.
    pub name: Vec<String>,
    /// The sentence, in at most three lines.
    pub sentence: Vec<String>,
}

/// The number of lines of a label.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LabelLines {
    /// The lines of the name.
    pub name: usize,
    /// The lines of the sentence.
    pub sentence: usize,
    /// The width of the widest line of the name, in points at 100 %: at a small zoom it may need two lines.
    pub name_width: f32,
}

impl Label {
    /// The number of its lines.
    pub fn lines(&self) -> LabelLines {
        let widths = self.name.iter().map(|line| width(line, Weight::SemiBold, NAME.0));
        LabelLines { name: self.name.len(), sentence: self.sentence.len(), name_width: widths.fold(0.0, f32::max) }
    }

    /// Wraps a name and a sentence.
    pub fn new(name: &str, sentence: &str) -> Self {
        Self {
            name: wrap(name, Weight::SemiBold, NAME.0, ROOM, 2),
            sentence: wrap(sentence, Weight::Regular, SENTENCE.0, ROOM, 3),
        }
    }

    /// The width of its longest line, in points at 100 %.
    pub fn width(&self) -> f32 {
        let name = self.name.iter().map(|line| width(line, Weight::SemiBold, NAME.0));
        let sentence = self.sentence.iter().map(|line| width(line, Weight::Regular, SENTENCE.0));
        name.chain(sentence).fold(0.0, f32::max)
    }
}
