//! From the cells of a row to the record of a contact.
//!
//! **Owns** [`columns::CellReader`], which reads rows, the use of each column (`target`), and [`notes`]: what could not
//! be read, and what was read in a way that the user should know.
//! **Must not know** files, or how the use of a column was decided (that is [`super::mapping`]).
//! **Start reading** at [`columns`], then `reader` for a row and `values` for one cell.
//! **Invariants**: no cell costs its row, unless the user asked for that; a word of consent that isn't understood means
//! that the contact gets no email; what comes out depends on the row and the mapping only, never on other rows.

pub mod buffers;
mod cell;
pub mod columns;
pub mod notes;
mod reader;
pub mod status_words;
mod target;
mod texts;
mod values;
