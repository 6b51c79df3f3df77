//! Tables computed from a run: per item and reason, per contact status, per day.
//!
//! **Owns** the counters ([`tally::Tally`]), the table made of them ([`table::Report`]), and the same at any instant of
//! the clock ([`timeline::Timeline`]). Also the table's rows by Start ([`tracks`]) and as Keap shows them ([`keap`]),
//! and runs and load on a time axis ([`over_time`], [`load`]). Also what happens next ([`agenda`], [`planned`]), the
//! contacts that match a filter ([`people`]), the comparison of two runs ([`compare`]), and the findings that need a
//! run ([`hours`], [`late`]).
//! **Must not know** how a run was made, or how tables are written to files.
//! **Start reading** at [`tally`].
//! **Invariants**: reached = ran + waiting + held + skipped, for every item; counting visit by visit, in any grouping,
//! gives the same tally as a run whose visits are kept; all items are listed, also those that no contact reached.

pub mod agenda;
pub mod axis;
pub mod compare;
pub mod hours;
pub mod keap;
pub mod late;
pub mod load;
pub mod mailable;
pub mod moves;
pub mod over_time;
mod pairs;
pub mod people;
pub mod planned;
pub mod table;
pub mod table_zone;
pub mod tally;
pub mod timeline;
pub mod tracks;
