//! Exports with a row for each thing of a whole run, as CSV or JSON.

use std::io;

use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::exports::cells::RowFormat;
use crate::storage::finished::FinishedRun;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::export::{Export, ExportFormat, ExportWriter, InCommand, InWindow};
use super::rehearsed::RunAtInstant;
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

    /// Writes all rows.
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
