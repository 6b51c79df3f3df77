//! Saved rehearsals: which contacts enter when, and when the rehearsal ends.

use std::collections::BTreeMap;

use crate::calendar::{DateTime, Instant, Zone};

use super::fields::Column;
use super::ids::SequenceId;
use super::scope::Scope;

/// A saved rehearsal: what is run, for which contacts, and until when.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsal {
    /// The name that is shown.
    pub name: String,
    /// The part of the campaign that it runs.
    pub of: RehearsedScope,
    /// The contacts who take part.
    pub people: People,
    /// When the contacts enter.
    pub enter: Enter,
    /// When the rehearsal ends, in the campaign's local time.
    pub until: DateTime,
    /// The breakpoints, at which playing stops.
    pub breakpoints: Vec<Breakpoint>,
}

/// The part of the campaign that a rehearsal runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RehearsedScope {
    /// A part of the campaign.
    Scope(Scope),
    /// The name of a sequence that the campaign doesn't have, as written in the file. It is a finding.
    UnknownSequence(String),
}

/// The contacts who take part in a rehearsal.
#[derive(Clone, Debug, PartialEq)]
pub enum People {
    /// Contacts made by the generator.
    Generated {
        /// The number of contacts.
        count: u64,
        /// The seed: the same seed gives the same contacts on every machine.
        seed: u64,
    },
    /// The contacts of a contacts file. The path is relative to the campaign's folder.
    File(String),
    /// Contacts typed by hand: keys of columns or custom fields, each with the cell's text.
    People(Vec<Person>),
}

/// A contact typed by hand: the cells of a contacts file by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person(pub BTreeMap<String, String>);

/// When the contacts of a rehearsal enter, in the campaign's local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enter {
    /// All at the same time.
    At(DateTime),
    /// Evenly from the first time up to the second.
    Spread(DateTime, DateTime, Hours),
    /// Each at the time in the column `entered`.
    ByColumn,
}

/// The hours over which entries are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// All hours of all days.
    AllHours,
    /// Monday to Friday, 09:00 to 17:00.
    WorkingHours,
}

/// Where playing a rehearsal stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breakpoint {
    /// When a contact reaches the item of this id.
    AtItem(u64),
    /// When this number of contacts have reached the item of this id.
    AtCount(u64, u64),
    /// At this time, in the campaign's local time.
    AtTime(DateTime),
}

impl Rehearsal {
    /// Whether the rehearsals differ in nothing but their names.
    pub fn is_same_but_for_name(&self, other: &Self) -> bool {
        let Self { name: _, of, people, enter, until, breakpoints } = self;
        (of, people, enter, until, breakpoints)
            == (&other.of, &other.people, &other.enter, &other.until, &other.breakpoints)
    }
}

impl People {
    /// Whether a contact can be the same in both: they come from the same file or the same seed, or are typed by hand.
    pub fn is_from_same_source(&self, other: &Self) -> bool {
        match (self, other) {
            (People::Generated { seed, .. }, People::Generated { seed: other, .. }) => seed == other,
            (People::File(path), People::File(other)) => path == other,
            (People::People(_), People::People(_)) => true,
            (People::Generated { .. } | People::File(_) | People::People(_), _) => false,
        }
    }
}

impl Enter {
    /// When the first contact enters; `None` if only the list of contacts says it.
    pub fn first(self) -> Option<DateTime> {
        match self {
            Enter::At(at) => Some(at),
            Enter::Spread(from, _, _) => Some(from),
            Enter::ByColumn => None,
        }
    }
}

impl Rehearsal {
    /// When its first contact enters; `None` if only the list of contacts says it.
    pub fn begins(&self, zone: &Zone) -> Option<Instant> {
        self.enter.first().map(|local| zone.resolve(local))
    }

    /// The sequence that it rehearses, if the campaign has it.
    pub fn sequence(&self) -> Option<SequenceId> {
        match self.of {
            RehearsedScope::Scope(Scope::Sequence(sequence)) => Some(sequence),
            RehearsedScope::UnknownSequence(_) => None,
        }
    }
}

impl RehearsedScope {
    /// A sequence of the campaign.
    pub const fn sequence(id: SequenceId) -> Self {
        RehearsedScope::Scope(Scope::Sequence(id))
    }
}

impl Breakpoint {
    /// The id of the breakpoint's item; `None` for a breakpoint at a time.
    pub fn item(&self) -> Option<u64> {
        match self {
            Breakpoint::AtItem(id) | Breakpoint::AtCount(id, _) => Some(*id),
            Breakpoint::AtTime(_) => None,
        }
    }
}

impl Person {
    /// The cells by key: the columns in their order, then all other keys, sorted.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        let known = Column::ALL.iter().filter_map(|column| self.0.get_key_value(column.key()));
        let custom = self.0.iter().filter(|(key, _)| Column::named(key).is_none());
        known.chain(custom).map(|(key, cell)| (key.as_str(), cell.as_str()))
    }
}
