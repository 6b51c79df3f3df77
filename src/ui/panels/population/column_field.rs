//! The custom field that fits a column of a contacts file that no field takes.

use crate::campaign::directory::FieldKind;
use crate::campaign::field_kinds::field_noun;
use crate::contacts::dates::date_format::DateFormat;
use crate::contacts::mapping::content::ColumnContent;
use crate::ui::controls::choice::create_words;
use crate::workbench::population::reading::PreviewColumn;

/// A custom field to create for a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ColumnField {
    /// The name of the column in the header.
    pub(super) column: String,
    /// The label of the new field.
    pub(super) label: String,
    pub(super) kind: FieldKind,
    /// How the dates of the column are written, if that is known.
    pub(super) dates: Option<DateFormat>,
    /// A date of the column that could be read with day and month swapped.
    pub(super) ambiguous: Option<String>,
}

impl ColumnField {
    /// The field that fits an unused column with a name.
    pub(super) fn of(column: &PreviewColumn) -> Option<Self> {
        let kind = column.content.as_ref()?.field_kind(&column.name);
        (!column.name.trim().is_empty()).then(|| Self::named(column, &column.name, kind))
    }

    /// A field of this kind with another name.
    pub(super) fn named(column: &PreviewColumn, label: &str, kind: FieldKind) -> Self {
        let is_dated = matches!(kind, FieldKind::Date | FieldKind::DateTime);
        let (dates, ambiguous) = match column.content.as_ref().filter(|_| is_dated) {
            Some(ColumnContent::Dates { format, .. }) => (Some(format.clone()), None),
            Some(ColumnContent::AmbiguousDates { example, .. }) => (None, Some(example.clone())),
            Some(ColumnContent::Empty | ColumnContent::Text | ColumnContent::Numbers) | None => (None, None),
        };
        Self { column: column.name.clone(), label: label.trim().to_owned(), kind, dates, ambiguous }
    }

    /// `Create date field “Renewal date”`.
    pub(super) fn words(&self) -> String {
        create_words(field_noun(self.kind), &self.label)
    }
}
