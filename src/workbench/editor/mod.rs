//! An open campaign: its document, its history, its file.
//!
//! Only [`Editor::apply`], [`Editor::undo`] and [`Editor::redo`] can change the document.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::campaign::directory::Directory;
use crate::campaign::document::{Campaign, Rules};
use crate::campaign::edit::{Edit, Refused};
use crate::campaign::history::{Grouping, History};
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;
use crate::simulate::run::Control;
use crate::storage::campaign_file::{self, CampaignError, Expected, Fingerprint, Loaded, SaveError};
use crate::storage::recovery::RecoveryNote;

/// An open campaign with its history and its file.
#[derive(Debug)]
pub struct Editor {
    /// Shared with the recovery thread. An edit clones it while a recovery copy is being written.
    campaign: Arc<Campaign>,
    history: History,
    path: Option<PathBuf>,
    /// The history state that the file contains; `None` if it contains none of them.
    saved: Option<u64>,
    has_comments: bool,
    /// The fingerprint of the file when it was last read or written here.
    known: Option<Fingerprint>,
    /// The file as another program has changed it, once that was noticed.
    noticed: Option<Fingerprint>,
    revision: u64,
}

/// Which file a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Only the file that was last read or written here, unchanged since then.
    Known,
    /// Any file, since the user has agreed to replace it.
    Anything,
}

impl Editor {
    /// A new campaign in a time zone, with one sequence that has a Start.
    pub fn new(time_zone: &str) -> Self {
        let campaign = Campaign {
            name: "New campaign".to_owned(),
            description: String::new(),
            time_zone: time_zone.to_owned(),
            rules: Rules::default(),
            directory: Directory::default(),
            sequences: vec![Sequence::with_start("Sequence 1")],
            rehearsals: Vec::new(),
        };
        // Without changes, there is nothing to lose.
        Self { saved: Some(0), ..Self::of(campaign) }
    }

    /// A campaign that has no file yet, such as a sample.
    pub fn of(campaign: Campaign) -> Self {
        Self {
            campaign: Arc::new(campaign),
            history: History::default(),
            path: None,
            saved: Some(0),
            has_comments: false,
            known: None,
            noticed: None,
            revision: 0,
        }
    }

    /// Opens a file.
    ///
    /// # Errors
    /// If it can't be read or isn't a campaign.
    pub fn open(path: &Path) -> Result<Self, CampaignError> {
        Ok(Self::of_loaded(campaign_file::read(path)?, path))
    }

    /// As [`Editor::open`]. `control` receives the number of bytes read, and can cancel.
    ///
    /// # Errors
    /// Those of [`Editor::open`], or if it was cancelled.
    pub fn open_with(path: &Path, control: &Control) -> Result<Self, CampaignError> {
        Ok(Self::of_loaded(campaign_file::read_with(path, control)?, path))
    }

    fn of_loaded(loaded: Loaded, path: &Path) -> Self {
        let (path, known) = (Some(path.to_owned()), Some(loaded.fingerprint));
        Self { path, known, has_comments: loaded.has_comments, ..Self::of(loaded.campaign) }
    }

    /// Opens a recovery copy. It is unsaved. If the campaign's file has changed since the copy was made, saving asks.
    pub fn recovered(RecoveryNote { path, known }: RecoveryNote, campaign: Campaign) -> Self {
        let has_comments =
            path.as_deref().is_some_and(|path| campaign_file::read(path).is_ok_and(|it| it.has_comments));
        Self { path, known, has_comments, saved: None, ..Self::of(campaign) }
    }

    /// The document.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// A snapshot of the document. Later edits don't change it.
    pub fn shared(&self) -> Arc<Campaign> {
        Arc::clone(&self.campaign)
    }

    /// The note that is saved with a recovery copy: the file's path and fingerprint.
    pub fn note(&self) -> RecoveryNote {
        RecoveryNote { path: self.path.clone(), known: self.known }
    }

    /// The file it was opened from or last saved to.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether closing would lose changes.
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.history.state())
    }

    /// Whether the file has comments, which saving would lose.
    pub fn has_comments(&self) -> bool {
        self.has_comments
    }

    /// A number that changes whenever the document may have changed, for caches.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The history, for the labels of undo and redo.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Applies an edit, and returns the selection after it.
    ///
    /// # Errors
    /// If it can't be applied. The document is unchanged.
    pub fn apply(&mut self, edit: &Edit, selection: &Selection, grouping: Grouping) -> Result<Selection, Refused> {
        let after = self.history.apply(Arc::make_mut(&mut self.campaign), edit, selection, grouping)?;
        self.revision += 1;
        Ok(after)
    }

    /// Undoes the last step, and returns the selection before it.
    pub fn undo(&mut self) -> Option<Selection> {
        self.revision += 1;
        self.history.undo(Arc::make_mut(&mut self.campaign))
    }

    /// Redoes the last undone step, and returns the selection after it.
    pub fn redo(&mut self) -> Option<Selection> {
        self.revision += 1;
        self.history.redo(Arc::make_mut(&mut self.campaign))
    }

    /// Ends the current group: the next edit is a separate undo step.
    pub fn end_group(&mut self) {
        self.history.end_group();
    }

    /// Saves to a file, which becomes the campaign's file.
    ///
    /// # Errors
    /// If another program has changed the file, or it can't be written. The old file is unchanged.
    pub fn save(&mut self, path: &Path, over: Over) -> Result<(), SaveError> {
        let expected = match over {
            Over::Anything => Expected::Anything,
            Over::Known if self.path.as_deref() == Some(path) => self.known.map_or(Expected::Nothing, Expected::Only),
            Over::Known => Expected::Nothing,
        };
        self.known = Some(campaign_file::save_over(path, &self.campaign, expected)?);
        self.path = Some(path.to_owned());
        self.saved = Some(self.history.state());
        self.has_comments = false;
        self.history.end_group();
        Ok(())
    }

    /// The fingerprint of the file, if another program has changed it since it was last read or written here. A
    /// missing or unreadable file doesn't count as changed.
    pub fn changed_outside(&self) -> Option<Fingerprint> {
        let found = self.path.as_deref().and_then(|path| Fingerprint::of_file(path).ok().flatten());
        found.filter(|found| self.known != Some(*found))
    }

    /// Whether another program has changed the file since this was last called.
    pub fn notices_change_outside(&mut self) -> bool {
        let found = self.changed_outside();
        found.is_some() && std::mem::replace(&mut self.noticed, found) != found
    }
}
