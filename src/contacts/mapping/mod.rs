//! The mapping from a file's columns to the fields of a contact.
//!
//! **Owns** [`Mapping`], what exports of known vendors look like, and how a mapping is guessed from a
//! header and some rows.
//! **Must not know** files, how rows are read (that is [`super::cells`]), or more of a campaign than
//! its fields.
//! **Start reading** at [`Mapping`], then [`guess`].
//! **Invariants**: a header of our own keys is taken as it stands, cells included; an ambiguous order
//! of day and month is an error, never a guess; what is not recognised is left out and named.

pub mod guess;
pub mod vendors;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Zone;
use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::fields::{Column, Field};

use super::date_format::DateFormat;
use super::status::EmailStatus;

/// The version of the form in which mappings are kept, and the newest that is read.
pub const FORMAT: u64 = 1;

/// The version of a kept mapping; the first ones did not say theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Format(pub u64);

impl Default for Format {
    fn default() -> Self {
        Self(FORMAT)
    }
}

/// How the cells of a file become contacts: kept beside the CSV as `NAME.mapping.ron`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// The version of its form.
    pub format: Format,
    /// Where the file comes from, for people.
    pub vendor: String,
    /// Which column feeds which field. Only `email_status` may have several: the worst one counts.
    pub columns: Vec<ColumnUse>,
    /// Whether cells are taken as they stand: not trimmed, words of status and zone exact, dates of
    /// the native form only unless `date_format` is another.
    pub exact: bool,
    /// How dates are written.
    pub date_format: DateFormat,
    /// What stands between two tags.
    pub tag_separator: String,
    /// What stands between several values of one cell, of which the first is taken; empty: nothing.
    pub value_separator: String,
    /// The status of a contact without a word for it.
    pub status_where_empty: EmailStatus,
    /// Words for a status, beside our own; without regard to case.
    pub statuses: BTreeMap<String, EmailStatus>,
    /// Words for a zone, beside the IANA names.
    pub zones: BTreeMap<String, String>,
}

/// A column that feeds a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnUse {
    /// The column's name in the file.
    pub column: String,
    /// The field's key.
    pub field: String,
    /// How its dates are written, where not as in the rest of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_format: Option<DateFormat>,
}

/// What a person says about a file on the command line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides {
    /// Field keys, each with the column that feeds it (`--map FIELD=COLUMN`).
    pub columns: Vec<(String, String)>,
    /// How dates are written (`--date-format`).
    pub date_format: Option<DateFormat>,
}

/// Why a header and a mapping do not go together.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MappingError {
    /// Nothing in the header is known.
    #[error("no column name is known: the first line must name the columns (id, email, first_name, ..)")]
    NoHeader,
    /// A column that feeds a field stands twice.
    #[error(
        "column `{column}` stands twice in the header, as column {first} and column {second}: rename or remove one"
    )]
    ColumnTwice {
        /// Its name.
        column: String,
        /// Its first place, counted from 1.
        first: usize,
        /// Its second place.
        second: usize,
    },
    /// Two columns feed one field.
    #[error("both `{first}` and `{second}` feed the field `{field}`: choose one")]
    FieldTwice {
        /// The field's key.
        field: String,
        /// One column.
        first: String,
        /// The other.
        second: String,
    },
    /// Day and month could be either way round. How to say which is for the command line and the window to tell.
    #[error("column `{column}`: `{example}` could be day or month first")]
    AmbiguousDates {
        /// The column's name.
        column: String,
        /// A cell that could be read both ways.
        example: String,
    },
    /// A field that nobody has.
    #[error("there is no contact field `{0}`; known are the contact columns and the campaign's custom fields")]
    UnknownField(String),
    /// A column that the file has not.
    #[error("the file has no column `{0}`")]
    UnknownColumn(String),
    /// A zone name that is none.
    #[error("`{0}` is no IANA time zone")]
    UnknownZone(String),
}

