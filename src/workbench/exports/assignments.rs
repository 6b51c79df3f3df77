//! Which user got which contact, opportunity or task.

use std::io;

use crate::storage::exports::assignments::write_assignments;
use crate::storage::exports::cells::RowFormat;
use crate::storage::exports::for_people::table::{PushRow, TableColumn};
use crate::storage::exports::typed;
use crate::storage::finished::FinishedRun;

use super::export::Export;
use super::rows::{self, Rows};
use super::whole::Watched;

/// A row for each assignment.
pub const ASSIGNMENTS: Export = rows::export::<AssignmentRows>();

struct AssignmentRows;

impl Rows for AssignmentRows {
    const NAME: &'static str = "assignments";
    const LABEL: &'static str = "Tasks and assignments, for programs";
    const PLACE: usize = 1;
    const HELP: &'static str = "Write which user got which contact, opportunity or task (JSON or a \
         spreadsheet if the name ends in .json or .xlsx)";
    const SHEET: &'static str = "Assignments";
    const COLUMNS: &'static [TableColumn] = typed::ASSIGNMENTS;

    fn rows(run: &FinishedRun<'_>, push: &mut PushRow<'_>) -> io::Result<()> {
        typed::assignments(run, push)
    }

    fn write(out: &mut Watched<'_>, format: RowFormat, run: &FinishedRun<'_>) -> io::Result<()> {
        write_assignments(out, format, run.effect_context.plan, run.assignments, run.population)
    }
}
