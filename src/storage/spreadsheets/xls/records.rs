//! The records of a workbook, and the texts in them. Nothing is read beyond a record's own bytes.

use encoding_rs::Encoding;

use crate::storage::spreadsheets::error::SheetError;
use crate::storage::spreadsheets::xml::cut_off;

/// A record.
#[derive(Clone, Copy, Debug)]
pub(super) struct XlsRecord<'s> {
    pub kind: u16,
    pub data: &'s [u8],
}

/// The records of a stream from a place on.
#[derive(Clone, Copy, Debug)]
pub(super) struct XlsRecords<'s> {
    rest: &'s [u8],
}

impl<'s> XlsRecords<'s> {
    pub fn at(stream: &'s [u8], start: usize) -> Result<Self, SheetError> {
        stream.get(start..).map(|rest| Self { rest }).ok_or_else(cut_off)
    }

    /// The next record. A stream ends with its last record, not with its bytes.
    pub fn next(&mut self) -> Result<XlsRecord<'s>, SheetError> {
        let (head, rest) = self.rest.split_at_checked(4).ok_or_else(cut_off)?;
        let size = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let (data, rest) = rest.split_at_checked(size).ok_or_else(cut_off)?;
        self.rest = rest;
        Ok(XlsRecord { kind: u16::from_le_bytes([head[0], head[1]]), data })
    }

    /// The bytes of the records that continue the last one.
    pub fn continued(&mut self) -> Vec<&'s [u8]> {
        let mut parts = Vec::new();
        let mut ahead = *self;
        while let Ok(record) = ahead.next() {
            if record.kind != CONTINUE {
                break;
            }
            parts.push(record.data);
            *self = ahead;
        }
        parts
    }
}

const CONTINUE: u16 = 0x003C;

/// Reads numbers and texts from a record and those that continue it.
#[derive(Debug)]
pub(super) struct XlsBytes<'s> {
    part: &'s [u8],
    further: std::vec::IntoIter<&'s [u8]>,
}

impl<'s> XlsBytes<'s> {
    pub fn new(data: &'s [u8], continued: Vec<&'s [u8]>) -> Self {
        Self { part: data, further: continued.into_iter() }
    }

    fn refill(&mut self) -> Result<(), SheetError> {
        while self.part.is_empty() {
            self.part = self.further.next().ok_or_else(cut_off)?;
        }
        Ok(())
    }

    pub fn byte(&mut self) -> Result<u8, SheetError> {
        self.refill()?;
        let (&byte, rest) = self.part.split_first().ok_or_else(cut_off)?;
        self.part = rest;
        Ok(byte)
    }

    pub fn u16(&mut self) -> Result<u16, SheetError> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub fn u32(&mut self) -> Result<u32, SheetError> {
        Ok(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    pub fn skip(&mut self, mut count: usize) -> Result<(), SheetError> {
        while count > 0 {
            self.refill()?;
            let now = count.min(self.part.len());
            self.part = &self.part[now..];
            count -= now;
        }
        Ok(())
    }

    /// A text of BIFF8 with so many characters: flags, and perhaps formats within the text, which are left out.
    pub fn unicode(&mut self, characters: usize) -> Result<String, SheetError> {
        let flags = self.byte()?;
        let formats = if flags & 0x08 != 0 { usize::from(self.u16()?) } else { 0 };
        let extra = if flags & 0x04 != 0 { self.u32()? as usize } else { 0 };
        let mut wide = flags & 0x01 != 0;
        let mut units: Vec<u16> = Vec::with_capacity(characters.min(1 << 16));
        while units.len() < characters {
            if self.part.is_empty() {
                // The next record says anew how wide characters are.
                wide = self.byte()? & 0x01 != 0;
            }
            units.push(if wide { self.u16()? } else { u16::from(self.byte()?) });
        }
        self.skip(formats * 4)?;
        self.skip(extra)?;
        Ok(String::from_utf16_lossy(&units))
    }

    /// A text of BIFF5 with so many bytes.
    pub fn bytes(&mut self, count: usize, encoding: &'static Encoding) -> Result<String, SheetError> {
        let mut bytes = Vec::with_capacity(count.min(1 << 16));
        for _ in 0..count {
            bytes.push(self.byte()?);
        }
        Ok(encoding.decode_without_bom_handling(&bytes).0.into_owned())
    }
}

/// The encoding of a number of Windows; Windows-1252 for an unknown one.
pub(super) fn encoding_of(code_page: u16) -> &'static Encoding {
    let label: &[u8] = match code_page {
        874 => b"windows-874",
        932 => b"shift_jis",
        936 => b"gbk",
        949 => b"euc-kr",
        950 => b"big5",
        1250 => b"windows-1250",
        1251 => b"windows-1251",
        1253 => b"windows-1253",
        1254 => b"windows-1254",
        1255 => b"windows-1255",
        1256 => b"windows-1256",
        1257 => b"windows-1257",
        1258 => b"windows-1258",
        10000 | 32768 => b"macintosh",
        65001 => b"utf-8",
        _ => b"windows-1252",
    };
    Encoding::for_label(label).unwrap_or(encoding_rs::WINDOWS_1252)
}
