//! What a person sees and has selected: neither saved with the document nor undone.

use rustc_hash::FxHashMap;

use super::camera::Camera;
use super::command::Menu;
use crate::campaign::edit::List;
use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;
use crate::ui::panels::dialogs::Dialogs;
use crate::ui::panels::{commands, find, outline, population, post_test, problems, rehearse, report, rules, runs};

/// The state of the view.
#[derive(Debug, Default)]
pub struct ViewState {
    /// The open sequence and what is selected in it.
    pub selection: Selection,
    /// Pan and zoom of every sequence, by place; missing ones are fitted when first shown.
    pub cameras: FxHashMap<SequenceId, Camera>,
    /// What is to be brought into view in the next frame.
    pub reveal: bool,
    /// The canvas takes the keyboard in the next frame.
    pub focus_canvas: bool,
    /// The inspector takes the keyboard in the next frame: settings are to be edited.
    pub focus_inspector: bool,
    /// What the window is for just now.
    pub mode: Mode,
    /// What lies over the window.
    pub overlay: Overlay,
    /// What the left side shows.
    pub left: Left,
    /// Panels are hidden, text is large, pressed keys are shown.
    pub presenting: bool,
    /// What the list of kept runs keeps between frames.
    pub runs: runs::State,
    /// What the test of an HTTP post keeps between frames.
    pub post_test: post_test::State,
    /// What Rehearse mode keeps between frames.
    pub rehearse: rehearse::State,
    /// What the outline keeps between frames.
    pub outline: outline::Outline,
    /// What the population panel keeps between frames.
    pub population: population::Population,
    /// What the list of problems keeps between frames.
    pub problems: problems::Problems,
    /// What find keeps between frames.
    pub find: find::Find,
    /// What the list of commands keeps between frames.
    pub commands: commands::Commands,
    /// What the rules reference keeps between frames.
    pub rules: rules::Reference,
    /// What the report keeps between frames.
    pub report: report::State,
    /// What is being renamed in place, with what stands in the field once it was drawn.
    pub naming: Option<(Naming, Option<String>)>,
    /// The menu that a key opens in the next frame.
    pub open_menu: Option<Menu>,
    /// The part that the directory opens at: a list, or nothing for the campaign's own.
    pub open_part: Option<Option<List>>,
    /// Why a file could not be opened; stays until it is closed.
    pub trouble: Option<String>,
    /// What the dialogs keep while they are open.
    pub dialogs: Dialogs,
}

/// What gets another name in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The campaign, in the top bar.
    Campaign,
    /// The sequence at this place, in its tab.
    Sequence(SequenceId),
}

impl ViewState {
    /// Forgets what was listed of the campaign that was open before.
    pub fn forget_document(&mut self) {
        self.outline = outline::Outline::default();
        self.population.forget_document();
        self.problems = problems::Problems::default();
        self.find = find::Find::default();
        self.report = report::State::default();
        self.rehearse = rehearse::State::default();
        self.commands.forget_document();
    }

    /// Whether this is being renamed.
    pub fn is_naming(&self, what: Naming) -> bool {
        self.naming.as_ref().is_some_and(|(naming, _)| *naming == what)
    }
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
