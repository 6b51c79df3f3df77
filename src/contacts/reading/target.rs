//! Where the cells of a column go.

use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::fields::{Column, Field};
use crate::contacts::block::Layout;
use crate::contacts::consent::ConsentColumn;
use crate::contacts::dates::date_format::DateFormat;
use crate::contacts::dates::reading::DateRules;
use crate::contacts::status::EmailStatus;

/// What the cells of a column become, with the slot of the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellTarget {
    /// The column isn't used.
    Nothing,
    Id(usize),
    Email(usize),
    Text(usize),
    Number(usize),
    Street(usize),
    Tags(usize),
    Owner(usize),
    Date(usize),
    DateTime(usize),
    Status,
    Zone,
    Entered,
}

impl CellTarget {
    /// The target of a column that goes into a field.
    pub fn of(field: Field, layout: &Layout, directory: &Directory) -> Self {
        let text = |make: fn(usize) -> CellTarget| layout.text_slot(field).map_or(CellTarget::Nothing, make);
        match field {
            Field::Column(Column::EmailStatus) => CellTarget::Status,
            Field::Column(Column::TimeZone) => CellTarget::Zone,
            Field::Column(Column::Entered) => CellTarget::Entered,
            Field::Column(Column::Id) => text(CellTarget::Id),
            Field::Column(Column::Email) => text(CellTarget::Email),
            Field::Column(Column::Street) => text(CellTarget::Street),
            Field::Column(Column::Tags) => text(CellTarget::Tags),
            Field::Column(Column::Owner) => text(CellTarget::Owner),
            field => match (layout.date_slot(field), field.kind(directory)) {
                (Some(slot), FieldKind::DateTime) => CellTarget::DateTime(slot),
                (Some(slot), FieldKind::Date | FieldKind::Text | FieldKind::Number) => CellTarget::Date(slot),
                (None, FieldKind::Number) => text(CellTarget::Number),
                (None, FieldKind::Date | FieldKind::DateTime | FieldKind::Text) => text(CellTarget::Text),
            },
        }
    }
}

/// How the cells of a column are read.
#[derive(Clone, Debug)]
pub(super) struct FileColumn {
    /// The name of the column in the file.
    pub name: String,
    /// How dates are read.
    pub dates: DateRules,
    /// A pattern that the user gave, which is tried first.
    pub pattern: Option<DateFormat>,
    /// What yes and no mean in a column of consent.
    pub consent: ConsentColumn,
    /// The status of an empty cell, if it says one.
    pub empty_status: Option<EmailStatus>,
}
