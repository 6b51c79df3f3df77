//! The contacts of a rehearsal (`people` in the file).

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::campaign::rehearsal;

/// `people: ..`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "People", deny_unknown_fields)]
#[allow(clippy::enum_variant_names, reason = "the names in the file")]
pub(in crate::storage) enum PeopleV1<'a> {
    Generated { count: u64, seed: u64 },
    File(Cow<'a, str>),
    People(Vec<PersonV1<'a>>),
}

/// An entry of `People([..])`: `(id: "..", email: "..")`, or `{"my key": ".."}` if a key isn't a plain name.
pub(in crate::storage) struct PersonV1<'a>(pub Cow<'a, rehearsal::Person>);

impl<'a> PeopleV1<'a> {
    pub(super) fn of(people: &'a rehearsal::People) -> Self {
        match people {
            rehearsal::People::Generated { count, seed } => PeopleV1::Generated { count: *count, seed: *seed },
            rehearsal::People::File(path) => PeopleV1::File(path.into()),
            rehearsal::People::People(people) => {
                PeopleV1::People(people.iter().map(|person| PersonV1(Cow::Borrowed(person))).collect())
            }
        }
    }

    pub(super) fn into_document(self) -> rehearsal::People {
        match self {
            PeopleV1::Generated { count, seed } => rehearsal::People::Generated { count, seed },
            PeopleV1::File(path) => rehearsal::People::File(path.into_owned()),
            PeopleV1::People(people) => {
                rehearsal::People::People(people.into_iter().map(|person| person.0.into_owned()).collect())
            }
        }
    }
}

impl<'de> Deserialize<'de> for PersonV1<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not a struct of fixed fields, since a person also has the campaign's custom fields.
        deserializer.deserialize_any(CellsVisitor).map(|person| PersonV1(Cow::Owned(person)))
    }
}

/// Reads the cells of a person, by their keys.
struct CellsVisitor;

impl<'de> Visitor<'de> for CellsVisitor {
    type Value = rehearsal::Person;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a contact, `(id: \"..\", email: \"..\")`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut cells: A) -> Result<rehearsal::Person, A::Error> {
        let mut person = rehearsal::Person::default();
        while let Some(key) = cells.next_key::<String>()? {
            let cell: Option<String> = cells.next_value()?;
            if person.0.contains_key(&key) {
                return Err(de::Error::custom(format!("field `{key}` is here twice. Remove one of them")));
            }
            person.0.insert(key, cell.unwrap_or_default());
        }
        Ok(person)
    }

    /// `()`
    fn visit_unit<E: de::Error>(self) -> Result<rehearsal::Person, E> {
        Ok(rehearsal::Person::default())
    }

    /// `( )`, which looks like a list without elements.
    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<rehearsal::Person, A::Error> {
        match elements.next_element::<IgnoredAny>()? {
            None => Ok(rehearsal::Person::default()),
            Some(_) => Err(de::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }
}

impl Serialize for PersonV1<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.cells())
    }
}
