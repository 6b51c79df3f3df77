//! The whole file.

use std::borrow::Cow;

use serde::Deserialize;

use crate::calendar::timer::{DayCount, FieldTimersRead, LeapDay};
use crate::campaign::document;

use super::directory::Directory;
use super::or_none;
use super::rehearsal::RehearsalV1;
use super::sequence::Sequence;

/// `Campaign(..)`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct Campaign<'a> {
    pub format: u64,
    #[serde(deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub description: Cow<'a, str>,
    pub time_zone: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub rules: Rules,
    #[serde(default, deserialize_with = "or_none")]
    pub directory: Directory<'a>,
    pub sequences: Vec<Sequence<'a>>,
    #[serde(default, deserialize_with = "or_none")]
    pub rehearsals: Vec<RehearsalV1<'a>>,
}

/// `rules: (..)`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::storage::campaign_file) struct Rules {
    #[serde(deserialize_with = "or_none")]
    pub day_count: DayCount,
    #[serde(deserialize_with = "or_none")]
    pub field_timers_read: FieldTimersRead,
    #[serde(deserialize_with = "or_none")]
    pub leap_day: LeapDay,
}

impl<'a> Campaign<'a> {
    /// A campaign as the file holds it.
    pub fn of(campaign: &'a document::Campaign) -> Self {
        let document::Campaign { name, description, time_zone, rules, directory, sequences, rehearsals } = campaign;
        let document::Rules { day_count, field_timers_read, leap_day } = *rules;
        Self {
            format: 1,
            name: name.into(),
            description: description.into(),
            time_zone: time_zone.into(),
            rules: Rules { day_count, field_timers_read, leap_day },
            directory: Directory::of(directory),
            sequences: sequences.iter().map(Sequence::of).collect(),
            rehearsals: rehearsals.iter().map(|rehearsal| RehearsalV1::of(rehearsal, campaign)).collect(),
        }
    }

    /// The campaign that the file means.
    pub fn into_document(self) -> document::Campaign {
        let Self { format: _, name, description, time_zone, rules, directory, sequences, rehearsals } = self;
        let Rules { day_count, field_timers_read, leap_day } = rules;
        let mut campaign = document::Campaign {
            name: name.into_owned(),
            description: description.into_owned(),
            time_zone: time_zone.into_owned(),
            rules: document::Rules { day_count, field_timers_read, leap_day },
            directory: directory.into_document(),
            sequences: sequences.into_iter().enumerate().map(|(index, one)| one.into_document(index)).collect(),
            rehearsals: Vec::new(),
        };
        campaign.rehearsals = rehearsals.into_iter().map(|rehearsal| rehearsal.into_document(&campaign)).collect();
        campaign
    }
}
