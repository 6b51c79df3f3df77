//! Records and cells of a CSV file, with the same rules for quotes as the csv crate.
//!
//! A quote is special only at the start of a cell. Inside quotes, a doubled quote is one quote. Text between the
//! closing quote and the delimiter belongs to the cell, unchanged. Records end with LF, CR or both; empty lines aren't
//! records. The splitter into pieces and the reader of cells share this code, so that they can't disagree. Property
//! tests compare it with the csv crate.

use memchr::{memchr, memchr_iter, memchr2, memchr3};

/// The result of scanning a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scan {
    /// The record ends here; its line end is not included.
    Record {
        /// The first byte after its last cell.
        end: usize,
        /// Whether the record has quotes.
        quoted: bool,
    },
    /// The record doesn't end in these bytes.
    Open {
        /// The open quote, if there is one.
        quote: Option<usize>,
    },
}

/// Finds the end of the record that begins at `start`, which must not be a line end.
pub fn scan(bytes: &[u8], start: usize, delimiter: u8) -> Scan {
    let line_end = memchr2(b'\n', b'\r', &bytes[start..]).map(|at| start + at);
    let line = &bytes[start..line_end.unwrap_or(bytes.len())];
    if memchr(b'"', line).is_none() {
        return line_end.map_or(Scan::Open { quote: None }, |end| Scan::Record { end, quoted: false });
    }
    let mut at = start;
    loop {
        if bytes.get(at) == Some(&b'"') {
            let open = at;
            at += 1;
            loop {
                match memchr(b'"', &bytes[at..]) {
                    None => return Scan::Open { quote: Some(open) },
                    Some(to) => at += to + 1,
                }
                if bytes.get(at) != Some(&b'"') {
                    break;
                }
                at += 1;
            }
        }
        match memchr3(delimiter, b'\n', b'\r', &bytes[at..]) {
            None => return Scan::Open { quote: None },
            Some(to) if bytes[at + to] == delimiter => at += to + 1,
            Some(to) => return Scan::Record { end: at + to, quoted: true },
        }
    }
}

/// The number of line ends in these bytes: LF, CR or both.
pub fn line_ends(bytes: &[u8]) -> u64 {
    let mut lines = 0;
    let mut at = 0;
    while let Some(to) = memchr2(b'\n', b'\r', &bytes[at..]) {
        at += to + 1;
        if bytes[at - 1] == b'\r' && bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        lines += 1;
    }
    lines
}

/// Splits a record without quotes into cells, and returns how many there are. At most about `most` cells are stored.
pub fn plain_cells<'a>(record: &'a str, delimiter: u8, most: usize, cells: &mut Vec<&'a str>) -> usize {
    // Cells are short, so testing eight bytes at a time is faster than searching for each delimiter.
    const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
    const LOW: u64 = u64::from_ne_bytes([0x7F; 8]);
    let wanted = ONES * u64::from(delimiter);
    let (words, rest) = record.as_bytes().as_chunks::<8>();
    let (mut start, mut base) = (0, 0);
    for word in words {
        let differs = u64::from_le_bytes(*word) ^ wanted;
        // The high bit of every byte that is the delimiter.
        let mut hits = !(((differs & LOW) + LOW) | differs | LOW);
        base += 8;
        if hits == 0 {
            continue;
        }
        while hits != 0 {
            let at = base - 8 + hits.trailing_zeros() as usize / 8;
            cells.push(&record[start..at]);
            start = at + 1;
            hits &= hits - 1;
        }
        if cells.len() > most {
            return cells.len() + 1 + memchr_iter(delimiter, &record.as_bytes()[base..]).count();
        }
    }
    for (at, &byte) in (base..).zip(rest) {
        if byte == delimiter {
            cells.push(&record[start..at]);
            start = at + 1;
        }
    }
    cells.push(&record[start..]);
    cells.len()
}

/// Splits a record with quotes into cells, and returns how many there are. The texts of the first `most` cells are
/// concatenated in `text`, and `ends` has the end of each.
pub fn quoted_cells(record: &str, delimiter: u8, most: usize, text: &mut String, ends: &mut Vec<usize>) -> usize {
    text.clear();
    ends.clear();
    let bytes = record.as_bytes();
    let (mut at, mut count) = (0, 0);
    loop {
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            loop {
                let to = memchr(b'"', &bytes[at..]).map_or(bytes.len(), |to| at + to);
                text.push_str(&record[at..to]);
                at = (to + 1).min(bytes.len());
                if bytes.get(at) != Some(&b'"') {
                    break;
                }
                text.push('"');
                at += 1;
            }
        }
        let to = memchr(delimiter, &bytes[at..]).map(|to| at + to);
        text.push_str(&record[at..to.unwrap_or(bytes.len())]);
        count += 1;
        if count <= most {
            ends.push(text.len());
        }
        match to {
            Some(to) => at = to + 1,
            None => return count,
        }
    }
}
