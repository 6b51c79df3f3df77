//! Exports with a row for each thing of a whole run, as CSV, JSON or a spreadsheet.

use std::io;

use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::exports::cells::RowFormat;
use crate::storage::exports::for_people::table::{PushRow, TableColumn, TableFormat};
use crate::storage::finished::FinishedRun;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::export::{Export, ExportFormat, ExportNotes, ExportWriter, InCommand, InWindow};
use super::rehearsed::RunAtInstant;
use super::tables;
use super::whole::{Watched, whole};

/// A table with a row for each thing of a run: what differs between such exports.
pub(super) trait Rows {
    /// See [`Export::name`].
    const NAME: &'static str;
    /// See [`Export::label`].
    const LABEL: &'static str;
    /// See [`InCommand::place`].
    const PLACE: usize;
    /// See [`InCommand::help`].
    const HELP: &'static str;

    /// The name of the sheet in a spreadsheet.
    const SHEET: &'static str;
    /// The columns of a spreadsheet: those of the CSV.
    const COLUMNS: &'static [TableColumn];

    /// Passes on all rows, for a spreadsheet.
    fn rows(run: &FinishedRun<'_>, push: &mut PushRow<'_>) -> io::Result<()>;

    /// Writes all rows as CSV or JSON.
    fn write(out: &mut Watched<'_>, format: RowFormat, run: &FinishedRun<'_>) -> io::Result<()>;
}

/// The export of a table.
pub(super) const fn export<R: Rows>() -> Export {
    Export {
        name: R::NAME,
        label: R::LABEL,
        forms: const {
            &[
                ExportFormat {
                    endings: &[endings::CSV],
                    write: ExportWriter::Run(|out, run, _, control, _| write::<R>(out, RowFormat::Csv, run, control)),
                },
                ExportFormat {
                    endings: &[endings::JSON],
                    write: ExportWriter::Run(|out, run, _, control, _| write::<R>(out, RowFormat::Json, run, control)),
                },
                ExportFormat {
                    endings: &[endings::SPREADSHEET],
                    write: ExportWriter::Run(|out, run, _, control, notes| spreadsheet::<R>(out, run, control, notes)),
                },
            ]
        },
        is_picture: false,
        has_times: false,
        window: Some(InWindow {
            hint: Some("For other programs: ids, exact times in UTC. Of the whole rehearsal, wherever the clock is."),
            of_contact: false,
        }),
        command: Some(InCommand { place: R::PLACE, value: "CSV", help: R::HELP, otherwise: endings::CSV }),
    }
}

fn write<R: Rows>(
    out: Output,
    format: RowFormat,
    rehearsed: &RunAtInstant<'_>,
    control: &Control,
) -> Result<(), Failure> {
    let run = rehearsed.finished();
    whole(out, control, |out| R::write(out, format, &run))
}

fn spreadsheet<R: Rows>(
    out: Output,
    rehearsed: &RunAtInstant<'_>,
    control: &Control,
    notes: &mut ExportNotes,
) -> Result<(), Failure> {
    let (run, table) = (rehearsed.finished(), (R::SHEET, R::COLUMNS.to_vec()));
    let to = (out, TableFormat::Spreadsheet);
    tables::write(to, rehearsed, table, (control, notes), |push| R::rows(&run, push)).map(drop)
}
