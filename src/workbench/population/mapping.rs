//! Changes the mapping of a contacts file, which is saved next to it.

use std::path::{Path, PathBuf};

use crate::calendar::{Date, Zone};
use crate::campaign::directory::Directory;
use crate::campaign::fields::Column;
use crate::contacts::dates::date_format::DateFormat;
use crate::contacts::dates::reader::read_date;
use crate::contacts::dates::reading::{DateReading, DateRules};
use crate::contacts::mapping::{ColumnUse, Mapping};
use crate::storage::contacts_file::mapping_file;
use crate::workbench::today::today;

/// Date formats to choose from; others can be typed.
pub const DATE_FORMATS: [&str; 8] =
    ["YYYY-MM-DD", "MM/DD/YYYY", "DD/MM/YYYY", "D.M.YYYY", "MM-DD-YYYY", "DD-MM-YYYY", "MMM D, YYYY", "D MMM YYYY"];

/// The date in a cell that is read by a format.
pub fn meaning(format: &DateFormat, cell: &str) -> Option<Date> {
    let rules = DateRules { order: format.order(), ..DateRules::new(today(&Zone::utc())) };
    let date = match read_date(cell, &rules) {
        DateReading::Date(date, _) => date,
        DateReading::Empty | DateReading::NeedsOrder(_) | DateReading::Unreadable(_) => return None,
    };
    date.date().map(Date::from)
}

/// The two formats of a date whose day and month could be swapped: month first, day first.
pub fn orders(example: &str) -> Option<(DateFormat, DateFormat)> {
    let pairs = [("MM/DD/YYYY", "DD/MM/YYYY"), ("MM-DD-YYYY", "DD-MM-YYYY"), ("M.D.YYYY", "D.M.YYYY")];
    let parsed = pairs.into_iter().filter_map(|(a, b)| DateFormat::parse(a).zip(DateFormat::parse(b)));
    parsed.into_iter().find(|(a, b)| [a, b].into_iter().all(|format| reads(format, example)))
}

fn reads(format: &DateFormat, cell: &str) -> bool {
    format.read(cell, &DateRules::new(today(&Zone::utc()))).is_some()
}

/// Sets the field of a column, or none. A field has one column; only the email status may have several.
pub fn feed(mapping: &mut Mapping, column: &str, field: Option<&str>) {
    let was = mapping.columns.iter().position(|known| known.column == column);
    let Some(field) = field else {
        mapping.columns.retain(|known| known.column != column);
        return;
    };
    let takes_over =
        |known: &ColumnUse| known.column != column && known.field == field && field != Column::EmailStatus.key();
    match was {
        Some(place) => field.clone_into(&mut mapping.columns[place].field),
        None => {
            mapping.columns.push(ColumnUse { column: column.to_owned(), field: field.to_owned(), date_format: None })
        }
    }
    mapping.columns.retain(|known| !takes_over(known));
}

/// Sets the date format of the whole file.
pub fn set_dates(mapping: &mut Mapping, format: DateFormat) {
    mapping.date_format = format;
    mapping.columns.iter_mut().for_each(|known| known.date_format = None);
}

/// Sets the date format of one column.
pub fn set_dates_of(mapping: &mut Mapping, column: &str, format: DateFormat) {
    let own = (format != mapping.date_format).then_some(format);
    for known in mapping.columns.iter_mut().filter(|known| known.column == column) {
        known.date_format.clone_from(&own);
    }
}

/// Saves a mapping next to its file, and returns its path.
///
/// # Errors
/// If it can't be used with the header, or can't be written. The error is a sentence. An earlier mapping file is
/// unchanged.
pub fn keep(contacts: &Path, mapping: &Mapping, header: &[String], directory: &Directory) -> Result<PathBuf, String> {
    mapping.resolve(header, directory).map_err(|error| error.to_string())?;
    let confirmed = Mapping { confirmed: true, ..mapping.clone() };
    mapping_file::save(contacts, &confirmed).map_err(|error| error.to_string())
}

/// Removes the mapping file, so that the mapping is guessed again.
///
/// # Errors
/// If its file can't be removed.
pub fn forget(contacts: &Path) -> Result<(), String> {
    mapping_file::remove(contacts).map_err(|error| error.to_string())
}

/// The path of the mapping file of a contacts file.
pub fn path_of(contacts: &Path) -> PathBuf {
    mapping_file::path_beside(contacts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(mapping: &Mapping) -> Vec<(&str, &str)> {
        mapping.columns.iter().map(|known| (known.column.as_str(), known.field.as_str())).collect()
    }

    #[test]
    fn a_field_is_fed_by_one_column_and_the_status_by_several() {
        let mut mapping = Mapping::default();
        for (column, field) in [("Mail", "email"), ("Work", "phone"), ("Opt", "email_status"), ("Hard", "email_status")]
        {
            feed(&mut mapping, column, Some(field));
        }
        feed(&mut mapping, "Work", Some("email"));
        assert_eq!(used(&mapping), [("Work", "email"), ("Opt", "email_status"), ("Hard", "email_status")]);
        feed(&mut mapping, "Opt", None);
        assert_eq!(used(&mapping), [("Work", "email"), ("Hard", "email_status")]);
    }

    #[test]
    fn an_ambiguous_date_can_be_read_in_two_orders() {
        let (month, day) = orders("03/04/2026").expect("two orders");
        assert_eq!((month.pattern(), day.pattern()), ("MM/DD/YYYY", "DD/MM/YYYY"));
        assert_eq!(orders("03-04-2026").expect("two orders").1.pattern(), "DD-MM-YYYY");
        assert!(orders("13/04/2026").is_none());
        assert!(DATE_FORMATS.iter().all(|pattern| DateFormat::parse(pattern).is_some()));
    }
}
