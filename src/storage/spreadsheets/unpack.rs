//! Unpacks an entry of a zip, counting what comes out.

use std::io::{self, BufRead, Read};
use std::sync::atomic::{AtomicBool, Ordering};

use super::error::{SheetBound, SheetError};
use super::limits::{MOST_TOKEN_BYTES, MOST_UNPACKED_BYTES, is_bomb};

/// Why unpacking stopped.
#[derive(Clone, Copy, Debug)]
pub(super) enum UnpackStop {
    Beyond(SheetBound),
    Cancelled,
}

impl From<UnpackStop> for SheetError {
    fn from(stop: UnpackStop) -> Self {
        match stop {
            UnpackStop::Beyond(bound) => SheetError::TooLarge(bound),
            UnpackStop::Cancelled => SheetError::Cancelled,
        }
    }
}

/// The unpacked bytes of an entry. It ends with an error at the bounds, or once `cancel` is set.
pub(super) struct Unpacked<'c, R> {
    source: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    packed: u64,
    unpacked: u64,
    /// Bytes taken since the last token began, which the caller holds in memory.
    token: u64,
    cancel: &'c AtomicBool,
    /// Why reading failed, if it wasn't the source.
    pub stop: Option<UnpackStop>,
}

impl<'c, R: Read> Unpacked<'c, R> {
    /// `packed` is the size of the entry in the file.
    pub fn new(source: R, packed: u64, cancel: &'c AtomicBool) -> Self {
        let buffer = vec![0; 64 << 10];
        Self { source, buffer, start: 0, end: 0, packed, unpacked: 0, token: 0, cancel, stop: None }
    }

    /// The caller has done with the last token.
    pub fn next_token(&mut self) {
        self.token = 0;
    }

    /// Why reading failed.
    pub fn failed(&self, error: io::Error) -> SheetError {
        self.stop.map_or_else(|| SheetError::damaged(error), SheetError::from)
    }

    fn check(&self) -> Option<UnpackStop> {
        if self.cancel.load(Ordering::Relaxed) {
            Some(UnpackStop::Cancelled)
        } else if self.unpacked > MOST_UNPACKED_BYTES {
            Some(UnpackStop::Beyond(SheetBound::Unpacked))
        } else if is_bomb(self.packed, self.unpacked) {
            Some(UnpackStop::Beyond(SheetBound::Ratio))
        } else if self.token > MOST_TOKEN_BYTES {
            Some(UnpackStop::Beyond(SheetBound::Token))
        } else {
            None
        }
    }
}

impl<R: Read> BufRead for Unpacked<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start == self.end {
            self.stop = self.stop.or(self.check());
            if self.stop.is_some() {
                return Err(io::Error::other("stopped"));
            }
            (self.start, self.end) = (0, 0);
            self.end = self.source.read(&mut self.buffer)?;
            self.unpacked += self.end as u64;
        }
        Ok(&self.buffer[self.start..self.end])
    }

    fn consume(&mut self, amount: usize) {
        self.start = (self.start + amount).min(self.end);
        self.token += amount as u64;
    }
}

impl<R: Read> Read for Unpacked<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let part = self.fill_buf()?;
        let taken = part.len().min(out.len());
        out[..taken].copy_from_slice(&part[..taken]);
        self.consume(taken);
        Ok(taken)
    }
}
