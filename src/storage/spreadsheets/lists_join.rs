//! Joins the files of a Mailchimp export to one list.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{BufRead, Write};

use csv::ByteRecord;

use super::archive::EntryBytes;
use super::counted::{CountedWriter, line_ends};
use super::error::{SheetBound, SheetError};
use super::limits::{MOST_SHEET_COLUMNS, is_csv_bomb};
use super::rows::SheetRows;

/// The column with the status of the file, in the words of the native form.
const STATUS: &str = "email_status";

/// The columns of all files.
#[derive(Debug, Default)]
pub(super) struct ListHeader {
    names: Vec<String>,
    /// The place of a name; the second of two columns with one name is another.
    places: HashMap<(String, usize), usize>,
}

impl ListHeader {
    /// Adds the columns of a file, and returns their places.
    pub fn add(&mut self, file: EntryBytes<'_, '_>) -> Result<Vec<usize>, SheetError> {
        let mut csv = reader(file)?;
        let mut record = ByteRecord::new();
        let mut columns = Vec::new();
        if !read(&mut csv, &mut record)? {
            return Ok(columns);
        }
        let mut times: HashMap<String, usize> = HashMap::new();
        for (at, name) in record.iter().enumerate() {
            let name = text_of(name);
            let name = if at == 0 { name.trim_start_matches('\u{FEFF}') } else { &name };
            let time = times.entry(name.to_owned()).or_default();
            let key = (name.to_owned(), *time);
            *time += 1;
            let next = self.names.len();
            let place = *self.places.entry(key).or_insert(next);
            if place == next {
                self.names.push(name.to_owned());
            }
            columns.push(place);
        }
        match self.names.len() > MOST_SHEET_COLUMNS as usize {
            true => Err(SheetError::TooLarge(SheetBound::Columns)),
            false => Ok(columns),
        }
    }

    /// The column of the status, if a file has one of its own.
    fn status(&self) -> Option<usize> {
        self.names.iter().position(|name| name.trim().eq_ignore_ascii_case(STATUS))
    }
}

/// Writes the rows of all files under one header.
pub(super) struct ListWriter<W: Write> {
    csv: csv::Writer<CountedWriter<W>>,
    rows: SheetRows,
    columns: usize,
    status: usize,
    packed: u64,
}

impl<W: Write> ListWriter<W> {
    /// `packed` is the size of the zip.
    pub fn new(header: &ListHeader, out: W, packed: u64) -> Result<Self, SheetError> {
        let mut csv = csv::WriterBuilder::new()
            .terminator(csv::Terminator::Any(b'\n'))
            .flexible(true)
            .from_writer(CountedWriter::new(out));
        let status = header.status();
        let names = header.names.iter().map(String::as_str).chain(status.is_none().then_some(STATUS));
        let names: Vec<&str> = names.collect();
        csv.write_record(&names).map_err(unwritable)?;
        let mut rows = SheetRows::new(true);
        rows.begin_source("");
        rows.push(1, 1 + line_ends(names.iter().map(|name| name.as_bytes())));
        Ok(Self { csv, rows, columns: names.len(), status: status.unwrap_or(names.len() - 1), packed })
    }

    /// Adds the rows of a file whose columns have these places.
    pub fn add(
        &mut self,
        name: &str,
        status: &str,
        columns: &[usize],
        file: EntryBytes<'_, '_>,
    ) -> Result<(), SheetError> {
        self.rows.begin_source(name);
        let mut csv = reader(file)?;
        let mut record = ByteRecord::new();
        if !read(&mut csv, &mut record)? {
            return Ok(());
        }
        let mut cells: Vec<Cow<'_, str>> = Vec::new();
        while read(&mut csv, &mut record)? {
            cells.clear();
            cells.resize(self.columns, Cow::Borrowed(""));
            for (at, cell) in record.iter().enumerate() {
                match columns.get(at) {
                    Some(&place) => cells[place] = text_of(cell),
                    // A row with more cells than its header keeps them, and is then told as such.
                    None => cells.push(text_of(cell)),
                }
            }
            // A column of that name can only make it worse.
            if cells[self.status].is_empty() || status != "confirmed" {
                cells[self.status] = Cow::Borrowed(status);
            }
            self.csv.write_record(cells.iter().map(|cell| cell.as_bytes())).map_err(unwritable)?;
            let line = record.position().map_or(0, csv::Position::line);
            self.rows.push(line, 1 + line_ends(cells.iter().map(|cell| cell.as_bytes())));
            cells = Vec::new();
            if is_csv_bomb(self.packed, self.csv.get_ref().bytes) {
                return Err(SheetError::TooLarge(SheetBound::CsvRatio));
            }
        }
        Ok(())
    }

    pub fn finish(mut self) -> Result<SheetRows, SheetError> {
        self.csv.flush().map_err(SheetError::Unwritable)?;
        Ok(self.rows)
    }
}

fn reader<'c, 'z>(mut file: EntryBytes<'c, 'z>) -> Result<csv::Reader<EntryBytes<'c, 'z>>, SheetError> {
    let delimiter = match file.fill_buf() {
        Ok(top) => delimiter_of(top),
        Err(error) => return Err(file.failed(error)),
    };
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).buffer_capacity(64 << 10);
    Ok(builder.from_reader(file))
}

/// What separates the names of the header: a file that a person has saved with a spreadsheet may have other signs.
fn delimiter_of(top: &[u8]) -> u8 {
    let header = top.split(|byte| b"\r\n".contains(byte)).next().unwrap_or_default();
    let count = |sign: u8| header.iter().filter(|&&byte| byte == sign).count();
    [b';', b'\t'].into_iter().filter(|&sign| count(sign) > count(b',')).max_by_key(|&sign| count(sign)).unwrap_or(b',')
}

/// Reads the next record. An unclosed quote can't swallow the whole file.
fn read(csv: &mut csv::Reader<EntryBytes<'_, '_>>, record: &mut ByteRecord) -> Result<bool, SheetError> {
    csv.get_mut().next_token();
    csv.read_byte_record(record).map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => csv.get_ref().failed(error),
        _ => SheetError::damaged("a file in it isn't CSV"),
    })
}

fn unwritable(error: csv::Error) -> SheetError {
    SheetError::Unwritable(std::io::Error::other(error))
}

/// A cell as text: UTF-8, as Mailchimp writes, or Windows-1252, if a person has edited the file.
fn text_of(cell: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(cell) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell).0,
    }
}
