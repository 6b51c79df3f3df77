//! What stands between the cells of a file.

use std::path::Path;

use super::encoding::{Detected, TextReader};

/// The delimiter of the header: the most frequent of `,`, `;` and tab outside quotes.
pub(super) fn find_delimiter(path: &Path, detected: Detected) -> std::io::Result<u8> {
    const LONGEST_HEADER: usize = 1 << 20;
    const SIGNS: [u8; 3] = *b",;\t";
    let mut top = Vec::new();
    TextReader::open(path, detected)?.read_more(LONGEST_HEADER, &mut top)?;
    let first = top.iter().position(|byte| !b"\r\n".contains(byte)).unwrap_or(0);
    let mut counts = [0usize; SIGNS.len()];
    let mut in_quotes = false;
    for byte in &top[first..] {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b'\n' | b'\r' if !in_quotes => break,
            byte if !in_quotes => {
                if let Some(at) = SIGNS.iter().position(|sign| sign == byte) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    // For a tie, the first one.
    let best = (0..SIGNS.len()).rev().max_by_key(|&at| counts[at]).unwrap_or(0);
    Ok(SIGNS[best])
}
