//! What panels ask for. They change nothing themselves.

use std::path::PathBuf;

use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::history::Grouping;
use crate::campaign::selection::Selection;

use super::command::Command;
use super::dialogs::export::Export;
use super::view_state::Overlay;

/// Something a person did in a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the document.
    Edit(Edit, Grouping),
    /// Select, in the sequence named by the selection.
    Select(Selection),
    /// Select and bring into view.
    Reveal(Selection),
    /// Run a command, as from its menu.
    Run(Command),
    /// Lay this over the window.
    Show(Overlay),
    /// Open a campaign file.
    Open(PathBuf),
    /// Save to this file.
    SaveTo(PathBuf),
    /// Ask for the contacts file of the rehearsal that is looked at.
    ChoosePeople,
    /// Write the open sequence as a picture.
    Export(PathBuf, Export),
    /// Open a copy of a sample, by its place among the samples.
    OpenSample(usize),
    /// What a person wants done with unsaved changes, or with what waits for them.
    Answer(Answer),
    /// Do not wait for the system's dialog any longer.
    StopWaiting {
        /// The path is typed instead.
        type_instead: bool,
    },
    /// Say something in passing.
    Say(String),
}

/// What is done with unsaved changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They are saved, then it goes on.
    Save,
    /// They are lost, and it goes on.
    DontSave,
    /// Nothing happens.
    Cancel,
}

impl Action {
    /// A step of its own.
    pub fn edit(edit: Edit) -> Self {
        Action::Edit(edit, Grouping::Alone)
    }

    /// A step of its own on a canvas.
    pub fn canvas(sequence: usize, edit: CanvasEdit) -> Self {
        Action::edit(Edit::Canvas(sequence, edit))
    }
}
