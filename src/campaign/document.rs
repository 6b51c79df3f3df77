//! The whole document.

use serde::{Deserialize, Serialize};

use crate::calendar::timer::{DayCount, FieldTimersRead, LeapDay};

use super::directory::Directory;
use super::left_out::or_none;
use super::rehearsal::Rehearsal;
use super::sequence::Sequence;

/// The version of the file format that this program writes, and the newest it reads.
pub const FORMAT: u64 = 1;

/// A campaign: sequences that share a directory, a time zone and rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// The file format's version.
    pub format: u64,
    /// What people call it.
    #[serde(deserialize_with = "or_none")]
    pub name: String,
    /// What it is for.
    #[serde(default, deserialize_with = "or_none")]
    pub description: String,
    /// IANA name of the campaign's time zone.
    pub time_zone: String,
    /// The rules that a campaign may choose.
    #[serde(default, deserialize_with = "or_none")]
    pub rules: Rules,
    /// The users, tags, stages and so on that items may name.
    #[serde(default, deserialize_with = "or_none")]
    pub directory: Directory,
    /// The sequences; at least one, with unique names.
    pub sequences: Vec<Sequence>,
    /// Saved rehearsals.
    #[serde(default, deserialize_with = "or_none")]
    pub rehearsals: Vec<Rehearsal>,
}

/// The rules of `rules.md` that a campaign may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// How delay timers count days (§4).
    #[serde(deserialize_with = "or_none")]
    pub day_count: DayCount,
    /// When field timers read their field (§5).
    #[serde(deserialize_with = "or_none")]
    pub field_timers_read: FieldTimersRead,
    /// What 29 February is in a common year (§2).
    #[serde(deserialize_with = "or_none")]
    pub leap_day: LeapDay,
}

impl Campaign {
    /// The sequence of a name; the first one for `None`.
    pub fn sequence(&self, name: Option<&str>) -> Option<&Sequence> {
        match name {
            Some(name) => self.sequences.iter().find(|sequence| sequence.name == name),
            None => self.sequences.first(),
        }
    }

    /// The rehearsal of a name.
    pub fn rehearsal(&self, name: &str) -> Option<&Rehearsal> {
        self.rehearsals.iter().find(|rehearsal| rehearsal.name == name)
    }
}
