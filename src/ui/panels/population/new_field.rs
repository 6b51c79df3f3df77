//! Creates a custom field for a column of a contacts file that no field takes.

use std::path::Path;

use eframe::egui::Ui;

use super::column_field::ColumnField;
use super::date_order;
use super::state::PopulationState;
use crate::campaign::directory::List;
use crate::campaign::edit::{DirectoryEdit, DirectoryEntry};
use crate::campaign::new_entry;
use crate::ui::controls::form::Form;
use crate::workbench::population::mapping;
use crate::workbench::population::reading::{PreviewColumn, PreviewHeader};

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
    if let Some(format) = date_order::ask(ui, &column.name, example)
        && let Some(new) = kept.new_field.take()
    {
        create(form, file, ColumnField { dates: Some(format), ambiguous: None, ..new }, kept);
    }
}
