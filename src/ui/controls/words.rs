//! Helpers for words at the beginning and in the middle of a text.

use crate::campaign::item::Item;
use crate::campaign::text::thousands;

/// The text with a lower-case first letter, unless it begins with two capitals.
pub fn lower_first(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => label.to_owned(),
    }
}

/// An item in the middle of a sentence: its name in quotes, or its kind if it has no name.
pub fn item(item: &Item) -> String {
    if item.name.trim().is_empty() { item.kind.label().to_owned() } else { format!("“{}”", item.name) }
}

/// `1 visit`, `12,431 visits`.
pub fn count(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", thousands(count), if count == 1 { one } else { many })
}

/// `1 contact`, `12,431 contacts`.
pub fn people(number: u64) -> String {
    count(number, "contact", "contacts")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!((lower_first("Delay Timer"), lower_first("HTTP post")), ("delay Timer".into(), "HTTP post".into()));
    }
}
