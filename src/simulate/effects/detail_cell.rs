//! A detail of an effect as a cell of a table for people.

use crate::calendar::{Date, DateTime};
use crate::campaign::kinds::Deliver;

/// A detail of an effect. What a campaign names by ids and keys (users, fields) is put into words by the table.
#[derive(Clone, Debug, PartialEq)]
pub enum DetailCell {
    /// The effect doesn't have this detail.
    Empty,
    /// A text.
    Text(String),
    /// A number of things.
    Count(u64),
    /// A date.
    Date(Date),
    /// A local time in the campaign's zone.
    Local(DateTime),
    /// The id of a user.
    User(String),
    /// The recipient of a fulfilment list.
    Recipient(Deliver),
    /// The key of a contact's field.
    Field(String),
    /// The keys of a contact's fields, each with the contact's value.
    Fields(Vec<(String, String)>),
}

impl DetailCell {
    /// A text that may be missing.
    pub fn maybe(text: Option<&str>) -> Self {
        text.map_or(DetailCell::Empty, DetailCell::from)
    }

    /// The user with this id, if something was assigned.
    pub fn user(id: Option<&str>) -> Self {
        id.map_or(DetailCell::Empty, |id| DetailCell::User(id.to_owned()))
    }
}

impl From<&str> for DetailCell {
    fn from(text: &str) -> Self {
        DetailCell::Text(text.to_owned())
    }
}

/// Several names, with commas between them.
impl From<&[String]> for DetailCell {
    fn from(names: &[String]) -> Self {
        DetailCell::Text(names.join(", "))
    }
}
