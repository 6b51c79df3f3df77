//! Reads the rows of a piece into blocks.

use std::borrow::Cow;

use crate::contacts::block::Block;
use crate::contacts::reading::buffers::RowBuffers;
use crate::contacts::reading::columns::CellReader;
use crate::contacts::reading::notes::CellNotes;
use crate::contacts::reject::{Reject, shortened};

use super::cells::CellTexts;
use super::ids::{IdHash, IdKey};
use super::pieces::{Piece, RecordBounds, RecordShape};
use super::unread::RejectedText;

/// The rows of a piece, in blocks.
#[derive(Default)]
pub(super) struct CheckedRows {
    pub blocks: Vec<Block>,
    /// The hash of the id and the line, for every contact in the blocks.
    pub hashes: Vec<(IdHash, u64)>,
    /// The rejected rows.
    pub rejects: Vec<RejectedText>,
    /// For each block, the rows whose id was seen before.
    pub seen: Vec<Vec<usize>>,
    /// How many rows were passed over.
    pub passed_over: u64,
    /// Those of them that a report adds below its table, each with its line.
    pub report_lines: Vec<(u64, String)>,
    /// What is told about the cells.
    pub notes: CellNotes,
}

/// How the rows of a file are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct FileRows<'a> {
    pub reader: &'a CellReader,
    pub delimiter: u8,
    /// The number of the header's record. Records up to it aren't rows.
    pub header: u64,
    /// Whether rejected rows are listed with their texts.
    pub lists_texts: bool,
}

impl CheckedRows {
    /// Reads the rows of a piece, without the header.
    pub fn read(piece: &Piece, format: &FileRows<'_>, key: &IdKey, scratch: &mut RowBuffers) -> Self {
        let FileRows { reader, delimiter, header, lists_texts } = *format;
        let listed = |text: &str| if lists_texts { shortened(text) } else { String::new() };
        let mut rows = Self { hashes: Vec::with_capacity(piece.records.len()), ..Self::default() };
        let whole = piece.text();
        let mut block = Block::new(reader.layout());
        let (mut texts, mut cells) = (CellTexts::default(), Vec::new());
        for (record, number) in piece.records.iter().zip(piece.first_record..) {
            if number <= header {
                continue;
            }
            let line = piece.first_line + u64::from(record.line);
            let record_text = match record_text(piece, record, whole) {
                Ok(text) => text,
                Err(reason) => {
                    rows.rejects.push(RejectedText { line, reason, text: String::new() });
                    continue;
                }
            };
            // Whether a piece has other rows with such bytes must make no difference.
            let has_replaced_letters = matches!(record_text, Cow::Owned(_));
            let record_text: &str = &record_text;
            if is_blank(record_text, delimiter) {
                rows.passed_over += 1;
                continue;
            }
            let mut of_row: Vec<&str> = recycled(std::mem::take(&mut cells));
            let columns = reader.columns();
            let found = texts.split(record_text, record.shape, delimiter, columns, &mut of_row);
            if let Some(text) = report_line(&of_row, columns) {
                rows.passed_over += 1;
                rows.report_lines.push((line, shortened(text)));
                cells = recycled(of_row);
                continue;
            }
            if has_replaced_letters && found <= columns {
                reader.note_replaced_letters(&of_row, line, scratch);
            }
            let too_many = Reject::TooManyCells { cells: found, columns };
            let row =
                if found > columns { Err(too_many) } else { reader.row(&of_row, (line, number - header), scratch) };
            match row {
                Ok(row) => {
                    if block.is_full() {
                        rows.close(std::mem::replace(&mut block, Block::new(reader.layout())));
                    }
                    block.push(&row);
                    let id = row.texts[0];
                    let hash = if reader.is_known_by_email() { key.hash_without_case(id) } else { key.hash(id) };
                    rows.hashes.push((hash, line));
                }
                Err(reason) => rows.rejects.push(RejectedText { line, reason, text: listed(record_text) }),
            }
            cells = recycled(of_row);
        }
        rows.close(block);
        rows.notes = reader.take_notes(scratch);
        rows
    }

    fn close(&mut self, block: Block) {
        if !block.is_empty() {
            self.blocks.push(block);
            self.seen.push(Vec::new());
        }
    }
}

/// The text of a record; `whole` is that of the piece, if all of it is text.
///
/// # Errors
/// Why the record can't be read.
pub(super) fn record_text<'p>(
    piece: &'p Piece,
    record: &RecordBounds,
    whole: Option<&'p str>,
) -> Result<Cow<'p, str>, Reject> {
    let range = record.start as usize..record.end as usize;
    match (record.shape, whole) {
        (RecordShape::Unclosed, _) => Err(Reject::UnclosedQuote),
        (RecordShape::TooLong, _) => Err(Reject::TooLong),
        (RecordShape::Plain | RecordShape::Quoted, Some(whole)) => Ok(Cow::Borrowed(&whole[range])),
        // Bytes that aren't text cost their cell a letter, not the contact.
        (RecordShape::Plain | RecordShape::Quoted, None) => {
            let text = String::from_utf8_lossy(&piece.bytes[range]);
            Ok(if text.contains('\0') { Cow::Owned(text.replace('\0', "\u{FFFD}")) } else { text })
        }
    }
}

/// Whether all cells of a row are empty.
fn is_blank(record: &str, delimiter: u8) -> bool {
    let is_nothing = |byte: u8| byte == delimiter || matches!(byte, b' ' | b'\t' | b'"');
    record.bytes().all(is_nothing)
}

/// The text of a row that a report adds below its table, such as `Total: 12` or `Copyright (c) 2026 ..`: it stands
/// alone, in the first of several columns.
fn report_line<'a>(cells: &[&'a str], columns: usize) -> Option<&'a str> {
    const BEGINNINGS: [&str; 14] = [
        "copyright",
        "©",
        "confidential information",
        "generated by",
        "generated on",
        "report generated",
        "total",
        "grand total",
        "subtotal",
        "end of report",
        "records:",
        "exported ",
        "gesamt",
        "summe",
    ];
    let (first, rest) = cells.split_first()?;
    if columns < 3 || !rest.iter().all(|cell| cell.trim().is_empty()) {
        return None;
    }
    let text = first.trim();
    let start: String = text.chars().take(24).flat_map(char::to_lowercase).collect();
    let is_one = !text.contains('@') && BEGINNINGS.iter().any(|beginning| start.starts_with(beginning));
    is_one.then_some(text)
}

/// Reuses the memory of a vector for other texts.
fn recycled<'b>(mut cells: Vec<&str>) -> Vec<&'b str> {
    cells.clear();
    cells.into_iter().map(|_| "").collect()
}
