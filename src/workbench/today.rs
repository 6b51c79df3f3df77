//! The date of today. It decides only the century of years that are written with two digits.

use std::time::SystemTime;

use chrono::NaiveDate;

use crate::calendar::{Instant, Zone};

/// The date of today in a zone.
pub fn today(zone: &Zone) -> NaiveDate {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let now = Instant::from_utc_secs(i64::try_from(since_1970.as_secs()).unwrap_or_default());
    NaiveDate::try_from(zone.date_at(now)).unwrap_or_default()
}
