//! What a person sees and has selected: neither saved with the document nor undone.

use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;

/// What the whole window goes by. What only one panel needs stands in the state of that panel.
#[derive(Debug, Default)]
pub struct ViewState {
    /// The open sequence and what is selected in it.
    pub selection: Selection,
    /// What the window is for just now.
    pub mode: Mode,
    /// What lies over the window.
    pub overlay: Overlay,
    /// What the left side shows.
    pub left: Left,
    /// Whether the population panel is unfolded.
    pub shows_population: bool,
    /// Panels are hidden, text is large, pressed keys are shown.
    pub presenting: bool,
    /// What is being renamed in place.
    pub naming: Option<Naming>,
    /// Why a file could not be opened; stays until it is closed.
    pub trouble: Option<String>,
    /// The system's own dialog is open, and its answer is awaited.
    pub awaits_path: bool,
    /// A row of the outline has the keyboard: it takes keys that are otherwise the canvas's.
    pub outline_has_keyboard: bool,
}

/// What gets another name in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The campaign, in the top bar.
    Campaign,
    /// This sequence, in its tab.
    Sequence(SequenceId),
}

/// What the window is for: the canvas stays, what lies around it changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Drawing: objects at the left, settings at the right, problems below.
    #[default]
    Build,
    /// Seeing it happen: the population at the left, people, story and agenda at the right, the clock below.
    Rehearse,
    /// Knowing what came of it: tables and plots below the canvas.
    Report,
}

impl Mode {
    /// All of them, in order.
    pub const ALL: [Mode; 3] = [Mode::Build, Mode::Rehearse, Mode::Report];
}

/// What lies over the window, at most one at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Overlay {
    /// Nothing.
    #[default]
    None,
    /// Find in all texts and settings.
    Find,
    /// The list of commands.
    Commands,
    /// The keys.
    Keys,
    /// The rules reference, at this section.
    Rules(Option<String>),
    /// The gallery of samples.
    Gallery,
    /// The path of a file to open.
    OpenPath,
    /// The path of a file to save to.
    SavePath,
    /// Where a picture goes and how it looks.
    Export,
    /// What of a rehearsal goes where, and as what.
    ExportReport,
    /// Whether to save before going on.
    Unsaved,
    /// Whether to save over a file with comments.
    Comments,
    /// What to do about a file that somebody else has changed.
    ChangedOutside,
    /// What was not saved when the program ended otherwise.
    Recovery,
    /// The campaign's directory and rules.
    Directory,
    /// The runs that are kept.
    Runs,
    /// The test of an HTTP post.
    TestPost,
    /// About the program.
    About,
}

impl Overlay {
    /// Whether the rest of the window waits for an answer.
    pub fn is_modal(&self) -> bool {
        !matches!(self, Overlay::None | Overlay::Find | Overlay::Commands | Overlay::Rules(_) | Overlay::Directory)
    }
}

/// What the left side shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Left {
    /// The objects.
    #[default]
    Palette,
    /// The sequence as a tree.
    Outline,
}
