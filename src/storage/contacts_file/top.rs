//! The top of a file: what stands above the header, the header, and the first rows.
//!
//! The header is the first row with at least two names of columns that are known, or with one, where the file has one
//! column (files-and-commands.md, *Contacts file*). Reports have title lines above it.

use std::cmp::Reverse;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use crate::campaign::directory::Directory;
use crate::contacts::guard::unguarded;
use crate::contacts::mapping::guess::known_names;
use crate::contacts::row_kind::RowKind;

use super::delimiter::{SIGNS, separator_line};
use super::encoding::Detected;
use super::error::{ContactsError, RowPlace};
use super::pieces::{Cut, Piece, Pieces, RecordBounds, RecordShape};
use super::records;

/// Rows that a mapping is guessed from.
const GUESSED_FROM: usize = 1000;
/// Bytes that a mapping is guessed from, if rows are long.
const GUESSED_FROM_BYTES: usize = 4 << 20;
/// Most columns of a contacts file.
const MOST_COLUMNS: usize = 10_000;
/// Rows in which the header is looked for.
const MOST_ABOVE: usize = 50;

/// Bytes that are read at a time while the delimiter is looked for.
const FEW_BYTES: usize = 32 << 10;

/// The top of a file.
#[derive(Debug)]
pub(super) struct Top {
    /// The delimiter between cells.
    pub delimiter: u8,
    /// The line of the header, from 1.
    pub line: u64,
    /// The number of the header's record, from 0.
    pub record: u64,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The lines above the header, each with its number and its text.
    pub above: Vec<(u64, String)>,
    /// The first rows below the header, each with its line.
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Top {
    /// Calls `change` with every line.
    pub fn each_line(&mut self, mut change: impl FnMut(&mut u64)) {
        change(&mut self.line);
        self.above.iter_mut().for_each(|(line, _)| change(line));
        self.rows.iter_mut().for_each(|(line, _)| change(line));
    }
}

/// Which columns a header is recognised by.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeaderNames<'a> {
    /// The directory with the custom fields.
    pub directory: &'a Directory,
    /// The columns that the user named (`--map`).
    pub named: &'a [(String, String)],
}

impl HeaderNames<'_> {
    /// How many names of a row are known.
    fn known(&self, row: &[String]) -> usize {
        let named = self.named.iter().filter(|(_, column)| row.contains(column)).count();
        named.max(known_names(row, self.directory))
    }
}

