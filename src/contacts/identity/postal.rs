//! A postal address in one cell, as Mailchimp exports it.

use crate::contacts::words::{LONGEST_CELL, is_none_word, trimmed};
use crate::contacts::zones::{is_country, is_region};

/// The parts of a postal address. Parts that the cell doesn't have are empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddressParts<'a> {
    /// Street and number.
    pub street: &'a str,
    /// The second line: flat, floor, building.
    pub line_2: &'a str,
    /// Town.
    pub city: &'a str,
    /// State or province.
    pub state: &'a str,
    /// Postal code.
    pub postal_code: &'a str,
    /// Country, as the cell writes it.
    pub country: &'a str,
}

/// Words in a second line of an address.
const LINE_2_WORDS: [&str; 14] = [
    "apt",
    "apartment",
    "suite",
    "ste",
    "unit",
    "floor",
    "fl",
    "flat",
    "room",
    "building",
    "bldg",
    "po box",
    "c/o",
    "etage",
];

/// The parts of an address in one cell, divided by two blanks: `12 Elm St  Salem  MA  01970  US`.
///
/// `None` unless the parts are plain: the last is a country, and street and city are before it.
pub fn address_parts(cell: &str) -> Option<AddressParts<'_>> {
    let text = trimmed(cell);
    if text.len() > LONGEST_CELL || is_none_word(text) {
        return None;
    }
    let parts: Vec<&str> = text.split("  ").map(trimmed).filter(|part| !part.is_empty()).collect();
    let (&country, before) = parts.split_last()?;
    if before.len() < 2 || !is_country(country) {
        return None;
    }
    let (postal_code, lines) = match before.split_last() {
        Some((last, lines)) if is_postal_code(last) && lines.len() > 1 => (*last, lines),
        Some(_) | None => ("", before),
    };
    let empty = AddressParts { postal_code, country, ..AddressParts::default() };
    match *lines {
        [street, city] if !is_line_2(city) => Some(AddressParts { street, city, ..empty }),
        [street, line_2, city] if is_line_2(line_2) && !is_state(city, country) => {
            Some(AddressParts { street, line_2, city, ..empty })
        }
        [street, city, state] if is_state(state, country) || !postal_code.is_empty() && !is_line_2(city) => {
            Some(AddressParts { street, city, state, ..empty })
        }
        [street, line_2, city, state] => Some(AddressParts { street, line_2, city, state, ..empty }),
        _ => None,
    }
}

fn is_postal_code(part: &str) -> bool {
    part.len() <= 12 && part.bytes().any(|byte| byte.is_ascii_digit()) && !is_line_2(part.trim_start_matches(is_code))
}

fn is_code(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == ' '
}

/// Whether a part is a state: known, or short and in capitals.
fn is_state(part: &str, country: &str) -> bool {
    is_region(part, country) || part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_line_2(part: &str) -> bool {
    let lower = part.to_lowercase();
    part.contains(|letter: char| letter.is_ascii_digit() || letter == '#')
        || LINE_2_WORDS.iter().any(|word| {
            lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric()))
        })
}
