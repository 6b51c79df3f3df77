//! Guesses the mapping of a file from its header and its first rows.

use crate::campaign::directory::{CustomField, Directory};
use crate::campaign::fields::{Column, Field};
use crate::contacts::date_format::DateFormat;
use crate::contacts::status::EmailStatus;

use super::vendors::{NAMES, Vendor, plain, zone_of_word};
use super::{ColumnUse, Mapping, MappingError, MappingVersion, Overrides, is_dated};

/// Guesses the mapping of a file. `overrides` take precedence over guesses.
///
/// A header is native if most of its known columns have the native keys; then nothing else is guessed. `rows` are the
/// first rows of the file; with more of them, more date formats can be told apart.
pub fn guess(
    header: &[String],
    rows: &[Vec<String>],
    directory: &Directory,
    overrides: &Overrides,
) -> Result<Mapping, MappingError> {
    let exact = header.iter().filter(|name| Field::named(name, directory).is_some()).count();
    let (similar, vendor) = by_similar_names(header, rows, directory);
    let others = similar.iter().filter(|known| Field::named(&known.column, directory).is_none()).count();
    if exact > 0 && exact > others {
        return Ok(Mapping::native(header, directory).with_columns(overrides));
    }
    if similar.is_empty() && overrides.columns.is_empty() {
        return Err(MappingError::NoHeader);
    }
    let mapping = Mapping {
        format: MappingVersion::default(),
        vendor: vendor.name().to_owned(),
        columns: similar,
        exact: false,
        date_format: DateFormat::default(),
        tag_separator: String::new(),
        value_separator: if vendor == Vendor::Google { ":::".to_owned() } else { String::new() },
        status_where_empty: status_of_file(header, vendor),
        statuses: vendor.statuses().map(|(word, status)| (word.to_owned(), status)).collect(),
        zones: Default::default(),
    };
    let mapping = mapping.with_columns(overrides);
    learn(mapping, header, rows, directory, overrides)
}

/// Finds the tag separator, zone names and date formats in the rows.
fn learn(
    mut mapping: Mapping,
    header: &[String],
    rows: &[Vec<String>],
    directory: &Directory,
    overrides: &Overrides,
) -> Result<Mapping, MappingError> {
    let cells = |column: &str| -> Vec<&str> {
        let place = header.iter().position(|name| name == column);
        let cells = rows.iter().filter_map(|row| row.get(place?)).map(|cell| cell.trim());
        cells.filter(|cell| !cell.is_empty()).collect()
    };
    let plain_names: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let fed_by = |field: &str| mapping.columns.iter().find(|known| known.field == field);
    let tags = fed_by(Column::Tags.key()).map(|known| cells(&known.column)).unwrap_or_default();
    mapping.tag_separator = match Vendor::of(&plain_names).tag_separator() {
        Some(separator) => separator.to_owned(),
        None => separator_of(&tags).to_owned(),
    };
    for word in fed_by(Column::TimeZone.key()).map(|known| cells(&known.column)).unwrap_or_default() {
        if let Some(zone) = zone_of_word(word).filter(|zone| zone.name() != word) {
            mapping.zones.insert(word.to_owned(), zone.name().to_owned());
        }
    }
    if overrides.date_format.is_none() {
        find_date_formats(&mut mapping, directory, &cells)?;
    }
    Ok(mapping)
}

/// Finds the most likely column for each field by its name.
fn by_similar_names(header: &[String], rows: &[Vec<String>], directory: &Directory) -> (Vec<ColumnUse>, Vendor) {
    let names: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let vendor = Vendor::of(&names);
    let mut field_of: Vec<Option<String>> = vec![None; header.len()];
    let by_custom = |field_of: &mut Vec<Option<String>>, name_of: fn(&CustomField) -> &str| {
        for field in &directory.custom_fields {
            let wanted = plain(name_of(field));
            let place = names.iter().position(|name| *name == wanted && !name.is_empty());
            let is_fed = field_of.iter().flatten().any(|key| *key == field.key);
            if let Some(place) = place.filter(|&place| field_of[place].is_none() && !is_fed) {
                field_of[place] = Some(field.key.clone());
            }
        }
    };
    by_custom(&mut field_of, |field| &field.key);
    for (key, synonyms) in NAMES {
        // The native key comes first, then the names that exports use, most likely first.
        let key_place = header.iter().position(|name| name == key);
        let place =
            key_place.or_else(|| synonyms.iter().find_map(|synonym| names.iter().position(|name| name == synonym)));
        if let Some(place) = place.filter(|&place| field_of[place].is_none()) {
            field_of[place] = Some((*key).to_owned());
        }
    }
    // A custom field's label counts less than its key, and less than the standard names of exports.
    by_custom(&mut field_of, |field| &field.label);
    let cells = |place: usize| rows.iter().filter_map(move |row| row.get(place)).filter(|cell| !cell.trim().is_empty());
    for (place, name) in names.iter().enumerate() {
        match (vendor, name.as_str()) {
            (Vendor::HubSpot, "unsubscribedfromallemail") => field_of[place] = Some("email_status".to_owned()),
            // This name is so general that every cell must be a status.
            (_, "status") if !field_of.iter().flatten().any(|key| key == "email_status") => {
                let known = |cell: &String| status_of_word(cell, vendor).is_some();
                if cells(place).next().is_some() && cells(place).all(known) {
                    field_of[place] = Some("email_status".to_owned());
                }
            }
            (Vendor::Google, "event1value") => {
                let label = names.iter().position(|name| matches!(name.as_str(), "event1label" | "event1type"));
                let all = label.is_some_and(|label| cells(label).all(|cell| plain(cell) == "anniversary"));
                if all && cells(place).next().is_some() {
                    field_of[place] = Some("anniversary".to_owned());
                }
            }
            _ => {}
        }
        // Mailchimp and Google export birthdays without a year, which can't be read as dates.
        let dated = field_of[place].as_deref().and_then(|key| Field::named(key, directory));
        if dated.is_some_and(|field| is_dated(field, directory))
            && cells(place).next().is_some()
            && cells(place).all(|cell| has_no_year(cell.trim()))
        {
            field_of[place] = None;
        }
    }
    let columns = header
        .iter()
        .zip(field_of)
        .filter_map(|(column, field)| Some(ColumnUse { column: column.clone(), field: field?, date_format: None }));
    (columns.collect(), vendor)
}