/// A record: its line, and its cells or why they can't be read.
type TopRow = (u64, Result<Vec<String>, &'static str>);

/// Finds the delimiter of a file, unless it is known, and the header, and reads the rows that its mapping is guessed from.
///
/// # Errors
/// If the file can't be read, is empty, or has no row that can be a header.
pub(super) fn read(
    path: &Path,
    known: Option<u8>,
    detected: Detected,
    cut: Cut,
    names: HeaderNames<'_>,
    cancel: &AtomicBool,
) -> Result<Top, ContactsError> {
    let said = match known {
        Some(_) => None,
        None => separator_line(path, detected).map_err(ContactsError::reading(path))?,
    };
    let delimiter = match known.or(said) {
        Some(sign) => sign,
        None => {
            // A few rows are enough, so little is read for each sign.
            let few = Cut { piece: cut.piece.min(FEW_BYTES), ..cut };
            let mut best: Option<(u8, DelimiterFit)> = None;
            for sign in SIGNS {
                let fit = fit(&first_rows(path, detected, sign, few, MOST_ABOVE, cancel)?, names);
                if best.is_none_or(|(_, of_best)| fit > of_best) {
                    best = Some((sign, fit));
                }
            }
            best.map_or(SIGNS[0], |(sign, _)| sign)
        }
    };
    let all = first_rows(path, detected, delimiter, cut, GUESSED_FROM + MOST_ABOVE, cancel)?;
    let skipped = usize::from(said.is_some());
    let at = header_of(&all, skipped, names);
    let mut rows = all.into_iter();
    let above = rows.by_ref().take(at);
    let above = above.skip(skipped).map(|(line, cells)| (line, title(&cells.unwrap_or_default()))).collect();
    let Some((line, header)) = rows.next() else { return Err(ContactsError::Empty { path: path.to_owned() }) };
    let place = || RowPlace { part: None, kind: RowKind::Line, number: line };
    let wrong = |what: &str| ContactsError::Header { path: path.to_owned(), place: place(), what: what.to_owned() };
    let header = header.map_err(wrong)?;
    if header.len() > MOST_COLUMNS {
        return Err(wrong("more than 10,000 columns. Is this a CSV file?"));
    }
    let header: Vec<String> = header.iter().map(|name| unguarded(name.trim()).to_owned()).collect();
    let rows = rows.filter_map(|(line, cells)| Some((line, cells.ok()?))).take(GUESSED_FROM).collect();
    Ok(Top { delimiter, line, record: at as u64, header, above, rows })
}

/// How many names of columns the best header among the first rows of a text has, if there are rows below it, and whether
/// one of these has an email address.
///
/// # Errors
/// If the text can't be read.
pub(super) fn known_names_in(
    path: &Path,
    detected: Detected,
    cut: Cut,
    names: HeaderNames<'_>,
    cancel: &AtomicBool,
) -> Result<(usize, bool), ContactsError> {
    let mut best = (0, false);
    for sign in SIGNS {
        let rows = first_rows(path, detected, sign, cut, MOST_ABOVE + 1, cancel)?;
        let known = known_in(&rows, names);
        let above_others = known.iter().copied().enumerate().take(rows.len().saturating_sub(1));
        let Some((at, known)) = above_others.max_by_key(|(at, known)| (*known, Reverse(*at))) else { continue };
        let has_address =
            |(_, cells): &TopRow| cells.as_ref().is_ok_and(|cells| cells.iter().any(|cell| cell.trim().contains('@')));
        best = best.max((known, rows[at + 1..].iter().any(has_address)));
    }
    Ok(best)
}

/// How well rows fit a delimiter, worst first: whether a row has two known names, how early the header is, its known
/// names, and its cells. A row below the header may hold anything, such as another header in one of its cells.
type DelimiterFit = (bool, Reverse<usize>, usize, usize);

fn fit(rows: &[TopRow], names: HeaderNames<'_>) -> DelimiterFit {
    let known = known_in(rows, names);
    let cells = |at: usize| rows.get(at).map_or(0, |(_, cells)| cells.as_ref().map_or(1, Vec::len));
    match first_with(&known, 0, 2).or_else(|| first_with(&known, 0, 1)) {
        Some(at) => (known[at] >= 2, Reverse(at), known[at], cells(at)),
        // Without a known name, the first row decides.
        None => (false, Reverse(usize::MAX), 0, cells(0)),
    }
}

/// How many names of each of the first rows are known.
fn known_in(rows: &[TopRow], names: HeaderNames<'_>) -> Vec<usize> {
    let known = |(_, cells): &TopRow| cells.as_ref().map_or(0, |cells| names.known(cells));
    rows.iter().take(MOST_ABOVE).map(known).collect()
}

/// The index of the first row, from `skipped` on, with at least that many known names.
fn first_with(known: &[usize], skipped: usize, least: usize) -> Option<usize> {
    (skipped..known.len()).find(|&at| known[at] >= least)
}

/// The index of the header among the rows.
fn header_of(rows: &[TopRow], skipped: usize, names: HeaderNames<'_>) -> usize {
    let widest = rows.iter().filter_map(|(_, cells)| Some(cells.as_ref().ok()?.len())).max().unwrap_or(0);
    let needed = if widest <= 1 { 1 } else { 2 };
    let known = known_in(rows, names);
    // A file whose one useful column is the address has a header too.
    first_with(&known, skipped, needed).or_else(|| first_with(&known, skipped, 1)).unwrap_or(skipped)
}

/// The text of a line above the header.
fn title(cells: &[String]) -> String {
    let texts: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    texts.join(" ")
}

fn first_rows(
    path: &Path,
    detected: Detected,
    delimiter: u8,
    cut: Cut,
    most: usize,
    cancel: &AtomicBool,
) -> Result<Vec<TopRow>, ContactsError> {
    let failed = || ContactsError::reading(path);
    let mut pieces = Pieces::open(path, detected, delimiter, cut).map_err(failed())?;
    let (mut rows, mut bytes) = (Vec::new(), 0);
    while let Some(piece) = pieces.next_piece(cancel).map_err(failed())? {
        for record in &piece.records {
            let line = piece.first_line + u64::from(record.line);
            rows.push((line, cells_of(&piece, record, delimiter)));
            bytes += (record.end - record.start) as usize;
            if rows.len() >= most || (rows.len() > 1 && bytes >= GUESSED_FROM_BYTES) {
                return Ok(rows);
            }
        }
    }
    Ok(rows)
}

/// The first cells of one record, or why they can't be read.
fn cells_of(piece: &Piece, record: &RecordBounds, delimiter: u8) -> Result<Vec<String>, &'static str> {
    match record.shape {
        RecordShape::Unclosed => return Err("a quote is opened here and never closed. Close it"),
        RecordShape::TooLong => return Err("the line is longer than 16 MB. Is this a CSV file?"),
        RecordShape::Plain | RecordShape::Quoted => {}
    }
    let bytes = &piece.bytes[record.start as usize..record.end as usize];
    let text = std::str::from_utf8(bytes).map_err(|_| "bytes that aren't text")?;
    let (mut cells, mut ends) = (String::new(), Vec::new());
    records::quoted_cells(text, delimiter, MOST_COLUMNS + 1, &mut cells, &mut ends);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    Ok(starts.zip(&ends).map(|(start, &end)| cells[start..end].to_owned()).collect())
}
