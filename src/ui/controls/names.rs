//! Entries of the directory as choices: the id that items use, and the name that is shown.

use crate::calendar::words::capital;
use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::fields::{Column, Field, field_name};
use crate::campaign::known::IndexedDirectory;

/// Names with their labels.
pub type LabelledNames = Vec<(String, String)>;

fn words(id: &str, name: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}

/// The users of the directory.
pub fn users(directory: &Directory) -> LabelledNames {
    directory.users.iter().map(|user| (user.id.clone(), words(&user.id, &user.name))).collect()
}

/// The round robins of the directory.
pub fn round_robins(directory: &Directory) -> LabelledNames {
    directory.round_robins.iter().map(|robin| (robin.id.clone(), words(&robin.id, &robin.name))).collect()
}

/// The products of the directory.
pub fn products(directory: &Directory) -> LabelledNames {
    directory.products.iter().map(|product| (product.id.clone(), words(&product.id, &product.name))).collect()
}

/// Names without other labels: stages, tags and action sets.
pub fn plain(names: &[String]) -> LabelledNames {
    names.iter().map(|name| (name.clone(), name.clone())).collect()
}

/// The fields that match: columns first, then custom fields.
pub fn fields(known: &IndexedDirectory<'_>, fits: impl Fn(Field) -> bool) -> LabelledNames {
    let columns = Column::ALL.iter().map(|column| Field::Column(*column));
    let custom = (0..known.custom_fields.len()).map(Field::Custom);
    let fitting = columns.chain(custom).filter(|field| fits(*field));
    fitting
        .map(|field| field.key(known).to_owned())
        .map(|key| (key.clone(), capital(&field_name(&key, known))))
        .collect()
}

/// The label of a name; an unknown name says so.
pub fn called(names: &[(String, String)], name: &str) -> String {
    match names.iter().find(|one| one.0 == name) {
        Some((_, words)) => words.clone(),
        None if name.is_empty() => String::new(),
        None => format!("{name} (not in the directory)"),
    }
}

/// The words for a kind of field.
pub fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "Text",
        FieldKind::Number => "Number",
        FieldKind::Date => "Date",
        FieldKind::DateTime => "Date and time",
    }
}
