//! Saved rehearsals: who enters when, and where the clock stops.

use std::collections::BTreeMap;

use crate::calendar::Wall;

use super::fields::Column;
use super::ids::SequenceId;
use super::scope::Scope;

/// A named rehearsal.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsal {
    /// What people call it.
    pub name: String,
    /// What it rehearses.
    pub of: Rehearsed,
    /// Who takes part.
    pub people: People,
    /// When they enter.
    pub enter: Enter,
    /// Where the clock stops, on the campaign's wall clock.
    pub until: Wall,
    /// Where playing stops.
    pub breakpoints: Vec<Breakpoint>,
}

/// What is rehearsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rehearsed {
    /// Something of the campaign.
    Scope(Scope),
    /// A sequence of this name, which the campaign does not have: a finding. The name is kept as the file has it.
    UnknownSequence(String),
}

/// Who takes part in a rehearsal.
#[derive(Clone, Debug, PartialEq)]
pub enum People {
    /// Made-up people.
    Generated {
        /// How many.
        count: u64,
        /// Which ones: the same seed gives the same people on every machine.
        seed: u64,
    },
    /// The people of a contacts file, its path relative to the campaign's folder.
    File(String),
    /// People typed in by hand: column or custom field keys, each with the cell's text.
    People(Vec<Person>),
}

/// One person typed in by hand: the cells of a contacts file by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person(pub BTreeMap<String, String>);

/// When the people of a rehearsal enter, on the campaign's wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enter {
    /// All at one moment.
    At(Wall),
    /// Evenly from the first moment up to the second.
    Spread(Wall, Wall, Hours),
    /// Each at the moment in the column `entered`.
    ByColumn,
}

/// The hours over which entries are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Day and night.
    AllHours,
    /// Monday to Friday, 09:00 to 17:00.
    WorkingHours,
}

/// Where playing a rehearsal stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breakpoint {
    /// When a contact reaches the item of this id.
    AtItem(u64),
    /// When as many contacts have reached the item of this id.
    AtCount(u64, u64),
    /// At this moment on the campaign's wall clock.
    AtTime(Wall),
}

impl Rehearsal {
    /// The sequence that it rehearses, if the campaign has it.
    pub fn sequence(&self) -> Option<SequenceId> {
        match self.of {
            Rehearsed::Scope(Scope::Sequence(sequence)) => Some(sequence),
            Rehearsed::UnknownSequence(_) => None,
        }
    }
}

impl Rehearsed {
    /// A sequence of the campaign.
    pub const fn sequence(id: SequenceId) -> Self {
        Rehearsed::Scope(Scope::Sequence(id))
    }
}

impl Breakpoint {
    /// The item that it is at, if it is at one.
    pub fn item(&self) -> Option<u64> {
        match self {
            Breakpoint::AtItem(id) | Breakpoint::AtCount(id, _) => Some(*id),
            Breakpoint::AtTime(_) => None,
        }
    }
}

impl Person {
    /// The cells by key: the columns that every campaign knows in their order, then all others, sorted.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        let known = Column::ALL.iter().filter_map(|column| self.0.get_key_value(column.key()));
        let custom = self.0.iter().filter(|(key, _)| Column::named(key).is_none());
        known.chain(custom).map(|(key, cell)| (key.as_str(), cell.as_str()))
    }
}
