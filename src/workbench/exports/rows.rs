//! Exports with a row for each thing of a whole run, as CSV or JSON.

use std::io;

use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::exports::cells::Format;
use crate::storage::finished::Finished;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::export::{Export, Form, InCommand, InWindow, Writer};
use super::rehearsed::Rehearsed;
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
    fn write(out: &mut Watched<'_>, format: Format, run: &Finished<'_>) -> io::Result<()>;
}

/// The export of a table.
pub(super) const fn export<R: Rows>() -> Export {
    Export {
        name: R::NAME,
        label: R::LABEL,
        forms: const {
            &[
                Form {
                    endings: &[endings::CSV],
                    write: Writer::Run(|out, run, _, control, _| write::<R>(out, Format::Csv, run, control)),
                },
                Form {
                    endings: &[endings::JSON],
                    write: Writer::Run(|out, run, _, control, _| write::<R>(out, Format::Json, run, control)),
                },
            ]
        },
        is_picture: false,
        window: Some(InWindow { hint: "Of the whole rehearsal, wherever the clock stands.", of_contact: false }),
        command: Some(InCommand { place: R::PLACE, value: "CSV", help: R::HELP, otherwise: endings::CSV }),
    }
}

fn write<R: Rows>(out: Output, format: Format, rehearsed: &Rehearsed<'_>, control: &Control) -> Result<(), Failure> {
    let run = rehearsed.finished();
    whole(out, control, |out| R::write(out, format, &run))
}
