//! The text below a tile: the name, and a timer's sentence, in lines.

use super::level::{NAME, SENTENCE};
use super::measure::{Weight, width, wrap};

/// The usual width of the longest line, in points.
pub const USUAL: f32 = 140.0;
/// The width of the longest line of a text that the usual width would cut or break within a word: as wide as items at
/// their usual distance leave room for.
pub const WIDEST: f32 = 190.0;
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
        let name = lines(name, Weight::SemiBold, NAME.0, MOST_LINES.0);
        let sentence = lines(sentence, Weight::Regular, SENTENCE.0, MOST_LINES.1);
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

/// A text in lines of the usual width, or in wider ones if it is not whole in those.
fn lines(text: &str, weight: Weight, size: f32, most: usize) -> Vec<String> {
    let usual = wrap(text, weight, size, USUAL, most);
    let is_whole = usual.join(" ") == text.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_whole { usual } else { wrap(text, weight, size, WIDEST, most) }
}

fn widest(lines: &[String], weight: Weight, size: f32) -> f32 {
    lines.iter().map(|line| width(line, weight, size)).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_long_word_gets_wider_lines_before_it_is_cut() {
        let name = |name: &str| Label::new(name, "").name;
        assert_eq!(name("Wait 3 days"), ["Wait 3 days"]);
        assert_eq!(name("Welcome to the shop, dear friend"), ["Welcome to the shop,", "dear friend"]);
        assert_eq!(name("Welcome ~Contact.FristName~"), ["Welcome", "~Contact.FristName~"]);
        let longest = Label::new(&"~Contact.FristName~".repeat(4), "");
        assert!(longest.name[1].ends_with('…') && longest.width() <= WIDEST, "{longest:?}");
    }

    #[test]
    fn a_sentence_is_whole_if_wider_lines_can_hold_it() {
        let said = "2 months and 3 weeks later, on the last Wednesday of the month, between 08:30 and 17:30";
        let label = Label::new("Wait", said);
        assert_eq!(label.sentence.join(" "), said, "{label:?}");
        assert!(label.sentence.len() <= MOST_LINES.1);
    }
}
