//! Names of months and weekdays in seven languages, words between the parts of a date, and words for "none".
//!
//! All are in small letters without accents, as a plain cell has them.

use std::sync::LazyLock;

/// The names of each month in English, German (Austrian, too), French, Spanish, Italian, Portuguese and Dutch, and
/// abbreviations that aren't their first letters. Names may also be cut at three or four letters.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janner", "jaenner", "janvier", "enero", "gennaio", "janeiro", "januari"],
    &["february", "februar", "feber", "fevrier", "febrero", "febbraio", "fevereiro", "februari"],
    &["march", "marz", "maerz", "mars", "marzo", "marco", "maart", "mrz", "mrt"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei"],
    &["june", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "aout", "agosto", "augustus"],
    &["september", "septembre", "septiembre", "setiembre", "settembre", "setembro"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"],
];

/// The weekdays in the same languages. They may be cut at three letters or more.
const WEEKDAYS: [&str; 48] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "lunedi",
    "martedi",
    "mercoledi",
    "giovedi",
    "venerdi",
    "sabato",
    "domenica",
    "segunda",
    "terca",
    "quarta",
    "quinta",
    "sexta",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];

/// Weekdays of two letters.
const SHORT_WEEKDAYS: [&str; 16] =
    ["mo", "di", "mi", "do", "fr", "sa", "so", "ma", "wo", "vr", "za", "zo", "lu", "me", "je", "ve"];

/// Words that stand before or between the parts of a date: `le 3 mars`, `the 3rd of March`, `3 de marzo de 2026`.
pub(super) const BETWEEN: [&str; 12] = ["de", "del", "do", "di", "of", "the", "den", "der", "le", "el", "il", "d"];

/// What makes a number an ordinal: `3rd`, `1er`, `2de`, `3º`.
pub(super) const ORDINALS: [&str; 14] =
    ["st", "nd", "rd", "th", "er", "re", "e", "eme", "o", "a", "de", "ste", "te", "ter"];

const NONE_WORDS: &str = include_str!("none_words.txt");

/// What the first three letters of a word may begin. Nearly all words are settled by it in a nanosecond.
#[derive(Clone, Copy, Default)]
struct NameStart {
    /// The months, one bit each. Only `jui` begins two (French June and July).
    months: u16,
    is_weekday: bool,
}

/// What each three letters begin, by [`start_of`].
static STARTS: LazyLock<Vec<NameStart>> = LazyLock::new(|| {
    let mut starts = vec![NameStart::default(); 26 * 26 * 26];
    for (month, names) in MONTHS.iter().enumerate() {
        for start in names.iter().filter_map(|name| start_of(name)) {
            starts[start].months |= 1 << month;
        }
    }
    for start in WEEKDAYS.iter().filter_map(|name| start_of(name)) {
        starts[start].is_weekday = true;
    }
    starts
});

/// The place of a word's first three letters among all; `None` if it has fewer.
fn start_of(word: &str) -> Option<usize> {
    let &[one, two, three, ..] = word.as_bytes() else { return None };
    let letters = [one, two, three].map(|letter| usize::from(letter.wrapping_sub(b'a')));
    letters.iter().all(|letter| *letter < 26).then(|| letters.iter().fold(0, |place, letter| place * 26 + letter))
}

static NONE_SPELLINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = NONE_WORDS.lines().filter(|line| !line.starts_with("# "));
    let mut words: Vec<&str> = lines.flat_map(|line| line.split(" | ")).map(str::trim).collect();
    words.sort_unstable();
    words
});

/// The number of the month with this name, 1 to 12: written out, or cut at three or four letters.
pub(super) fn month(word: &str) -> Option<u8> {
    let mut months = STARTS.get(start_of(word)?)?.months;
    let is_cut = word.len() == 3;
    if is_cut && months.count_ones() > 1 {
        return None;
    }
    let is_name = |name: &str| name == word || (word.len() == 4 && name.starts_with(word));
    while months != 0 {
        let month = months.trailing_zeros();
        let names = MONTHS.get(usize::try_from(month).ok()?)?;
        if is_cut || names.iter().any(|name| is_name(name)) {
            return u8::try_from(month + 1).ok();
        }
        months &= months - 1;
    }
    None
}

/// Whether it is the name of a weekday, also cut at three letters or more. `mar` and `maa` may also be months.
pub(super) fn is_weekday(word: &str) -> bool {
    let Some(start) = start_of(word) else { return SHORT_WEEKDAYS.contains(&word) };
    let is_start = STARTS.get(start).is_some_and(|start| start.is_weekday);
    // The fourth letter rules out nearly all others, such as `march`, without a call.
    match word.as_bytes().get(3) {
        None => is_start,
        Some(fourth) => {
            let is_name = |name: &str| name.as_bytes().get(3) == Some(fourth) && name.starts_with(word);
            is_start && WEEKDAYS.iter().any(|name| is_name(name))
        }
    }
}

/// Whether a cell without digits says that there is no date.
pub(super) fn says_none(text: &str) -> bool {
    NONE_SPELLINGS.binary_search(&text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_is_one_month_and_two_are_weekdays_too() {
        let mut both = Vec::new();
        for (number, names) in (1..).zip(MONTHS) {
            for &name in names {
                for spelling in [name.get(..3), name.get(..4), Some(name)].into_iter().flatten() {
                    let wanted = if spelling == "jui" { None } else { Some(number) };
                    assert_eq!(month(spelling), wanted, "{spelling}");
                    both.extend(is_weekday(spelling).then_some(spelling));
                }
                assert_eq!(month(&format!("{name}x")), None);
                assert!(
                    name.len() <= 5
                        || month(&name[..5]).is_none_or(|_| MONTHS[number as usize - 1].contains(&&name[..5]))
                );
            }
        }
        both.dedup();
        assert_eq!(both, ["mar", "maa"], "mardi, maandag");
        for word in ["", "m", "ma", "mayflower", "janu\u{e4}r", "foo", "janua"] {
            assert_eq!(month(word), None, "{word}");
        }
    }

    #[test]
    fn words_for_none_are_plain_and_without_digits() {
        assert!(NONE_SPELLINGS.len() > 150);
        for word in NONE_SPELLINGS.iter() {
            assert!(word.is_ascii() && *word == word.to_ascii_lowercase() && *word == word.trim(), "{word}");
            assert!(!word.bytes().any(|byte| byte.is_ascii_digit()), "{word}");
        }
    }
}
