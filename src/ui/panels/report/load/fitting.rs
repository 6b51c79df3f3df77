//! Numbers in narrow cells: shortened first, then smaller.

use crate::picture::draw::count_form::short;

/// The font sizes of numbers, the usual one first; smaller ones would not be readable.
const SIZES: [f32; 3] = [10.5, 10.0, 9.5];

/// The form and size of a count: the most precise form that fits. If none fits, the shortest one is used: too wide is
/// better than blank.
pub fn in_room(count: u64, room: f32, width: impl Fn(&str, f32) -> f32) -> (String, f32) {
    let forms = forms(count);
    let all = forms.iter().flat_map(|form| SIZES.map(|size| (form, size)));
    match all.into_iter().find(|(form, size)| width(form, *size) <= room) {
        Some((form, size)) => (form.clone(), size),
        None => (forms.last().cloned().unwrap_or_default(), SIZES[SIZES.len() - 1]),
    }
}

/// The forms of a count, from long to short: `1,234`, `1.2k`, `1k`. They are rounded down, so none is too high.
fn forms(count: u64) -> Vec<String> {
    let mut forms = vec![short(count)];
    let units = [(1_000, 'k'), (1_000_000, 'M'), (1_000_000_000, 'G')];
    let Some(&(unit, letter)) = units.iter().rev().find(|(unit, _)| count >= *unit) else { return forms };
    let (whole, tenth) = (count / unit, count % unit * 10 / unit);
    if whole < 10 && tenth > 0 {
        forms.push(format!("{whole}.{tenth}{letter}"));
    }
    forms.push(format!("{whole}{letter}"));
    // "444k" is wider than ".4M".
    if let Some(&(next, letter)) = units.iter().find(|(next, _)| *next > unit && count * 10 >= *next) {
        forms.push(format!(".{}{letter}", count * 10 / next));
    }
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A measure for tests: every letter is half as wide as high.
    fn half(text: &str, size: f32) -> f32 {
        text.chars().count() as f32 * size / 2.0
    }

    #[test]
    fn numbers_become_shorter_and_never_say_too_much() {
        assert_eq!(forms(7), ["7"]);
        assert_eq!(forms(999), ["999"]);
        assert_eq!(forms(1_000), ["1,000", "1k"]);
        assert_eq!(forms(1_234), ["1,234", "1.2k", "1k"]);
        assert_eq!(forms(9_999), ["9,999", "9.9k", "9k"]);
        assert_eq!(forms(12_431), ["12.4k", "12k"]);
        assert_eq!(forms(444_999), ["444k", ".4M"]);
        assert_eq!(forms(1_250_000), ["1.2M", "1M"]);
    }

    #[test]
    fn a_number_is_shortened_before_it_is_made_smaller_than_can_be_read() {
        assert_eq!(in_room(1_234, 40.0, half), ("1,234".to_owned(), 10.5));
        assert_eq!(in_room(1_234, 24.0, half), ("1,234".to_owned(), 9.5));
        assert_eq!(in_room(1_234, 21.0, half), ("1.2k".to_owned(), 10.5));
        assert_eq!(in_room(1_234, 19.0, half), ("1.2k".to_owned(), 9.5));
        assert_eq!(in_room(1_234, 15.0, half), ("1k".to_owned(), 10.5));
        assert_eq!(in_room(123, 1.0, half), ("123".to_owned(), 9.5), "blank it never is");
    }
}
