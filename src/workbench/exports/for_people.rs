//! Exports with a row for each thing of a whole run, for people: as a spreadsheet or as CSV.

use std::io;

use crate::report::table_zone::TableZone;
use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::exports::for_people::table::{PushRow, TableColumn, TableFormat};
use crate::storage::exports::for_people::{assignments, effects, visits};
use crate::storage::finished::FinishedRun;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::export::{Choices, Export, ExportFormat, ExportNotes, ExportWriter, InCommand, InWindow};
use super::rehearsed::RunAtInstant;
use super::tables;

/// Every visit of a contact at an item.
pub const VISITS: Export = export::<Visits>();
/// What the items would have done.
pub const ACTIONS: Export = export::<Actions>();
/// Which user got which contact, opportunity or task.
pub const GIVEN: Export = export::<Given>();

/// A table for people: what differs between such exports.
trait TableForPeople {
    /// See [`Export::name`].
    const NAME: &'static str;
    /// See [`Export::label`].
    const LABEL: &'static str;
    /// See [`InWindow::hint`].
    const HINT: &'static str;
    /// Why a table of a whole rehearsal can have no rows.
    const NO_ROWS: &'static str;
    /// The name of the sheet.
    const SHEET: &'static str;
    /// See [`InCommand::place`].
    const PLACE: usize;
    /// See [`InCommand::help`].
    const HELP: &'static str;

    /// The columns.
    fn columns(run: &FinishedRun<'_>) -> Vec<TableColumn>;

    /// Passes on all rows.
    fn rows(run: &FinishedRun<'_>, zone: &TableZone, push: &mut PushRow<'_>) -> io::Result<()>;
}

/// A row for each visit.
struct Visits;

impl TableForPeople for Visits {
    const NAME: &'static str = "visits";
    const LABEL: &'static str = "Who gets what, when and why not: every visit";
    const HINT: &'static str = "A row for each contact at each item: when it arrived, whether the item ran, waits, is held or \
         was skipped, and why. Of the whole rehearsal, wherever the clock stands.";
    const NO_ROWS: &'static str = "no contact reached an item";
    const SHEET: &'static str = "Visits";
    const PLACE: usize = 5;
    const HELP: &'static str = "Write every visit as a table to read: names, local times, reasons in words \
                                (.xlsx or .csv)";

    fn columns(_: &FinishedRun<'_>) -> Vec<TableColumn> {
        visits::columns()
    }

    fn rows(run: &FinishedRun<'_>, zone: &TableZone, push: &mut PushRow<'_>) -> io::Result<()> {
        visits::rows(run, zone, push)
    }
}

/// A row for each effect.
struct Actions;

impl TableForPeople for Actions {
    const NAME: &'static str = "actions";
    const LABEL: &'static str = "What the items would have done";
    const HINT: &'static str = "A row for each thing done: an email sent, a tag applied, a field set, with its details. Of the \
         whole rehearsal, wherever the clock stands.";
    const NO_ROWS: &'static str = "no item that does something ran";
    const SHEET: &'static str = "Actions";
    const PLACE: usize = 6;
    const HELP: &'static str = "Write what the items would have done as a table to read, with a column for each \
                                detail (.xlsx or .csv)";

    fn columns(run: &FinishedRun<'_>) -> Vec<TableColumn> {
        effects::columns(&run.effect_context)
    }

    fn rows(run: &FinishedRun<'_>, zone: &TableZone, push: &mut PushRow<'_>) -> io::Result<()> {
        effects::rows(run, zone, push)
    }
}

/// A row for each assignment.
struct Given;

impl TableForPeople for Given {
    const NAME: &'static str = "given";
    const LABEL: &'static str = "Tasks and assignments, by user";
    const HINT: &'static str = "A row for each task, opportunity or contact that a user got: who, for which contact, and when. \
         Of the whole rehearsal, wherever the clock stands.";
    const NO_ROWS: &'static str = "nothing was assigned to a user";
    const SHEET: &'static str = "Given";
    const PLACE: usize = 7;
    const HELP: &'static str =
        "Write which user got which contact, opportunity or task as a table to read (.xlsx or .csv)";

    fn columns(_: &FinishedRun<'_>) -> Vec<TableColumn> {
        assignments::columns()
    }

    fn rows(run: &FinishedRun<'_>, zone: &TableZone, push: &mut PushRow<'_>) -> io::Result<()> {
        assignments::rows(run, zone, push)
    }
}

/// The export of a table.
const fn export<T: TableForPeople>() -> Export {
    Export {
        name: T::NAME,
        label: T::LABEL,
        forms: const {
            &[
                ExportFormat {
                    endings: &[endings::SPREADSHEET],
                    write: ExportWriter::Run(|out, run, choices, control, notes| {
                        write::<T>((out, TableFormat::Spreadsheet), run, choices, control, notes)
                    }),
                },
                ExportFormat {
                    endings: &[endings::CSV],
                    write: ExportWriter::Run(|out, run, choices, control, notes| {
                        write::<T>((out, TableFormat::Csv), run, choices, control, notes)
                    }),
                },
            ]
        },
        is_picture: false,
        has_times: true,
        window: Some(InWindow { hint: Some(T::HINT), of_contact: false }),
        command: Some(InCommand { place: T::PLACE, value: "FILE", help: T::HELP, otherwise: endings::CSV }),
    }
}

fn write<T: TableForPeople>(
    (out, format): (Output, TableFormat),
    rehearsed: &RunAtInstant<'_>,
    choices: &Choices,
    control: &Control,
    notes: &mut ExportNotes,
) -> Result<(), Failure> {
    let run = rehearsed.finished();
    let table = (T::SHEET, T::columns(&run));
    let has_rows =
        tables::write((out, format), rehearsed, table, (control, notes), |push| T::rows(&run, &choices.zone, push))?;
    if !has_rows {
        notes.push(format!("The table has no rows: {}.", T::NO_ROWS));
    }
    Ok(())
}
