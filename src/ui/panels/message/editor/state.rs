//! What the large editor keeps between frames.

use eframe::egui::Vec2;

use super::find::FindInText;
use super::part::OpenPart;
use super::words::TextCounts;

/// What the large editor keeps between frames.
#[derive(Debug, Default)]
pub struct EditorState {
    /// The size that was chosen; `None` for the usual one.
    pub size: Option<Vec2>,
    /// Whether it has been drawn since it was opened.
    pub is_open: bool,
    /// The part of a long text that is edited.
    pub part: OpenPart,
    /// Find, while it is open.
    pub find: Option<FindInText>,
    /// The numbers of the text, and its revision.
    pub counts: Option<(u64, TextCounts)>,
}

impl EditorState {
    /// Begins with another text. The size of the editor stays.
    pub fn begin(&mut self) {
        *self = Self { size: self.size, ..Self::default() };
    }

    /// Takes focus when it is drawn next: the field of find while it is open, else the text.
    pub fn enter(&mut self) {
        self.is_open = false;
        if let Some(find) = &mut self.find {
            find.takes_keyboard = true;
        }
    }
}
