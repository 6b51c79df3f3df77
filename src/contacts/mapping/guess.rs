//! Guesses the mapping of a file from its header and its rows.

use chrono::NaiveDate;

use crate::campaign::directory::Directory;
use crate::campaign::fields::{Column, Field};
use crate::contacts::dates::date_format::DateFormat;
use crate::contacts::dates::form::YearDigits;
use crate::contacts::dates::reading::DateRules;
use crate::contacts::dates::survey::{DateSurvey, OrderFinding};
use crate::contacts::dates::tally::CellTally;
use crate::contacts::identity::TagVerdict;
use crate::contacts::row_kind::RowKind;
use crate::contacts::status::EmailStatus;
use crate::contacts::words::word_key;

use super::columns::by_similar_names;
pub use super::columns::known_names;
use super::evidence::{ColumnSurvey, FileEvidence, TagColumn};
use super::vendors::Vendor;
use super::{ColumnUse, Mapping, MappingError, MappingVersion, Overrides, is_dated, sign_name};

/// What a mapping is guessed from.
#[derive(Clone, Copy, Debug)]
pub struct GuessContext<'a> {
    /// The names in the header.
    pub header: &'a [String],
    /// The rows that decide.
    pub evidence: FileEvidence<'a>,
    /// What a row is called.
    pub row: RowKind,
    /// The fields that columns can go into.
    pub directory: &'a Directory,
    /// What the user said; takes precedence.
    pub overrides: &'a Overrides,
    /// The day on which the file is read.
    pub today: NaiveDate,
}

/// A mapping, and what the cells leave open.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The mapping.
    pub mapping: Mapping,
    /// What isn't decided by the cells: a sentence each. Such a mapping isn't kept unless a person confirms it.
    pub doubts: Vec<String>,
}

impl<'a> GuessContext<'a> {
    /// Guesses the mapping of the file.
    ///
    /// A header is native if most of its known columns have the native keys.
    ///
    /// # Errors
    /// If no column is known, or an order of day and month must be asked for.
    pub fn guess(self) -> Result<Guess, MappingError> {
        let GuessContext { header, evidence, directory, overrides, .. } = self;
        let exact = header.iter().filter(|name| Field::named(name, directory).is_some()).count();
        let (similar, vendor) = by_similar_names(header, evidence.rows, directory);
        let others = similar.iter().filter(|known| Field::named(&known.column, directory).is_none()).count();
        let mapping = if exact > 0 && exact > others {
            Mapping { columns: similar, ..Mapping::native(header, directory) }
        } else if similar.is_empty() && overrides.columns.is_empty() {
            return Err(MappingError::NoHeader);
        } else {
            Mapping {
                format: MappingVersion::default(),
                vendor: vendor.name().to_owned(),
                columns: similar,
                value_separator: if vendor == Vendor::Google { ":::".to_owned() } else { String::new() },
                status_where_empty: status_of_file(header, vendor),
                tag_separator: vendor.tag_separator().unwrap_or_default().to_owned(),
                ..Mapping::default()
            }
        };
        self.complete(mapping.with_columns(overrides))
    }

    /// Decides from the cells what the mapping leaves open: orders of day and month, and the separator of tags.
    ///
    /// # Errors
    /// If an order of day and month must be asked for.
    pub fn complete(self, mut mapping: Mapping) -> Result<Guess, MappingError> {
        let mut doubts = Vec::new();
        if self.overrides.date_format.is_none() {
            self.find_orders(&mut mapping, &mut doubts)?;
        }
        self.find_tag_separator(&mut mapping, &mut doubts)?;
        Ok(Guess { mapping, doubts })
    }

    /// The index of a column in the header.
    fn index_of(self, column: &str) -> Option<usize> {
        self.header.iter().position(|name| name == column)
    }

