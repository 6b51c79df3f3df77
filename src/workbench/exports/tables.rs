//! Writes a table row by row, with its progress and what it leaves out.

use std::io;
use std::sync::atomic::Ordering;

use crate::simulate::run::Control;
use crate::storage::exports::for_people::table::{PushRow, TableColumn, TableCuts, TableFormat, TableHead};
use crate::storage::exports::for_people::write::write_table;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::export::ExportNotes;
use super::rehearsed::RunAtInstant;
use super::whole::whole;

/// Writes a table with this sheet name and these columns, and notes what it leaves out. Returns whether it has rows.
///
/// # Errors
/// If it can't be written, or was cancelled.
pub(super) fn write(
    (out, format): (Output, TableFormat),
    rehearsed: &RunAtInstant<'_>,
    (name, columns): (&'static str, Vec<TableColumn>),
    (control, notes): (&Control, &mut ExportNotes),
    rows: impl FnOnce(&mut PushRow<'_>) -> io::Result<()>,
) -> Result<bool, Failure> {
    let scene = rehearsed.scene;
    let title = format!("{}: {}", scene.campaign.name, scene.sequence().name);
    let head = TableHead { name, title: &title, now: rehearsed.now, columns };
    let watch = || control.check().map_err(io::Error::other);
    control.begin("Writing", steps(rehearsed.kept.run.visits() as u64, format));
    let (mut cuts, mut has_rows) = (TableCuts::default(), false);
    whole(out, control, |out| {
        cuts = write_table(out, format, &head, &watch, |push| {
            rows(&mut |cells| {
                control.done.fetch_add(1, Ordering::Relaxed);
                has_rows = true;
                push(cells)
            })
        })?;
        Ok(())
    })?;
    notes.extend(cut_words(cuts));
    Ok(has_rows)
}

/// What the progress counts to. No table has more rows than the run has visits. A spreadsheet is packed after its last
/// row, which takes about half as long as the rows, without steps.
fn steps(visits: u64, format: TableFormat) -> u64 {
    match format {
        TableFormat::Csv => visits,
        TableFormat::Spreadsheet => visits + visits / 2,
    }
}

/// What the table leaves out, and how it is split, in sentences.
fn cut_words(cuts: TableCuts) -> Vec<String> {
    let mut words = Vec::new();
    if cuts.sheets > 1 {
        words.push(format!(
            "A sheet holds at most 1,048,575 rows below its header, so the table is on {} sheets.",
            cuts.sheets
        ));
    }
    match cuts.texts {
        0 => {}
        1 => words.push("One text is cut: a cell of a spreadsheet holds at most 32,767 characters.".to_owned()),
        texts => words.push(format!("{texts} texts are cut: a cell of a spreadsheet holds at most 32,767 characters.")),
    }
    words
}
