//! Tables for people as a spreadsheet: real dates, a header that stays in view, filters, and no formulas.

use std::borrow::Cow;
use std::io::{self, Write};

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::calendar::{Date, DateTime, Instant};

use super::table::{PushRow, TableCell, TableCuts, TableHead, local_text};

/// Most rows of a sheet.
const MOST_ROWS: u32 = 1_048_576;
/// Most characters of a cell.
const LONGEST_TEXT: usize = 32_767;
/// Rows written between two calls of the watcher.
const PART: u32 = 1 << 12;

/// A spreadsheet that is being written.
pub(super) struct Spreadsheet {
    workbook: Workbook,
    formats: Formats,
    most_rows: u32,
    cuts: TableCuts,
}

/// How the cells look.
struct Formats {
    head: Format,
    text: Format,
    date: Format,
    minute: Format,
    second: Format,
    count: Format,
    id: Format,
    instant: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let dated = |pattern: &str| top.clone().set_num_format(pattern).set_align(FormatAlign::Left);
        Self {
            head: top.clone().set_bold().set_background_color(Color::RGB(0xE9_EEF5)),
            date: dated("ddd d mmm yyyy"),
            minute: dated("ddd d mmm yyyy hh:mm"),
            second: dated("ddd d mmm yyyy hh:mm:ss"),
            count: top.clone().set_num_format("#,##0"),
            id: top.clone().set_num_format("0"),
            // Shown as in CSV.
            instant: dated("yyyy-mm-dd\"T\"hh:mm:ss\"Z\""),
            text: top,
        }
    }
}

impl Spreadsheet {
    /// An empty spreadsheet. `now` is written into it as the time at which it was made.
    pub(super) fn new(title: &str, now: Instant) -> Self {
        let mut workbook = Workbook::new();
        let made = ExcelDateTime::from_timestamp(now.utc_secs()).or_else(|_| ExcelDateTime::from_timestamp(0));
        let mut properties = DocProperties::new().set_title(cut(title).0).set_author("Dripline");
        if let Ok(made) = made {
            properties = properties.set_creation_datetime(&made);
        }
        workbook.set_properties(&properties);
        Self { workbook, formats: Formats::new(), most_rows: MOST_ROWS, cuts: TableCuts::default() }
    }

    /// Writes the finished spreadsheet.
    pub(super) fn save(mut self, out: &mut (impl Write + Send)) -> io::Result<TableCuts> {
        self.workbook.save_to_writer(out).map_err(told)?;
        Ok(self.cuts)
    }

    /// Adds a sheet with its header.
    fn begin(&mut self, head: &TableHead<'_>, number: usize) -> io::Result<()> {
        self.cuts.sheets += 1;
        let name = if number == 1 { head.name.to_owned() } else { format!("{} {number}", head.name) };
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(told)?;
        sheet.set_name(name).map_err(told)?;
        for (column, place) in head.columns.iter().zip(0..) {
            sheet.set_column_width(place, column.width).map_err(told)?;
        }
        sheet.set_freeze_panes(1, 0).map_err(told)?;
        sheet.set_landscape().set_repeat_rows(0, 0).map_err(told)?.set_print_fit_to_pages(1, 0);
        for (column, place) in head.columns.iter().zip(0..) {
            sheet.write_string_with_format(0, place, column.caption, &self.formats.head).map_err(told)?;
        }
        Ok(())
    }

