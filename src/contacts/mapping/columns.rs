//! Finds the columns of a file by their names.

use crate::campaign::directory::{CustomField, Directory};
use crate::campaign::fields::{Column, Field};
use crate::contacts::consent::{ConsentSurvey, consent_column};
use crate::contacts::words::word_key;

use super::ColumnUse;
use super::vendors::{NAMES, Vendor};

/// How many names of a row are known: native keys, names that exports use, custom fields, columns of consent.
pub fn known_names(row: &[String], directory: &Directory) -> usize {
    let custom = |name: &str| {
        let fields = directory.custom_fields.iter();
        fields.clone().any(|field| word_key(&field.key) == name || word_key(&field.label) == name)
    };
    let known = |cell: &&String| {
        let name = word_key(cell);
        !name.is_empty()
            && (Field::named(cell.trim(), directory).is_some()
                || NAMES.iter().any(|(_, synonyms)| synonyms.contains(&name.as_str()))
                || custom(&name)
                || consent_column(cell).is_some())
    };
    row.iter().filter(known).count()
}

/// Finds the most likely column for each field by its name.
pub(super) fn by_similar_names(
    header: &[String],
    rows: &[(u64, Vec<String>)],
    directory: &Directory,
) -> (Vec<ColumnUse>, Vendor) {
    let names: Vec<String> = header.iter().map(|name| word_key(name)).collect();
    let vendor = Vendor::of(&names);
    let mut field_of: Vec<Option<String>> = vec![None; header.len()];
    let by_custom = |field_of: &mut Vec<Option<String>>, name_of: fn(&CustomField) -> &str| {
        for field in &directory.custom_fields {
            let wanted = word_key(name_of(field));
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
    let cells =
        |place: usize| rows.iter().filter_map(move |(_, row)| row.get(place)).filter(|cell| !cell.trim().is_empty());
    for (place, name) in names.iter().enumerate() {
        if is_consent(&header[place], cells(place)) {
            field_of[place] = Some(Column::EmailStatus.key().to_owned());
        }
        if vendor == Vendor::Google && name == "event1value" {
            let label = names.iter().position(|name| matches!(name.as_str(), "event1label" | "event1type"));
            let all = label.is_some_and(|label| cells(label).all(|cell| word_key(cell) == "anniversary"));
            if all && cells(place).next().is_some() {
                field_of[place] = Some(Column::Anniversary.key().to_owned());
            }
        }
    }
    let columns = header
        .iter()
        .zip(field_of)
        .filter_map(|(column, field)| Some(ColumnUse { column: column.clone(), field: field?, date_format: None }));
    (columns.collect(), vendor)
}

/// Whether a column says who may be mailed. A name as general as `Status` counts only if every cell is understood.
fn is_consent<'a>(name: &str, cells: impl Iterator<Item = &'a String>) -> bool {
    let Some(column) = consent_column(name) else { return false };
    let mut survey = ConsentSurvey::default();
    cells.for_each(|cell| survey.add(cell, column));
    !column.needs_cells || survey.is_all_understood()
}
