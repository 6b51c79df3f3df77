//! What the cells of a column of consent say together.

use crate::contacts::status::EmailStatus;

use super::column::{ConsentColumn, ConsentSense, EmptyConsent};
use super::read::{StatusReading, status_of};

/// The number of cells of a column by what they say. Surveys of parts of a file add up to that of the whole file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ConsentSurvey {
    /// Cells after which a contact may be mailed.
    pub permitted: u64,
    /// Cells after which a contact may not.
    pub refused: u64,
    /// Empty cells.
    pub empty: u64,
    /// Cells that aren't understood.
    pub not_understood: u64,
}

impl ConsentSurvey {
    /// Counts a cell of a column.
    pub fn add(&mut self, cell: &str, column: ConsentColumn) {
        match status_of(cell, column) {
            StatusReading::Status(status) if status.is_marketable() => self.permitted += 1,
            StatusReading::Status(_) => self.refused += 1,
            StatusReading::Empty => self.empty += 1,
            StatusReading::NotUnderstood => self.not_understood += 1,
        }
    }

    /// Adds the counts of another part of the file.
    pub fn merge(&mut self, other: &Self) {
        self.permitted += other.permitted;
        self.refused += other.refused;
        self.empty += other.empty;
        self.not_understood += other.not_understood;
    }

    /// Whether a column looks like a box to tick: some cells are a yes, others empty, and none says no.
    pub const fn is_ticked_box(&self) -> bool {
        self.permitted > 0 && self.empty > 0 && self.refused == 0 && self.not_understood == 0
    }

    /// Whether a column with a general name (`Status`) is one of status: every cell that isn't empty is understood.
    pub const fn is_all_understood(&self) -> bool {
        self.permitted + self.refused > 0 && self.not_understood == 0
    }
}

impl StatusReading {
    /// The status of a contact with this cell; `None` if the cell doesn't say anything about it. `survey` is that of all
    /// cells of the column.
    pub fn status(self, column: ConsentColumn, survey: &ConsentSurvey) -> Option<EmailStatus> {
        match self {
            StatusReading::Status(status) => Some(status),
            StatusReading::Empty => column.empty_status(survey),
            StatusReading::NotUnderstood => Some(EmailStatus::NonMarketable),
        }
    }
}

impl ConsentColumn {
    /// The status for an empty cell; `None` if it says nothing.
    ///
    /// An empty cell means `unconfirmed` (files-and-commands.md, *Contacts file*). Only where a column of consent says
    /// yes in some cells and no in none, an empty cell is the box that wasn't ticked: the contact may not be mailed.
    pub fn empty_status(self, survey: &ConsentSurvey) -> Option<EmailStatus> {
        match (self.empty, self.sense) {
            (EmptyConsent::NoObjection, _) => None,
            (EmptyConsent::NotGiven, ConsentSense::Positive) if survey.is_ticked_box() => Some(self.no),
            (EmptyConsent::NotGiven, ConsentSense::Positive | ConsentSense::Negative | ConsentSense::StatusWord) => {
                Some(EmailStatus::Unconfirmed)
            }
        }
    }
}