    /// The surveys of the columns of dates whose order isn't known, each with its index in the header.
    fn surveyed_dates(self, mapping: &Mapping) -> Vec<(usize, DateSurvey)> {
        let mut asked = Vec::new();
        for used in mapping.columns.iter().filter(|used| used.date_format.is_none()) {
            let field = Field::named(&used.field, self.directory);
            let Some(at) = self.index_of(&used.column) else { continue };
            if field.is_some_and(|field| is_dated(field, self.directory)) {
                let is_birthday = field == Some(Field::Column(Column::Birthday));
                let rules = DateRules { is_birthday, allow_serials: true, ..DateRules::new(self.today) };
                asked.push((at, ColumnSurvey::Dates(DateSurvey::new(rules))));
            }
        }
        let dates = |(at, survey)| match survey {
            ColumnSurvey::Dates(survey) => Some((at, survey)),
            ColumnSurvey::Tags(_) | ColumnSurvey::Consent(..) => None,
        };
        self.evidence.survey(asked).into_iter().filter_map(dates).collect()
    }

    /// Finds the order of day and month of every column of dates. A column that needs one and doesn't prove one takes
    /// the order that the other columns prove; if there is none, it is asked for.
    fn find_orders(self, mapping: &mut Mapping, doubts: &mut Vec<String>) -> Result<(), MappingError> {
        if mapping.date_format != DateFormat::default() {
            return Ok(());
        }
        let is_mailchimp = mapping.vendor == Vendor::Mailchimp.name();
        let mut open = Vec::new();
        let mut proved: Vec<DateFormat> = Vec::new();
        let mut settle = |used: &mut ColumnUse, format: &str| {
            used.date_format = DateFormat::parse(format);
            proved.extend(used.date_format.clone());
        };
        let surveys = self.surveyed_dates(mapping);
        for used in &mut mapping.columns {
            let at = self.index_of(&used.column);
            let survey = surveys.iter().find(|(of, _)| Some(*of) == at && used.date_format.is_none());
            let Some((_, survey)) = survey else { continue };
            match survey.order() {
                OrderFinding::NotNeeded => {}
                OrderFinding::MonthFirst => settle(used, "MM/DD/YYYY"),
                OrderFinding::DayFirst => settle(used, "DD/MM/YYYY"),
                // Mailchimp writes birthdays as month and day.
                OrderFinding::Ambiguous(question) if is_mailchimp && question.form.year == YearDigits::Absent => {
                    settle(used, "MM/DD/YYYY");
                }
                OrderFinding::Ambiguous(question) => open.push((used.column.clone(), question)),
                OrderFinding::TwoOrders { month_first, day_first } => {
                    let month_wins = wins(&month_first, &day_first);
                    let day_wins = wins(&day_first, &month_first);
                    if !month_wins && !day_wins {
                        return Err(two_orders(self.row, &used.column, &month_first, &day_first));
                    }
                    settle(used, if month_wins { "MM/DD/YYYY" } else { "DD/MM/YYYY" });
                    doubts.push(two_orders(self.row, &used.column, &month_first, &day_first).to_string());
                }
            }
        }
        for (column, question) in open {
            let orders: Vec<_> = proved.iter().map(DateFormat::order).collect();
            let first = orders.first().copied();
            let agreed = first.filter(|first| orders.iter().all(|order| order == first));
            let Some(format) = agreed.and_then(|_| proved.first().cloned()) else {
                let example = question.cells.first.map(|cell| (cell.line, cell.text)).unwrap_or_default();
                return Err(MappingError::AmbiguousDates {
                    column,
                    line: example.0,
                    row: self.row,
                    example: example.1,
                    month_first: question.month_first,
                    day_first: question.day_first,
                });
            };
            for used in mapping.columns.iter_mut().filter(|used| used.column == column) {
                used.date_format = Some(format.clone());
            }
        }
        // What all columns share is said once.
        if let Some(first) = mapping.columns.iter().find_map(|used| used.date_format.clone()) {
            mapping.date_format = first;
            let shared = mapping.date_format.clone();
            mapping
                .columns
                .iter_mut()
                .for_each(|used| used.date_format = used.date_format.take().filter(|own| *own != shared));
        }
        Ok(())
    }

