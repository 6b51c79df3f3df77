//! Reads the rows of a piece into blocks.

use memchr::memchr;

use crate::contacts::block::Block;
use crate::contacts::reading::buffers::RowBuffers;
use crate::contacts::reading::columns::CellReader;
use crate::contacts::reading::notes::CellNotes;
use crate::contacts::reject::{Reject, shortened};

use super::ids::{IdHash, IdKey};
use super::pieces::{Piece, RecordShape};
use super::records;
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
        // The text is checked as a whole, which is faster; record by record only if something is wrong.
        let whole = std::str::from_utf8(&piece.bytes).ok().filter(|text| memchr(0, text.as_bytes()).is_none());
        let mut block = Block::new(reader.layout());
        let (mut text, mut ends, mut cells) = (String::new(), Vec::new(), Vec::new());
        for (record, number) in piece.records.iter().zip(piece.first_record..) {
            if number <= header {
                continue;
            }
            let line = piece.first_line + u64::from(record.line);
            let range = record.start as usize..record.end as usize;
            let record_text = match (record.shape, whole) {
                (RecordShape::Unclosed, _) => Err(Reject::UnclosedQuote),
                (RecordShape::TooLong, _) => Err(Reject::TooLong),
                (_, Some(whole)) => Ok(&whole[range]),
                (_, None) => match std::str::from_utf8(&piece.bytes[range]) {
                    Ok(text) if !text.contains('\0') => Ok(text),
                    _ => Err(Reject::NotText),
                },
            };
            let record_text = match record_text {
                Ok(text) => text,
                Err(reason) => {
                    rows.rejects.push(RejectedText { line, reason, text: String::new() });
                    continue;
                }
            };
            if is_blank(record_text, delimiter) {
                rows.passed_over += 1;
                continue;
            }
            let mut of_row: Vec<&str> = recycled(std::mem::take(&mut cells));
            let columns = reader.columns();
            let found = if record.shape == RecordShape::Plain {
                records::plain_cells(record_text, delimiter, columns, &mut of_row)
            } else {
                let found = records::quoted_cells(record_text, delimiter, columns, &mut text, &mut ends);
                let mut start = 0;
                for &end in &ends {
                    of_row.push(&text[start..end]);
                    start = end;
                }
                found
            };
            if let Some(text) = report_line(&of_row, columns) {
                rows.passed_over += 1;
                rows.report_lines.push((line, shortened(text)));
                cells = recycled(of_row);
                continue;
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
