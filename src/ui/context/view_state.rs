//! What the user sees and has selected: neither saved with the document nor undone.

use std::path::PathBuf;

use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;

/// The state of the whole window. What only one panel needs is in that panel's state.
#[derive(Debug, Default)]
pub struct ViewState {
    /// The open sequence and what is selected in it.
    pub selection: Selection,
    /// The mode of the window.
    pub mode: WindowMode,
    /// The overlay that is open.
    pub overlay: Overlay,
    /// What the left panel shows.
    pub left: LeftPanel,
    /// Whether the contacts panel is open.
    pub shows_population: bool,
    /// Whether presenting: panels are hidden, text is large, pressed keys are shown.
    pub presenting: bool,
    /// Whether the list of problems is unfolded; `None` until the campaign that was opened has been checked.
    pub problems: Option<bool>,
    /// The thing that is being renamed in place.
    pub naming: Option<RenameTarget>,
    /// Why a file could not be opened; shown until it is closed.
    pub trouble: Option<String>,
    /// Whether the system's dialog is open, and its answer is awaited.
    pub awaits_path: bool,
    /// Whether the system may have a dialog for paths.
    pub has_file_dialog: bool,
    /// Whether a row of the outline has focus: it then takes keys that are otherwise the canvas's.
    pub outline_has_keyboard: bool,
}

/// What is renamed in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenameTarget {
    /// The campaign, in the top bar.
    Campaign,
    /// This sequence, in its tab.
    Sequence(SequenceId),
}

/// The mode of the window: the canvas stays, and the panels around it change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WindowMode {
    /// Build: objects on the left, settings on the right, problems below.
    #[default]
    Build,
    /// Rehearse: the choice of contacts on the left, contacts, story and agenda on the right, the clock below.
    Rehearse,
    /// Report: tables and plots below the canvas.
    Report,
}

impl WindowMode {
    /// All modes, in the order of their buttons.
    pub const ALL: [WindowMode; 3] = [WindowMode::Build, WindowMode::Rehearse, WindowMode::Report];
}

/// What is open over the window; at most one at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Overlay {
    /// No overlay is open.
    #[default]
    None,
    /// Find in all texts and settings.
    Find,
    /// The list of commands is open.
    Commands,
    /// The dialog with all keys.
    Keys,
    /// The rules reference, at this section.
    Rules(Option<String>),
    /// The gallery of samples and templates.
    Gallery,
    /// The name of a new template.
    SaveTemplate,
    /// The path of a file to open.
    OpenPath,
    /// The path of a file to save to.
    SavePath,
    /// The path of a contacts file to import.
    ContactsPath,
    /// The question which rehearsal takes the contacts of this file.
    ReplaceContacts(PathBuf),
    /// The dialog for exporting a picture.
    Export,
    /// Exporting a result of a rehearsal.
    ExportReport,
    /// The question whether to save before continuing.
    Unsaved,
    /// The question whether to save over a file with comments.
    Comments,
    /// The question what to do about a file that was changed elsewhere.
    ChangedOutside,
    /// Recovery copies: unsaved work of a program that ended unexpectedly.
    Recovery,
    /// The campaign's directory and rules.
    Directory,
    /// The list of saved runs.
    Runs,
    /// The test of an HTTP post.
    TestPost,
    /// A message as a contact will get it.
    Preview,
    /// The large editor for the texts of an item.
    TextEditor,
    /// The dialog about the program.
    About,
}

impl Overlay {
    /// Whether the overlay is modal.
    pub fn is_modal(&self) -> bool {
        !matches!(self, Overlay::None | Overlay::Find | Overlay::Commands | Overlay::Rules(_) | Overlay::Directory)
    }
}

/// What the left panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum LeftPanel {
    /// The palette of objects.
    #[default]
    Palette,
    /// The sequence as a tree.
    Outline,
}
