//! Countries and their parts, which decide what a word for a zone means.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::contacts::words::word_key;

use super::tables::table_rows;

/// Where a contact lives, as the file says it. Both may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place<'a> {
    /// The country: a name in English, German, French, Spanish, Italian, Portuguese or Dutch, or its ISO 3166 code.
    pub country: &'a str,
    /// The state or province: its name or code.
    pub region: &'a str,
}

/// The zone of a country or region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceZone {
    /// All of it has this zone's clocks.
    All(&'static str),
    /// Most of it has.
    Most(&'static str),
    /// It has several zones.
    Several,
}

impl PlaceZone {
    fn parse(text: &'static str) -> Self {
        match (text, text.strip_prefix('~')) {
            ("?", _) => PlaceZone::Several,
            (_, Some(zone)) => PlaceZone::Most(zone),
            (zone, None) => PlaceZone::All(zone),
        }
    }

    /// The zone of all or most of the place.
    pub const fn zone(self) -> Option<&'static str> {
        match self {
            PlaceZone::All(zone) | PlaceZone::Most(zone) => Some(zone),
            PlaceZone::Several => None,
        }
    }
}

/// A country with its zones.
#[derive(Debug)]
pub(super) struct CountryEntry {
    /// ISO 3166, two letters.
    pub code: &'static str,
    /// Its zone.
    pub zone: PlaceZone,
    /// All its zones.
    pub zones: Vec<&'static str>,
}

/// A state or province with its zone.
#[derive(Debug)]
pub(super) struct RegionEntry {
    country: &'static str,
    code: &'static str,
    /// Its zone.
    pub zone: PlaceZone,
    names: Vec<String>,
}

/// All countries.
pub(super) static COUNTRIES: LazyLock<Vec<CountryEntry>> = LazyLock::new(|| {
    let entries = table_rows(include_str!("countries.txt")).filter_map(|row| {
        let [code, _, zone, zones, _] = row.as_slice() else { return None };
        Some(CountryEntry { code, zone: PlaceZone::parse(zone), zones: zones.split(' ').collect() })
    });
    entries.collect()
});

/// Places in [`COUNTRIES`] by the keys of names, and of codes.
struct CountryKeys {
    by_name: FxHashMap<String, usize>,
    by_code: FxHashMap<String, usize>,
}

static COUNTRY_KEYS: LazyLock<CountryKeys> = LazyLock::new(|| {
    let mut keys = CountryKeys { by_name: FxHashMap::default(), by_code: FxHashMap::default() };
    let rows = table_rows(include_str!("countries.txt")).filter(|row| row.len() == 5);
    for (place, row) in rows.enumerate() {
        for code in [row[0], row[1]].into_iter().filter(|code| *code != "-") {
            keys.by_code.insert(word_key(code), place);
        }
        for name in row[4].split("; ") {
            keys.by_name.entry(word_key(name)).or_insert(place);
        }
    }
    keys
});

static REGIONS: LazyLock<Vec<RegionEntry>> = LazyLock::new(|| {
    let entries = table_rows(include_str!("regions.txt")).filter_map(|row| {
        let [country, code, zone, names] = row.as_slice() else { return None };
        let names = names.split("; ").map(word_key).collect();
        Some(RegionEntry { country, code, zone: PlaceZone::parse(zone), names })
    });
    entries.collect()
});

/// The country with a name.
pub(super) fn country_named(key: &str) -> Option<&'static CountryEntry> {
    COUNTRIES.get(*COUNTRY_KEYS.by_name.get(key)?)
}

/// The country with a name or code.
pub(super) fn country_of(text: &str) -> Option<&'static CountryEntry> {
    let key = word_key(text);
    country_named(&key).or_else(|| COUNTRIES.get(*COUNTRY_KEYS.by_code.get(&key)?))
}

/// The region with a name, if only one country has one.
pub(super) fn region_named(key: &str, country: Option<&CountryEntry>) -> Option<&'static RegionEntry> {
    only(country, |region| region.names.iter().any(|name| name == key))
}

/// The region with a name or code, if only one country has one.
pub(super) fn region_of(text: &str, country: Option<&CountryEntry>) -> Option<&'static RegionEntry> {
    let text = text.trim();
    let text = text.strip_prefix("US-").unwrap_or(text);
    let key = word_key(text);
    region_named(&key, country).or_else(|| only(country, |region| region.code.eq_ignore_ascii_case(text)))
}

fn only(country: Option<&CountryEntry>, is_it: impl Fn(&RegionEntry) -> bool) -> Option<&'static RegionEntry> {
    let is_there = |region: &&RegionEntry| country.is_none_or(|country| country.code == region.country);
    let mut found = REGIONS.iter().filter(is_there).filter(|region| is_it(region));
    match (found.next(), found.next()) {
        (Some(region), None) => Some(region),
        (Some(_), Some(_)) | (None, _) => None,
    }
}

/// Whether a text names a country, by name or code.
pub fn is_country(text: &str) -> bool {
    country_of(text).is_some()
}

/// Whether a text names a state or province of a country, by name or code.
pub fn is_region(text: &str, country: &str) -> bool {
    region_of(text, country_of(country)).is_some()
}

/// Whether a text names a country or a state, or is a state's code in capitals.
pub fn names_a_place(text: &str) -> bool {
    let key = word_key(text);
    let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let has_code = || REGIONS.iter().any(|region| region.code == text) || COUNTRY_KEYS.by_code.contains_key(&key);
    country_named(&key).is_some() || region_named(&key, None).is_some() || is_code && has_code()
}
