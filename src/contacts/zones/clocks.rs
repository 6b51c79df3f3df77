//! What the clocks of a zone do, by the bundled database.

use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;

/// 1 January and 1 July 2026, 00:00 UTC: half a year apart, so that one is in summer and one in winter.
const HALF_YEARS: [i64; 2] = [1_767_225_600, 1_782_864_000];

/// The offsets of a zone in a year, in seconds east of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YearClocks {
    january: i32,
    july: i32,
}

impl YearClocks {
    /// The offsets of a zone; `None` if the database doesn't have it.
    pub fn of(iana: &str) -> Option<Self> {
        let zone = TimeZoneDatabase::bundled().get(iana).ok()?;
        let at = |second| Timestamp::from_second(second).ok().map(|at| zone.to_offset(at).seconds());
        Some(Self { january: at(HALF_YEARS[0])?, july: at(HALF_YEARS[1])? })
    }

    /// Whether clocks change within a year.
    pub const fn change(self) -> bool {
        self.january != self.july
    }

    /// The offset of standard time: the smaller one.
    pub fn standard(self) -> i32 {
        self.january.min(self.july)
    }

    /// Whether clocks show this offset in some part of the year.
    pub const fn show(self, seconds: i32) -> bool {
        self.january == seconds || self.july == seconds
    }
}
