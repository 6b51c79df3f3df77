//! A cell as plain small ASCII text, so that each form has to be known in one spelling only.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::reading::DateFault;

/// Most bytes of a cell. Longer cells aren't dates, and aren't looked at.
pub(super) const MOST_BYTES: usize = 200;

/// The text of a cell in small letters without accents, in ASCII. Blanks of any kind are one blank; there are none at
/// the ends. Dashes of any kind are `-`, full-width characters are the usual ones, and quotes around the cell are gone.
pub(super) struct PlainCell {
    bytes: [u8; MOST_BYTES],
    length: usize,
}

impl PlainCell {
    /// # Errors
    /// [`DateFault::TooLong`], or [`DateFault::NotADate`] if it has a letter of another script.
    pub(super) fn of(cell: &str) -> Result<Self, DateFault> {
        if cell.len() > MOST_BYTES {
            return Err(DateFault::TooLong);
        }
        let mut plain = PlainCell { bytes: [0; MOST_BYTES], length: 0 };
        for character in cell.chars() {
            match u8::try_from(character) {
                Ok(byte) if byte.is_ascii() => plain.push(byte),
                Ok(_) | Err(_) => plain.push_plain(character)?,
            }
        }
        // Longer than its cell only if one character stood for many, as no date has.
        if plain.length >= MOST_BYTES && cell.len() < MOST_BYTES { Err(DateFault::TooLong) } else { Ok(plain) }
    }

    /// Adds the plain form of a character that isn't ASCII, without its accents.
    fn push_plain(&mut self, character: char) -> Result<(), DateFault> {
        let mut is_plain = true;
        decompose_compatible(character, |part| {
            for part in part.to_lowercase().filter(|&part| !is_combining_mark(part) && !is_invisible(part)) {
                match u8::try_from(plain_character(part)) {
                    Ok(byte) if byte.is_ascii() => self.push(byte),
                    Ok(_) | Err(_) => is_plain = false,
                }
            }
        });
        if is_plain { Ok(()) } else { Err(DateFault::NotADate) }
    }

    /// Adds an ASCII byte; blanks only after other text.
    fn push(&mut self, byte: u8) {
        let is_blank = byte.is_ascii_whitespace() || byte == 0x0b;
        if is_blank && (self.length == 0 || self.bytes[self.length - 1] == b' ') {
            return;
        }
        if let Some(free) = self.bytes.get_mut(self.length) {
            *free = if is_blank { b' ' } else { byte.to_ascii_lowercase() };
            self.length += 1;
        }
    }

    /// The text, without quotes around it and without the apostrophe by which Excel marks a text.
    pub(super) fn text(&self) -> &str {
        let text = std::str::from_utf8(self.bytes.get(..self.length).unwrap_or_default()).unwrap_or_default();
        let mut text = text.trim_ascii();
        while let Some(after) = text.strip_prefix(['\'', '"', '`']) {
            text = after.strip_suffix(['\'', '"', '`']).unwrap_or(after).trim_ascii();
        }
        text
    }
}

/// Marks of the direction of text, which Windows puts around dates, and others without width.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// The ASCII character for dashes, quotes and blanks of other kinds. Compatibility forms are already plain.
fn plain_character(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' => '-',
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{b4}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2044}' | '\u{2215}' => '/',
        // `3°`, as `3º` is often typed.
        '\u{b0}' => 'o',
        other if other.is_whitespace() => ' ',
        other => other,
    }
}