    /// The survey of a column of tags.
    ///
    /// The separator of a native file is known. Its first rows are enough to notice another one.
    fn surveyed_tags(self, mapping: &Mapping, column: &str) -> Option<TagColumn> {
        let whole = self.evidence.whole.filter(|_| !mapping.exact);
        let evidence = FileEvidence { whole, ..self.evidence };
        let mut known = TagColumn::default();
        self.directory.tags.iter().for_each(|tag| known.survey.add_known_tag(tag));
        let found = evidence.survey(vec![(self.index_of(column)?, ColumnSurvey::Tags(known))]);
        found.into_iter().find_map(|(_, survey)| match survey {
            ColumnSurvey::Tags(column) => Some(column),
            ColumnSurvey::Dates(_) | ColumnSurvey::Consent(..) => None,
        })
    }

    fn find_tag_separator(self, mapping: &mut Mapping, doubts: &mut Vec<String>) -> Result<(), MappingError> {
        let key = Column::Tags.key();
        let Some(column) = mapping.columns.iter().find(|used| used.field == key).map(|used| used.column.clone()) else {
            return Ok(());
        };
        // A file with all columns, in their order, was written by this program.
        let is_own = Column::ALL.iter().map(|column| column.key()).eq(self.header.iter().take(Column::ALL.len()));
        if is_own {
            return Ok(());
        }
        // The campaign's tags tell what a native cell holds: `Berlin, Germany` may be one of them.
        let is_said = self.overrides.tag_separator.is_some() || !(mapping.tag_separator.is_empty() || mapping.exact);
        if is_said {
            return Ok(());
        }
        let Some(tags) = self.surveyed_tags(mapping, &column) else { return Ok(()) };
        match tags.survey.verdict() {
            TagVerdict::NotNeeded => {}
            TagVerdict::Decided(separator) => separator.clone_into(&mut mapping.tag_separator),
            // Under a native header, a cell is one tag unless other cells prove that it is several.
            TagVerdict::Likely(_) | TagVerdict::Ask(_) if mapping.exact => {}
            TagVerdict::Likely(separator) => {
                separator.clone_into(&mut mapping.tag_separator);
                let sign = sign_name(separator);
                doubts.push(format!("column “{column}”: tags are taken to be separated by {sign}; no cell proves it"));
            }
            TagVerdict::Ask(signs) => {
                let (line, example) = tags.first_with(&signs);
                return Err(MappingError::AmbiguousTags { column, line, row: self.row, example, signs });
            }
        }
        Ok(())
    }
}

/// Whether nearly all cells that prove an order prove this one: the others are errors of typing.
fn wins(one: &CellTally, other: &CellTally) -> bool {
    one.count >= 10 * other.count
}

fn two_orders(row: RowKind, column: &str, month_first: &CellTally, day_first: &CellTally) -> MappingError {
    let cell = |tally: &CellTally| tally.first.clone().map(|cell| (cell.line, cell.text)).unwrap_or_default();
    let (month_first, day_first) = (cell(month_first), cell(day_first));
    MappingError::TwoOrders { column: column.to_owned(), month_first, day_first, row }
}

/// Mailchimp exports one file per status. The columns tell which; the rows don't.
fn status_of_file(header: &[String], vendor: Vendor) -> EmailStatus {
    let has = |wanted: &str| header.iter().any(|name| word_key(name) == wanted);
    match vendor {
        Vendor::Mailchimp if has("cleantime") => EmailStatus::HardBounce,
        Vendor::Mailchimp if has("unsubtime") => EmailStatus::Unsubscribed,
        Vendor::Mailchimp if has("confirmtime") => EmailStatus::Confirmed,
        _ => EmailStatus::Unconfirmed,
    }
}
