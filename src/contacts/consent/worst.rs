//! Decides between several columns.

use super::column::{ConsentColumn, ConsentSense};
use crate::contacts::status::EmailStatus;

/// The worst status that a contact's columns give. A column of objections without one says nothing: `no` in `Opt out`
/// doesn't undo what another column or the file says.
#[derive(Clone, Copy, Debug, Default)]
pub struct WorstStatus {
    worst: Option<(usize, EmailStatus)>,
    is_marketable_elsewhere: bool,
}

impl WorstStatus {
    /// Adds what the column at a place gives, if it gives a status.
    pub fn add(&mut self, column: ConsentColumn, status: Option<EmailStatus>, place: usize) {
        let Some(status) = status else { return };
        if column.sense == ConsentSense::Negative && status.is_marketable() {
            return;
        }
        self.is_marketable_elsewhere |= status.is_marketable();
        if self.worst.is_none_or(|(_, worst)| status > worst) {
            self.worst = Some((place, status));
        }
    }

    /// The worst status, and the place of the column that gives it, the first for a tie. `None` if no column gives one.
    pub fn worst(self) -> Option<(usize, EmailStatus)> {
        self.worst
    }

    /// The place of the column that forbids what another one allows.
    pub fn decided_by(self) -> Option<usize> {
        self.worst.filter(|(_, worst)| self.is_marketable_elsewhere && !worst.is_marketable()).map(|(place, _)| place)
    }
}
