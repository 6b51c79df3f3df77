//! Results as files: events, assignments and effects as CSV, JSON or a spreadsheet for programs, and as tables for
//! people; the report as CSV, JSON, spreadsheet, text or a page to print; planned sends as iCalendar; what isn't read of
//! a contacts file as CSV.
//!
//! **Owns** the columns of the files in files-and-commands.md (*Columns*), in their order.
//! **Must not know** how a run was made.
//! **Start reading** at [`events`].
//! **Invariants**: CSV has LF, a header always, quotes only where needed, no cell that a spreadsheet could run as a
//! formula; rows by contact, then arrival, then rank; the same bytes for any number of threads.

pub mod assignments;
pub mod cells;
pub mod effects;
pub mod events;
pub mod for_people;
pub mod icalendar;
pub mod page;
pub mod report;
pub mod typed;
pub mod unread;
