//! Surveys columns over all rows of a file, where the first rows don't decide how they are read.

use std::io;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use crate::contacts::guard::plain_text;
use crate::contacts::mapping::evidence::{SurveyedColumn, WholeFile};

use super::cells::CellTexts;
use super::encoding::Detected;
use super::lock::lock;
use super::pieces::{Cut, Piece, Pieces};
use super::rows::record_text;
use super::sheet::SheetRead;
use super::top::Top;

/// A file whose top was read.
#[derive(Debug)]
pub(super) struct SurveyedFile<'a> {
    pub path: &'a Path,
    /// The sheet that the rows come from: it knows their own numbers.
    pub sheet: Option<&'a SheetRead>,
    pub detected: Detected,
    pub cut: Cut,
    pub top: &'a Top,
    pub cancel: &'a AtomicBool,
    /// Why the file could not be read to its end.
    pub failure: Mutex<Option<io::Error>>,
}

impl WholeFile for SurveyedFile<'_> {
    fn survey(&self, columns: Vec<SurveyedColumn>) -> Vec<SurveyedColumn> {
        match self.by_threads(&columns) {
            Ok(found) => found,
            Err(error) => {
                *lock(&self.failure) = Some(error);
                columns
            }
        }
    }
}

impl SurveyedFile<'_> {
    /// Every thread takes pieces and keeps surveys of its own. Added up, they are the same in any order.
    fn by_threads(&self, columns: &[SurveyedColumn]) -> io::Result<Vec<SurveyedColumn>> {
        let pieces = Mutex::new(Pieces::open(self.path, self.detected, self.top.delimiter, self.cut)?);
        let failure = Mutex::new(None);
        let total = Mutex::new(columns.to_vec());
        let work = || {
            let mut found = columns.to_vec();
            loop {
                // The guard must not live while the piece is surveyed.
                let next = lock(&pieces).next_piece(self.cancel);
                match next {
                    Ok(Some(piece)) => self.add(&piece, &mut found),
                    Ok(None) => break,
                    Err(error) => {
                        *lock(&failure) = Some(error);
                        break;
                    }
                }
            }
            for ((_, sum), (_, part)) in lock(&total).iter_mut().zip(found) {
                sum.merge(part);
            }
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(work);
            }
            work();
        });
        match lock(&failure).take() {
            Some(error) => Err(error),
            None => Ok(std::mem::take(&mut *lock(&total))),
        }
    }

    /// Adds the rows of a piece that would be read.
    fn add(&self, piece: &Piece, found: &mut [SurveyedColumn]) {
        let columns = self.top.header.len();
        let whole = piece.text();
        let mut texts = CellTexts::default();
        for (record, number) in piece.records.iter().zip(piece.first_record..) {
            if number <= self.top.record {
                continue;
            }
            let Ok(text) = record_text(piece, record, whole) else { continue };
            let line = piece.first_line + u64::from(record.line);
            let line = self.sheet.map_or(line, |sheet| sheet.place(line).0);
            let mut cells = Vec::with_capacity(columns);
            if texts.split(&text, record.shape, self.top.delimiter, columns, &mut cells) > columns {
                continue;
            }
            for (at, survey) in found.iter_mut() {
                survey.add(line, cells.get(*at).map_or("", |cell| plain_text(cell)));
            }
        }
    }
}
