//! Tables of a rehearsal: visits, effects, assignments, and the report's items.

use std::io::{self, Write};
use std::path::Path;

use crate::report::table::Report;
use crate::storage::exports::assignments::write_assignments;
use crate::storage::exports::cells::Format;
use crate::storage::exports::effects::write_effects;
use crate::storage::exports::events::write_events;
use crate::storage::exports::report::{write_csv, write_json};
use crate::storage::finished::Finished;

/// A table with a row for each thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Every visit of a contact at an item.
    Events,
    /// What the items would have done.
    Effects,
    /// Who was given which contact, opportunity or task.
    Assignments,
}

/// What kind of file a report is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportFormat {
    /// Counts for programs.
    #[default]
    Json,
    /// A row for each item, for spreadsheets.
    Csv,
    /// A page to read and print.
    Html,
}

impl ReportFormat {
    /// The one a file's ending stands for: JSON where it stands for none.
    pub fn of(path: &Path) -> Self {
        match ending(path).as_str() {
            "csv" => ReportFormat::Csv,
            "html" | "htm" => ReportFormat::Html,
            _ => ReportFormat::Json,
        }
    }
}

/// The format of a table that a file's ending stands for: CSV where it stands for none.
pub fn table_format(path: &Path) -> Format {
    if ending(path) == "json" { Format::Json } else { Format::Csv }
}

fn ending(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}

/// Writes a table of a whole rehearsal.
///
/// # Errors
/// If `out` can't be written.
pub fn write_table(out: &mut impl Write, table: Table, format: Format, finished: &Finished<'_>) -> io::Result<()> {
    let plan = finished.teller.plan;
    match table {
        Table::Events => write_events(out, format, plan, finished.run, finished.population),
        Table::Effects => write_effects(out, format, finished),
        Table::Assignments => write_assignments(out, format, plan, finished.assignments, finished.population),
    }
}

/// Writes the report's items as CSV, or all of its counts as JSON.
///
/// # Errors
/// If `out` can't be written.
pub fn write_report(out: &mut impl Write, format: ReportFormat, report: &Report) -> io::Result<()> {
    match format {
        ReportFormat::Csv => write_csv(out, report),
        ReportFormat::Json | ReportFormat::Html => write_json(out, &report.to_json()),
    }
}
