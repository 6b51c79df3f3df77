//! A saved rehearsal, on one line. The run store keeps the same struct as JSON.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::calendar::DateTime;
use crate::campaign::document::Campaign;
use crate::campaign::rehearsal;

use super::or_none;
use super::people::People;

/// An entry of `rehearsals`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::storage) struct Rehearsal<'a> {
    #[serde(deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    /// The sequence's name.
    pub sequence: Cow<'a, str>,
    pub people: People<'a>,
    pub enter: Enter,
    pub until: DateTime,
    #[serde(default, deserialize_with = "or_none", skip_serializing_if = "Vec::is_empty")]
    pub breakpoints: Vec<Breakpoint>,
}

/// `enter: ..`.
#[derive(Serialize, Deserialize)]
pub(in crate::storage) enum Enter {
    At(DateTime),
    Spread(DateTime, DateTime, Hours),
    ByColumn,
}

/// The third of `Spread(..)`.
#[derive(Serialize, Deserialize)]
pub(in crate::storage) enum Hours {
    AllHours,
    WorkingHours,
}

/// An entry of `breakpoints`.
#[derive(Serialize, Deserialize)]
#[allow(clippy::enum_variant_names, reason = "the names in the file")]
pub(in crate::storage) enum Breakpoint {
    AtItem(u64),
    AtCount(u64, u64),
    AtTime(DateTime),
}

impl<'a> Rehearsal<'a> {
    /// A rehearsal of a campaign as the file holds it.
    pub fn of(rehearsal: &'a rehearsal::Rehearsal, campaign: &'a Campaign) -> Self {
        let rehearsal::Rehearsal { name, of, people, enter, until, breakpoints } = rehearsal;
        Self {
            name: name.into(),
            sequence: campaign.name_of(of).into(),
            people: People::of(people),
            enter: Enter::of(*enter),
            until: *until,
            breakpoints: breakpoints.iter().map(|breakpoint| Breakpoint::of(*breakpoint)).collect(),
        }
    }

    /// The rehearsal that the file means: the name of its sequence is looked up in the campaign, once.
    pub fn into_document(self, campaign: &Campaign) -> rehearsal::Rehearsal {
        let Self { name, sequence, people, enter, until, breakpoints } = self;
        rehearsal::Rehearsal {
            name: name.into_owned(),
            of: campaign.rehearsed(&sequence),
            people: people.into_document(),
            enter: enter.into_document(),
            until,
            breakpoints: breakpoints.into_iter().map(Breakpoint::into_document).collect(),
        }
    }
}

impl Enter {
    fn of(enter: rehearsal::Enter) -> Self {
        match enter {
            rehearsal::Enter::At(at) => Enter::At(at),
            rehearsal::Enter::Spread(from, to, hours) => Enter::Spread(from, to, Hours::of(hours)),
            rehearsal::Enter::ByColumn => Enter::ByColumn,
        }
    }

    fn into_document(self) -> rehearsal::Enter {
        match self {
            Enter::At(at) => rehearsal::Enter::At(at),
            Enter::Spread(from, to, hours) => rehearsal::Enter::Spread(from, to, hours.into_document()),
            Enter::ByColumn => rehearsal::Enter::ByColumn,
        }
    }
}

impl Hours {
    fn of(hours: rehearsal::Hours) -> Self {
        match hours {
            rehearsal::Hours::AllHours => Hours::AllHours,
            rehearsal::Hours::WorkingHours => Hours::WorkingHours,
        }
    }

    fn into_document(self) -> rehearsal::Hours {
        match self {
            Hours::AllHours => rehearsal::Hours::AllHours,
            Hours::WorkingHours => rehearsal::Hours::WorkingHours,
        }
    }
}

impl Breakpoint {
    fn of(breakpoint: rehearsal::Breakpoint) -> Self {
        match breakpoint {
            rehearsal::Breakpoint::AtItem(item) => Breakpoint::AtItem(item),
            rehearsal::Breakpoint::AtCount(item, count) => Breakpoint::AtCount(item, count),
            rehearsal::Breakpoint::AtTime(at) => Breakpoint::AtTime(at),
        }
    }

    fn into_document(self) -> rehearsal::Breakpoint {
        match self {
            Breakpoint::AtItem(item) => rehearsal::Breakpoint::AtItem(item),
            Breakpoint::AtCount(item, count) => rehearsal::Breakpoint::AtCount(item, count),
            Breakpoint::AtTime(at) => rehearsal::Breakpoint::AtTime(at),
        }
    }
}
