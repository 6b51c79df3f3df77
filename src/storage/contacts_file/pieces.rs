//! A file cut into pieces of whole records.
//!
//! One thread at a time takes the next piece, which costs little: it looks for line ends and quotes
//! only. What the records mean is found from the pieces, by many threads. A record's line, its number
//! and whether it is one at all never depend on the size of the pieces.

use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use memchr::memchr2;

use super::encoding::{Detected, TextReader, go_on};
use super::records::{self, Scan};

/// How a file is cut up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// About how many bytes a piece has.
    pub piece: usize,
    /// More bytes than this no record may have: an unclosed quote would swallow the whole file.
    pub most_record: usize,
}

impl Default for Cut {
    fn default() -> Self {
        Self { piece: 1 << 20, most_record: 16 << 20 }
    }
}

/// What a record is, seen from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No quote stands in it.
    Plain,
    /// Quotes stand in it.
    Quoted,
    /// A quote opens on this line and closes nowhere. The record ends with that line.
    Unclosed,
    /// It is too long, and has no bytes here.
    TooLong,
}

/// A record of a piece.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// Where it begins in the piece.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its line, counted from the piece's first; of an unclosed quote the line where that opens.
    pub line: u32,
    /// What it is.
    pub shape: Shape,
}

/// Whole records, in the order of the file.
#[derive(Debug, Default)]
pub struct Piece {
    /// Its place among the pieces.
    pub number: u64,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its records.
    pub records: Vec<Record>,
    /// The number of its first record, the header being 0.
    pub first_record: u64,
    /// The line of its first byte, from 1.
    pub first_line: u64,
    /// How many bytes of the file were read for it and all before it.
    pub taken: u64,
}

/// The pieces of a file, in order.
pub struct Pieces {
    reader: TextReader,
    delimiter: u8,
    cut: Cut,
    /// Bytes behind the last whole record.
    rest: Vec<u8>,
    at_end: bool,
    /// Whether the rest of a line that was too long is still to be passed over.
    passing_over: bool,
    next_number: u64,
    next_record: u64,
    line: u64,
}

impl Pieces {
    /// A piece of very short records ends early: what is kept for each is longer than they are.
    const MOST_RECORDS: usize = 16_384;

    /// Opens a file from its top.
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

    /// The next piece; `None` at the end of the file. It holds at least one record.
    ///
    /// # Errors
    /// If it can't be read, or with [`io::ErrorKind::Interrupted`] once `cancel` is set.
    pub fn next_piece(&mut self, cancel: &AtomicBool) -> io::Result<Option<Piece>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut piece = Piece { first_record: self.next_record, first_line: self.line, ..Piece::default() };
        let mut at = self.cut_records(&bytes, 0, &mut piece);
        while piece.records.is_empty() && !self.at_end {
            go_on(cancel)?;
            // A record longer than a piece is looked at only as often as its length doubles.
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

    /// Takes all whole records from `at` on; where it stopped.
    fn cut_records(&mut self, bytes: &[u8], mut at: usize, piece: &mut Piece) -> usize {
        while at < bytes.len() && piece.records.len() < Self::MOST_RECORDS {
            if self.passing_over {
                match memchr2(b'\n', b'\r', &bytes[at..]) {
                    Some(to) => at += to,
                    None => return bytes.len(),
                }
                self.passing_over = false;
            }
            // Line ends: of the record before, or of an empty line.
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
                Scan::Record { end, quoted } => (end, self.line, if quoted { Shape::Quoted } else { Shape::Plain }),
                Scan::Open { .. } if !is_cut_off && !self.at_end => return at,
                Scan::Open { quote: None } if !is_cut_off => (limit, self.line, Shape::Quoted),
                Scan::Open { quote: None } => {
                    self.passing_over = true;
                    (at, self.line, Shape::TooLong)
                }
                // What a quote swallows is given back: only the line on which it opens is lost. No
                // byte is looked at more than twice, since no other quote was left open behind it.
                Scan::Open { quote: Some(quote) } => {
                    let line = self.line + records::line_ends(&bytes[at..quote]);
                    match memchr2(b'\n', b'\r', &bytes[quote..limit]) {
                        Some(to) => (quote + to, line, Shape::Unclosed),
                        None => {
                            self.passing_over = true;
                            (limit, line, Shape::Unclosed)
                        }
                    }
                }
            };
            let from_first = |line: u64| (line - piece.first_line) as u32;
            piece.records.push(Record { start: at as u32, end: end as u32, line: from_first(line), shape });
            self.line += records::line_ends(&bytes[at..end]);
            at = if shape == Shape::TooLong { limit } else { end };
        }
        at
    }
}
