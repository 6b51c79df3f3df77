//! Saved rehearsals: who enters when, and where the clock stops.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::Wall;

use super::fields::Column;
use super::left_out::or_none;

/// A named rehearsal of one sequence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rehearsal {
    /// What people call it.
    #[serde(deserialize_with = "or_none")]
    pub name: String,
    /// The name of the sequence.
    pub sequence: String,
    /// Who takes part.
    pub people: People,
    /// When they enter.
    pub enter: Enter,
    /// Where the clock stops, on the campaign's wall clock.
    pub until: Wall,
    /// Where playing stops.
    #[serde(default, deserialize_with = "or_none", skip_serializing_if = "Vec::is_empty")]
    pub breakpoints: Vec<Breakpoint>,
}

/// Who takes part in a rehearsal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Enter {
    /// All at one moment.
    At(Wall),
    /// Evenly from the first moment up to the second.
    Spread(Wall, Wall, Hours),
    /// Each at the moment in the column `entered`.
    ByColumn,
}

/// The hours over which entries are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hours {
    /// Day and night.
    AllHours,
    /// Monday to Friday, 09:00 to 17:00.
    WorkingHours,
}

/// Where playing a rehearsal stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Breakpoint {
    /// When a contact reaches the item of this id.
    AtItem(u64),
    /// When as many contacts have reached the item of this id.
    AtCount(u64, u64),
    /// At this moment on the campaign's wall clock.
    AtTime(Wall),
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

impl<'de> Deserialize<'de> for Person {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not a struct of fixed fields: a person also carries the campaign's custom fields.
        deserializer.deserialize_any(Cells)
    }
}

/// Reads `(id: "..", email: "..")`, and `{"my key": ".."}` for keys that are no names.
struct Cells;

impl<'de> Visitor<'de> for Cells {
    type Value = Person;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a person, `(id: \"..\", email: \"..\")`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut cells: A) -> Result<Person, A::Error> {
        let mut person = Person::default();
        while let Some(key) = cells.next_key::<String>()? {
            let cell: Option<String> = cells.next_value()?;
            if person.0.contains_key(&key) {
                return Err(de::Error::custom(format!("field `{key}` stands twice: expected each only once")));
            }
            person.0.insert(key, cell.unwrap_or_default());
        }
        Ok(person)
    }

    /// `()`
    fn visit_unit<E: de::Error>(self) -> Result<Person, E> {
        Ok(Person::default())
    }

    /// `( )`, which looks like a list without elements.
    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Person, A::Error> {
        match elements.next_element::<IgnoredAny>()? {
            None => Ok(Person::default()),
            Some(_) => Err(de::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }
}

impl Serialize for Person {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.cells())
    }
}
