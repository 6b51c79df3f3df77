//! Which user got which contact, opportunity or task.

use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::exports::assignments::write_assignments;
use crate::storage::exports::cells::RowFormat;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::export::{Export, ExportFormat, ExportWriter, InCommand, InWindow};
use super::rehearsed::RunAtInstant;
use super::whole::whole;

/// A row for each assignment.
pub const ASSIGNMENTS: Export = Export {
    name: "assignments",
    label: "Who was given what",
    forms: &[
        ExportFormat {
            endings: &[endings::CSV],
            write: ExportWriter::Run(|out, run, _, control, _| write(out, RowFormat::Csv, run, control)),
        },
        ExportFormat {
            endings: &[endings::JSON],
            write: ExportWriter::Run(|out, run, _, control, _| write(out, RowFormat::Json, run, control)),
        },
    ],
    is_picture: false,
    window: Some(InWindow { hint: "Of the whole rehearsal, wherever the clock stands.", of_contact: false }),
    command: Some(InCommand {
        place: 1,
        value: "CSV",
        help: "Write which user got which contact, opportunity or task (JSON if the name ends in .json)",
        otherwise: endings::CSV,
    }),
};

fn write(out: Output, format: RowFormat, rehearsed: &RunAtInstant<'_>, control: &Control) -> Result<(), Failure> {
    let run = rehearsed.finished();
    whole(out, control, |out| write_assignments(out, format, run.teller.plan, run.assignments, run.population))
}
