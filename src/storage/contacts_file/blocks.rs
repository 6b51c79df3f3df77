//! Reads the rows of a contacts file with several threads, and passes them on in blocks.
//!
//! Every thread does the same: it takes the next piece, reads its rows, waits for its turn, decides which ids are new,
//! and passes its blocks on. Only the first step and the decision are done by one thread at a time, the decision in
//! the order of the file. So there are only as many pieces in memory as threads, and no result depends on their
//! number.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::contacts::block::{Block, Population};
use crate::contacts::reading::buffers::RowBuffers;
use crate::contacts::reading::notes::CellNotes;
use crate::contacts::reading::unread::UnreadEntry;
use crate::contacts::reject::{Reject, shortened};

use super::ContactsFile;
use super::error::ContactsError;
use super::ids::{IdKey, IdSet};
use super::lock::lock;
use super::pieces::{Cut, Piece, Pieces};
use super::rows::CheckedRows;
use super::sheet::SheetRead;
use super::unread::{PushUnread, RejectedText};

/// The approximate size of a piece whose entries are all listed, in bytes.
const LISTED_PIECE: usize = 1 << 18;

/// A block with its position in the list.
#[derive(Debug)]
pub struct BlockAt {
    /// The number of the block, from 0.
    pub number: usize,
    /// The position in the list of its first contact.
    pub first_place: usize,
    /// The contacts of the block.
    pub block: Block,
}

/// A row that was rejected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedRow {
    /// The line or row in the file, from 1.
    pub line: u64,
    /// The file in which it stands, if the contacts come from several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The reason for the rejection.
    pub reason: Reject,
}

/// The number of rows read, rejected and passed over: together all rows of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadCounts {
    /// The number of rows that became contacts.
    pub read: u64,
    /// The number of rejected rows.
    pub rejected: u64,
    /// The first rejected rows, in the order of the file, at most [`ReadCounts::MOST_REJECTS`].
    pub rejects: Vec<RejectedRow>,
    /// The number of rejected rows by kind of reason ([`Reject::kind`]).
    pub by_reason: BTreeMap<&'static str, u64>,
    /// The number of rows passed over: those without any text, and those that a report adds below its table.
    pub passed_over: u64,
    /// The first rows that a report added below its table, each with its line and text.
    pub report_lines: Vec<(u64, String)>,
    /// The cells read, empty and not read, and what is told about them.
    pub cells: CellNotes,
}

impl ReadCounts {
    /// Most rejected rows that are kept with line and reason.
    pub const MOST_REJECTS: usize = 1000;
    /// Most rows below a report's table that are told; all are counted.
    const MOST_REPORT_LINES: usize = 10;

    /// Names rows as they stand in the sheet, or in the files of a zip, rather than in the CSV made of them.
    fn in_rows_of(&mut self, sheet: &SheetRead) {
        for row in &mut self.rejects {
            (row.line, row.file) = sheet.place(row.line);
            if let Reject::Repeats { first, file, .. } = &mut row.reason {
                (*first, *file) = sheet.place(*first);
            }
        }
        for cell in &mut self.cells.not_read {
            (cell.line, cell.file) = sheet.place(cell.line);
        }
        for told in self.cells.remarks.values_mut() {
            (told.line, told.file) = sheet.place(told.line);
        }
        for (line, _) in &mut self.report_lines {
            *line = sheet.place(*line).0;
        }
    }

    fn reject(&mut self, line: u64, reason: Reject) {
        self.rejected += 1;
        *self.by_reason.entry(reason.kind()).or_default() += 1;
        if self.rejects.len() < Self::MOST_REJECTS {
            self.rejects.push(RejectedRow { line, file: None, reason });
        }
    }
}

/// Collects the blocks that `read` passes on in any order, and sorts them by their number.
///
/// # Errors
/// Those of `read`.
pub fn gather<E>(
    read: impl FnOnce(&(dyn Fn(BlockAt) + Sync)) -> Result<ReadCounts, E>,
) -> Result<(Population, ReadCounts), E> {
    let blocks = Mutex::new(Vec::new());
    let counts = read(&|block| lock(&blocks).push(block))?;
    let mut blocks = blocks.into_inner().unwrap_or_else(PoisonError::into_inner);
    blocks.sort_by_key(|block: &BlockAt| block.number);
    Ok((Population::new(blocks.into_iter().map(|block| block.block).collect()), counts))
}

impl ContactsFile {
    /// Reads all contacts. `consume` receives every block with its position, from several threads and in any order;
    /// `progress` receives the number of bytes done.
    pub fn for_each_block(
        &self,
        threads: usize,
        progress: &(dyn Fn(u64) + Sync),
        cancel: &AtomicBool,
        consume: &(dyn Fn(BlockAt) + Sync),
    ) -> Result<ReadCounts, ContactsError> {
        self.read_blocks((threads, progress, cancel), consume, None)
    }

