//! Changes to the mapping of a contacts file, which is kept beside it.

use std::path::{Path, PathBuf};

use crate::campaign::directory::Directory;
use crate::campaign::fields::Column;
use crate::contacts::date_format::DateFormat;
use crate::contacts::mapping::{ColumnUse, Mapping};
use crate::storage::contacts_file::mapping_file;

/// Forms of dates to choose from; any other can be typed.
pub const DATE_FORMATS: [&str; 8] =
    ["YYYY-MM-DD", "MM/DD/YYYY", "DD/MM/YYYY", "D.M.YYYY", "MM-DD-YYYY", "DD-MM-YYYY", "MMM D, YYYY", "D MMM YYYY"];

/// The two forms in which a date can be read whose day and month could be either way round: month first, day first.
pub fn orders(example: &str) -> Option<(DateFormat, DateFormat)> {
    let pairs = [("MM/DD/YYYY", "DD/MM/YYYY"), ("MM-DD-YYYY", "DD-MM-YYYY"), ("M.D.YYYY", "D.M.YYYY")];
    let parsed = pairs.into_iter().filter_map(|(a, b)| DateFormat::parse(a).zip(DateFormat::parse(b)));
    parsed.into_iter().find(|(a, b)| a.day(example).is_some() && b.day(example).is_some())
}

/// A column feeds a field, or nothing. A field is fed by one column, but for the status, which may have several.
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

/// All dates of the file are written so.
pub fn set_dates(mapping: &mut Mapping, format: DateFormat) {
    mapping.date_format = format;
    mapping.columns.iter_mut().for_each(|known| known.date_format = None);
}

/// Keeps a mapping beside its file. Returns where.
///
/// # Errors
/// If it does not go with the header, or can't be written, in a sentence; what was kept before stays.
pub fn keep(contacts: &Path, mapping: &Mapping, header: &[String], directory: &Directory) -> Result<PathBuf, String> {
    mapping.resolve(header, directory).map_err(|error| error.to_string())?;
    mapping_file::save(contacts, mapping).map_err(|error| error.to_string())
}

/// Forgets the kept mapping: it is guessed again.
///
/// # Errors
/// If its file can't be removed.
pub fn forget(contacts: &Path) -> Result<(), String> {
    mapping_file::remove(contacts).map_err(|error| error.to_string())
}

/// Where the mapping of a file is kept.
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
