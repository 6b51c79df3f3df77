//! What the directory offers, as choices: how items name it, and what people call it.

use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::fields::{Column, Field, field_name};
use crate::campaign::known::Known;
use crate::ui::controls::words::capital;

/// Names with words for them.
pub type Names = Vec<(String, String)>;

fn words(id: &str, name: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}

/// The users.
pub fn users(directory: &Directory) -> Names {
    directory.users.iter().map(|user| (user.id.clone(), words(&user.id, &user.name))).collect()
}

/// The round robins.
pub fn round_robins(directory: &Directory) -> Names {
    directory.round_robins.iter().map(|robin| (robin.id.clone(), words(&robin.id, &robin.name))).collect()
}

/// The products.
pub fn products(directory: &Directory) -> Names {
    directory.products.iter().map(|product| (product.id.clone(), words(&product.id, &product.name))).collect()
}

/// Stages, tags and action sets are their own names.
pub fn plain(names: &[String]) -> Names {
    names.iter().map(|name| (name.clone(), name.clone())).collect()
}

/// The fields of a contact that fit: columns first, then custom fields.
pub fn fields(known: &Known<'_>, fits: impl Fn(Field) -> bool) -> Names {
    let columns = Column::ALL.iter().map(|column| Field::Column(*column));
    let custom = (0..known.custom_fields.len()).map(Field::Custom);
    let fitting = columns.chain(custom).filter(|field| fits(*field));
    fitting
        .map(|field| field.key(known).to_owned())
        .map(|key| (key.clone(), capital(&field_name(&key, known))))
        .collect()
}

/// What people call the thing of a name; a name that is not there says so.
pub fn called(names: &[(String, String)], name: &str) -> String {
    match names.iter().find(|one| one.0 == name) {
        Some((_, words)) => words.clone(),
        None if name.is_empty() => String::new(),
        None => format!("{name} (not in the directory)"),
    }
}

/// What a kind of field holds, in words.
pub fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "Text",
        FieldKind::Number => "Number",
        FieldKind::Date => "Date",
        FieldKind::DateTime => "Date and time",
    }
}