fn status_of_word(word: &str, vendor: Vendor) -> Option<EmailStatus> {
    let word = word.trim();
    let known = vendor.statuses().find(|(known, _)| known.eq_ignore_ascii_case(word));
    known.map(|(_, status)| status).or_else(|| EmailStatus::of_word(word))
}

/// Mailchimp exports one file per status. The columns tell which; the rows don't.
fn status_of_file(header: &[String], vendor: Vendor) -> EmailStatus {
    let has = |wanted: &str| header.iter().any(|name| plain(name) == wanted);
    match vendor {
        Vendor::Mailchimp if has("cleantime") => EmailStatus::HardBounce,
        Vendor::Mailchimp if has("unsubtime") => EmailStatus::Unsubscribed,
        Vendor::Mailchimp if has("confirmtime") => EmailStatus::Confirmed,
        _ => EmailStatus::Unconfirmed,
    }
}

/// The tag separator: the first of these that occurs in the cells.
fn separator_of(cells: &[&str]) -> &'static str {
    [":::", ";", "|", ","].into_iter().find(|sign| cells.iter().any(|cell| cell.contains(sign))).unwrap_or(";")
}

/// `05/12`, `--05-12`: a month and a day only.
fn has_no_year(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    (2..=4).contains(&digits)
        && cell.bytes().all(|byte| byte.is_ascii_digit() || b"/-.".contains(&byte))
        && !cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// The date formats to choose from. Pairs that differ only in the order of day and month come first, next to each
/// other.
pub(super) const FORMATS: [&str; 11] = [
    "MM/DD/YYYY",
    "DD/MM/YYYY",
    "MM-DD-YYYY",
    "DD-MM-YYYY",
    "YYYY-MM-DD",
    "YYYY/MM/DD",
    "D.M.YYYY",
    "MMM D, YYYY",
    "D MMM YYYY",
    "MMM D YYYY",
    "YYYYMMDD",
];
/// The number of formats, from the start of `FORMATS`, that belong to such a pair.
const PAIRED: usize = 4;

/// Finds the date format of every date column. A column that fits both orders takes the order of a column that fits
/// only one; if there is none, it is ambiguous.
fn find_date_formats<'a>(
    mapping: &mut Mapping,
    directory: &Directory,
    cells: &dyn Fn(&str) -> Vec<&'a str>,
) -> Result<(), MappingError> {
    let formats: Vec<DateFormat> = FORMATS.iter().filter_map(|pattern| DateFormat::parse(pattern)).collect();
    let mut found: Vec<(usize, Vec<usize>, String)> = Vec::new();
    for (place, known) in mapping.columns.iter().enumerate() {
        if !Field::named(&known.field, directory).is_some_and(|field| is_dated(field, directory)) {
            continue;
        }
        let mut dates = cells(&known.column);
        dates.retain(|cell| formats.iter().any(|format| format.day(cell).is_some()));
        let Some(example) = dates.first() else { continue };
        let fits = |format: &DateFormat| dates.iter().all(|cell| format.day(cell).is_some());
        let fitting: Vec<usize> = (0..formats.len()).filter(|&at| fits(&formats[at])).collect();
        // Show a cell that can be read both ways, if there is one.
        let both = |cell: &&&str| formats[..PAIRED].iter().filter(|format| format.day(cell).is_some()).count() > 1;
        found.push((place, fitting, dates.iter().find(both).unwrap_or(example).to_string()));
    }
    let decided: Vec<usize> = found.iter().filter(|found| found.1.len() == 1).map(|found| found.1[0]).collect();
    let mut chosen = Vec::new();
    for (place, fitting, example) in found {
        let mut agreeing = fitting.iter().copied().filter(|at| fitting.len() == 1 || decided.contains(at));
        match (agreeing.next(), agreeing.next()) {
            (Some(format), None) => chosen.push((place, format)),
            _ => {
                let column = mapping.columns[place].column.clone();
                return Err(MappingError::AmbiguousDates { column, example });
            }
        }
    }
    if let Some(&(_, first)) = chosen.first() {
        mapping.date_format = formats[first].clone();
        for (place, format) in chosen {
            mapping.columns[place].date_format = (format != first).then(|| formats[format].clone());
        }
    }
    Ok(())
}
