//! Names of the bundled database in any spelling.

use std::sync::LazyLock;

use jiff::tz::TimeZoneDatabase;
use rustc_hash::FxHashMap;

use crate::contacts::words::word_key;

use super::places::COUNTRIES;

/// The continents and oceans whose names end in a city.
const CONTINENTS: [&str; 10] =
    ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

/// Last parts of names that are no place by themselves.
const NO_CITIES: [&str; 8] = ["act", "lhi", "nsw", "north", "south", "west", "victoria", "center"];

struct IanaNames {
    by_key: FxHashMap<String, String>,
    /// Names with a sign, such as `Etc/GMT+5`, by their lower case: a key would lose the sign.
    signed: FxHashMap<String, String>,
    by_city: FxHashMap<String, String>,
}

static NAMES: LazyLock<IanaNames> = LazyLock::new(|| {
    let names: Vec<String> = TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect();
    let (signed, others): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| is_signed(name));
    // Names that a country uses today come last, and replace old ones with the same city.
    let (old, current): (Vec<&String>, Vec<&String>) = others.iter().partition(|name| !is_current(name));
    let city_of = |name: &&String| Some((city_key(name)?, (*name).clone()));
    IanaNames {
        by_city: old.iter().chain(&current).filter_map(city_of).collect(),
        signed: signed.into_iter().map(|name| (name.to_ascii_lowercase(), name)).collect(),
        by_key: others.iter().map(|name| (word_key(name), name.clone())).collect(),
    }
});

fn is_signed(name: &str) -> bool {
    name.contains("GMT") && name.ends_with(|last: char| last.is_ascii_digit())
}

fn is_current(name: &str) -> bool {
    COUNTRIES.iter().any(|country| country.zones.contains(&name))
}

fn city_key(name: &str) -> Option<String> {
    let (continent, rest) = name.split_once('/')?;
    let key = word_key(rest.rsplit('/').next()?);
    (CONTINENTS.contains(&continent) && !NO_CITIES.contains(&key.as_str())).then_some(key)
}

/// A name with a continent or country, in any case, with blanks, underscores or hyphens (`america/new york`), as HubSpot
/// writes it (`us_slash_eastern`), or only its parts (`US Eastern`).
pub(super) fn by_full_name(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let slashed = lower.replace("_slash_", "/").replace("_hyphen_", "-").replace("_plus_", "+");
    if let Some(name) = NAMES.signed.get(&slashed).filter(|name| name.contains('/')) {
        return Some(name);
    }
    if slashed.ends_with(|last: char| last.is_ascii_digit()) && slashed.contains("gmt") {
        return None;
    }
    NAMES.by_key.get(&word_key(&slashed)).filter(|name| name.contains('/')).map(String::as_str)
}

/// A name without a continent, such as `EST5EDT`, `Singapore` or `Japan`.
pub(super) fn by_short_name(key: &str) -> Option<&'static str> {
    NAMES.by_key.get(key).filter(|name| !name.contains('/')).map(String::as_str)
}

/// The zone that is named after a city, by the city's key.
pub(super) fn by_city(key: &str) -> Option<&'static str> {
    NAMES.by_city.get(key).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_names_have_one_key() {
        let count = TimeZoneDatabase::bundled().available().count();
        assert_eq!(NAMES.by_key.len() + NAMES.signed.len(), count);
        assert!(count > 500 && NAMES.by_city.len() > 400);
    }
}
