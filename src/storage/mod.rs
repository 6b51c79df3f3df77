//! Files: campaigns in RON, contacts in CSV and spreadsheets, results, and the run store.
//!
//! **Owns** every byte that the program reads from or writes to a file, and the messages that say where a file is
//! wrong.
//! **Must not know** egui, or what the user is doing when a file is opened or saved.
//! **Start reading** at [`campaign_file`], [`contacts_file`] or [`exports`].
//! **Invariants**: what is written reads back equal; a file that can't be read is not changed, and the error says
//! where, what and what was expected; no input causes a panic; no result depends on the number of threads or on where
//! a file is split into pieces; text that a spreadsheet would run as a formula is always guarded.

mod aside;
pub mod campaign_file;
pub mod contacts_file;
pub mod endings;
mod excel_csv;
pub mod exports;
pub mod finished;
pub mod fonts;
pub mod output;
pub mod recovery;
pub mod replace;
pub mod run_store;
pub mod spreadsheets;
