//! Every visit of a contact at an item.

use std::io;

use crate::storage::exports::cells::RowFormat;
use crate::storage::exports::events::write_events;
use crate::storage::exports::for_people::table::{PushRow, TableColumn};
use crate::storage::exports::typed;
use crate::storage::finished::FinishedRun;

use super::export::Export;
use super::rows::{self, Rows};
use super::whole::Watched;

/// A row for each visit.
pub const EVENTS: Export = rows::export::<EventRows>();

struct EventRows;

impl Rows for EventRows {
    const NAME: &'static str = "events";
    const LABEL: &'static str = "Every visit, for programs";
    const PLACE: usize = 0;
    const HELP: &'static str = "Write every visit of a contact at an item (`-` is standard output; JSON or a \
         spreadsheet if the name ends in .json or .xlsx)";
    const SHEET: &'static str = "Events";
    const COLUMNS: &'static [TableColumn] = typed::EVENTS;

    fn rows(run: &FinishedRun<'_>, push: &mut PushRow<'_>) -> io::Result<()> {
        typed::events(run, push)
    }

    fn write(out: &mut Watched<'_>, format: RowFormat, run: &FinishedRun<'_>) -> io::Result<()> {
        write_events(out, format, run.effect_context.plan, run.run, run.population)
    }
}
