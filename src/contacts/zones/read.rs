//! Reads a cell of a time zone, from the plainest form to the loosest.

use std::borrow::Cow;

use crate::contacts::words::{LONGEST_CELL, is_none_word, trimmed, word_key};

use super::clocks::YearClocks;
use super::iana;
use super::note::{ZoneGround, ZoneNote};
use super::offset;
use super::places::{CountryEntry, Place, PlaceZone, RegionEntry, country_named, country_of, region_named, region_of};
use super::reading::ZoneReading;
use super::tables::{EVERYDAY, LONG_NAMES, WINDOWS, WordMeaning, ZoneWord};

/// How often a cell is taken apart: `(GMT-05:00) Eastern Time (US & Canada); Tijuana` is three deep.
const DEEPEST: u8 = 4;

/// Words at the end of a name that say only that it is a time.
const TIME_WORDS: [&str; 12] = [
    "time zone",
    "timezone",
    "standard time",
    "daylight time",
    "summer time",
    "winter time",
    "local time",
    "time",
    "zone",
    "zeit",
    "ortszeit",
    "tijd",
];

/// A contact's place, looked up.
#[derive(Clone, Copy)]
struct KnownPlace {
    country: Option<&'static CountryEntry>,
    region: Option<&'static RegionEntry>,
}

impl KnownPlace {
    fn of(place: Place<'_>) -> Self {
        let country = country_of(trimmed(place.country));
        Self { country, region: region_of(trimmed(place.region), country) }
    }

    fn has(self, iana: &str) -> bool {
        self.country.is_some_and(|country| country.zones.contains(&iana))
    }
}

/// Reads a cell: [`super::zone_of`].
pub(super) fn read_cell(cell: &str, place: Place<'_>) -> ZoneReading {
    let text = trimmed(cell);
    if is_none_word(text) {
        return ZoneReading::Empty;
    }
    if text.len() > LONGEST_CELL {
        return ZoneReading::Unknown;
    }
    read_name(text, KnownPlace::of(place), 0).unwrap_or(ZoneReading::Unknown)
}

fn read_name(text: &str, place: KnownPlace, depth: u8) -> Option<ZoneReading> {
    let text = trimmed(text);
    if depth > DEEPEST || text.is_empty() {
        return None;
    }
    whole_name(text, place)
        .or_else(|| offset::whole_offset(text).map(|seconds| ZoneReading::Fixed { seconds }))
        .or_else(|| name_with_offset(text, place, depth))
        .or_else(|| name_with_brackets(text, place, depth))
        .or_else(|| list_of_names(text, place, depth))
        .or_else(|| without_time_words(text, place, depth))
}

/// A text that is a name as it stands.
fn whole_name(text: &str, place: KnownPlace) -> Option<ZoneReading> {
    if text.contains(['/', '_'])
        && let Some(name) = iana::by_full_name(text)
    {
        return Some(plain(name));
    }
    let has_sign = text.contains(['+', '−']) || text.contains("GMT-") || text.contains("UTC-");
    if has_sign && text.contains(|letter: char| letter.is_ascii_digit()) {
        // A key has no sign.
        return None;
    }
    let key = word_key(text);
    if key.is_empty() {
        return None;
    }
    let windows = || {
        // People write these names, too, for standard time only.
        let word = WINDOWS.get(&key)?;
        by_word(word, place, word.is_plain && !LONG_NAMES.contains_key(&key))
    };
    let everyday = |word: &ZoneWord| by_word(word, place, word.is_plain);
    match EVERYDAY.get(&key) {
        Some(word) => return everyday(word),
        None => windows(),
    }
    .or_else(|| iana::by_full_name(text).map(plain))
    .or_else(|| LONG_NAMES.get(&key).and_then(everyday))
    .or_else(|| iana::by_city(&key).map(plain))
    .or_else(|| country_named(&key).and_then(|country| by_place(country.zone)))
    .or_else(|| region_named(&key, place.country).and_then(|region| by_place(region.zone)))
    .or_else(|| iana::by_short_name(&key).map(plain))
}

fn plain(name: &'static str) -> ZoneReading {
    ZoneReading::Named { iana: Cow::Borrowed(name), note: None }
}

fn noted(name: &'static str, ground: ZoneGround) -> ZoneReading {
    let changes_clocks = YearClocks::of(name).is_some_and(YearClocks::change);
    let is_plain = ground == ZoneGround::Usual && !changes_clocks;
    let note = (!is_plain).then_some(ZoneNote { ground, changes_clocks });
    ZoneReading::Named { iana: Cow::Borrowed(name), note }
}

fn by_place(zone: PlaceZone) -> Option<ZoneReading> {
    match zone {
        PlaceZone::All(name) => Some(plain(name)),
        PlaceZone::Most(name) => Some(noted(name, ZoneGround::MostOfPlace)),
        PlaceZone::Several => None,
    }
}

/// A word's zone at a place.
fn by_word(word: &ZoneWord, place: KnownPlace, is_plain: bool) -> Option<ZoneReading> {
    let code = place.country.map(|country| country.code);
    let there = word.by_country.iter().find(|(country, _)| Some(*country) == code).map(|(_, zone)| *zone);
    if is_plain {
        return match (there, word.meaning) {
            (Some(zone), _) | (None, WordMeaning::Iana(zone)) => Some(plain(zone)),
            (None, WordMeaning::Offset(seconds)) => Some(ZoneReading::Fixed { seconds }),
            (None, WordMeaning::NotPlain) => None,
        };
    }
    let usual = match (there, word.meaning) {
        (Some(zone), _) | (None, WordMeaning::Iana(zone)) => zone,
        (None, WordMeaning::Offset(seconds)) => return Some(ZoneReading::Fixed { seconds }),
        (None, WordMeaning::NotPlain) => return None,
    };
    if let Some(zone) = zone_of_region(usual, place) {
        return Some(noted(zone, ZoneGround::Region));
    }
    match there.or_else(|| zone_of_country(usual, place)) {
        Some(zone) => Some(noted(zone, ZoneGround::Country)),
        None => Some(noted(usual, ZoneGround::Usual)),
    }
}

