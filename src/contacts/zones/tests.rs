use proptest::prelude::*;

use super::clocks::YearClocks;
use super::tables::{EVERYDAY, LONG_NAMES, WINDOWS, WordMeaning, ZoneWords, table_rows};
use super::*;

/// A reading as the tables of cells write it.
fn told(reading: &ZoneReading) -> String {
    match reading {
        ZoneReading::Named { iana, note: None } => iana.to_string(),
        ZoneReading::Named { iana, note: Some(note) } => {
            let ground = match note.ground {
                ZoneGround::Usual => None,
                ZoneGround::Country => Some("by the country"),
                ZoneGround::Region => Some("by the state"),
                ZoneGround::MostOfPlace => Some("most of it"),
                ZoneGround::NameOverOffset => Some("not its offset"),
            };
            let clocks = note.changes_clocks.then_some("daylight saving");
            format!("{iana} ({})", ground.into_iter().chain(clocks).collect::<Vec<_>>().join(", "))
        }
        ZoneReading::Fixed { seconds } => {
            let minutes = seconds.abs() / 60;
            format!("{}{:02}:{:02}", if *seconds < 0 { '-' } else { '+' }, minutes / 60, minutes % 60)
        }
        ZoneReading::Empty => "empty".to_owned(),
        ZoneReading::Unknown => "not known".to_owned(),
    }
}

#[test]
fn cells_come_out_as_the_table_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, line) in include_str!("../../../tests/cells/zones.txt").lines().enumerate() {
        let [cell, country, region, wanted] = line.split('\t').collect::<Vec<_>>()[..] else {
            assert!(line.is_empty() || line.starts_with('#'), "line {}: {line}", number + 1);
            continue;
        };
        count += 1;
        let found = told(&zone_of(cell, Place { country, region }));
        if found != wanted {
            wrong.push(format!("{}: {cell:?} in {country:?} {region:?}: {found}, not {wanted}", number + 1));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(count > 250, "{count}");
}

/// Rails' names (ActiveSupport's `TimeZone`) with its zones. Where ours is another, it has the same clocks.
#[test]
fn names_of_rails_have_its_clocks() {
    // Rails has Dhaka for Astana, from the time of a list in which one line named both; and Midway for the date line.
    const OTHERWISE: [(&str, &str); 2] = [("Astana", "Asia/Almaty"), ("International Date Line West", "-12:00")];
    let mut count = 0;
    for line in include_str!("../../../tests/cells/rails.txt").lines().filter(|line| !line.starts_with('#')) {
        let (name, zone) = line.split_once('\t').expect(line);
        count += 1;
        let reading = zone_of(name, Place::default());
        if let Some((_, wanted)) = OTHERWISE.iter().find(|(other, _)| *other == name) {
            assert_eq!(told(&reading), *wanted, "{name}");
            continue;
        }
        match &reading {
            ZoneReading::Named { iana, .. } => assert_eq!(YearClocks::of(iana), YearClocks::of(zone), "{name}: {iana}"),
            other => assert_eq!((other, name), (&ZoneReading::Fixed { seconds: 0 }, "UTC")),
        }
        let with_offset = format!("(GMT+00:00) {name}");
        let zone_with_offset = zone_of(&with_offset, Place::default());
        let same = |a: &ZoneReading, b: &ZoneReading| match (a, b) {
            (ZoneReading::Named { iana: a, .. }, ZoneReading::Named { iana: b, .. }) => a == b,
            (a, b) => a == b,
        };
        assert!(same(&reading, &zone_with_offset), "{with_offset}: {zone_with_offset:?}");
    }
    assert_eq!(count, 152);
}

#[test]
fn every_table_names_zones_of_the_database() {
    let check = |words: &ZoneWords| {
        for (key, word) in words {
            if let WordMeaning::Iana(zone) = word.meaning {
                assert!(YearClocks::of(zone).is_some(), "{key}: {zone}");
            }
            for (country, zone) in &word.by_country {
                assert!(YearClocks::of(zone).is_some(), "{key} in {country}: {zone}");
                assert!(places::country_of(country).is_some(), "{key}: {country}");
            }
        }
    };
    for words in [&EVERYDAY, &WINDOWS, &LONG_NAMES] {
        assert!(words.len() > 130, "{}", words.len());
        check(words);
    }
    for country in places::COUNTRIES.iter() {
        let zones = country.zones.iter().chain(country.zone.zone().iter()).copied().collect::<Vec<_>>();
        assert!(zones.iter().all(|zone| YearClocks::of(zone).is_some()), "{}", country.code);
    }
    for row in table_rows(include_str!("regions.txt")) {
        assert!(YearClocks::of(row[2].trim_start_matches('~')).is_some(), "{row:?}");
    }
}

#[test]
fn every_name_of_the_database_is_itself_in_any_spelling() {
    for name in jiff::tz::TimeZoneDatabase::bundled().available().filter(|name| name.as_str().contains('/')) {
        let name = name.as_str();
        let hubspot = name.to_lowercase().replace('/', "_slash_").replace('-', "_hyphen_");
        for cell in [name.to_owned(), name.to_lowercase(), name.to_uppercase(), name.replace('_', " "), hubspot] {
            let found = zone_of(&format!(" {cell} "), Place::default());
            assert_eq!(told(&found), name, "{cell}");
        }
    }
}

#[test]
fn a_note_is_a_sentence() {
    let ZoneReading::Named { iana, note: Some(note) } = zone_of("EST", Place::default()) else { panic!() };
    assert_eq!(note.sentence("EST", &iana), "“EST” is read as America/New_York, with daylight saving time.");
    let ZoneReading::Named { iana, note: Some(note) } = zone_of("CST", Place { country: "China", region: "" }) else {
        panic!()
    };
    assert_eq!(note.sentence("CST", &iana), "“CST” is read as Asia/Shanghai by the contact's country.");
}

#[test]
fn long_cells_are_not_read() {
    assert_eq!(zone_of(&"(GMT) ".repeat(500_000), Place::default()), ZoneReading::Unknown);
}

proptest! {
    #[test]
    fn no_text_panics(cell in "\\PC{0,80}", country in "\\PC{0,10}", region in "\\PC{0,10}") {
        zone_of(&cell, Place { country: &country, region: &region });
    }

    #[test]
    fn pieces_of_names_do_not_panic(
        pieces in proptest::collection::vec(
            prop::sample::select(vec!["(", ")", "GMT", "UTC", "+", "-", "−", "5", "05", ":", "30", " ", "Eastern", "/", ",", "é", "America", "_slash_", ";", "[", "]", "time", "Z"]), 0..14)
    ) {
        let cell = pieces.concat();
        if let ZoneReading::Fixed { seconds } = zone_of(&cell, Place::default()) {
            prop_assert!((-43_200..=50_400).contains(&seconds));
        }
    }
}
