//! What panels ask for. They change nothing themselves.

use std::path::PathBuf;

use super::command::{Command, Menu};
use super::view_state::{Naming, Overlay};
use crate::calendar::{DateTime, Instant};
use crate::campaign::edit::{CanvasEdit, Edit, List};
use crate::campaign::history::Grouping;
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::selection::Selection;
use crate::picture::options::Options;
use crate::report::people::Filter;
use crate::workbench::exports::export::{Choices, Export};
use crate::workbench::rehearse::Step;
use crate::workbench::rehearse::clock::Speed;

/// Something a person did in a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the document.
    Edit(Edit, Grouping),
    /// Select, in the sequence named by the selection.
    Select(Selection),
    /// Select and bring into view.
    Reveal(Selection),
    /// Bring what is selected by then into view.
    BringIntoView,
    /// Run a command, as from its menu.
    Run(Command),
    /// Lay this over the window.
    Show(Overlay),
    /// Take away what lies over the window; the canvas has the keyboard again.
    Close,
    /// Give the keyboard to the canvas.
    FocusCanvas,
    /// Show the settings of what is selected, and give them the keyboard.
    EditSettings,
    /// Open the directory at this list, or at what is said of the campaign itself.
    OpenDirectory(Option<List>),
    /// Open this menu.
    OpenMenu(Menu),
    /// Let this be renamed in place, or nothing any longer.
    Name(Option<Naming>),
    /// Unfold the population panel, or fold it.
    ShowPopulation(bool),
    /// Close what is said of a file that could not be opened.
    CloseTrouble,
    /// Open a campaign file.
    Open(PathBuf),
    /// Save to this file.
    SaveTo(PathBuf),
    /// Do this with what was not saved when the program ended otherwise.
    Recover(Recover),
    /// Ask for the contacts file of the rehearsal that is looked at.
    ChoosePeople,
    /// Write the open sequence as a picture.
    ExportPicture(PathBuf, Options),
    /// Write something of the rehearsal that is shown.
    ExportReport(PathBuf, &'static Export, Choices),
    /// Open a copy of a sample, by its place among the samples.
    OpenSample(usize),
    /// What a person wants done with unsaved changes, or with what waits for them.
    Answer(Answer),
    /// Do not wait for the system's dialog any longer.
    StopWaiting {
        /// The path is typed instead.
        type_instead: bool,
    },
    /// Move the clock, follow somebody, choose what is rehearsed.
    Rehearse(Rehearse),
    /// Show in the report those who fit this.
    ShowPeople(Filter),
    /// Do something with the runs that are kept.
    Runs(KeptRuns),
    /// Test the HTTP post that is selected.
    TestPost(TestPost),
    /// Say something in passing.
    Say(String),
}

/// What is done with copies that were left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recover {
    /// The one at this place is opened.
    Open(usize),
    /// The one at this place is deleted.
    Delete(usize),
    /// They stay until the next start.
    Later,
}

/// What a person does with a rehearsal.
#[derive(Clone, Debug, PartialEq)]
pub enum Rehearse {
    /// Take a step; a clock that plays stands still then.
    Step(Step),
    /// Play, or stand still.
    Play(bool),
    /// Put the clock to an instant.
    Jump(Instant),
    /// Run until somebody next comes to this item.
    RunToItem(ItemRef),
    /// Run to this moment of the campaign's wall clock.
    RunTo(DateTime),
    /// Let the clock go so fast.
    Speed(Speed),
    /// Follow the contact at this place in the list, or nobody.
    Follow(Option<u64>),
    /// Rehearse the open sequence with the rehearsal of this name.
    Choose(String),
    /// Stop the run that is under way.
    Cancel,
    /// Read the people again, and run.
    Again,
    /// Show the campaign's own run again in the place of one from the store.
    CloseReopened,
}

/// What a person does with the runs that are kept.
#[derive(Clone, Debug, PartialEq)]
pub enum KeptRuns {
    /// Read the list.
    List,
    /// Keep the run that is shown, under this name.
    Keep(String),
    /// Open the run of this number.
    Open(i64),
    /// Give the run of this number another name.
    Rename(i64, String),
    /// Delete the run of this number.
    Delete(i64),
    /// Compare the run of this number with the one that is shown.
    Compare(i64),
    /// Stop what is under way.
    Cancel,
}

/// The steps of the test of an HTTP post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestPost {
    /// Show what would be sent, and ask.
    Begin,
    /// Send it.
    Send {
        /// It may go to an address that is not one of the open internet.
        may_be_special: bool,
    },
    /// Do not wait for the answer any longer.
    Stop,
    /// Close the dialog.
    Close,
}

/// What is done with unsaved changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They are saved, then it goes on.
    Save,
    /// They are lost, and it goes on.
    DontSave,
    /// They are saved over what somebody else has made of the file.
    SaveOver,
    /// They are lost, and the file is opened as it is now.
    Reopen,
    /// Nothing happens.
    Cancel,
}

impl Action {
    /// A step of its own.
    pub fn edit(edit: Edit) -> Self {
        Action::Edit(edit, Grouping::Alone)
    }

    /// A step of its own on a canvas.
    pub fn canvas(sequence: SequenceId, edit: CanvasEdit) -> Self {
        Action::edit(Edit::Canvas(sequence, edit))
    }
}
