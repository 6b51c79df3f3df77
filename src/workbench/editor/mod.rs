//! One open campaign: its document, its history, its file.
//!
//! Everything that changes the document goes through [`Editor::apply`], [`Editor::undo`] and
//! [`Editor::redo`]; nothing else can.

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
use crate::storage::recovery::Note;

/// An open campaign.
#[derive(Debug)]
pub struct Editor {
    /// Shared with recovery copies: whoever edits it gets one of their own while such a copy is being written.
    campaign: Arc<Campaign>,
    history: History,
    path: Option<PathBuf>,
    /// The state that is in the file; `None` if no state is.
    saved: Option<u64>,
    has_comments: bool,
    /// What its file held when it was last read or written here; none if it was not.
    known: Option<Fingerprint>,
    /// What somebody else has made of the file, once that was noticed.
    noticed: Option<Fingerprint>,
    revision: u64,
}

/// What saving may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The file as it was last read or written here.
    Known,
    /// Whatever is there: the person has agreed to it.
    Anything,
}

impl Editor {
    /// A new campaign in a time zone: one sequence, which holds a Start.
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
        // Untouched, there is nothing in it to lose.
        Self { saved: Some(0), ..Self::of(campaign) }
    }

    /// A campaign that is in no file yet, such as a sample.
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

    /// As [`Editor::open`], until `control` stops it; it tells how many bytes are read.
    ///
    /// # Errors
    /// As there, or if it was cancelled.
    pub fn open_with(path: &Path, control: &Control) -> Result<Self, CampaignError> {
        Ok(Self::of_loaded(campaign_file::read_with(path, control)?, path))
    }

    fn of_loaded(loaded: Loaded, path: &Path) -> Self {
        let (path, known) = (Some(path.to_owned()), Some(loaded.fingerprint));
        Self { path, known, has_comments: loaded.has_comments, ..Self::of(loaded.campaign) }
    }

    /// What a recovery copy holds. It is unsaved, and its file is as the program that left it knew it: if somebody has
    /// changed the file since, saving asks.
    pub fn recovered(Note { path, known }: Note, campaign: Campaign) -> Self {
        let has_comments =
            path.as_deref().is_some_and(|path| campaign_file::read(path).is_ok_and(|it| it.has_comments));
        Self { path, known, has_comments, saved: None, ..Self::of(campaign) }
    }

    /// The document.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// The document as it is now, whatever becomes of it.
    pub fn shared(&self) -> Arc<Campaign> {
        Arc::clone(&self.campaign)
    }

    /// What a recovery copy notes about it.
    pub fn note(&self) -> Note {
        Note { path: self.path.clone(), known: self.known }
    }

    /// The file it was opened from or last saved to.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether something would be lost by closing.
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.history.state())
    }

    /// Whether the file holds comments, which saving does not keep.
    pub fn has_comments(&self) -> bool {
        self.has_comments
    }

    /// A number that differs whenever the document may: for what is computed from it.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Undo and redo, to ask for their labels.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Applies an edit. Returns what is selected afterwards.
    ///
    /// # Errors
    /// If it can't be done; the document is as it was.
    pub fn apply(&mut self, edit: &Edit, selection: &Selection, grouping: Grouping) -> Result<Selection, Refused> {
        let after = self.history.apply(Arc::make_mut(&mut self.campaign), edit, selection, grouping)?;
        self.revision += 1;
        Ok(after)
    }

    /// Takes the last step back. Returns what was selected before it.
    pub fn undo(&mut self) -> Option<Selection> {
        self.revision += 1;
        self.history.undo(Arc::make_mut(&mut self.campaign))
    }

    /// Does the last undone step again. Returns what was selected after it.
    pub fn redo(&mut self) -> Option<Selection> {
        self.revision += 1;
        self.history.redo(Arc::make_mut(&mut self.campaign))
    }

    /// The next edit is a step of its own.
    pub fn end_group(&mut self) {
        self.history.end_group();
    }

    /// Saves to a file, which is the campaign's file from then on.
    ///
    /// # Errors
    /// If somebody else has changed it meanwhile, or it can't be written; the file that was there is as it was.
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

    /// What somebody else has put into its file since it was last read or written here. A file that is gone, or that
    /// can't be read now, is not changed.
    pub fn changed_outside(&self) -> Option<Fingerprint> {
        let found = self.path.as_deref().and_then(|path| Fingerprint::of_file(path).ok().flatten());
        found.filter(|found| self.known != Some(*found))
    }

    /// Whether somebody else has put something into its file that was not noticed before.
    pub fn notices_change_outside(&mut self) -> bool {
        let found = self.changed_outside();
        found.is_some() && std::mem::replace(&mut self.noticed, found) != found
    }
}
