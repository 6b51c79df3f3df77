//! Dates in the cells of a contacts file, in whatever form they plainly have.
//!
//! **Owns** the forms of dates ([`form::DateForm`]), how one cell is read ([`reader::read_date`]), how a column is
//! surveyed for its order of day and month ([`survey::DateSurvey`]), and patterns such as `MM/DD/YYYY`
//! ([`date_format::DateFormat`]).
//! **Must not know** files, fields of contacts, or what a date is used for.
//! **Start reading** at [`reading`] for what comes out of a cell, then [`reader`].
//! **Invariants**: a cell is read the same way wherever it is in the file and whatever was read before it; an order
//! of day and month is never guessed; no text of any length makes a panic.

mod clock;
pub mod date_format;
mod date_part;
pub mod form;
mod named;
mod names;
mod numbers;
mod numeric;
mod plain_cell;
mod quick;
pub mod reader;
pub mod reading;
mod resolve;
mod scan;
pub mod survey;
pub mod tally;
mod years;

#[cfg(test)]
mod tests;
