//! Converts times in case files, which are local times in the campaign's zone. It uses the library itself, not the
//! compiled zone tables that are tested.

use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};

/// Converts local times in one time zone.
pub struct Clock {
    zone: TimeZone,
}

impl Clock {
    /// For the time zone with this IANA name.
    pub fn new(zone: &str) -> Result<Self, String> {
        let zone = TimeZoneDatabase::bundled().get(zone).map_err(|error| error.to_string())?;
        Ok(Self { zone })
    }

    /// Reads `2026-07-02T10:00` (seconds optional), with an optional offset or zone (`[Asia/Tokyo]`) after it, as UTC
    /// seconds. A local time that doesn't exist, or exists twice, needs an offset.
    pub fn parse(&self, text: &str) -> Result<i64, String> {
        let wrong = |error: jiff::Error| format!("`{text}`: {error}");
        let (local, zone) = match text.strip_suffix(']').and_then(|text| text.split_once('[')) {
            Some((local, zone)) => (local, TimeZoneDatabase::bundled().get(zone).map_err(wrong)?),
            None => (text, self.zone.clone()),
        };
        if local.get(10..).is_some_and(|time| time.contains(['Z', '+', '-'])) {
            return Ok(local.parse::<Timestamp>().map_err(wrong)?.as_second());
        }
        let local: DateTime = local.parse().map_err(wrong)?;
        let at = zone.to_ambiguous_timestamp(local).unambiguous().map_err(wrong)?;
        Ok(at.as_second())
    }

    /// The local time of an instant in UTC seconds. It has an offset if the clock shows this local time twice.
    pub fn show(&self, secs: i64) -> String {
        let at = Zoned::new(Timestamp::from_second(secs).expect("an instant"), self.zone.clone());
        let form = if at.datetime().second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" };
        let twice = self.zone.to_ambiguous_timestamp(at.datetime()).is_ambiguous();
        let offset = if twice { at.strftime("%:z").to_string() } else { String::new() };
        format!("{}{offset}", at.strftime(form))
    }
}
