//! The character encoding of a file.
//!
//! The whole file decides, in a pass before any row is read. If each piece decided for itself, one byte near the end
//! could not change how earlier rows were read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The character encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16 with the low byte first.
    Utf16Le,
    /// UTF-16 with the high byte first.
    Utf16Be,
    /// Windows-1252, which spreadsheets in western Europe and America write.
    Windows1252,
}

/// The encoding that was found for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The encoding of the file.
    pub encoding: Encoding,
    /// The length of the byte-order mark, in bytes.
    pub mark: u64,
}

/// Bytes at the top of a file that decide whether it is text.
const TOP: usize = 8192;

/// Finds the encoding of a file. The inner error is a word for what the file is, if it isn't text.
///
/// # Errors
/// If it can't be read, or with [`io::ErrorKind::Interrupted`] once `cancel` is set.
pub fn detect(path: &Path, cancel: &AtomicBool) -> io::Result<Result<Detected, &'static str>> {
    let mut file = File::open(path)?;
    let mut chunk = Vec::with_capacity(256 * 1024);
    file.by_ref().take(chunk.capacity() as u64).read_to_end(&mut chunk)?;
    let top = &chunk[..chunk.len().min(TOP)];
    let (encoding, mark) = match top {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        _ => match utf16_without_mark(top) {
            Some(encoding) => (encoding, 0),
            None => {
                if let Some(what) = no_text(top) {
                    return Ok(Err(what));
                }
                let encoding = if is_utf8(&mut file, chunk, cancel)? { Encoding::Utf8 } else { Encoding::Windows1252 };
                (encoding, 0)
            }
        },
    };
    Ok(Ok(Detected { encoding, mark }))
}

/// An error once `cancel` is set.
pub(super) fn go_on(cancel: &AtomicBool) -> io::Result<()> {
    if cancel.load(Ordering::Relaxed) { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
}

/// Finds UTF-16 without a byte-order mark: Latin text in it has a zero in every other byte, and nowhere else.
fn utf16_without_mark(top: &[u8]) -> Option<Encoding> {
    let pairs = top.len() / 2;
    let zeros = |first: usize| top.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0 | 1 => None,
        _ if odd * 10 >= pairs * 6 && even * 50 <= pairs => Some(Encoding::Utf16Le),
        _ if even * 10 >= pairs * 6 && odd * 50 <= pairs => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// What a file is, if its top isn't text. Files that are known by their first bytes were told before.
fn no_text(top: &[u8]) -> Option<&'static str> {
    // Cells may contain anything; a line of column names doesn't.
    let odd = |bytes: &[u8]| {
        bytes.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C)).count()
    };
    let header = top.split(|&byte| byte == b'\n').next().unwrap_or(top);
    (odd(header) > 0 && odd(top) * 50 > top.len()).then_some("binary data")
}

/// Whether the bytes read so far and the rest of the file are UTF-8.
fn is_utf8(file: &mut File, mut chunk: Vec<u8>, cancel: &AtomicBool) -> io::Result<bool> {
    loop {
        go_on(cancel)?;
        let kept = match std::str::from_utf8(&chunk) {
            Ok(_) => chunk.len(),
            // A character that is cut off at the end of the chunk continues in the next.
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => return Ok(false),
        };
        chunk.drain(..kept);
        let room = chunk.capacity() - chunk.len();
        if file.by_ref().take(room as u64).read_to_end(&mut chunk)? == 0 {
            return Ok(chunk.is_empty());
        }
    }
}

/// Reads a file as UTF-8, whatever its encoding is.
pub struct TextReader {
    file: File,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    taken: u64,
}

impl TextReader {
    /// Opens a file after its byte-order mark.
    pub fn open(path: &Path, detected: Detected) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mark = io::copy(&mut file.by_ref().take(detected.mark), &mut io::sink())?;
        let decoder = match detected.encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Windows1252 => Some(WINDOWS_1252.new_decoder_without_bom_handling()),
        };
        Ok(Self { file, decoder, raw: Vec::new(), taken: mark })
    }

    /// The number of bytes of the file read so far.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Reads about `wanted` more bytes, and returns whether the file is at its end.
    pub fn read_more(&mut self, wanted: usize, out: &mut Vec<u8>) -> io::Result<bool> {
        let Some(decoder) = &mut self.decoder else {
            let read = self.file.by_ref().take(wanted as u64).read_to_end(out)?;
            self.taken += read as u64;
            return Ok(read < wanted);
        };
        self.raw.clear();
        let read = self.file.by_ref().take(wanted as u64).read_to_end(&mut self.raw)?;
        self.taken += read as u64;
        let at_end = read < wanted;
        let room = decoder.max_utf8_buffer_length(read).unwrap_or(read.saturating_mul(3) + 16);
        let before = out.len();
        out.resize(before + room, 0);
        let (_, _, written, _) = decoder.decode_to_utf8(&self.raw, &mut out[before..], at_end);
        out.truncate(before + written);
        if at_end {
            self.decoder = None;
        }
        Ok(at_end)
    }
}
