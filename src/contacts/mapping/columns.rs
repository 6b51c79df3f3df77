//! Finds the columns of a file by their names.

use crate::campaign::directory::{CustomField, Directory};
use crate::campaign::fields::{Column, Field};
use crate::contacts::consent::{ConsentSurvey, consent_column};
use crate::contacts::identity::is_address;
use crate::contacts::words::word_key;

use super::ColumnUse;
use super::vendors::{NAMES, Vendor};

/// Most keys that a name is looked up by.
const MOST_KEYS: usize = 6;

/// The keys that a column's name is looked up by, best first: the whole name, then without a form in brackets
/// (`Birthday (MM/DD)`), then without which address it is (`Default Address City`, `Address 1 - Zip`).
fn keys_of(name: &str) -> Vec<String> {
    const WHICH: [&str; 5] = ["defaultaddress", "address1", "primaryaddress", "mailing", "primary"];
    let mut keys = vec![word_key(name)];
    if let Some((bare, _)) = name.trim().strip_suffix(')').and_then(|name| name.rsplit_once('(')) {
        keys.push(word_key(bare));
    }
    for which in WHICH {
        let rest = keys.iter().filter_map(|key| key.strip_prefix(which)).map(str::to_owned).collect::<Vec<_>>();
        keys.extend(rest);
    }
    keys.retain(|key| !key.is_empty());
    keys
}

/// How many names of a row are known: native keys, names that exports use, custom fields, columns of consent.
pub fn known_names(row: &[String], directory: &Directory) -> usize {
    let custom = |name: &str| {
        let fields = directory.custom_fields.iter();
        fields.clone().any(|field| word_key(&field.key) == name || word_key(&field.label) == name)
    };
    let known = |cell: &&String| {
        let is_name = |name: &String| NAMES.iter().any(|(_, synonyms)| synonyms.contains(&name.as_str()));
        let keys = keys_of(cell);
        Field::named(cell.trim(), directory).is_some()
            || keys.iter().any(is_name)
            || keys.first().is_some_and(|name| custom(name))
            || consent_column(cell).is_some()
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
    let keys: Vec<Vec<String>> = header.iter().map(|name| keys_of(name)).collect();
    for (key, synonyms) in NAMES {
        // The native key comes first, then the names that exports use, most likely first.
        let key_place = header.iter().position(|name| name == key);
        let place = key_place.or_else(|| (0..MOST_KEYS).find_map(|rank| place_of(&keys, rank, synonyms)));
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
    let has_email = field_of.iter().flatten().any(|key| key == Column::Email.key());
    if !has_email {
        let is_free = |place: &usize| field_of[*place].is_none();
        let found = (0..header.len()).filter(is_free).find(|&place| holds_addresses(cells(place)));
        if let Some(place) = found {
            field_of[place] = Some(Column::Email.key().to_owned());
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
    let cells: Vec<&String> = cells.collect();
    // `Subscriber` may be who, not whether.
    if holds_addresses(cells.iter().copied()) {
        return false;
    }
    let mut survey = ConsentSurvey::default();
    cells.iter().for_each(|cell| survey.add(cell, column));
    !column.needs_cells || survey.is_all_understood()
}

/// Whether nearly all cells of a column are email addresses, whatever it is called.
fn holds_addresses<'a>(cells: impl Iterator<Item = &'a String>) -> bool {
    let (mut addresses, mut all) = (0, 0);
    for cell in cells {
        all += 1;
        addresses += usize::from(is_address(cell.trim()));
    }
    addresses > 0 && addresses * 10 >= all * 9
}

/// The first column with one of the names, by the keys of this rank.
fn place_of(keys: &[Vec<String>], rank: usize, names: &[&str]) -> Option<usize> {
    names.iter().find_map(|name| keys.iter().position(|keys| keys.get(rank).is_some_and(|key| key == name)))
}
