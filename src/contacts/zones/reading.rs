//! What comes out of a cell of a time zone.

use std::borrow::Cow;

use super::note::ZoneNote;

/// What a cell of a time zone says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneReading {
    /// A zone of the bundled database.
    Named {
        /// Its IANA name, in the database's own case. Old names stay as they are (`US/Eastern`).
        iana: Cow<'static, str>,
        /// What to tell the user about it, if the cell could mean another zone or fewer rules.
        note: Option<ZoneNote>,
    },
    /// An offset from UTC that never changes, in seconds east of it.
    Fixed {
        /// Seconds east of UTC, from −12 to +14 hours.
        seconds: i32,
    },
    /// Nothing, or a word for "none".
    Empty,
    /// A text that isn't plainly a time zone.
    Unknown,
}
