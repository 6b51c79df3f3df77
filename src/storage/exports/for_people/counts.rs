//! The counts of a report as a spreadsheet: items with the reasons why they were skipped, contacts, and days.

use std::io::{self, Write};

use crate::calendar::Instant;
use crate::report::table::{ItemRow, Report};
use crate::simulate::outcome::Reason;

use super::spreadsheet::{Spreadsheet, write_spreadsheet};
use super::table::{TableCell, TableColumn, TableHead};

const COUNT_WIDTH: f64 = 11.0;

/// Writes a spreadsheet with a sheet for the items, the contacts by status, and the days. `now` is written into it.
///
/// # Errors
/// If `out` can't be written.
pub fn write_counts(out: &mut (impl Write + Send), report: &Report, now: Instant) -> io::Result<()> {
    let mut spreadsheet = Spreadsheet::new("Report", now);
    items(&mut spreadsheet, report, now)?;
    contacts(&mut spreadsheet, report, now)?;
    days(&mut spreadsheet, report, now)?;
    spreadsheet.save(out).map(|_| ())
}

/// A row for each item, with a column for each reason that occurred.
fn items(spreadsheet: &mut Spreadsheet, report: &Report, now: Instant) -> io::Result<()> {
    let occurred = |reason: &Reason| report.items.iter().any(|row| row.skipped.iter().any(|(each, _)| each == reason));
    let reasons: Vec<Reason> = Reason::ALL.into_iter().filter(occurred).collect();
    let mut columns = vec![TableColumn::new("Item", 34.0), TableColumn::new("Kind", 20.0)];
    let counts = ["Reached", "Ran", "Waiting", "Held", "Skipped"];
    columns.extend(counts.map(|caption| TableColumn::new(caption, COUNT_WIDTH)));
    columns.extend(reasons.iter().map(|reason| TableColumn::new(reason.brief(), 16.0)));
    let head = TableHead { name: "Items", title: "Report", now, columns };
    write_spreadsheet(spreadsheet, &head, &|| Ok(()), |push| {
        report.items.iter().try_for_each(|row| push(&item(row, &reasons)))
    })
}

fn item<'a>(row: &'a ItemRow, reasons: &[Reason]) -> Vec<TableCell<'a>> {
    let counts = [row.reached, row.ran, row.waiting, row.held, row.skipped_in_all()];
    let skipped =
        reasons.iter().map(|reason| row.skipped.iter().find(|(each, _)| each == reason).map_or(0, |(_, count)| *count));
    let texts = [row.called().into(), row.kind.into()];
    texts.into_iter().chain(counts.into_iter().chain(skipped).map(TableCell::Count)).collect()
}

/// A row for each status.
fn contacts(spreadsheet: &mut Spreadsheet, report: &Report, now: Instant) -> io::Result<()> {
    let columns = vec![TableColumn::new("Status", 20.0), TableColumn::new("Contacts", COUNT_WIDTH)];
    let head = TableHead { name: "Contacts", title: "Report", now, columns };
    write_spreadsheet(spreadsheet, &head, &|| Ok(()), |push| {
        let mut rows = report.contacts.iter();
        rows.try_for_each(|(status, count)| push(&[status.label().into(), TableCell::Count(*count)]))
    })
}

/// A row for each day and each item that ran or was skipped on it.
fn days(spreadsheet: &mut Spreadsheet, report: &Report, now: Instant) -> io::Result<()> {
    let counts = ["Ran", "Skipped"].map(|caption| TableColumn::new(caption, COUNT_WIDTH));
    let columns = [TableColumn::new("Day", 18.0), TableColumn::new("Item", 34.0)].into_iter().chain(counts);
    let head = TableHead { name: "Days", title: "Report", now, columns: columns.collect() };
    write_spreadsheet(spreadsheet, &head, &|| Ok(()), |push| {
        let cells = report.days.iter().flat_map(|(day, cells)| cells.iter().map(move |cell| (*day, cell)));
        cells.into_iter().try_for_each(|(day, cell)| {
            let called = report.items.iter().find(|row| row.item == cell.item).map_or("", ItemRow::called);
            let counts = [cell.ran, cell.skipped].map(TableCell::Count);
            let texts = [TableCell::Date(day), called.into()];
            push(&texts.into_iter().chain(counts).collect::<Vec<_>>())
        })
    })
}
