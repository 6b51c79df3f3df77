//! Where the records of the CSV come from: rows of a sheet, or lines of the files of a zip.

use std::fmt;

/// Records that follow each other, in the CSV as well as in their source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RowRun {
    /// The number of the first record, from 0.
    record: u64,
    /// Its line in the CSV, from 1.
    line: u64,
    /// Its row or line in the source, from 1.
    row: u64,
    /// The number of the source.
    source: u32,
}

/// How the CSV of a sheet was made, and where each of its records comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRows {
    runs: Vec<RowRun>,
    sources: Vec<String>,
    in_zip: bool,
    records: u64,
    next_line: u64,
}

/// The place that a record of the CSV comes from. Displays as `row 12 of sheet "Contacts"` or `line 12 of "a.csv"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetPlace<'a> {
    /// The name of the sheet, or of the file in a zip.
    pub source: &'a str,
    /// Whether it is a file in a zip, with lines rather than rows.
    pub in_zip: bool,
    /// The row or line, from 1.
    pub row: u64,
}

impl fmt::Display for SheetPlace<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = super::error::plain_name(self.source);
        match self.in_zip {
            true => write!(out, "line {} of \"{name}\"", self.row),
            false => write!(out, "row {} of sheet \"{name}\"", self.row),
        }
    }
}

impl SheetRows {
    pub(super) fn new(in_zip: bool) -> Self {
        Self { in_zip, next_line: 1, ..Self::default() }
    }

    /// The following records come from this sheet or file.
    pub(super) fn begin_source(&mut self, name: &str) {
        self.sources.push(name.to_owned());
    }

    /// A record was written that takes so many lines of the CSV.
    pub(super) fn push(&mut self, row: u64, lines: u64) {
        let source = self.sources.len().saturating_sub(1) as u32;
        let run = RowRun { record: self.records, line: self.next_line, row, source };
        let follows = self.runs.last().is_some_and(|last| {
            let by = self.records - last.record;
            last.source == source && last.line + by == run.line && last.row + by == row
        });
        if !follows {
            self.runs.push(run);
        }
        self.records += 1;
        self.next_line += lines;
    }

    /// The number of records, with the header.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// Whether they are lines of files of a zip rather than rows of a sheet.
    pub fn is_of_zip(&self) -> bool {
        self.in_zip
    }

    /// The place of a record, by its number from 0.
    pub fn place_of_record(&self, record: u64) -> Option<SheetPlace<'_>> {
        let run = self.run(self.runs.partition_point(|run| run.record <= record))?;
        (record < self.records).then(|| self.place(run, record - run.record))
    }

    /// The place of a record, by any line of it in the CSV, from 1.
    pub fn place_of_line(&self, line: u64) -> Option<SheetPlace<'_>> {
        let at = self.runs.partition_point(|run| run.line <= line);
        let run = self.run(at)?;
        let last = self.runs.get(at).map_or(self.records, |next| next.record).saturating_sub(run.record + 1);
        (line < self.next_line).then(|| self.place(run, (line - run.line).min(last)))
    }

    fn run(&self, after: usize) -> Option<&RowRun> {
        self.runs.get(after.checked_sub(1)?)
    }

    fn place(&self, run: &RowRun, further: u64) -> SheetPlace<'_> {
        let source = self.sources.get(run.source as usize).map_or("", String::as_str);
        SheetPlace { source, in_zip: self.in_zip, row: run.row + further }
    }
}
