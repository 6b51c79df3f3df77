//! A choice of a field of the contact, in which a custom field of the right kind can be created.

use eframe::egui::Ui;

use super::choice::{self, PickedOption};
use super::form::Form;
use super::names::{self, LabelledNames};
use crate::campaign::directory::{FieldKind, List};
use crate::campaign::edit::DirectoryEntry;
use crate::campaign::field_kinds::field_noun;

/// Every kind of custom field.
pub const EVERY_KIND: &[FieldKind] = &[FieldKind::Text, FieldKind::Number, FieldKind::Date, FieldKind::DateTime];

/// The kinds of custom fields with a date.
pub const DATED: &[FieldKind] = &[FieldKind::Date, FieldKind::DateTime];

/// The nouns for what a list of fields can create.
pub fn nouns(kinds: &[FieldKind]) -> Vec<&'static str> {
    kinds.iter().map(|kind| field_noun(*kind)).collect()
}

/// Creates the custom field that was picked: of the kind at this index, with this name. Returns its key.
pub fn create(form: &mut Form<'_>, kinds: &[FieldKind], place: usize, name: &str) -> String {
    form.create_as(List::Fields, name, |entry| {
        if let DirectoryEntry::Field(field) = entry {
            field.kind = kinds[place];
        }
    })
}

/// A choice of one of `fields`. `kinds` are the kinds of custom fields that fit.
pub fn field(
    ui: &mut Ui,
    form: &mut Form<'_>,
    label: &str,
    key: &mut Option<String>,
    fields: &LabelledNames,
    kinds: &[FieldKind],
) {
    let words: Vec<String> = fields.iter().map(|field| field.1.clone()).collect();
    let shown = names::called(fields, key.as_deref().unwrap_or_default());
    match choice::choice(ui, label, &shown, &words, &nouns(kinds)) {
        Some(PickedOption::Option(place)) => *key = Some(fields[place].0.clone()),
        Some(PickedOption::New(kind, name)) => *key = Some(create(form, kinds, kind, &name)),
        None => {}
    }
}
