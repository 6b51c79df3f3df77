//! What the items would have done.

use std::io;

use crate::storage::exports::cells::RowFormat;
use crate::storage::exports::effects::write_effects;
use crate::storage::exports::for_people::table::{PushRow, TableColumn};
use crate::storage::exports::typed;
use crate::storage::finished::FinishedRun;

use super::export::Export;
use super::rows::{self, Rows};
use super::whole::Watched;

/// A row for each effect.
pub const EFFECTS: Export = rows::export::<EffectRows>();

struct EffectRows;

impl Rows for EffectRows {
    const NAME: &'static str = "effects";
    const LABEL: &'static str = "What the items would have done, for programs";
    const PLACE: usize = 2;
    const HELP: &'static str = "Write what the items would have done (see `--help effects`; JSON or a \
         spreadsheet if the name ends in .json or .xlsx)";
    const SHEET: &'static str = "Effects";
    const COLUMNS: &'static [TableColumn] = typed::EFFECTS;

    fn rows(run: &FinishedRun<'_>, push: &mut PushRow<'_>) -> io::Result<()> {
        typed::effects(run, push)
    }

    fn write(out: &mut Watched<'_>, format: RowFormat, run: &FinishedRun<'_>) -> io::Result<()> {
        write_effects(out, format, run)
    }
}
