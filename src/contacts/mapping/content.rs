//! What the cells of a column seem to be, for a column that no field takes yet.

use chrono::NaiveDate;

use crate::campaign::directory::FieldKind;
use crate::campaign::field_kinds::likely_kind;
use crate::contacts::dates::date_format::DateFormat;
use crate::contacts::dates::reading::DateRules;
use crate::contacts::dates::survey::{DateSurvey, OrderFinding};

/// What the cells of a column seem to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnContent {
    /// There is no cell with text.
    Empty,
    /// Anything else.
    Text,
    /// Every cell is a number.
    Numbers,
    /// Every cell is a date in this format, or with `has_time` a date and time.
    Dates {
        /// How they are written.
        format: DateFormat,
        /// Whether each has a time of day.
        has_time: bool,
    },
    /// Every cell is a date, but day and month could be swapped in all of them.
    AmbiguousDates {
        /// One that could be read both ways.
        example: String,
        /// Whether each has a time of day.
        has_time: bool,
    },
}

impl ColumnContent {
    /// The kind of custom field that fits a column with this name.
    pub fn field_kind(&self, name: &str) -> FieldKind {
        match self {
            ColumnContent::Empty => likely_kind(name),
            ColumnContent::Text => FieldKind::Text,
            ColumnContent::Numbers => FieldKind::Number,
            ColumnContent::Dates { has_time, .. } | ColumnContent::AmbiguousDates { has_time, .. } => match has_time {
                true => FieldKind::DateTime,
                false => FieldKind::Date,
            },
        }
    }
}

/// What the cells of a column with this name seem to be.
pub fn content_of(name: &str, cells: &[&str], today: NaiveDate) -> ColumnContent {
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    if cells.is_empty() {
        return ColumnContent::Empty;
    }
    let are_numbers = cells.iter().all(|cell| is_number(cell));
    // Eight digits are a date only in a column whose name says so.
    if are_numbers && !matches!(likely_kind(name), FieldKind::Date | FieldKind::DateTime) {
        return ColumnContent::Numbers;
    }
    let rules = DateRules { allow_serials: false, ..DateRules::new(today) };
    let mut survey = DateSurvey::new(rules);
    cells.iter().for_each(|cell| survey.add(0, cell));
    if survey.unreadable.count > 0 || survey.read.count == 0 {
        return if are_numbers { ColumnContent::Numbers } else { ColumnContent::Text };
    }
    let has_time = survey.with_time.count == survey.read.count;
    let format = |pattern: &str| DateFormat::parse(pattern).unwrap_or_default();
    match survey.order() {
        OrderFinding::NotNeeded => ColumnContent::Dates { format: DateFormat::default(), has_time },
        OrderFinding::MonthFirst => ColumnContent::Dates { format: format("MM/DD/YYYY"), has_time },
        OrderFinding::DayFirst => ColumnContent::Dates { format: format("DD/MM/YYYY"), has_time },
        OrderFinding::Ambiguous(question) => {
            let example = question.cells.first.map_or_else(String::new, |cell| cell.text);
            ColumnContent::AmbiguousDates { example, has_time }
        }
        OrderFinding::TwoOrders { month_first, .. } => {
            let example = month_first.first.map_or_else(String::new, |cell| cell.text);
            ColumnContent::AmbiguousDates { example, has_time }
        }
    }
}

/// Whether a cell is a number, rather than a code such as `007` or a phone number.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(part) && digits.len() <= 15 && (whole == "0" || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str, cells: &[&str]) -> FieldKind {
        content_of(name, cells, NaiveDate::default()).field_kind(name)
    }

    #[test]
    fn the_cells_say_the_kind_and_without_any_the_name_does() {
        assert_eq!(kind("Renewal date", &["", "2026-07-01", " 2027-01-31 "]), FieldKind::Date);
        assert_eq!(kind("Call", &["3/31/2026 10:30", "4/1/2026 9:00"]), FieldKind::DateTime);
        assert_eq!(kind("Call", &["3/31/2026 10:30", "4/1/2026"]), FieldKind::Date, "not all have a time");
        assert_eq!(kind("Seats", &["12", "-3", "0.5"]), FieldKind::Number);
        assert_eq!(kind("Code", &["007", "12"]), FieldKind::Text, "a code");
        assert_eq!(kind("Phone 2", &["+49 30 1234"]), FieldKind::Text);
        assert_eq!(kind("Renewal date", &["soon", "2026-07-01"]), FieldKind::Text, "not all are dates");
        assert_eq!(kind("Renewal date", &["", " "]), FieldKind::Date);
        assert_eq!(kind("Nick", &[]), FieldKind::Text);
    }

    #[test]
    fn eight_digits_are_a_date_only_where_the_name_says_so() {
        assert_eq!(kind("Signed on day", &["20260701"]), FieldKind::Date);
        assert_eq!(kind("Customer", &["20260701"]), FieldKind::Number);
        assert_eq!(kind("Days until renewal date", &["12", "20260701"]), FieldKind::Number);
    }

    #[test]
    fn the_order_of_day_and_month_is_known_or_it_is_ambiguous() {
        let format = DateFormat::parse("DD/MM/YYYY").expect("a format");
        let both = content_of("Renewal", &["03/04/2026", "31/12/2026"], NaiveDate::default());
        assert_eq!(both, ColumnContent::Dates { format, has_time: false });
        let example = "03/04/2026".to_owned();
        assert_eq!(
            content_of("Renewal", &["03/04/2026", "05/06/2026"], NaiveDate::default()),
            ColumnContent::AmbiguousDates { example, has_time: false }
        );
    }
}