    /// As [`ContactsFile::for_each_block`]; `unread` receives everything that isn't read, in the order of the file.
    pub fn for_each_block_listing(
        &self,
        threads: usize,
        progress: &(dyn Fn(u64) + Sync),
        cancel: &AtomicBool,
        consume: &(dyn Fn(BlockAt) + Sync),
        unread: &mut PushUnread<'_>,
    ) -> Result<ReadCounts, ContactsError> {
        self.read_blocks((threads, progress, cancel), consume, Some(unread))
    }

    fn read_blocks(
        &self,
        (threads, progress, cancel): (usize, &(dyn Fn(u64) + Sync), &AtomicBool),
        consume: &(dyn Fn(BlockAt) + Sync),
        unread: Option<&mut PushUnread<'_>>,
    ) -> Result<ReadCounts, ContactsError> {
        let lists = unread.is_some();
        let sheet = self.sheet();
        let mut in_its_rows = unread.map(|unread| {
            move |entry: UnreadEntry| match sheet {
                Some(sheet) => unread(in_row_of(sheet, entry)),
                None => unread(entry),
            }
        });
        let unread = in_its_rows.as_mut().map(|unread| unread as &mut PushUnread<'_>);
        // The list of a piece is held in memory: in a file in which no cell can be read, it is much larger than the piece.
        let cut = if lists { Cut { piece: self.cut.piece.min(LISTED_PIECE), ..self.cut } } else { self.cut };
        let pieces = Pieces::open(self.source(), self.detected, self.top.delimiter, cut)
            .map_err(ContactsError::reading(&self.path))?;
        let shared = SharedState {
            pieces: Mutex::new((pieces, None)),
            turn: Mutex::new(Turn { unread, ..Turn::default() }),
            lists,
            turn_passed: Condvar::new(),
            stopped: AtomicBool::new(false),
            key: IdKey::default(),
        };
        let work = || self.work(&shared, progress, cancel, consume);
        std::thread::scope(|scope| {
            for _ in 1..threads.max(1) {
                scope.spawn(work);
            }
            work();
        });
        let failure = shared.pieces.into_inner().unwrap_or_else(PoisonError::into_inner).1;
        if let Some(source) = failure {
            return Err(ContactsError::reading(&self.path)(source));
        }
        if cancel.load(Ordering::Relaxed) {
            return Err(ContactsError::Interrupted);
        }
        let mut counts = shared.turn.into_inner().unwrap_or_else(PoisonError::into_inner).counts;
        if let Some(sheet) = sheet {
            counts.in_rows_of(sheet);
        }
        Ok(counts)
    }

    /// Reads all contacts into memory.
    pub fn read_all(
        &self,
        threads: usize,
        progress: &(dyn Fn(u64) + Sync),
        cancel: &AtomicBool,
    ) -> Result<(Population, ReadCounts), ContactsError> {
        gather(|consume| self.for_each_block(threads, progress, cancel, consume))
    }

    fn work(
        &self,
        shared: &SharedState<'_, '_>,
        progress: &(dyn Fn(u64) + Sync),
        cancel: &AtomicBool,
        consume: &(dyn Fn(BlockAt) + Sync),
    ) {
        let _release = WakeOnDrop(shared);
        let mut scratch = RowBuffers::listing(shared.lists);
        let format = self.row_format(shared.lists);
        while !cancel.load(Ordering::Relaxed) {
            let Some(piece) = shared.take(cancel) else { return };
            let mut rows = CheckedRows::read(&piece, &format, &shared.key, &mut scratch);
            let Some(mut turn) = shared.wait_for(piece.number) else { return };
            let place = turn.settle(&mut rows);
            progress(piece.taken);
            drop(turn);
            shared.turn_passed.notify_all();
            drop(piece);
            hand_on(rows, place, consume);
        }
    }
}

/// The entry, named by the row of the sheet or by the file of a zip.
fn in_row_of(sheet: &SheetRead, entry: UnreadEntry) -> UnreadEntry {
    let (line, file) = sheet.place(entry.line);
    let reason = file.map_or_else(|| entry.reason.clone(), |file| format!("{} ({file})", entry.reason));
    UnreadEntry { line, reason, ..entry }
}

/// The state that the threads share.
struct SharedState<'u, 'f> {
    pieces: Mutex<(Pieces, Option<std::io::Error>)>,
    turn: Mutex<Turn<'u, 'f>>,
    /// Whether everything that isn't read is passed on.
    lists: bool,
    turn_passed: Condvar,
    /// Whether a thread panicked: threads that wait for their turn must then stop.
    stopped: AtomicBool,
    /// The key of the hashes of ids.
    key: IdKey,
}

impl<'u, 'f> SharedState<'u, 'f> {
    fn take(&self, cancel: &AtomicBool) -> Option<Piece> {
        let (pieces, failure) = &mut *lock(&self.pieces);
        if failure.is_some() {
            return None;
        }
        pieces.next_piece(cancel).unwrap_or_else(|error| {
            *failure = Some(error);
            None
        })
    }

