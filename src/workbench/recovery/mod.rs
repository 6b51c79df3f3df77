//! Recovery copies while a campaign is edited: one second after the last change, and every thirty while changes go on.
//!
//! The copy is written beside the window. Once everything is saved it goes away; what is left of a program that ended
//! otherwise is offered at the next start ([`offered`]). Nothing here ever touches the campaign's own file.

pub mod crash;
mod writer;

use std::path::Path;
use std::sync::Arc;

use crate::campaign::document::Campaign;
use crate::storage::recovery::{Desk, LeftBehind, Note, left_behind};

use super::editor::Editor;
use super::files;
use writer::{Task, Writer};

/// So long after the last change, in seconds, the copy is made.
pub const QUIET: f64 = 1.0;
/// While changes go on, a copy is made this often, in seconds.
pub const AT_LEAST: f64 = 30.0;

/// The recovery copy of an open campaign.
pub struct Recovery {
    desk: Arc<Desk>,
    writer: Writer,
    /// The revision that was last seen.
    seen: Option<u64>,
    /// When the last change was seen, and the first one that is in no copy.
    changed: Option<(f64, f64)>,
    /// Whether there is a copy, or one is being made.
    has_copy: bool,
}

impl Recovery {
    /// Makes copies in a folder.
    ///
    /// # Errors
    /// If nothing can be written there, or the system gives no thread.
    pub fn start(folder: &Path) -> std::io::Result<Self> {
        let desk = Arc::new(Desk::take(folder)?);
        let writer = Writer::start(Arc::clone(&desk))?;
        Ok(Self { desk, writer, seen: None, changed: None, has_copy: false })
    }

    /// Looks at the campaign as it is `now`, in seconds from any moment. Returns after how many seconds it wants to look
    /// again, if it does without a further change.
    pub fn follow(&mut self, editor: &Editor, now: f64) -> Option<f64> {
        if !editor.is_unsaved() {
            self.forget(editor);
            return None;
        }
        if self.seen != Some(editor.revision()) {
            self.seen = Some(editor.revision());
            self.changed = Some((now, self.changed.map_or(now, |(_, first)| first)));
            crash::remember(&self.desk, editor);
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

    /// There is nothing to lose, or another campaign is open now.
    pub fn forget(&mut self, editor: &Editor) {
        (self.seen, self.changed) = (Some(editor.revision()), None);
        crash::forget();
        if std::mem::take(&mut self.has_copy) {
            self.writer.ask(Task::Clear);
        }
    }

    /// Makes the copy at once and waits for it: before something else that holds the same is taken away.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn copy_now(&mut self, editor: &Editor) -> std::io::Result<()> {
        (self.seen, self.changed, self.has_copy) = (Some(editor.revision()), None, true);
        crash::remember(&self.desk, editor);
        self.writer.wait();
        self.desk.write(&editor.note(), editor.campaign())
    }

    /// Waits until everything asked for is done.
    pub fn finish(&mut self) {
        self.writer.wait();
    }

    /// Why the last copy could not be written, once.
    pub fn trouble(&mut self) -> Option<String> {
        self.writer.trouble()
    }
}

/// A copy that was left behind, and is offered.
#[derive(Debug)]
pub struct Offer(LeftBehind);

impl Offer {
    /// Where it lies.
    pub fn file(&self) -> &Path {
        &self.0.file
    }

    /// The campaign in it.
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
    /// If the system refuses.
    pub fn remove(&self) -> std::io::Result<()> {
        self.0.remove()
    }
}

/// The copies in a folder that are offered at a start: those left behind that hold something that the campaign's file
/// does not, the newest first. The others are taken away.
pub fn offered(folder: &Path) -> Vec<Offer> {
    let mut left: Vec<LeftBehind> = left_behind(folder).into_iter().filter(|left| !is_saved(left)).collect();
    left.sort_by_key(|left| std::cmp::Reverse(files::changed_at(&left.file)));
    left.into_iter().map(Offer).collect()
}

/// Whether what is in a copy is in the campaign's file as well; such a copy is taken away.
fn is_saved(left: &LeftBehind) -> bool {
    let Ok((Note { path: Some(path), .. }, campaign)) = &left.content else { return false };
    let is_same = crate::storage::campaign_file::read(path).is_ok_and(|loaded| loaded.campaign == *campaign);
    is_same && left.remove().is_ok()
}
