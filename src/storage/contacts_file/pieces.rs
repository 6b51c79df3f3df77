//! Splits a file into pieces of whole records.
//!
//! One thread at a time takes the next piece, which is cheap: it only looks for line ends and quotes. Many threads
//! then read the records of the pieces. The line and number of a record never depend on the size of the pieces.

use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use memchr::{memchr, memchr2};

use super::encoding::{Detected, TextReader, go_on};
use super::records::{self, Scan};

/// How a file is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The approximate size of a piece, in bytes.
    pub piece: usize,
    /// Most bytes of a record, since an unclosed quote could swallow the whole file.
    pub most_record: usize,
}

impl Default for Cut {
    fn default() -> Self {
        Self { piece: 1 << 20, most_record: 16 << 20 }
    }
}

/// The shape of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordShape {
    /// The record has no quotes.
    Plain,
    /// The record has quotes.
    Quoted,
    /// A quote opens on this line and never closes. The record ends with that line.
    Unclosed,
    /// The record is too long, and its bytes aren't kept.
    TooLong,
}

/// A record of a piece.
#[derive(Clone, Copy, Debug)]
pub struct RecordBounds {
    /// The first byte of the record in the piece.
    pub start: u32,
    /// The byte after the record in the piece.
    pub end: u32,
    /// The line of the record, from the first line of the piece; for an unclosed quote, the line on which it opens.
    pub line: u32,
    /// The shape of the record.
    pub shape: RecordShape,
}

/// Whole records, in the order of the file.
#[derive(Debug, Default)]
pub struct Piece {
    /// The number of the piece, from 0.
    pub number: u64,
    /// The bytes of the piece.
    pub bytes: Vec<u8>,
    /// The records of the piece.
    pub records: Vec<RecordBounds>,
    /// The number of its first record; the header is record 0.
    pub first_record: u64,
    /// The line of its first byte, from 1.
    pub first_line: u64,
    /// The bytes of the file read up to the end of this piece.
    pub taken: u64,
}

impl Piece {
    /// The text of all records. `None` if some byte isn't text: then each record must be checked by itself, which is
    /// slower.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok().filter(|text| memchr(0, text.as_bytes()).is_none())
    }
}

/// The pieces of a file, in order.
pub struct Pieces {
    reader: TextReader,
    delimiter: u8,
    cut: Cut,
    /// The bytes after the last whole record.
    rest: Vec<u8>,
    at_end: bool,
    /// Whether to skip the rest of a line that was too long.
    passing_over: bool,
    next_number: u64,
    next_record: u64,
    line: u64,
}

impl Pieces {
    /// Most records of a piece: the bookkeeping for very short records is larger than the records.
    const MOST_RECORDS: usize = 16_384;

    /// Opens a file at its beginning.
    pub fn open(path: &Path, detected: Detected, delimiter: u8, cut: Cut) -> io::Result<Self> {
        let cut = Cut { piece: cut.piece.max(1), most_record: cut.most_record.clamp(1, 1 << 30) };
        Ok(Self {
            reader: TextReader::open(path, detected)?,
            delimiter,
            cut,
            rest: Vec::new(),
            at_end: false,
            passing_over: false,
            next_number: 0,
            next_record: 0,
            line: 1,
        })
    }

    /// The next piece, with at least one record; `None` at the end of the file.
    ///
    /// # Errors
    /// If it can't be read, or with [`io::ErrorKind::Interrupted`] once `cancel` is set.
    pub fn next_piece(&mut self, cancel: &AtomicBool) -> io::Result<Option<Piece>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut piece = Piece { first_record: self.next_record, first_line: self.line, ..Piece::default() };
        let mut at = self.cut_records(&bytes, 0, &mut piece);
        while piece.records.is_empty() && !self.at_end {
            go_on(cancel)?;
            // A record longer than a piece is only scanned again when its length has doubled.
            bytes.drain(..at);
            let wanted = self.cut.piece.max(bytes.len());
            bytes.reserve(wanted + 64);
            piece.first_line = self.line;
            self.at_end = self.reader.read_more(wanted, &mut bytes)?;
            at = self.cut_records(&bytes, 0, &mut piece);
        }
        if piece.records.is_empty() {
            return Ok(None);
        }
        self.rest = bytes.split_off(at);
        piece.bytes = bytes;
        piece.number = self.next_number;
        piece.taken = self.reader.taken();
        self.next_number += 1;
        self.next_record += piece.records.len() as u64;
        Ok(Some(piece))
    }

    /// Takes all whole records from `at` on, and returns where it stopped.
    fn cut_records(&mut self, bytes: &[u8], mut at: usize, piece: &mut Piece) -> usize {
        while at < bytes.len() && piece.records.len() < Self::MOST_RECORDS {
            if self.passing_over {
                match memchr2(b'\n', b'\r', &bytes[at..]) {
                    Some(to) => at += to,
                    None => return bytes.len(),
                }
                self.passing_over = false;
            }
            // Skip line ends: of the record before, or of an empty line.
            match bytes[at] {
                b'\r' if at + 1 == bytes.len() && !self.at_end => return at,
                b'\n' | b'\r' => {
                    at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
                    self.line += 1;
                    continue;
                }
                _ => {}
            }
            let limit = bytes.len().min(at + self.cut.most_record);
            let is_cut_off = bytes.len() - at > self.cut.most_record;
            let (end, line, shape) = match records::scan(&bytes[..limit], at, self.delimiter) {
                Scan::Record { end, quoted } => {
                    (end, self.line, if quoted { RecordShape::Quoted } else { RecordShape::Plain })
                }
                Scan::Open { .. } if !is_cut_off && !self.at_end => return at,
                Scan::Open { quote: None } if !is_cut_off => (limit, self.line, RecordShape::Quoted),
                Scan::Open { quote: None } => {
                    self.passing_over = true;
                    (at, self.line, RecordShape::TooLong)
                }
                // After an unclosed quote, only the line on which it opens is lost. No byte is scanned more than
                // twice, since no other quote was left open after it.
                Scan::Open { quote: Some(quote) } => {
                    let line = self.line + records::line_ends(&bytes[at..quote]);
                    match memchr2(b'\n', b'\r', &bytes[quote..limit]) {
                        Some(to) => (quote + to, line, RecordShape::Unclosed),
                        None => {
                            self.passing_over = true;
                            (limit, line, RecordShape::Unclosed)
                        }
                    }
                }
            };
            let from_first = |line: u64| (line - piece.first_line) as u32;
            piece.records.push(RecordBounds { start: at as u32, end: end as u32, line: from_first(line), shape });
            self.line += records::line_ends(&bytes[at..end]);
            at = if shape == RecordShape::TooLong { limit } else { end };
        }
        at
    }
}
