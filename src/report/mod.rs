//! Tables folded from a run: per item and reason, per contact status, per day.
//!
//! **Owns** the counters ([`tally::Tally`]), the table made of them ([`table::Report`]), the
//! comparison of two runs ([`compare`]), and the findings that need a run ([`hours`]).
//! **Must not know** how a run was made, or how tables are written to files.
//! **Start reading** at [`tally`].
//! **Invariants**: reached = ran + waiting + held + skipped, for every item; a tally folded visit by
//! visit, in any grouping, equals one folded from a kept run; all items are listed, also those that
//! nobody reached.

pub mod compare;
pub mod hours;
mod pairs;
pub mod table;
pub mod tally;
