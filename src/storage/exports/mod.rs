//! Results as files: events, assignments and effects as CSV, the report as JSON or to read.
//!
//! **Owns** the columns of the files in files-and-commands.md (*Columns*), in their order.
//! **Must not know** how a run was made.
//! **Start reading** at [`events`].
//! **Invariants**: LF, a header always, quotes only where needed, no cell that a spreadsheet takes
//! for a formula; rows by contact, then arrival, then rank; the same bytes for any number of threads.

pub mod assignments;
pub mod cells;
pub mod effects;
pub mod events;
pub mod report;