    /// Writes a row, and counts the texts that were cut.
    fn row(&mut self, sheet: usize, row: u32, cells: &[TableCell<'_>]) -> Result<(), XlsxError> {
        let Self { workbook, formats, cuts, .. } = self;
        let sheet = workbook.worksheet_from_index(sheet)?;
        for (cell, place) in cells.iter().zip(0..) {
            match cell {
                TableCell::Empty => continue,
                TableCell::Text(text) => {
                    let (text, is_cut) = cut(text);
                    cuts.texts += u64::from(is_cut);
                    sheet.write_string_with_format(row, place, text, &formats.text)?
                }
                TableCell::Count(count) => sheet.write_number_with_format(row, place, *count as f64, &formats.count)?,
                TableCell::Id(id) => sheet.write_number_with_format(row, place, *id as f64, &formats.id)?,
                TableCell::Instant(at) => write_instant(sheet, (row, place), *at, formats)?,
                TableCell::Date(day) => write_date(sheet, (row, place), *day, formats)?,
                TableCell::Local(local) => write_local(sheet, (row, place), *local, formats)?,
            };
        }
        Ok(())
    }
}

/// Writes the rows of a table on a sheet, and on more sheets if there are more rows than one can have.
pub(super) fn write_spreadsheet(
    spreadsheet: &mut Spreadsheet,
    head: &TableHead<'_>,
    watch: &dyn Fn() -> io::Result<()>,
    rows: impl FnOnce(&mut PushRow<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let mut sheet = spreadsheet.cuts.sheets;
    let (mut number, mut row) = (1, 1);
    spreadsheet.begin(head, number)?;
    rows(&mut |cells| {
        if row == spreadsheet.most_rows {
            filter(spreadsheet, sheet, row, head)?;
            (sheet, number, row) = (sheet + 1, number + 1, 1);
            spreadsheet.begin(head, number)?;
        }
        if row % PART == 0 {
            watch()?;
        }
        spreadsheet.row(sheet, row, cells).map_err(told)?;
        row += 1;
        Ok(())
    })?;
    watch()?;
    filter(spreadsheet, sheet, row, head)
}

/// Puts filters on the header of a sheet with rows.
fn filter(spreadsheet: &mut Spreadsheet, sheet: usize, rows: u32, head: &TableHead<'_>) -> io::Result<()> {
    let last = u16::try_from(head.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let sheet = spreadsheet.workbook.worksheet_from_index(sheet).map_err(told)?;
    sheet.autofilter(0, 0, rows.saturating_sub(1), last).map_err(told)?;
    Ok(())
}

/// A date. One that spreadsheets don't have is written as a text.
fn write_date<'a>(
    sheet: &'a mut Worksheet,
    (row, place): (u32, u16),
    day: Date,
    formats: &Formats,
) -> Result<&'a mut Worksheet, XlsxError> {
    match ExcelDateTime::from_timestamp(day.at_second(0).secs()) {
        Ok(date) => sheet.write_datetime_with_format(row, place, &date, &formats.date),
        Err(_) => sheet.write_string_with_format(row, place, day.to_string(), &formats.text),
    }
}

/// An instant, in UTC. One that spreadsheets don't have is written as a text.
fn write_instant<'a>(
    sheet: &'a mut Worksheet,
    (row, place): (u32, u16),
    at: Instant,
    formats: &Formats,
) -> Result<&'a mut Worksheet, XlsxError> {
    match ExcelDateTime::from_timestamp(at.utc_secs()) {
        Ok(date) => sheet.write_datetime_with_format(row, place, &date, &formats.instant),
        Err(_) => sheet.write_string_with_format(row, place, at.to_string(), &formats.text),
    }
}

/// A local time. One that spreadsheets don't have is written as a text.
fn write_local<'a>(
    sheet: &'a mut Worksheet,
    (row, place): (u32, u16),
    local: DateTime,
    formats: &Formats,
) -> Result<&'a mut Worksheet, XlsxError> {
    let format = if local.second_of_day().is_multiple_of(60) { &formats.minute } else { &formats.second };
    match ExcelDateTime::from_timestamp(local.secs()) {
        Ok(date) => sheet.write_datetime_with_format(row, place, &date, format),
        Err(_) => sheet.write_string_with_format(row, place, local_text(local), &formats.text),
    }
}

/// A text that a cell can hold, and whether it was cut.
fn cut(text: &str) -> (Cow<'_, str>, bool) {
    // Spreadsheets count units of UTF-16.
    if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return (Cow::Borrowed(text), false);
    }
    let mut units = 0;
    let fitting = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units < LONGEST_TEXT
    });
    (Cow::Owned(fitting.chain(['…']).collect()), true)
}

fn told(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::exports::for_people::table::TableColumn;

    fn head() -> TableHead<'static> {
        let columns = vec![TableColumn::new("Number", 10.0)];
        TableHead { name: "Rows", title: "Title", now: Instant::FIRST, columns }
    }

    #[test]
    fn more_rows_than_a_sheet_has_go_on_on_the_next() {
        for (rows, sheets) in [(0, 1), (4, 1), (5, 2), (8, 2), (9, 3)] {
            let mut spreadsheet = Spreadsheet::new("Title", Instant::FIRST);
            spreadsheet.most_rows = 5;
            write_spreadsheet(&mut spreadsheet, &head(), &|| Ok(()), |push| {
                (0..rows).try_for_each(|count| push(&[TableCell::Count(count)]))
            })
            .expect("memory");
            let mut out = Vec::new();
            let cuts = spreadsheet.save(&mut out).expect("memory");
            assert_eq!((cuts.sheets, cuts.texts), (sheets, 0), "{rows} rows");
            assert!(out.starts_with(b"PK"));
        }
    }

    #[test]
    fn the_same_rows_give_the_same_bytes_and_a_watcher_can_stop_them() {
        let written = |stop: bool| {
            let mut spreadsheet = Spreadsheet::new("Title", Instant::FIRST);
            let watch = || if stop { Err(io::Error::other("stopped")) } else { Ok(()) };
            write_spreadsheet(&mut spreadsheet, &head(), &watch, |push| push(&[TableCell::Text("=1+1".into())]))?;
            let mut out = Vec::new();
            spreadsheet.save(&mut out)?;
            io::Result::Ok(out)
        };
        assert_eq!(written(false).expect("memory"), written(false).expect("memory"));
        assert_eq!(written(true).expect_err("stopped").to_string(), "stopped");
    }

    #[test]
    fn a_text_is_cut_where_a_cell_ends() {
        assert_eq!(cut(&"a".repeat(LONGEST_TEXT)), ("a".repeat(LONGEST_TEXT).into(), false));
        let long = "\u{1F389}".repeat(LONGEST_TEXT);
        let (text, is_cut) = cut(&long);
        assert!(is_cut && text.ends_with('…') && text.encode_utf16().count() <= LONGEST_TEXT);
    }
}
