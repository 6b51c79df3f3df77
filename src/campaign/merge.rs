//! Merge fields: `~Contact.FirstName~` in a text.

use super::fields::{Column, Field, FindField};

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
