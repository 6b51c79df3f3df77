//! Decides between several columns.

use super::column::{ConsentColumn, ConsentSense};
use crate::contacts::status::EmailStatus;

/// The worst status of a contact's columns, and the place in `columns` of the column that says so, the first for a tie.
/// `None` if there is no column.
///
/// A column of objections without one says less than any other: `no` in `Opt out` doesn't undo `confirmed`.
pub fn worst(columns: &[(ConsentColumn, EmailStatus)]) -> Option<(usize, EmailStatus)> {
    let adds_nothing = |(column, status): &(ConsentColumn, EmailStatus)| {
        column.sense == ConsentSense::Negative && status.is_marketable()
    };
    let worst_of = |keep_all: bool| {
        let counted = columns.iter().enumerate().filter(|(_, entry)| keep_all || !adds_nothing(entry));
        counted.map(|(place, (_, status))| (place, *status)).rev().max_by_key(|(_, status)| *status)
    };
    worst_of(false).or_else(|| worst_of(true))
}
