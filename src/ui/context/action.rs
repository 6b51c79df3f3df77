//! Actions: what panels request. Panels change nothing themselves.

use std::path::PathBuf;

use super::command::{Command, Menu};
use super::parts::WindowPart;
use super::settings::WhoseTime;
use super::view_state::{Overlay, RenameTarget};
use crate::calendar::Instant;
use crate::campaign::directory::List;
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::history::Grouping;
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::selection::Selection;
use crate::report::people::Filter;
use crate::workbench::exports::export::{Choices, Export};
use crate::workbench::rehearse::ClockStep;
use crate::workbench::rehearse::clock::Speed;
use crate::workbench::rehearse::live::LiveMoment;
use crate::workbench::templates::TemplateId;

/// Something that the user did in a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Apply an edit to the document.
    Edit(Edit, Grouping),
    /// Select, in the sequence named by the selection.
    Select(Selection),
    /// Select things, and scroll them into view.
    Reveal(Selection),
    /// Scroll the selection into view, after other actions.
    BringIntoView,
    /// Run a command, as from its menu.
    Run(Command),
    /// Open this overlay over the window.
    Show(Overlay),
    /// Go to a part of the window, in the mode that has it.
    ShowPart(WindowPart),
    /// Find this text in the campaign.
    FindText(String),
    /// Close the overlay, and focus the canvas.
    Close,
    /// Give keyboard focus to the canvas.
    FocusCanvas,
    /// Show and focus the settings of the selection.
    EditSettings,
    /// As `EditSettings`, in the field with this label.
    EditField(&'static str),
    /// Open the directory at this list, or at the campaign's own settings.
    OpenDirectory(Option<List>),
    /// Open this menu of the menu bar.
    OpenMenu(Menu),
    /// Start renaming this in place; `None` stops renaming.
    Name(Option<RenameTarget>),
    /// Open or close the contacts panel.
    ShowPopulation(bool),
    /// Close the message about a file that could not be opened.
    CloseTrouble,
    /// Open a campaign file.
    Open(PathBuf),
    /// Save to this file.
    SaveTo(PathBuf),
    /// Do this with recovery copies.
    Recover(Recover),
    /// Choose the path in the field of an open dialog in the system's dialog.
    BrowsePath(BrowsedPath),
    /// Ask for a contacts file for the current rehearsal.
    ChoosePeople,
    /// Import the contacts of this file. Asks first if contacts of the user would be replaced.
    ImportContacts(PathBuf),
    /// Let this rehearsal take its contacts from this file.
    ImportInto(PathBuf, ImportInto),
    /// Write the open sequence as a picture.
    ExportPicture(PathBuf, Choices),
    /// Save a result of the shown rehearsal.
    ExportReport(PathBuf, &'static Export, Choices),
    /// Open a copy of a sample, by its index.
    OpenSample(usize),
    /// Save the campaign as a template of this name.
    SaveTemplate(String),
    /// Open a copy of a template.
    OpenTemplate(TemplateId),
    /// Delete a template.
    DeleteTemplate(TemplateId),
    /// Answer the question about unsaved changes.
    Answer(UnsavedChoice),
    /// Stop waiting for the system's dialog.
    StopWaiting {
        /// Whether to type the path instead.
        type_instead: bool,
    },
    /// Do something with the rehearsal: move the clock, follow a contact, choose.
    Rehearse(Rehearse),
    /// Tell the story of a contact in the time of this owner.
    StoryTimes(WhoseTime),
    /// Show the contacts that match a filter, in the report.
    ShowPeople(Filter),
    /// Do something with saved runs.
    Runs(KeptRuns),
    /// Test the HTTP post that is selected.
    TestPost(TestPost),
    /// Show a message as a contact will get it.
    Preview(MessageRequest),
    /// Edit the texts of this item in the large editor.
    EditText(ItemRef),
    /// Show a short message about what was done.
    Say(String),
    /// Show why something that was asked for can't be done.
    Refuse(String),
}

/// The rehearsal that takes imported contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportInto {
    /// The current one, in place of the contacts that it has.
    Current,
    /// A new one, named after the file.
    New,
}

/// A message to preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageRequest {
    /// The item that has the message.
    pub item: ItemRef,
    /// The contact, by its position in the list of the rehearsal; `None` for the followed or last one.
    pub contact: Option<u64>,
}

/// Where the system's dialog begins for a path that can also be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowsedPath {
    /// The folder that it shows.
    pub folder: PathBuf,
    /// The name that it proposes.
    pub name: String,
    /// Whether the file is written, so that it may be a new one.
    pub saves: bool,
}

/// What to do with recovery copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recover {
    /// Open the copy at this index.
    Open(usize),
    /// Delete the copy at this index.
    Delete(usize),
    /// Keep the copies until the next start.
    Later,
}

/// What the user does with a rehearsal.
#[derive(Clone, Debug, PartialEq)]
pub enum Rehearse {
    /// Take a step, and pause the clock.
    Step(ClockStep),
    /// Play or pause the clock.
    Play(bool),
    /// Set the clock to an instant.
    Jump(Instant),
    /// Run until the next contact reaches this item.
    RunToItem(ItemRef),
    /// Run to this instant.
    RunTo(Instant),
    /// Show the live numbers of the current rehearsal at this moment.
    LiveAt(LiveMoment),
    /// Set the speed of the clock.
    Speed(Speed),
    /// Follow the contact at this index in the run; `None` follows no contact.
    Follow(Option<u64>),
    /// Rehearse the open sequence with the rehearsal of this name.
    Choose(String),
    /// Choose this rehearsal, which was just created.
    ChooseNew(String),
    /// Keep to the current rehearsal, which has just got this name.
    Renamed(String),
    /// Cancel the current run.
    Cancel,
    /// Read the contacts again, and run.
    Again,
    /// Show the campaign's own run instead of a saved one.
    CloseReopened,
}

/// What the user does with saved runs.
#[derive(Clone, Debug, PartialEq)]
pub enum KeptRuns {
    /// Read the list of saved runs.
    List,
    /// Save the shown run under this name.
    Keep(String),
    /// Open the run of this number.
    Open(i64),
    /// Rename the run of this number.
    Rename(i64, String),
    /// Delete the run of this number.
    Delete(i64),
    /// Compare the run of this number with the shown run.
    Compare(i64),
    /// Cancel the current task.
    Cancel,
}

/// The steps of the test of an HTTP post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestPost {
    /// Show what would be sent, and ask.
    Begin,
    /// Send the request that was shown, once.
    Send {
        /// Whether an address that is not on the open internet is allowed.
        may_be_special: bool,
    },
    /// Stop waiting for the response.
    Stop,
    /// Close the dialog of the test.
    Close,
}

/// What to do with unsaved changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsavedChoice {
    /// Save them, then continue.
    Save,
    /// Discard them, and continue.
    DontSave,
    /// Save over the changes made elsewhere.
    SaveOver,
    /// Discard them, and open the file again.
    Reopen,
    /// Do nothing, and keep the changes.
    Cancel,
}

impl Action {
    /// An edit as a separate undo step.
    pub fn edit(edit: Edit) -> Self {
        Action::Edit(edit, Grouping::Alone)
    }

    /// An edit of a canvas as a separate undo step.
    pub fn canvas(sequence: SequenceId, edit: CanvasEdit) -> Self {
        Action::edit(Edit::Canvas(sequence, edit))
    }
}
