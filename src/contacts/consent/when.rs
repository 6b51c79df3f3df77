//! Whether a cell is a date. Which date doesn't matter here.

/// What a cell of digits and signs is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhenCell {
    /// A date, or a date and time.
    Date,
    /// Only zeros, which stand for no date.
    Zeros,
    /// Anything else.
    Other,
}

/// The starts of month names in the seven languages.
const MONTHS: [&str; 26] = [
    "jan", "feb", "fev", "feb", "mar", "mär", "maa", "mrt", "apr", "avr", "abr", "mai", "may", "mag", "mei", "jun",
    "jui", "giu", "jul", "lug", "aug", "ago", "aoû", "sep", "oct", "okt",
];
const LATE_MONTHS: [&str; 12] = ["ott", "out", "set", "nov", "dec", "dez", "déc", "dic", "gen", "ene", "fév", "aou"];

/// Other words in a date and time.
const CLOCK_WORDS: [&str; 16] =
    ["t", "z", "am", "pm", "utc", "gmt", "st", "nd", "rd", "th", "de", "at", "um", "uhr", "a", "p"];

/// Whether a cell is a date: numbers with a year, between signs or the names of months.
pub(super) fn when_of(text: &str) -> WhenCell {
    if text.len() > 60 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return WhenCell::Other;
    }
    let lower = text.to_lowercase();
    let pieces: Vec<&str> = pieces_of(&lower).collect();
    let numbers = pieces.iter().filter(|piece| piece.starts_with(|first: char| first.is_ascii_digit())).count();
    let has_month = pieces.iter().any(|piece| is_month(piece));
    let are_known = pieces.iter().all(|piece| {
        piece.starts_with(|first: char| first.is_ascii_digit()) || is_month(piece) || CLOCK_WORDS.contains(piece)
    });
    let signs = lower.chars().all(|sign| sign.is_alphanumeric() || " /-.:,+'()\u{a0}\u{202f}".contains(sign));
    if !are_known || !signs || lower.starts_with(['-', '+']) || !has_month && !is_date_like(&lower) {
        return WhenCell::Other;
    }
    match (numbers, has_month) {
        (3.., _) if pieces.iter().all(|piece| piece.chars().all(|digit| digit == '0' || !digit.is_ascii_digit())) => {
            WhenCell::Zeros
        }
        (3.., _) | (2.., true) => WhenCell::Date,
        // `20260302`.
        (1, false) if lower.len() == 8 && (lower.starts_with("19") || lower.starts_with("20")) => WhenCell::Date,
        _ => WhenCell::Other,
    }
}

/// Whether a text starts like `3/2/2026` or `2026-03-02`, or is eight digits; a phone number doesn't.
fn is_date_like(lower: &str) -> bool {
    let mut numbers = lower.splitn(4, |sign: char| !sign.is_ascii_digit());
    let lengths: Vec<usize> = numbers.by_ref().take(3).map(str::len).collect();
    let mut signs = lower.chars().filter(|sign| !sign.is_ascii_digit());
    match lengths.as_slice() {
        [8] => true,
        [first, second, third] => {
            let is_joined = signs.by_ref().take(2).all(|sign| "/.-".contains(sign));
            is_joined && [first, second, third].iter().all(|length| matches!(length, 1 | 2 | 4))
        }
        _ => false,
    }
}

fn is_month(piece: &str) -> bool {
    piece.chars().count() >= 3 && MONTHS.iter().chain(&LATE_MONTHS).any(|month| piece.starts_with(month))
}

/// The runs of digits and of letters.
fn pieces_of(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let cut = word.find(|letter: char| letter.is_alphabetic() != word.starts_with(char::is_alphabetic));
        let (first, rest) = word.split_at(cut.unwrap_or(word.len()));
        // `02t10`: digits, a letter, digits.
        let again = rest.find(|digit: char| digit.is_ascii_digit()).filter(|at| *at > 0).unwrap_or(rest.len());
        let (second, third) = rest.split_at(again);
        [first, second, third].into_iter().filter(|piece| !piece.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_many_forms() {
        for text in [
            "2026-03-02",
            "2026-03-02 10:00:00",
            "2026-03-02T10:00:00Z",
            "2026-03-02T10:00:00.123+00:00",
            "3/2/2026",
            "02.03.2026",
            "3/2/26 4:05 PM",
            "Mar 2, 2026",
            "2 March 2026",
            "2. März 2026",
            "2 de marzo de 2026",
            "20260302",
            "Feb 2nd, 2026 at 3:00 pm",
        ] {
            assert_eq!(when_of(text), WhenCell::Date, "{text}");
        }
        for text in ["0000-00-00", "00/00/0000", "0000-00-00 00:00:00", "0/0/00"] {
            assert_eq!(when_of(text), WhenCell::Zeros, "{text}");
        }
        for text in
            ["", "0", "1", "12", "yes", "2 weeks", "v1", "+1 555 12", "March", "12345678", "room 12 floor 3 house 4"]
        {
            assert_eq!(when_of(text), WhenCell::Other, "{text}");
        }
    }
}
