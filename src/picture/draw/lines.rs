//! Positions of a label's lines and of the badges, below an item's tile.

use super::count_form::CountForm;
use crate::picture::label::LabelLines;
use crate::picture::level::{COUNT, Level, NAME, SENTENCE, text_size};
use crate::picture::looks::TILE;

/// The zoom from which numbers keep a larger gap below the texts; below it a line of text is worth more.
const ROOMY: f32 = 0.75;

/// The heights of a label's lines, in pixels below the middle of its tile.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabelHeights {
    pub(super) name: f32,
    pub(super) sentence: f32,
    pub(super) step: f32,
    pub(super) name_step: f32,
    pub(super) name_size: f32,
    pub(super) sentence_size: f32,
    pub(super) end: f32,
}

impl LabelHeights {
    /// Places a label of this number of lines.
    pub(super) fn of(lines: LabelLines, zoom: f32) -> Self {
        let name_lines = lines.name;
        let (name_size, sentence_size) = (text_size(NAME.0, zoom, NAME.1), text_size(SENTENCE.0, zoom, SENTENCE.1));
        let (name_step, step) = (name_size * 1.3, sentence_size * 1.3);
        let name = TILE / 2.0 * zoom + name_size * 1.2;
        let below_names = name + name_step * name_lines.saturating_sub(1) as f32;
        let sentence = if name_lines == 0 { name } else { below_names + (name_step + step) / 2.0 + 1.0 };
        let sentences = if Level::at(zoom) == Level::Full { lines.sentence } else { 0 };
        let end = match (sentences, name_lines) {
            (0, 0) => TILE / 2.0 * zoom,
            (0, _) => below_names + name_step / 2.0,
            (lines, _) => sentence + step * (lines as f32 - 0.5),
        };
        Self { name, sentence, step, name_step, name_size, sentence_size, end }
    }
}

/// The lower end of a label of this number of lines, in pixels below the middle of its tile.
pub fn lines_end(lines: LabelLines, zoom: f32) -> f32 {
    LabelHeights::of(lines, zoom).end
}

/// The middle of the first row of badges below a label of this number of lines, in pixels below the middle of the tile.
pub fn badge_row(lines: LabelLines, zoom: f32) -> f32 {
    row_below(lines_end(lines, zoom), zoom, CountForm::at(zoom))
}

/// As [`badge_row`], for texts that end `texts_end` pixels below the middle of the tile.
pub(super) fn row_below(texts_end: f32, zoom: f32, form: CountForm) -> f32 {
    let gap = if zoom >= ROOMY { 4.0 } else { 2.0 };
    texts_end + form.half_height(text_size(COUNT.0, zoom, COUNT.1)) + gap
}
