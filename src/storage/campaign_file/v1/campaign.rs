//! The whole file.

use std::borrow::Cow;

use serde::Deserialize;

use crate::calendar::timer::{DayCount, FieldTimersRead, LeapDay};
use crate::campaign::document;

use super::directory::DirectoryV1;
use super::or_none;
use super::rehearsal::RehearsalV1;
use super::sequence::SequenceV1;

/// `Campaign(..)`.
#[derive(Deserialize)]
#[serde(rename = "Campaign", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct CampaignV1<'a> {
    pub format: u64,
    #[serde(deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub description: Cow<'a, str>,
    pub time_zone: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub rules: RulesV1,
    #[serde(default, deserialize_with = "or_none")]
    pub directory: DirectoryV1<'a>,
    pub sequences: Vec<SequenceV1<'a>>,
    #[serde(default, deserialize_with = "or_none")]
    pub rehearsals: Vec<RehearsalV1<'a>>,
}

/// `rules: (..)`.
#[derive(Default, Deserialize)]
#[serde(rename = "Rules", deny_unknown_fields, default)]
pub(in crate::storage::campaign_file) struct RulesV1 {
    #[serde(deserialize_with = "or_none")]
    pub day_count: DayCount,
    #[serde(deserialize_with = "or_none")]
    pub field_timers_read: FieldTimersRead,
    #[serde(deserialize_with = "or_none")]
    pub leap_day: LeapDay,
}

impl<'a> CampaignV1<'a> {
    /// Converts a campaign to its form in the file.
    pub fn of(campaign: &'a document::Campaign) -> Self {
        let document::Campaign { name, description, time_zone, rules, directory, sequences, rehearsals } = campaign;
        let document::Rules { day_count, field_timers_read, leap_day } = *rules;
        Self {
            format: 1,
            name: name.into(),
            description: description.into(),
            time_zone: time_zone.into(),
            rules: RulesV1 { day_count, field_timers_read, leap_day },
            directory: DirectoryV1::of(directory),
            sequences: sequences.iter().map(SequenceV1::of).collect(),
            rehearsals: rehearsals.iter().map(|rehearsal| RehearsalV1::of(rehearsal, campaign)).collect(),
        }
    }

    /// Converts the file's form to a campaign.
    pub fn into_document(self) -> document::Campaign {
        let Self { format: _, name, description, time_zone, rules, directory, sequences, rehearsals } = self;
        let RulesV1 { day_count, field_timers_read, leap_day } = rules;
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
