//! The counts of a report as a spreadsheet: items with the reasons why they were skipped, contacts, and days.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::report::table::{ItemRow, Report};
use crate::simulate::outcome::Reason;

use super::spreadsheet::{Spreadsheet, write_spreadsheet};
use super::table::{TableCell, TableColumn, TableHead};

const COUNT_WIDTH: f64 = 11.0;

/// Writes a spreadsheet with a sheet for the items, the contacts by status, the days, and what was run: `facts` are
/// labels and values. `now` is written into it.
/// `watch` is called now and then; its error ends the work.
///
/// # Errors
/// If `out` can't be written, or the first error of `watch`.
pub fn write_counts(
    out: &mut (impl Write + Send),
    report: &Report,
    facts: &[(&'static str, String)],
    now: Instant,
    watch: &dyn Fn() -> io::Result<()>,
) -> io::Result<()> {
    let mut spreadsheet = Spreadsheet::new("Report", now);
    items(&mut spreadsheet, report, now, watch)?;
    contacts(&mut spreadsheet, report, now, watch)?;
    days(&mut spreadsheet, report, now, watch)?;
    about(&mut spreadsheet, facts, now, watch)?;
    spreadsheet.save(out).map(|_| ())
}

/// A row for each item, with a column for each reason that occurred.
fn items(
    spreadsheet: &mut Spreadsheet,
    report: &Report,
    now: Instant,
    watch: &dyn Fn() -> io::Result<()>,
) -> io::Result<()> {
    let occurred = |reason: &Reason| report.items.iter().any(|row| row.skipped.iter().any(|(each, _)| each == reason));
    let reasons: Vec<Reason> = Reason::ALL.into_iter().filter(occurred).collect();
    let mut columns = vec![TableColumn::new("Item", 34.0), TableColumn::new("Kind", 20.0)];
    let counts = ["Reached", "Ran", "Waiting", "Held", "Skipped"];
    columns.extend(counts.map(|caption| TableColumn::new(caption, COUNT_WIDTH)));
    columns.extend(reasons.iter().map(|reason| TableColumn::new(reason.brief(), 16.0)));
    let head = TableHead { name: "Items", title: "Report", now, columns };
    write_spreadsheet(spreadsheet, &head, watch, |push| {
        report.items.iter().try_for_each(|row| push(&item(row, &reasons)))
    })
}

fn item<'a>(row: &'a ItemRow, reasons: &[Reason]) -> Vec<TableCell<'a>> {
    let counts = [row.reached, row.ran, row.waiting, row.held, row.skipped_in_all()];
    let skipped =
        reasons.iter().map(|reason| row.skipped.iter().find(|(each, _)| each == reason).map_or(0, |(_, count)| *count));
    let texts = [row.label.as_str().into(), row.kind.into()];
    texts.into_iter().chain(counts.into_iter().chain(skipped).map(TableCell::Count)).collect()
}

/// A row for each fact: the other sheets say neither which rehearsal they count, nor up to when.
fn about(
    spreadsheet: &mut Spreadsheet,
    facts: &[(&'static str, String)],
    now: Instant,
    watch: &dyn Fn() -> io::Result<()>,
) -> io::Result<()> {
    let columns = vec![TableColumn::new("About", 24.0), TableColumn::new("", 90.0)];
    let head = TableHead { name: "About", title: "Report", now, columns };
    write_spreadsheet(spreadsheet, &head, watch, |push| {
        facts.iter().try_for_each(|(label, fact)| push(&[(*label).into(), fact.as_str().into()]))
    })
}

/// A row for each status.
fn contacts(
    spreadsheet: &mut Spreadsheet,
    report: &Report,
    now: Instant,
    watch: &dyn Fn() -> io::Result<()>,
) -> io::Result<()> {
    let columns = vec![TableColumn::new("Status", 20.0), TableColumn::new("Contacts", COUNT_WIDTH)];
    let head = TableHead { name: "Contacts", title: "Report", now, columns };
    write_spreadsheet(spreadsheet, &head, watch, |push| {
        let mut rows = report.contacts.iter();
        rows.try_for_each(|(status, count)| push(&[status.label().into(), TableCell::Count(*count)]))
    })
}

/// A row for each day and each item that ran or was skipped on it.
fn days(
    spreadsheet: &mut Spreadsheet,
    report: &Report,
    now: Instant,
    watch: &dyn Fn() -> io::Result<()>,
) -> io::Result<()> {
    let names: BTreeMap<ItemRef, &str> = report.items.iter().map(|row| (row.item, row.label.as_str())).collect();
    let counts = ["Ran", "Skipped"].map(|caption| TableColumn::new(caption, COUNT_WIDTH));
    let columns = [TableColumn::new("Day", 18.0), TableColumn::new("Item", 34.0)].into_iter().chain(counts);
    let head = TableHead { name: "Days", title: "Report", now, columns: columns.collect() };
    write_spreadsheet(spreadsheet, &head, watch, |push| {
        let cells = report.days.iter().flat_map(|(day, cells)| cells.iter().map(move |cell| (*day, cell)));
        cells.into_iter().try_for_each(|(day, cell)| {
            let called = names.get(&cell.item).copied().unwrap_or("");
            let counts = [cell.ran, cell.skipped].map(TableCell::Count);
            let texts = [TableCell::Date(day), called.into()];
            push(&texts.into_iter().chain(counts).collect::<Vec<_>>())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watcher_can_stop_each_sheet() {
        let report = Report { contacts: Vec::new(), items: Vec::new(), days: BTreeMap::new() };
        for stopped in 1..=4 {
            let calls = std::cell::Cell::new(0);
            let watch = || {
                calls.set(calls.get() + 1);
                if calls.get() == stopped { Err(io::Error::other("stopped")) } else { Ok(()) }
            };
            let error = write_counts(&mut Vec::new(), &report, &[], Instant::FIRST, &watch).expect_err("stopped");
            assert_eq!((error.to_string().as_str(), calls.get()), ("stopped", stopped));
        }
    }
}
