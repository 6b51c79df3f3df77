//! Words of cells, compared without case, accents, blanks and punctuation, and the words for "none".

mod key;
mod none;

pub use key::{LONGEST_CELL, trimmed, word_key};
pub use none::is_none_word;
