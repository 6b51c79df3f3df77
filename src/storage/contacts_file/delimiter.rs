//! What stands between the cells of a file.

use std::path::Path;

use super::encoding::{Detected, TextReader};

/// The signs that can stand between cells. The first wins a tie.
pub(super) const SIGNS: [u8; 4] = *b",;\t|";

/// The delimiter that the first line says, as spreadsheets write it: `sep=;`, also in quotes.
pub(super) fn separator_line(path: &Path, detected: Detected) -> std::io::Result<Option<u8>> {
    /// More than the line has, with quotes and its end.
    const LONGEST: usize = 64;
    let mut top = Vec::new();
    TextReader::open(path, detected)?.read_more(LONGEST, &mut top)?;
    let line = top.split(|byte| b"\r\n".contains(byte)).next().unwrap_or_default();
    let line = line.strip_prefix(b"\"").map_or(line, |line| line.strip_suffix(b"\"").unwrap_or(line));
    let sign = line.get(..4).filter(|start| start.eq_ignore_ascii_case(b"sep=")).map(|_| &line[4..]);
    Ok(match sign {
        Some([sign]) if SIGNS.contains(sign) => Some(*sign),
        // `sep=,` may be followed by the delimiters of empty cells.
        Some([sign, rest @ ..]) if SIGNS.contains(sign) && rest.iter().all(|byte| byte == sign) => Some(*sign),
        _ => None,
    })
}
