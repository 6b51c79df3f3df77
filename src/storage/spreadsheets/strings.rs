//! Texts that the cells of a workbook share.

use super::error::{SheetBound, SheetError};
use super::limits::{MOST_STRING_BYTES, MOST_STRINGS};

/// Texts by their number, one after the other in memory.
#[derive(Debug, Default)]
pub(super) struct SharedTexts {
    text: String,
    ends: Vec<u32>,
}

impl SharedTexts {
    /// Adds a text, and returns its number.
    pub fn push(&mut self, text: &str) -> Result<u32, SheetError> {
        if self.text.len() + text.len() > MOST_STRING_BYTES || self.ends.len() >= MOST_STRINGS {
            return Err(SheetError::TooLarge(SheetBound::Strings));
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        Ok(self.ends.len() as u32 - 1)
    }

    /// The text of a number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}
