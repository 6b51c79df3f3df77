//! Cells of the CSV files that results are written to.

use crate::calendar::Instant;
use crate::calendar::instant::write_instant;
use crate::contacts::guard::guarded;

/// Adds a text cell: guarded against formulas, quoted where needed.
pub fn push_text(out: &mut Vec<u8>, text: &str) {
    let text = guarded(text);
    if text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        out.push(b'"');
        for byte in text.bytes() {
            if byte == b'"' {
                out.push(b'"');
            }
            out.push(byte);
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// Adds an instant as `YYYY-MM-DDTHH:MM:SSZ`.
#[inline]
pub fn push_instant(out: &mut Vec<u8>, at: Instant) {
    let mut text = [0; 20];
    write_instant(at, &mut text);
    out.extend_from_slice(&text);
}
