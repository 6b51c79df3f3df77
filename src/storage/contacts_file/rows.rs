//! Reads the rows of a piece into blocks.

use memchr::memchr;

use crate::contacts::block::Block;
use crate::contacts::cells::{CellReader, RowBuffers};
use crate::contacts::reject::Reject;

use super::ids::{IdHash, IdKey};
use super::pieces::{Piece, RecordShape};
use super::records;

/// The rows of a piece, in blocks.
#[derive(Default)]
pub(super) struct CheckedRows {
    pub blocks: Vec<Block>,
    /// The hash of the id and the line, for every contact in the blocks.
    pub hashes: Vec<(IdHash, u64)>,
    /// Rejected lines, and the reasons.
    pub rejects: Vec<(u64, Reject)>,
    /// For each block, the rows whose id was seen before.
    pub seen: Vec<Vec<usize>>,
}

impl CheckedRows {
    /// Reads the rows of a piece, without the header.
    pub fn read(piece: &Piece, reader: &CellReader, delimiter: u8, key: &IdKey, scratch: &mut RowBuffers) -> Self {
        let mut rows = Self { hashes: Vec::with_capacity(piece.records.len()), ..Self::default() };
        // The text is checked as a whole, which is faster; record by record only if something is wrong.
        let whole = std::str::from_utf8(&piece.bytes).ok().filter(|text| memchr(0, text.as_bytes()).is_none());
        let mut block = Block::new(reader.layout());
        let (mut text, mut ends, mut cells) = (String::new(), Vec::new(), Vec::new());
        for (record, number) in piece.records.iter().zip(piece.first_record..) {
            if number == 0 {
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
                Err(reject) => {
                    rows.rejects.push((line, reject));
                    continue;
                }
            };
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
            let too_many = Reject::TooManyCells { cells: found, columns };
            let row = if found > columns { Err(too_many) } else { reader.row(&of_row, number, scratch) };
            match row {
                Ok(row) => {
                    if block.is_full() {
                        rows.close(std::mem::replace(&mut block, Block::new(reader.layout())));
                    }
                    block.push(&row);
                    rows.hashes.push((key.hash(row.texts[0]), line));
                }
                Err(reject) => rows.rejects.push((line, reject)),
            }
            cells = recycled(of_row);
        }
        rows.close(block);
        rows
    }

    fn close(&mut self, block: Block) {
        if !block.is_empty() {
            self.blocks.push(block);
            self.seen.push(Vec::new());
        }
    }
}

/// Reuses the memory of a vector for other texts.
fn recycled<'b>(mut cells: Vec<&str>) -> Vec<&'b str> {
    cells.clear();
    cells.into_iter().map(|_| "").collect()
}
