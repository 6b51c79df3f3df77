//! Files: what is read from them and written to them.
//!
//! **Owns** every file format of the product, and the errors that say where in a file, what, and what
//! to do.
//! **Must not know** egui, or what a person is doing with what was read.
//! **Start reading** at [`contacts_file`].
//! **Invariants**: what comes out never depends on the number of threads or on where a file happens
//! to be cut into pieces; text that a spreadsheet would run as a formula is never written bare.

pub mod contacts_file;
pub mod csv_cells;
