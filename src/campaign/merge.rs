//! Merge fields: `~Contact.FirstName~` in a text. A merge field is `~`, a name of letters, digits, `_` and dots, `~`;
//! any other `~` is text (`rules.md` §6).

use std::ops::Range;

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

/// Whether a text has a merge field, known or not.
pub fn has_merge_field(text: &str) -> bool {
    ranges(text).next().is_some()
}

/// Whether a text can be between the tildes of a merge field: letters, digits, `_` and dots (`rules.md` §6).
pub fn is_merge_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_of_name)
}

/// Whether a custom field with this key is a merge field. Built-in names come before keys, and not every key is a name.
pub fn is_own_merge_field(key: &str) -> bool {
    is_merge_name(key) && Column::merged(key).is_none()
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '.')
}

/// The ranges of all merge fields in a text, known or not, each with its tildes. Any other `~` is text.
pub fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(open) = text[from..].find('~').map(|at| from + at) {
            let name = open + 1;
            let close = text[name..].find(|letter| !is_of_name(letter)).map_or(text.len(), |length| name + length);
            if close > name && text[close..].starts_with('~') {
                from = close + 1;
                return Some(open..from);
            }
            from = close;
        }
        None
    })
}

/// The text with a merge field replaced, both with their tildes; `None` if it doesn't have it.
pub fn replaced(text: &str, typed: &str, by: &str) -> Option<String> {
    let mut changed = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges(text).filter(|range| &text[range.clone()] == typed) {
        changed.push_str(&text[from..range.start]);
        changed.push_str(by);
        from = range.end;
    }
    (from > 0).then(|| changed + &text[from..])
}

/// The pieces of a text, in order.
pub fn pieces<'a>(text: &'a str, directory: &impl FindField) -> Vec<TextPiece<'a>> {
    spans(text, directory).into_iter().map(|(_, piece)| piece).collect()
}

/// The parts of a text, in order, each as typed; together they are the text.
pub fn spans<'a>(text: &'a str, directory: &impl FindField) -> Vec<(&'a str, TextPiece<'a>)> {
    let mut spans = Vec::new();
    let mut from = 0;
    for range in ranges(text) {
        if range.start > from {
            let before = &text[from..range.start];
            spans.push((before, TextPiece::Text(before)));
        }
        let typed = &text[range.clone()];
        let field = known(&text[range.start + 1..range.end - 1], directory);
        spans.push((typed, field.map_or(TextPiece::Unknown(typed), TextPiece::Field)));
        from = range.end;
    }
    if from < text.len() {
        spans.push((&text[from..], TextPiece::Text(&text[from..])));
    }
    spans
}

/// Longest text that is taken for a merge field that was meant.
const LONGEST_MEANT: usize = 64;

/// Texts that were meant as merge fields but are none, because of a character that no name has, such as a blank:
/// `~Contact.First Name~`. Each with its tildes.
pub fn meant(text: &str) -> impl Iterator<Item = &str> {
    let openings = ["~contact.", "~owner."];
    let opens = move |at: usize| {
        openings
            .iter()
            .any(|opening| text.get(at..at + opening.len()).is_some_and(|typed| typed.eq_ignore_ascii_case(opening)))
    };
    text.match_indices('~').filter(move |(at, _)| opens(*at)).filter_map(|(at, _)| {
        let length = text[at + 1..].find(['~', '\n'])?;
        let typed = text.get(at..at + 1 + length + 1).filter(|typed| typed.ends_with('~'))?;
        (typed.len() <= LONGEST_MEANT && !is_merge_name(&typed[1..=length])).then_some(typed)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_field_is_a_name_between_tildes_and_any_other_tilde_is_text() {
        for (text, fields) in [
            ("", &[] as &[&str]),
            ("~", &[]),
            ("~~", &[]),
            ("~~~", &[]),
            ("about ~5 people, or ~6", &[]),
            ("~ Contact.City~", &[]),
            ("~Contact.First Name~", &[]),
            ("~a-b~", &[]),
            ("~a~", &["~a~"]),
            ("~~a~~", &["~a~"]),
            ("~5~6~", &["~5~"]),
            ("~.~", &["~.~"]),
            ("~a b~Contact.City~", &["~Contact.City~"]),
            ("~a~b~c~", &["~a~", "~c~"]),
            ("~größe_2.ß~ ü~", &["~größe_2.ß~"]),
        ] {
            let found: Vec<&str> = ranges(text).map(|range| &text[range]).collect();
            assert_eq!(found, fields, "{text}");
            assert_eq!(has_merge_field(text), !fields.is_empty(), "{text}");
            let typed: String = spans(text, &Directory::default()).iter().map(|(typed, _)| *typed).collect();
            assert_eq!(typed, text);
        }
    }

    #[test]
    fn a_merge_field_is_replaced_where_it_is_one() {
        assert_eq!(replaced("~x~ ~y~x~ ~x~!", "~x~", "~z~").as_deref(), Some("~z~ ~y~x~ ~z~!"));
        assert_eq!(replaced("x ~y~x~", "~x~", "~z~"), None);
    }

    #[test]
    fn what_was_meant_as_a_merge_field_is_found() {
        let meant = |text| meant(text).collect::<Vec<_>>();
        assert_eq!(meant("Hi ~Contact.First Name~, ~owner.e-mail~!"), ["~Contact.First Name~", "~owner.e-mail~"]);
        assert_eq!(meant("~Contact.FirstName~ ~Contact.Nope~ ~ Contact.x y~"), [""; 0]);
        assert_eq!(meant("~Contact.first\nName~ ~Contact.x y"), [""; 0]);
        assert_eq!(meant(&format!("~Contact.{} ~", "x".repeat(64))), [""; 0]);
    }
}
