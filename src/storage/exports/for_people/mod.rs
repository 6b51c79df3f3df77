//! Tables for people: names instead of ids, local times, reasons in words, as a spreadsheet or as CSV.
//!
//! **Owns** the columns and the words of these tables, and how they are written in each format.
//! **Must not know** who asks for them.
//! **Start reading** at [`table`], then [`visits`].
//! **Invariants**: no cell is a formula; times are local times of a zone that a column of the same row names; memory
//! doesn't grow with the number of rows.

pub mod assignments;
pub mod counts;
mod csv;
pub mod details;
pub mod effects;
mod row_words;
mod spreadsheet;
pub mod table;
pub mod visits;
pub mod write;
