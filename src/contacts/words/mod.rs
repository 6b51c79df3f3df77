//! Words of cells, compared without case, accents, blanks and punctuation, the words for "none", and errors of spreadsheets.

mod key;
mod none;
mod sheet_error;

pub use key::{LONGEST_CELL, trimmed, word_key};
pub use none::is_none_word;
pub use sheet_error::is_sheet_error;
