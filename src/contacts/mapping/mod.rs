//! The mapping from a file's columns to the fields of a contact.
//!
//! **Owns** [`Mapping`], what exports of known vendors look like, and how a mapping is guessed from a header and the
//! rows below it.
//! **Must not know** files, how rows are read (that is [`super::reading`]), or more of a campaign than its fields.
//! **Start reading** at [`Mapping`], then [`guess`].
//! **Invariants**: a header of native keys, and the cells below it, are used unchanged; an ambiguous order of day and
//! month is an error, never a guess; columns that aren't recognised are not used, and listed.

mod columns;
pub mod content;
pub mod evidence;
pub mod guess;
pub mod vendors;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Zone;
use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::fields::{Column, Field};

use super::dates::date_format::DateFormat;
use super::row_kind::RowKind;
use super::status::EmailStatus;

/// The version of mapping files that is written, and the newest that can be read.
pub const FORMAT: u64 = 1;

/// The version of a mapping file. The first files had no version; they are version 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MappingVersion(pub u64);

impl Default for MappingVersion {
    fn default() -> Self {
        Self(FORMAT)
    }
}

/// How the cells of a file become contacts. Saved next to the file as `NAME.mapping.ron`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// The version of the mapping file.
    pub format: MappingVersion,
    /// The program that exported the contacts file, to show to the user.
    pub vendor: String,
    /// The sheet that is read, or the file of a zip, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Which column goes into which field. Only `email_status` may have several columns; the worst status counts.
    pub columns: Vec<ColumnUse>,
    /// Whether the header has native keys: texts are then taken as they are, without trimming them.
    pub exact: bool,
    /// How dates are written in the file. It says the order of day and month; each cell is read by whatever form of a
    /// date it plainly has.
    pub date_format: DateFormat,
    /// The separator between tags in a cell; empty if the cells decide.
    pub tag_separator: String,
    /// The separator between several values in a cell, of which the first is used. Empty if cells have one value.
    pub value_separator: String,
    /// The email status of a contact whose status cell is empty.
    pub status_where_empty: EmailStatus,
    /// More words for an email status, in any case, in addition to the native ones.
    pub statuses: BTreeMap<String, EmailStatus>,
    /// More names of time zones, in addition to those that are known.
    pub zones: BTreeMap<String, String>,
    /// Whether a person has seen the mapping and said that it is right.
    #[serde(skip_serializing_if = "is_false")]
    pub confirmed: bool,
    /// Whether cells are those that a contact had before, and every text is taken as it is. Not saved.
    #[serde(skip)]
    pub kept: bool,
    /// Whether a row with a cell that can't be read is rejected. Not saved: it is asked for each time.
    #[serde(skip)]
    pub strict: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// A column of the file and the field that it goes into.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnUse {
    /// The column's name in the file.
    pub column: String,
    /// The key of the field.
    pub field: String,
    /// How the column's dates are written, if not as in the rest of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_format: Option<DateFormat>,
}

/// The user's options for a file on the command line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides {
    /// Field keys, each with the column that goes into it (`--map FIELD=COLUMN`).
    pub columns: Vec<(String, String)>,
    /// How dates are written (`--date-format`).
    pub date_format: Option<DateFormat>,
    /// The sign between tags (`--tag-separator`); empty if a cell is one tag.
    pub tag_separator: Option<String>,
    /// The sheet, or the file of a zip (`--sheet`); an empty one if it is chosen anew.
    pub sheet: Option<String>,
    /// Whether rows with a cell that can't be read are rejected (`--strict`).
    pub strict: bool,
}

