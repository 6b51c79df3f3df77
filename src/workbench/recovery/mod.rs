//! Makes recovery copies while a campaign is edited: one second after the last change, and every thirty seconds while
//! changes continue.
//!
//! The copy is written on a background thread, and removed once everything is saved. Copies left by a program that
//! ended unexpectedly are offered at the next start ([`offered`]). Nothing here ever touches the campaign's own file.

pub mod crash;
mod writer;

use std::path::Path;
use std::sync::Arc;

use crate::campaign::document::Campaign;
use crate::storage::recovery::{LeftBehind, RecoveryNote, RecoverySlot, left_behind};

use super::editor::Editor;
use super::files;
use writer::{RecoveryWriter, Task};

/// Seconds after the last change until the copy is made.
pub const QUIET: f64 = 1.0;
/// Seconds between copies while changes continue.
pub const AT_LEAST: f64 = 30.0;

/// Makes the recovery copies of an open campaign.
pub struct Recovery {
    slot: Arc<RecoverySlot>,
    writer: RecoveryWriter,
    /// The last revision seen.
    seen: Option<u64>,
    /// When the last change was seen, and the first one that is not in a copy.
    changed: Option<(f64, f64)>,
    /// Whether there is a copy, or one is being made.
    has_copy: bool,
}

impl Recovery {
    /// Makes copies in a folder.
    ///
    /// # Errors
    /// If the folder can't be written to, or a thread can't be started.
    pub fn start(folder: &Path) -> std::io::Result<Self> {
        let slot = Arc::new(RecoverySlot::take(folder)?);
        let writer = RecoveryWriter::start(Arc::clone(&slot))?;
        Ok(Self { slot, writer, seen: None, changed: None, has_copy: false })
    }

    /// Checks the campaign for changes. `now` is a time in seconds, from any start. Returns the number of seconds
    /// until the next check that is needed without further changes.
    pub fn follow(&mut self, editor: &Editor, now: f64) -> Option<f64> {
        if !editor.is_unsaved() {
            self.forget(editor);
            return None;
        }
        if self.seen != Some(editor.revision()) {
            self.seen = Some(editor.revision());
            self.changed = Some((now, self.changed.map_or(now, |(_, first)| first)));
            crash::remember(&self.slot, editor);
        }
        let (last, first) = self.changed?;
        let due = (last + QUIET).min(first + AT_LEAST);
        if now < due {
            return Some(due - now);
        }
        self.changed = None;
        self.has_copy = true;
        self.writer.ask(Task::Write(editor.note(), editor.shared()));
        None
    }

    /// Removes the copy: there is nothing to lose, or another campaign is open.
    pub fn forget(&mut self, editor: &Editor) {
        (self.seen, self.changed) = (Some(editor.revision()), None);
        crash::forget();
        if std::mem::take(&mut self.has_copy) {
            self.writer.ask(Task::Clear);
        }
    }

    /// Makes a copy immediately and waits until it is written. The caller can then remove another copy of the same
    /// campaign.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn copy_now(&mut self, editor: &Editor) -> std::io::Result<()> {
        (self.seen, self.changed, self.has_copy) = (Some(editor.revision()), None, true);
        crash::remember(&self.slot, editor);
        self.writer.wait();
        self.slot.write(&editor.note(), editor.campaign())
    }

    /// Waits until all tasks are done.
    pub fn finish(&mut self) {
        self.writer.wait();
    }

    /// Why the last copy could not be written; returned once.
    pub fn trouble(&mut self) -> Option<String> {
        self.writer.trouble()
    }
}

/// A recovery copy that the program left behind when it ended unexpectedly. The user can open it.
#[derive(Debug)]
pub struct Offer(LeftBehind);

impl Offer {
    /// The path of the recovery copy.
    pub fn file(&self) -> &Path {
        &self.0.file
    }

    /// The campaign in the copy.
    ///
    /// # Errors
    /// If the copy can't be read; the text says why.
    pub fn campaign(&self) -> Result<&Campaign, &str> {
        self.0.content.as_ref().map(|(_, campaign)| campaign).map_err(String::as_str)
    }

    /// The campaign's own file, if it was ever saved.
    pub fn path(&self) -> Option<&Path> {
        self.0.content.as_ref().ok().and_then(|(note, _)| note.path.as_deref())
    }

    /// Opens it, unsaved; `None` if it can't be read.
    pub fn open(&self) -> Option<Editor> {
        let (note, campaign) = self.0.content.as_ref().ok()?;
        Some(Editor::recovered(note.clone(), campaign.clone()))
    }

    /// Takes it away.
    ///
    /// # Errors
    /// If the file can't be removed.
    pub fn remove(&self) -> std::io::Result<()> {
        self.0.remove()
    }
}

/// The copies in a folder to offer at a start, newest first: those left behind that differ from the campaign's file.
/// The others are removed.
pub fn offered(folder: &Path) -> Vec<Offer> {
    let mut left: Vec<LeftBehind> = left_behind(folder).into_iter().filter(|left| !is_saved(left)).collect();
    left.sort_by_key(|left| std::cmp::Reverse(files::changed_at(&left.file)));
    left.into_iter().map(Offer).collect()
}

/// Whether the campaign's file has the same content as a copy.
fn is_saved(left: &LeftBehind) -> bool {
    let Ok((RecoveryNote { path: Some(path), .. }, campaign)) = &left.content else { return false };
    let is_same = crate::storage::campaign_file::read(path).is_ok_and(|loaded| loaded.campaign == *campaign);
    is_same && left.remove().is_ok()
}
