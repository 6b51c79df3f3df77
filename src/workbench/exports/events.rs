//! Every visit of a contact at an item.

use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::exports::cells::RowFormat;
use crate::storage::exports::events::write_events;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::export::{Export, ExportFormat, ExportWriter, InCommand, InWindow};
use super::rehearsed::RunAtInstant;
use super::whole::whole;

/// A row for each visit.
pub const EVENTS: Export = Export {
    name: "events",
    label: "Every visit of every contact",
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
        place: 0,
        value: "CSV",
        help: "Write every visit of a contact at an item (`-` is standard output; JSON if the name ends in .json)",
        otherwise: endings::CSV,
    }),
};

fn write(out: Output, format: RowFormat, rehearsed: &RunAtInstant<'_>, control: &Control) -> Result<(), Failure> {
    let run = rehearsed.finished();
    whole(out, control, |out| write_events(out, format, run.teller.plan, run.run, run.population))
}