impl MappingError {
    /// Whether an option on the command line is missing or wrong, rather than the file.
    pub fn is_usage(&self) -> bool {
        matches!(self, Self::AmbiguousDates { .. } | Self::UnknownField(_) | Self::UnknownColumn(_))
    }
}

/// A column of a file that feeds a field, found in the header.
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    /// The column's place in the header.
    pub place: usize,
    /// Its name there.
    pub column: String,
    /// The field it feeds.
    pub field: Field,
    /// How its dates are written.
    pub date_format: DateFormat,
}

impl Mapping {
    /// The mapping of a native file, every known key to itself.
    pub fn native(header: &[String], directory: &Directory) -> Self {
        let known = header.iter().filter(|name| Field::named(name, directory).is_some());
        Self {
            vendor: "Dripline".to_owned(),
            columns: known
                .map(|name| ColumnUse { column: name.clone(), field: name.clone(), date_format: None })
                .collect(),
            exact: true,
            tag_separator: ";".to_owned(),
            ..Self::default()
        }
    }

    /// Puts what a person said before what was guessed or saved.
    pub fn with_columns(mut self, overrides: &Overrides) -> Self {
        for (field, column) in &overrides.columns {
            self.columns.retain(|known| known.field != *field && known.column != *column);
            self.columns.push(ColumnUse { column: column.clone(), field: field.clone(), date_format: None });
        }
        if let Some(format) = &overrides.date_format {
            self.date_format = format.clone();
            self.columns.iter_mut().for_each(|known| known.date_format = None);
        }
        self
    }

    /// Finds the mapping's columns in a header, in the header's order.
    pub fn resolve(&self, header: &[String], directory: &Directory) -> Result<Vec<Feed>, MappingError> {
        let mut feeds: Vec<Feed> = Vec::new();
        for known in &self.columns {
            let field =
                Field::named(&known.field, directory).ok_or_else(|| MappingError::UnknownField(known.field.clone()))?;
            let mut places = header.iter().enumerate().filter(|(_, name)| **name == known.column).map(|(at, _)| at);
            let place = places.next().ok_or_else(|| MappingError::UnknownColumn(known.column.clone()))?;
            if let Some(second) = places.next() {
                return Err(MappingError::ColumnTwice {
                    column: known.column.clone(),
                    first: place + 1,
                    second: second + 1,
                });
            }
            let twice = feeds.iter().find(|feed| feed.field == field && field != Field::Column(Column::EmailStatus));
            if let Some(other) = twice {
                return Err(MappingError::FieldTwice {
                    field: known.field.clone(),
                    first: other.column.clone(),
                    second: known.column.clone(),
                });
            }
            let date_format = known.date_format.clone().unwrap_or_else(|| self.date_format.clone());
            feeds.push(Feed { place, column: known.column.clone(), field, date_format });
        }
        if let Some(zone) = self.zones.values().find(|zone| Zone::named(zone).is_none()) {
            return Err(MappingError::UnknownZone(zone.clone()));
        }
        feeds.sort_by_key(|feed| feed.place);
        Ok(feeds)
    }

    /// Whether the header has every column that it names.
    pub fn names_only(&self, header: &[String]) -> bool {
        self.columns.iter().all(|used| header.contains(&used.column))
    }

    /// The columns of a header that feed nothing; one without a name by its place.
    pub fn unknown_columns(&self, header: &[String]) -> Vec<String> {
        let fed = |name: &String| self.columns.iter().any(|known| known.column == *name);
        let unknown = header.iter().zip(1..).filter(|(name, _)| !fed(name));
        let named = |(name, place): (&String, usize)| {
            if name.trim().is_empty() { format!("column {place}") } else { name.clone() }
        };
        unknown.map(named).collect()
    }
}

/// Whether a field's cells are read as dates of the file's form.
fn is_dated(field: Field, directory: &Directory) -> bool {
    field == Field::Column(Column::Entered) || matches!(field.kind(directory), FieldKind::Date | FieldKind::DateTime)
}
