//! A saved rehearsal, on one line. The run store keeps the same struct as JSON.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::calendar::DateTime;
use crate::campaign::document::Campaign;
use crate::campaign::rehearsal;

use super::or_none;
use super::people::PeopleV1;

/// An entry of `rehearsals`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Rehearsal", deny_unknown_fields)]
pub(in crate::storage) struct RehearsalV1<'a> {
    #[serde(deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    /// The name of the sequence to rehearse.
    pub sequence: Cow<'a, str>,
    pub people: PeopleV1<'a>,
    pub enter: EnterV1,
    pub until: DateTime,
    #[serde(default, deserialize_with = "or_none", skip_serializing_if = "Vec::is_empty")]
    pub breakpoints: Vec<BreakpointV1>,
}

/// `enter: ..`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Enter")]
pub(in crate::storage) enum EnterV1 {
    At(DateTime),
    Spread(DateTime, DateTime, HoursV1),
    ByColumn,
}

/// The third value of `Spread(..)`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Hours")]
pub(in crate::storage) enum HoursV1 {
    AllHours,
    WorkingHours,
}

/// An entry of `breakpoints`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Breakpoint")]
#[allow(clippy::enum_variant_names, reason = "the names in the file")]
pub(in crate::storage) enum BreakpointV1 {
    AtItem(u64),
    AtCount(u64, u64),
    AtTime(DateTime),
}

impl<'a> RehearsalV1<'a> {
    /// Converts a rehearsal of a campaign to its form in the file.
    pub fn of(rehearsal: &'a rehearsal::Rehearsal, campaign: &'a Campaign) -> Self {
        let rehearsal::Rehearsal { name, of, people, enter, until, breakpoints } = rehearsal;
        Self {
            name: name.into(),
            sequence: campaign.name_of(of).into(),
            people: PeopleV1::of(people),
            enter: EnterV1::of(*enter),
            until: *until,
            breakpoints: breakpoints.iter().map(|breakpoint| BreakpointV1::of(*breakpoint)).collect(),
        }
    }

    /// Converts the file's form to a rehearsal. The name of its sequence is looked up in the campaign, once.
    pub fn into_document(self, campaign: &Campaign) -> rehearsal::Rehearsal {
        let Self { name, sequence, people, enter, until, breakpoints } = self;
        rehearsal::Rehearsal {
            name: name.into_owned(),
            of: campaign.rehearsed(&sequence),
            people: people.into_document(),
            enter: enter.into_document(),
            until,
            breakpoints: breakpoints.into_iter().map(BreakpointV1::into_document).collect(),
        }
    }
}

impl EnterV1 {
    fn of(enter: rehearsal::Enter) -> Self {
        match enter {
            rehearsal::Enter::At(at) => EnterV1::At(at),
            rehearsal::Enter::Spread(from, to, hours) => EnterV1::Spread(from, to, HoursV1::of(hours)),
            rehearsal::Enter::ByColumn => EnterV1::ByColumn,
        }
    }

    fn into_document(self) -> rehearsal::Enter {
        match self {
            EnterV1::At(at) => rehearsal::Enter::At(at),
            EnterV1::Spread(from, to, hours) => rehearsal::Enter::Spread(from, to, hours.into_document()),
            EnterV1::ByColumn => rehearsal::Enter::ByColumn,
        }
    }
}

impl HoursV1 {
    fn of(hours: rehearsal::Hours) -> Self {
        match hours {
            rehearsal::Hours::AllHours => HoursV1::AllHours,
            rehearsal::Hours::WorkingHours => HoursV1::WorkingHours,
        }
    }

    fn into_document(self) -> rehearsal::Hours {
        match self {
            HoursV1::AllHours => rehearsal::Hours::AllHours,
            HoursV1::WorkingHours => rehearsal::Hours::WorkingHours,
        }
    }
}

impl BreakpointV1 {
    fn of(breakpoint: rehearsal::Breakpoint) -> Self {
        match breakpoint {
            rehearsal::Breakpoint::AtItem(item) => BreakpointV1::AtItem(item),
            rehearsal::Breakpoint::AtCount(item, count) => BreakpointV1::AtCount(item, count),
            rehearsal::Breakpoint::AtTime(at) => BreakpointV1::AtTime(at),
        }
    }

    fn into_document(self) -> rehearsal::Breakpoint {
        match self {
            BreakpointV1::AtItem(item) => rehearsal::Breakpoint::AtItem(item),
            BreakpointV1::AtCount(item, count) => rehearsal::Breakpoint::AtCount(item, count),
            BreakpointV1::AtTime(at) => rehearsal::Breakpoint::AtTime(at),
        }
    }
}
