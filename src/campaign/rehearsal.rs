//! Saved rehearsals: who enters when, and where the clock stops.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Wall;

/// A named rehearsal of one sequence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rehearsal {
    /// What people call it.
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakpoints: Vec<Breakpoint>,
}

/// Who takes part in a rehearsal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

impl<'de> Deserialize<'de> for Person {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Cells;
        impl<'de> serde::de::Visitor<'de> for Cells {
            type Value = Person;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a person: (id: \"..\", email: \"..\", ..)")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut cells: A) -> Result<Person, A::Error> {
                let mut person = Person::default();
                while let Some(key) = cells.next_key::<String>()? {
                    let cell: String = cells.next_value()?;
                    if person.0.insert(key.clone(), cell).is_some() {
                        return Err(serde::de::Error::custom(format!("field `{key}` stands twice")));
                    }
                }
                Ok(person)
            }
        }
        // Not a struct of fixed fields: a person also carries the campaign's custom fields.
        deserializer.deserialize_any(Cells)
    }
}

impl Serialize for Person {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}
