//! The marks of merge fields in a text that is split into tags.

use crate::workbench::preview::marked::TextMark;

/// The characters around a piece that isn't plain, in the text that is split into tags. Unicode reserves them for the
/// use inside of programs. They are replaced in the text itself.
pub(super) const VALUE: char = '\u{fdd0}';
pub(super) const EMPTY: char = '\u{fdd1}';
pub(super) const UNKNOWN: char = '\u{fdd2}';
pub(super) const END: char = '\u{fdd3}';

/// Whether a text continues a `&` to the number of a character that makes a mark: `#xfdd1;`.
pub(super) fn refers_to_mark(rest: &str) -> bool {
    let Some(number) = rest.strip_prefix('#') else { return false };
    let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
    let digits = digits.chars().map_while(|digit| digit.to_digit(radix));
    let code = digits.fold(0_u32, |code, digit| code.saturating_mul(radix).saturating_add(digit));
    char::from_u32(code).is_some_and(|letter| mark_of(letter).is_some())
}

pub(super) fn mark_char(mark: TextMark) -> Option<char> {
    match mark {
        TextMark::Plain => None,
        TextMark::Value => Some(VALUE),
        TextMark::Empty => Some(EMPTY),
        TextMark::Unknown => Some(UNKNOWN),
    }
}

/// The mark that a character begins, or ends.
pub(super) fn mark_of(letter: char) -> Option<TextMark> {
    match letter {
        VALUE => Some(TextMark::Value),
        EMPTY => Some(TextMark::Empty),
        UNKNOWN => Some(TextMark::Unknown),
        END => Some(TextMark::Plain),
        _ => None,
    }
}

/// A text with marks in it as the contact gets it.
pub(super) fn received(text: &str) -> String {
    let mut is_empty = false;
    let mut all = String::new();
    for letter in text.chars() {
        match mark_of(letter) {
            Some(mark) => is_empty = mark == TextMark::Empty,
            None if is_empty => {}
            None => all.push(letter),
        }
    }
    all
}
