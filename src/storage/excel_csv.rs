//! CSV as Excel reads it best: a byte-order mark says that it is UTF-8, and rows end with CRLF.

/// The byte-order mark of UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Translates CSV with LF, in pieces of any size. Line breaks inside quotes stay as they are, so every cell reads back
/// equal.
#[derive(Debug, Default)]
pub(super) struct ExcelCsv {
    has_begun: bool,
    in_quotes: bool,
    translated: Vec<u8>,
}

impl ExcelCsv {
    /// The next piece, translated. A table may begin with a byte-order mark of its own.
    pub fn translate(&mut self, bytes: &[u8]) -> &[u8] {
        self.translated.clear();
        if bytes.is_empty() {
            return &self.translated;
        }
        if !std::mem::replace(&mut self.has_begun, true) && !bytes.starts_with(MARK) {
            self.translated.extend_from_slice(MARK);
        }
        self.add(bytes);
        &self.translated
    }

    fn add(&mut self, bytes: &[u8]) {
        let mut from = 0;
        for at in memchr::memchr2_iter(b'"', b'\n', bytes) {
            if bytes[at] == b'"' {
                self.in_quotes = !self.in_quotes;
            } else if !self.in_quotes {
                self.translated.extend_from_slice(&bytes[from..at]);
                self.translated.push(b'\r');
                from = at;
            }
        }
        self.translated.extend_from_slice(&bytes[from..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_end_with_crlf_and_cells_stay_as_they_are() {
        let csv = "a,b\n\"one\ntwo \"\"x\"\"\n\",2\n";
        let wanted = "\u{FEFF}a,b\r\n\"one\ntwo \"\"x\"\"\n\",2\r\n";
        for size in 1..=csv.len() {
            let mut excel = ExcelCsv::default();
            let mut all = Vec::new();
            for piece in csv.as_bytes().chunks(size) {
                all.extend_from_slice(excel.translate(piece));
            }
            assert_eq!(String::from_utf8(all).expect("text"), wanted, "in pieces of {size}");
        }
    }

    #[test]
    fn a_mark_that_is_there_is_not_written_twice() {
        let mut excel = ExcelCsv::default();
        assert_eq!(excel.translate(b""), b"");
        assert_eq!(excel.translate("\u{FEFF}a\n".as_bytes()), "\u{FEFF}a\r\n".as_bytes());
    }
}
