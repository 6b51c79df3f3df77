//! The tables of names, which are text files in this folder.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::contacts::words::word_key;

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordMeaning {
    /// A zone by its IANA name.
    Iana(&'static str),
    /// Seconds east of UTC.
    Offset(i32),
    /// Nothing without a country or region.
    NotPlain,
}

/// A word for a zone.
#[derive(Debug)]
pub(super) struct ZoneWord {
    /// What it means where no country says otherwise.
    pub meaning: WordMeaning,
    /// Countries in which it means another zone.
    pub by_country: Vec<(&'static str, &'static str)>,
    /// Whether it names one place, so that there is no doubt about it.
    pub is_plain: bool,
}

/// Words by their key.
pub(super) type ZoneWords = FxHashMap<String, ZoneWord>;

/// Everyday words, abbreviations and cities.
pub(super) static EVERYDAY: LazyLock<ZoneWords> = LazyLock::new(|| words_of(include_str!("words.txt"), false));
/// Windows' names by CLDR.
pub(super) static WINDOWS: LazyLock<ZoneWords> = LazyLock::new(|| words_of(include_str!("windows.txt"), true));
/// English long names by CLDR.
pub(super) static LONG_NAMES: LazyLock<ZoneWords> = LazyLock::new(|| words_of(include_str!("long_names.txt"), false));

/// The lines of a table, as columns.
pub(super) fn table_rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

fn words_of(text: &'static str, all_plain: bool) -> ZoneWords {
    let mut words = ZoneWords::default();
    for row in table_rows(text) {
        let [names, meaning, rest @ ..] = row.as_slice() else { continue };
        let by_country = rest.first().map(|pairs| pairs.split(' ').filter_map(|pair| pair.split_once('=')).collect());
        let by_country: Vec<_> = by_country.unwrap_or_default();
        for name in names.split("; ") {
            let word = ZoneWord {
                meaning: meaning_of(meaning),
                by_country: by_country.clone(),
                is_plain: all_plain || name.ends_with('*'),
            };
            words.insert(word_key(name), word);
        }
    }
    words
}

fn meaning_of(text: &'static str) -> WordMeaning {
    match text {
        "?" => WordMeaning::NotPlain,
        text => super::offset::whole_offset(text).map_or(WordMeaning::Iana(text), WordMeaning::Offset),
    }
}
