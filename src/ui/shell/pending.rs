//! Work in the background, and what waits for an answer.

use std::path::PathBuf;

use crate::workbench::editor::Editor;
use crate::workbench::exporting::Exporting;
use crate::workbench::opening::UnderWay;
use crate::workbench::recovery::{Offer, Recovery};

/// What continues once unsaved changes are handled.
pub enum AfterSaving {
    /// Start a new campaign.
    New,
    /// Replace the campaign by another one.
    Replace(Box<Editor>),
    /// Replace the campaign by the recovery copy in this file.
    Recover(Box<Editor>, PathBuf),
    /// Close the window and end.
    Quit,
}

/// The file that is being opened, if any.
pub struct Awaited {
    pub(super) file: UnderWay,
    /// When opening began, in egui's seconds.
    pub(super) since: f64,
    pub(super) replaces: Replaces,
}

/// What happens to the open campaign once another one is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaces {
    /// Ask if it has unsaved changes.
    Asking,
    /// Replace it: the user has agreed.
    Agreed,
}

/// The export that is being written, and when it began, in egui's seconds.
pub struct PendingExport {
    pub(super) exporting: Exporting,
    pub(super) since: f64,
}

/// The recovery copies of the open campaign, and those left behind.
#[derive(Default)]
pub struct Recovering {
    pub(super) copies: Option<Recovery>,
    /// The copies to offer.
    pub left: Vec<Offer>,
}
