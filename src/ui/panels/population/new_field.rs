//! Creates a custom field for a column of a contacts file that no field takes.

use std::path::Path;

use eframe::egui::Ui;

use super::file::ask_order;
use super::state::PopulationState;
use crate::campaign::directory::{FieldKind, List};
use crate::campaign::edit::{DirectoryEdit, DirectoryEntry};
use crate::campaign::field_kinds::field_noun;
use crate::contacts::date_format::DateFormat;
use crate::contacts::mapping::content::ColumnContent;
use crate::ui::controls::form::Form;
use crate::ui::controls::new_entry;
use crate::workbench::population::mapping;
use crate::workbench::population::reading::{PreviewColumn, PreviewHeader};

/// A custom field to create for a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ColumnField {
    /// The name of the column in the header.
    column: String,
    /// The label of the new field.
    label: String,
    kind: FieldKind,
    /// How the dates of the column are written, if that is known.
    dates: Option<DateFormat>,
    /// A date of the column that could be read with day and month swapped.
    ambiguous: Option<String>,
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
        format!("Create {} “{}”", field_noun(self.kind), self.label)
    }
}

/// Creates a field, and saves a mapping in which it takes its column. If the order of day and month is ambiguous, the
/// user is asked first.
pub(super) fn create(
    form: &mut Form<'_>,
    (path, top): (&Path, &PreviewHeader),
    new: ColumnField,
    kept: &mut PopulationState,
) {
    if new.ambiguous.is_some() {
        kept.new_field = Some(new);
        return;
    }
    let mut entry = new_entry::named(List::Fields, &new.label, &form.campaign.directory);
    let DirectoryEntry::Field(field) = &mut entry else { return };
    field.kind = new.kind;
    let mut directory = form.campaign.directory.clone();
    directory.custom_fields.push(field.clone());
    let mut changed = top.mapping.clone();
    mapping::feed(&mut changed, &new.column, Some(&field.key));
    if let Some(format) = new.dates {
        mapping::set_dates_of(&mut changed, &new.column, format);
    }
    // Without a saved mapping, the new field would stay empty.
    match mapping::keep(path, &changed, &top.header, &directory) {
        Ok(_) => {
            form.also(DirectoryEdit::Add(entry));
            kept.read_again(form);
        }
        Err(why) => kept.refused = Some(why),
    }
}

/// Asks for the order of day and month in the column that a field is created for.
pub(super) fn ask(
    ui: &mut Ui,
    form: &mut Form<'_>,
    file: (&Path, &PreviewHeader),
    column: &PreviewColumn,
    kept: &mut PopulationState,
) {
    let Some(new) = kept.new_field.as_ref().filter(|new| new.column == column.name) else { return };
    let Some(example) = &new.ambiguous else { return };
    if let Some(format) = ask_order(ui, &column.name, example)
        && let Some(new) = kept.new_field.take()
    {
        create(form, file, ColumnField { dates: Some(format), ambiguous: None, ..new }, kept);
    }
}