/// Why a mapping can't be used with a header.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MappingError {
    /// The header has no known column.
    #[error("no column name is known. The first line must name the columns (id, email, first_name, ..)")]
    NoHeader,
    /// A column that is used has a name that occurs twice in the header.
    #[error("columns {first} and {second} are both called `{column}`. Rename or remove one of them")]
    ColumnTwice {
        /// The name of the column.
        column: String,
        /// Its first position in the header, from 1.
        first: usize,
        /// Its second position in the header, from 1.
        second: usize,
    },
    /// Two columns go into one field.
    #[error("both `{first}` and `{second}` are read into the field `{field}`. Choose one")]
    FieldTwice {
        /// The key of the field.
        field: String,
        /// The name of one column.
        first: String,
        /// The name of the other column.
        second: String,
    },
    /// Every date of a column can be read with day and month swapped. The command line and the window say how to
    /// choose.
    #[error("column `{column}`, {row} {line}: `{example}` could be day or month first, {day_first} or {month_first}")]
    AmbiguousDates {
        /// The name of the column.
        column: String,
        /// The line or row of the cell, from 1.
        line: u64,
        /// What a row is called.
        row: RowKind,
        /// A cell that could be read both ways.
        example: String,
        /// One reading, with the file's own separator: `MM/DD/YYYY`.
        month_first: String,
        /// The other reading: `DD/MM/YYYY`.
        day_first: String,
    },
    /// The cells of a column could be one tag each, or several.
    #[error(
        "column `{column}`, {row} {line}: `{example}` could be one tag, or several separated by {}",
        signs.iter().map(|sign| sign_name(sign)).collect::<Vec<_>>().join(" or ")
    )]
    AmbiguousTags {
        /// The name of the column.
        column: String,
        /// The line or row of the cell, from 1.
        line: u64,
        /// What a row is called.
        row: RowKind,
        /// A cell that could be read both ways.
        example: String,
        /// The signs that could separate tags.
        signs: Vec<&'static str>,
    },
    /// A column has dates that only fit with the month first, and others that only fit with the day first.
    #[error(
        "column `{column}` has two orders of day and month: `{}` in {row} {} and `{}` in {row} {}",
        month_first.1, month_first.0, day_first.1, day_first.0
    )]
    TwoOrders {
        /// The name of the column.
        column: String,
        /// The line and text of the first date with the month first.
        month_first: (u64, String),
        /// The line and text of the first date with the day first.
        day_first: (u64, String),
        /// What a row is called.
        row: RowKind,
    },
    /// The mapping names a field that the campaign doesn't have.
    #[error("there is no contact field `{0}`. Use a contact column or a custom field of the campaign")]
    UnknownField(String),
    /// The mapping names a column that the file doesn't have.
    #[error("the file has no column `{0}`")]
    UnknownColumn(String),
    /// The mapping names a time zone that doesn't exist.
    #[error("`{0}` isn't a known time zone. Use an IANA name such as America/New_York")]
    UnknownZone(String),
}

impl MappingError {
    /// Whether the user can fix this with an option on the command line, without changing the file.
    pub fn is_usage(&self) -> bool {
        matches!(
            self,
            Self::AmbiguousDates { .. }
                | Self::TwoOrders { .. }
                | Self::AmbiguousTags { .. }
                | Self::UnknownField(_)
                | Self::UnknownColumn(_)
        )
    }
}

/// A separator in words.
pub(super) fn sign_name(sign: &str) -> &str {
    match sign {
        "," => "commas",
        ";" => "semicolons",
        "|" => "vertical bars",
        "\t" => "tabs",
        "\n" => "line breaks",
        sign => sign,
    }
}

/// A column of a file, found in the header, and the field it goes into.
#[derive(Clone, Debug, PartialEq)]
pub struct MappedColumn {
    /// The index of the column in the header.
    pub place: usize,
    /// The name of the column in the header.
    pub column: String,
    /// The field it goes into.
    pub field: Field,
    /// How its dates are written.
    pub date_format: DateFormat,
}

impl Mapping {
    /// The mapping of a native file: every known key to itself.
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

    /// Applies the user's overrides to a guessed or saved mapping.
    pub fn with_columns(mut self, overrides: &Overrides) -> Self {
        for (field, column) in &overrides.columns {
            self.columns.retain(|known| known.field != *field && known.column != *column);
            self.columns.push(ColumnUse { column: column.clone(), field: field.clone(), date_format: None });
        }
        if let Some(format) = &overrides.date_format {
            self.date_format = format.clone();
            self.columns.iter_mut().for_each(|known| known.date_format = None);
        }
        if let Some(separator) = &overrides.tag_separator {
            self.tag_separator.clone_from(separator);
        }
        self.strict = overrides.strict;
        self
    }

    /// Finds the mapping's columns in a header. The result is in the header's order.
    pub fn resolve(&self, header: &[String], directory: &Directory) -> Result<Vec<MappedColumn>, MappingError> {
        let mut feeds: Vec<MappedColumn> = Vec::new();
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
            feeds.push(MappedColumn { place, column: known.column.clone(), field, date_format });
        }
        if let Some(zone) = self.zones.values().find(|zone| Zone::of_name(zone).is_none()) {
            return Err(MappingError::UnknownZone(zone.clone()));
        }
        feeds.sort_by_key(|feed| feed.place);
        Ok(feeds)
    }

    /// Whether the header has every column that the mapping names.
    pub fn names_only(&self, header: &[String]) -> bool {
        self.columns.iter().all(|used| header.contains(&used.column))
    }

    /// The columns of a header that aren't used. A column without a name is listed by its position.
    pub fn unknown_columns(&self, header: &[String]) -> Vec<String> {
        let fed = |name: &String| self.columns.iter().any(|known| known.column == *name);
        let unknown = header.iter().zip(1..).filter(|(name, _)| !fed(name));
        let named = |(name, place): (&String, usize)| {
            if name.trim().is_empty() { format!("column {place}") } else { name.clone() }
        };
        unknown.map(named).collect()
    }
}

/// Whether a field's cells are dates in the file's date format.
fn is_dated(field: Field, directory: &Directory) -> bool {
    field == Field::Column(Column::Entered) || matches!(field.kind(directory), FieldKind::Date | FieldKind::DateTime)
}
