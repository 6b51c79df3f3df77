//! The column of the contacts file that says when each contact enters.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Ui;

use super::mapping;
use super::state::PopulationState;
use crate::campaign::fields::Column;
use crate::campaign::rehearsal::People;
use crate::ui::controls::choice::{self, PickedOption};
use crate::ui::controls::form::Form;
use crate::ui::controls::look;
use crate::workbench::population::mapping::feed;
use crate::workbench::population::reading::PreviewHeader;

/// What is shown while no column is chosen.
const NONE: &str = "Choose a column";

/// Draws the choice, below the kind of entry. It is saved with the mapping of the file.
pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, people: &People, kept: &mut PopulationState) {
    match people {
        People::Generated { .. } => {
            look::fault(ui, "Generated contacts have no columns, so all of them enter at the present time");
        }
        People::People(_) => {
            look::hint(
                ui,
                "Each contact at the time in its cell “entered”; contacts without one enter at the present time.",
            );
        }
        People::File(_) => {
            if let Some((path, top)) = file(kept) {
                column(ui, form, (&path, &top), kept);
            }
        }
    }
}

/// The file that is read, and its columns once they are known.
fn file(kept: &PopulationState) -> Option<(PathBuf, Arc<PreviewHeader>)> {
    let reading = kept.reading.as_ref()?;
    let top = reading.seen().top?;
    Some((reading.question().path.clone(), top))
}

fn column(ui: &mut Ui, form: &mut Form<'_>, (path, top): (&Path, &PreviewHeader), kept: &mut PopulationState) {
    let key = Column::Entered.key();
    let names: Vec<String> =
        top.columns.iter().map(|column| column.name.clone()).filter(|name| !name.trim().is_empty()).collect();
    let chosen = top.columns.iter().find(|column| column.field.as_deref() == Some(key));
    look::caption(ui, "Column with the entry time");
    let shown = chosen.map_or(NONE, |column| column.name.as_str());
    let width = ui.available_width();
    let picked = choice::bare(ui, "Column with the entry time", shown, &names, &[], width);
    if let Some(PickedOption::Option(place)) = picked {
        let mut now = top.mapping.clone();
        feed(&mut now, &names[place], Some(key));
        mapping::keep(form, path, top, &now, kept);
    }
    match chosen {
        Some(column) => {
            let cell = column.samples.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty());
            let example = cell.map(|cell| format!(", such as “{cell}”")).unwrap_or_default();
            look::hint(
                ui,
                &format!("Each contact at its date and time{example}; contacts without one enter at the present time."),
            );
        }
        None => _ = look::fault(ui, "Until you choose a column, all contacts enter at the present time"),
    }
}