    fn wait_for(&self, piece: u64) -> Option<MutexGuard<'_, Turn<'u, 'f>>> {
        let mut turn = lock(&self.turn);
        while turn.next_piece != piece {
            if self.stopped.load(Ordering::Acquire) {
                return None;
            }
            turn = self.turn_passed.wait(turn).unwrap_or_else(PoisonError::into_inner);
        }
        Some(turn)
    }
}

/// Wakes the other threads when a thread ends early (interrupted, or by a panic in `consume`).
struct WakeOnDrop<'a, 'u, 'f>(&'a SharedState<'u, 'f>);

impl Drop for WakeOnDrop<'_, '_, '_> {
    fn drop(&mut self) {
        // A thread that ends without a panic leaves no piece undone, so every turn still comes.
        if std::thread::panicking() {
            self.0.stopped.store(true, Ordering::Release);
        }
        drop(lock(&self.0.turn));
        self.0.turn_passed.notify_all();
    }
}

/// The state that is updated in the order of the file.
#[derive(Default)]
struct Turn<'u, 'f> {
    next_piece: u64,
    next_block: usize,
    next_place: usize,
    ids: IdSet,
    counts: ReadCounts,
    /// Receives everything that isn't read.
    unread: Option<&'u mut PushUnread<'f>>,
}

/// The position of a piece's blocks: the number of the first block, and the position of its first contact.
#[derive(Clone, Copy)]
struct BlockPosition {
    block: usize,
    contact: usize,
}

impl Turn<'_, '_> {
    /// Ids that are prefetched together.
    const AHEAD: usize = 32;

    /// Marks the contacts whose id was seen before, counts read and rejected rows, and returns the position of the
    /// piece's blocks.
    fn settle(&mut self, rows: &mut CheckedRows) -> BlockPosition {
        let place = BlockPosition { block: self.next_block, contact: self.next_place };
        self.counts.passed_over += rows.passed_over;
        let mut unread = Vec::new();
        if self.unread.is_some() {
            unread.extend(rows.notes.not_read.iter().map(UnreadEntry::cell));
        }
        self.counts.cells.append(std::mem::take(&mut rows.notes));
        let room = ReadCounts::MOST_REPORT_LINES.saturating_sub(self.counts.report_lines.len());
        self.counts.report_lines.extend(std::mem::take(&mut rows.report_lines).into_iter().take(room));
        let mut rejects = std::mem::take(&mut rows.rejects).into_iter().peekable();
        let mut hashes = rows.hashes.iter().enumerate();
        for (block, seen) in rows.blocks.iter().zip(&mut rows.seen) {
            for row in 0..block.len() {
                let Some((at, &(hash, line))) = hashes.next() else { break };
                if at % Self::AHEAD == 0 {
                    self.ids.fetch(rows.hashes[at..].iter().take(Self::AHEAD).map(|soon| soon.0));
                }
                let Err(first) = self.ids.insert(hash, line) else { continue };
                while let Some(reject) = rejects.next_if(|reject| reject.line < line) {
                    self.reject(reject, &mut unread);
                }
                let (reason, text) = (Reject::repeats(block.id(row), first), shortened(block.id(row)));
                self.reject(RejectedText { line, reason, text }, &mut unread);
                seen.push(row);
            }
            let kept = block.len() - seen.len();
            self.next_block += usize::from(kept > 0);
            self.next_place += kept;
            self.counts.read += kept as u64;
        }
        for reject in rejects {
            self.reject(reject, &mut unread);
        }
        if let Some(push) = &mut self.unread {
            unread.sort_by_key(|entry| (entry.line, entry.column.is_some()));
            unread.into_iter().for_each(push);
        }
        self.next_piece += 1;
        place
    }

    /// Counts a rejected row, and adds it to the list if there is one.
    fn reject(&mut self, row: RejectedText, unread: &mut Vec<UnreadEntry>) {
        if self.unread.is_some() {
            unread.push(UnreadEntry::row(row.line, &row.reason, row.text));
        }
        self.counts.reject(row.line, row.reason);
    }
}

/// Passes the blocks on, without the marked contacts.
fn hand_on(rows: CheckedRows, first: BlockPosition, consume: &(dyn Fn(BlockAt) + Sync)) {
    let BlockPosition { block: mut number, contact: mut first_place } = first;
    for (block, seen) in rows.blocks.into_iter().zip(rows.seen) {
        let block = if seen.is_empty() { block } else { block.without(&seen) };
        if !block.is_empty() {
            let len = block.len();
            consume(BlockAt { number, first_place, block });
            number += 1;
            first_place += len;
        }
    }
}