/// The region's zone, if it has the standard time of `usual`, but other clocks: Phoenix for `MST` in Arizona.
fn zone_of_region(usual: &str, place: KnownPlace) -> Option<&'static str> {
    let zone = place.region?.zone.zone()?;
    let (its, usual) = (YearClocks::of(zone)?, YearClocks::of(usual)?);
    (its.standard() == usual.standard() && its != usual).then_some(zone)
}

/// The country's zone, if it has the standard time of `usual`: Paris for `CET` in France.
fn zone_of_country(usual: &str, place: KnownPlace) -> Option<&'static str> {
    let country = place.country?;
    let zone = country.zone.zone().filter(|zone| *zone != usual && !country.zones.contains(&usual))?;
    (YearClocks::of(zone)?.standard() == YearClocks::of(usual)?.standard()).then_some(zone)
}

/// `(GMT-05:00) Eastern`, `Berlin (UTC+1)`: the name counts. If it isn't known, the offset does.
fn name_with_offset(text: &str, place: KnownPlace, depth: u8) -> Option<ZoneReading> {
    let leading = offset::leading_offset(text).filter(|(_, rest)| !rest.is_empty());
    let (seconds, name) = leading.or_else(|| offset::trailing_offset(text).map(|(name, seconds)| (seconds, name)))?;
    let reading = read_name(name, place, depth + 1);
    match reading {
        Some(ZoneReading::Named { iana, note }) => {
            let disagrees = YearClocks::of(&iana).is_some_and(|clocks| !clocks.show(seconds));
            let changes_clocks = note.is_some_and(|note| note.changes_clocks);
            let other = ZoneNote { ground: ZoneGround::NameOverOffset, changes_clocks };
            Some(ZoneReading::Named { iana, note: if disagrees { Some(other) } else { note } })
        }
        Some(ZoneReading::Fixed { .. } | ZoneReading::Empty | ZoneReading::Unknown) | None => {
            Some(ZoneReading::Fixed { seconds })
        }
    }
}

/// `Eastern Standard Time (America/New_York)`, `Eastern Standard Time (EST)`.
fn name_with_brackets(text: &str, place: KnownPlace, depth: u8) -> Option<ZoneReading> {
    let close = text.rfind([')', ']'])?;
    let open = text.get(..close)?.rfind(['(', '['])?;
    let inside = text.get(open + 1..close)?;
    if let Some(name) = Some(inside).filter(|inside| inside.contains('/')).and_then(iana::by_full_name) {
        return Some(plain(name));
    }
    let after = text.get(close + 1..)?;
    let around = format!("{} {}", text.get(..open)?, after);
    // `Pacific Time (US & Canada); Tijuana` is a list.
    if !after.trim().is_empty() {
        return list_of_names(text, place, depth);
    }
    read_name(&around, place, depth + 1).or_else(|| read_name(inside, place, depth + 1))
}

/// `Canberra, Melbourne, Sydney`: the first city of the contact's country, or else the first that is known.
/// `Berlin, Germany`: the last part may be the country.
fn list_of_names(text: &str, place: KnownPlace, depth: u8) -> Option<ZoneReading> {
    let parts: Vec<&str> =
        text.split([',', ';', '|', ':', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let parts = if parts.len() > 1 { parts } else { text.split(" - ").map(str::trim).collect() };
    if parts.len() < 2 {
        return None;
    }
    // `Atlanta, Georgia` isn't in the country of that name, and `Kuala Lumpur, Singapore` are two cities.
    let is_plain = |last: &&&str| !EVERYDAY.contains_key(&word_key(last)) && iana::by_city(&word_key(last)).is_none();
    let last = parts.last().filter(is_plain).and_then(|last| country_of(last));
    let place = if place.country.is_none() { KnownPlace { country: last, ..place } } else { place };
    let readings: Vec<ZoneReading> = parts.iter().filter_map(|part| read_name(part, place, depth + 1)).collect();
    let named = |reading: &&ZoneReading| matches!(reading, ZoneReading::Named { .. });
    let local = |reading: &&ZoneReading| matches!(reading, ZoneReading::Named { iana, .. } if place.has(iana));
    // `-05:75` has no name.
    let has_word = |first: &&str| first.chars().all(|letter| letter.is_alphabetic() || letter.is_whitespace());
    let first = || readings.first().filter(|_| parts.first().is_some_and(has_word));
    readings.iter().find(local).or_else(|| readings.iter().find(named)).or_else(first).cloned()
}

/// `London time`, `Pacific timezone`, `Pariser Zeit`.
fn without_time_words(text: &str, place: KnownPlace, depth: u8) -> Option<ZoneReading> {
    let lower = text.to_ascii_lowercase();
    let rest = TIME_WORDS.iter().find_map(|word| lower.strip_suffix(word))?;
    let name = text.get(..rest.len())?;
    name.ends_with(char::is_whitespace).then(|| read_name(name, place, depth + 1))?
}
