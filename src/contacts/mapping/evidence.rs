//! What the cells of a column say about how it is read: of the first rows, or of the whole file where these leave
//! something open.

use std::fmt::Debug;

use crate::contacts::consent::{ConsentColumn, ConsentSense, ConsentSurvey, EmptyConsent};
use crate::contacts::dates::survey::DateSurvey;
use crate::contacts::dates::tally::CellTally;
use crate::contacts::guard::plain_text;
use crate::contacts::identity::{TAG_SEPARATORS, TagSurvey, TagVerdict};

/// The survey of one column. Surveys of parts of a file add up to that of the whole file.
#[derive(Clone, Debug)]
pub enum ColumnSurvey {
    /// The order of day and month.
    Dates(DateSurvey),
    /// The separator of tags.
    Tags(TagColumn),
    /// What an empty cell of consent means.
    Consent(ConsentColumn, ConsentSurvey),
}

/// The survey of a column of tags, and the first cell with each sign that may separate them.
#[derive(Clone, Debug, Default)]
pub struct TagColumn {
    /// What the cells have in common.
    pub survey: TagSurvey,
    /// The cells with each of [`TAG_SEPARATORS`].
    pub with_sign: [CellTally; TAG_SEPARATORS.len()],
}

impl TagColumn {
    fn add(&mut self, line: u64, cell: &str) {
        self.survey.add(cell);
        for (sign, tally) in TAG_SEPARATORS.iter().zip(&mut self.with_sign) {
            if cell.contains(sign) {
                tally.add(line, cell);
            }
        }
    }

    /// The first cell that has one of these signs.
    pub fn first_with(&self, signs: &[&str]) -> (u64, String) {
        let asked = TAG_SEPARATORS.iter().zip(&self.with_sign).filter(|(sign, _)| signs.contains(sign));
        let first = asked.filter_map(|(_, tally)| tally.first.clone()).min();
        first.map(|cell| (cell.line, cell.text)).unwrap_or_default()
    }
}

impl ColumnSurvey {
    /// Adds a cell with its line.
    pub fn add(&mut self, line: u64, cell: &str) {
        match self {
            Self::Dates(survey) => survey.add(line, cell),
            Self::Tags(column) => column.add(line, cell),
            Self::Consent(column, survey) => survey.add(cell, *column),
        }
    }

    /// Adds the survey of another part of the file, of the same column.
    pub fn merge(&mut self, other: Self) {
        match (self, other) {
            (Self::Dates(survey), Self::Dates(other)) => survey.merge(other),
            (Self::Tags(column), Self::Tags(other)) => {
                column.survey.merge(&other.survey);
                for (tally, other) in column.with_sign.iter_mut().zip(other.with_sign) {
                    tally.merge(other);
                }
            }
            (Self::Consent(_, survey), Self::Consent(_, other)) => survey.merge(&other),
            (Self::Dates(_) | Self::Tags(_) | Self::Consent(..), _) => debug_assert!(false, "surveys of one column"),
        }
    }

    /// Whether no later cell can change what is decided.
    ///
    /// Dates of digits are never settled before all are seen: the last cell may prove another order. A column whose
    /// first cells are in the native form is: others are read by whatever form they plainly have.
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Dates(survey) => survey.is_native() && survey.native.count > 0,
            Self::Tags(column) => matches!(column.survey.verdict(), TagVerdict::Decided(_)),
            Self::Consent(column, survey) => {
                let may_be_box = column.empty == EmptyConsent::NotGiven && column.sense == ConsentSense::Positive;
                !may_be_box || survey.refused > 0 || survey.not_understood > 0
            }
        }
    }
}

/// A column of a file, by its index in the header, and its survey.
pub type SurveyedColumn = (usize, ColumnSurvey);

/// A file whose first rows were read: it can survey all others.
pub trait WholeFile: Debug {
    /// Surveys all rows of the file. The surveys come without cells, or with what is known from elsewhere.
    ///
    /// If the file can't be read to its end, the surveys have no more than a part of it; reading fails then, too.
    fn survey(&self, columns: Vec<SurveyedColumn>) -> Vec<SurveyedColumn>;
}

/// The rows that a mapping is decided from.
#[derive(Clone, Copy, Debug)]
pub struct FileEvidence<'a> {
    /// The first rows, each with its line.
    pub rows: &'a [(u64, Vec<String>)],
    /// All rows; `None` if the first rows are all.
    pub whole: Option<&'a dyn WholeFile>,
}

impl FileEvidence<'_> {
    /// The surveys of columns: from the first rows, and where these settle nothing, from all. The surveys come as those
    /// of [`WholeFile::survey`].
    pub fn survey(self, columns: Vec<SurveyedColumn>) -> Vec<SurveyedColumn> {
        let mut found = columns.clone();
        for (at, survey) in &mut found {
            for (line, row) in self.rows {
                survey.add(*line, row.get(*at).map_or("", |cell| plain_text(cell)));
            }
        }
        let Some(whole) = self.whole else { return found };
        let is_open =
            |(column, _): &(usize, ColumnSurvey)| found.iter().any(|(at, survey)| at == column && !survey.is_settled());
        let open: Vec<_> = columns.into_iter().filter(is_open).collect();
        if open.is_empty() {
            return found;
        }
        for (at, survey) in whole.survey(open) {
            if let Some(of_column) = found.iter_mut().find(|(column, _)| *column == at) {
                of_column.1 = survey;
            }
        }
        found
    }
}
