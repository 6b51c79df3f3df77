//! What is under way beside the window, and what waits for an answer.

use std::path::PathBuf;

use crate::workbench::editor::Editor;
use crate::workbench::exporting::Exporting;
use crate::workbench::opening::UnderWay;
use crate::workbench::recovery::{Offer, Recovery};

/// What goes on once unsaved changes are dealt with.
pub enum Wish {
    /// Another campaign takes the place of this one.
    Replace(Box<Editor>),
    /// A recovery copy, which lies in this file, takes the place of this campaign.
    Recover(Box<Editor>, PathBuf),
    /// The window closes.
    Quit,
}

/// The file that is being opened.
pub struct Awaited {
    pub(super) file: UnderWay,
    /// Since when, in egui's seconds.
    pub(super) since: f64,
    pub(super) replaces: Replaces,
}

/// What becomes of the campaign that is open when another one has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaces {
    /// If something of it is unsaved, that is asked about.
    Asking,
    /// It goes: that was agreed to.
    Agreed,
}

/// The picture that is being written, and since when, in egui's seconds.
pub struct Writing {
    pub(super) exporting: Exporting,
    pub(super) since: f64,
}

/// Copies of the open campaign, and those that were left behind.
#[derive(Default)]
pub struct Recovering {
    pub(super) copies: Option<Recovery>,
    /// What is offered.
    pub left: Vec<Offer>,
}
