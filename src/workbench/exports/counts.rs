//! The report: counts for programs, a row for each item, or a page to read and print.

use std::io;

use crate::storage::endings;
use crate::storage::exports::for_people::counts::write_counts;
use crate::storage::exports::report::{write_csv, write_json};

use super::document;
use super::export::{Export, ExportFormat, ExportWriter, InCommand, InWindow};
use super::page;
use super::whole::whole;

/// The counts by item, reason, contact status and day.
pub const REPORT: Export = Export {
    name: "report",
    label: "Report",
    forms: &[
        ExportFormat { endings: &[endings::CSV], write: ExportWriter::Counts(|out, report| write_csv(out, report)) },
        ExportFormat {
            endings: &[endings::JSON],
            write: ExportWriter::Counts(|out, report| write_json(out, &report.to_json())),
        },
        ExportFormat {
            endings: &[endings::HTML, endings::HTM],
            write: ExportWriter::Run(|out, run, _, control, _| page::write(out, run, control)),
        },
        ExportFormat {
            endings: &[endings::SPREADSHEET],
            write: ExportWriter::Run(|out, run, _, control, _| {
                let watch = || control.check().map_err(io::Error::other);
                whole(out, control, |out| write_counts(out, &run.report(), &page::facts(run), run.now, &watch))
            }),
        },
        ExportFormat {
            endings: &[endings::PDF],
            write: ExportWriter::Run(|out, run, choices, control, _| document::write(out, run, choices.paper, control)),
        },
    ],
    is_picture: false,
    has_times: false,
    window: Some(InWindow { hint: None, of_contact: false }),
    command: Some(InCommand {
        place: 3,
        value: "JSON",
        help: "Write the counts by item, reason, contact status and day; a name that ends in .csv gets a row for each \
               item, .xlsx a spreadsheet, .html or .pdf a page to read and print, with the sequence, plots and tables",
        otherwise: endings::JSON,
    }),
};
