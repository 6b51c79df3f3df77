//! Merge fields: `~Contact.FirstName~` in a text.

use super::directory::Directory;
use super::fields::{Column, Field, FindField, field_name};

/// What a merge field refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeField {
    /// A field of the contact.
    Contact(Field),
    /// The name of the contact's owner.
    OwnerName,
    /// The address of the contact's owner.
    OwnerEmail,
}

impl MergeField {
    /// The field in words: `first name`, `owner's name`. `directory` is the one in which it was found.
    pub fn words(self, directory: &Directory) -> String {
        match self {
            MergeField::Contact(field) => field_name(field.key(directory), directory),
            MergeField::OwnerName => "owner's name".to_owned(),
            MergeField::OwnerEmail => "owner's address".to_owned(),
        }
    }
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPiece<'a> {
    /// Text without a merge field.
    Text(&'a str),
    /// A known merge field.
    Field(MergeField),
    /// An unknown merge field with its tildes, which stays as typed.
    Unknown(&'a str),
}

/// A part of a text whose merge fields are filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilledPiece<'a> {
    /// Text without a merge field.
    Text(&'a str),
    /// The value of a merge field; empty if the contact has none.
    Value(MergeField, String),
    /// An unknown merge field with its tildes, which stays as typed.
    Unknown(&'a str),
}

impl FilledPiece<'_> {
    /// The piece as the contact gets it.
    pub fn text(&self) -> &str {
        match self {
            FilledPiece::Text(text) | FilledPiece::Unknown(text) => text,
            FilledPiece::Value(_, value) => value,
        }
    }
}

/// Fills the merge fields of a text, once: what a value contains is not searched again. This is the only code that
/// does.
pub fn fill<'a>(
    text: &'a str,
    directory: &impl FindField,
    value: impl Fn(MergeField) -> String,
) -> Vec<FilledPiece<'a>> {
    let filled = |piece| match piece {
        TextPiece::Text(text) => FilledPiece::Text(text),
        TextPiece::Unknown(typed) => FilledPiece::Unknown(typed),
        TextPiece::Field(field) => FilledPiece::Value(field, value(field)),
    };
    pieces(text, directory).into_iter().map(filled).collect()
}

/// Whether a text has a merge field, known or not: anything between two `~` is one.
pub fn has_merge_field(text: &str) -> bool {
    text.matches('~').nth(1).is_some()
}

/// The pieces of a text, in order.
pub fn pieces<'a>(text: &'a str, directory: &impl FindField) -> Vec<TextPiece<'a>> {
    spans(text, directory).into_iter().map(|(_, piece)| piece).collect()
}

/// The parts of a text, in order, each as typed; together they are the text.
pub fn spans<'a>(text: &'a str, directory: &impl FindField) -> Vec<(&'a str, TextPiece<'a>)> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('~') {
        let Some(length) = rest[open + 1..].find('~') else { break };
        let close = open + 1 + length;
        if open > 0 {
            spans.push((&rest[..open], TextPiece::Text(&rest[..open])));
        }
        let typed = &rest[open..=close];
        let field = known(&rest[open + 1..close], directory);
        spans.push((typed, field.map_or(TextPiece::Unknown(typed), TextPiece::Field)));
        rest = &rest[close + 1..];
    }
    if !rest.is_empty() {
        spans.push((rest, TextPiece::Text(rest)));
    }
    spans
}

/// The merge field with this name, without tildes.
fn known(name: &str, directory: &impl FindField) -> Option<MergeField> {
    match name {
        "Owner.Name" => return Some(MergeField::OwnerName),
        "Owner.Email" => return Some(MergeField::OwnerEmail),
        _ => {}
    }
    let name = name.strip_prefix("Contact.")?;
    Column::merged(name)
        .map(Field::Column)
        .or_else(|| directory.custom_field_place(name).map(Field::Custom))
        .map(MergeField::Contact)
}
