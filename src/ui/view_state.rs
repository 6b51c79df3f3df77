//! What a person sees and has selected: neither saved with the document nor undone.

use crate::campaign::selection::Selection;

use super::canvas::camera::Camera;
use super::{commands, find, outline, problems, rules};

/// The state of the view.
#[derive(Clone, Debug, Default)]
pub struct ViewState {
    /// The open sequence and what is selected in it.
    pub selection: Selection,
    /// Pan and zoom of every sequence, by place; missing ones are fitted when first shown.
    pub cameras: Vec<Option<Camera>>,
    /// What is to be brought into view in the next frame.
    pub reveal: bool,
    /// The canvas takes the keyboard in the next frame.
    pub focus_canvas: bool,
    /// What lies over the window.
    pub overlay: Overlay,
    /// What the left side shows.
    pub left: Left,
    /// Panels are hidden, text is large, pressed keys are shown.
    pub presenting: bool,
    /// What the outline keeps between frames.
    pub outline: outline::Outline,
    /// What the list of problems keeps between frames.
    pub problems: problems::Problems,
    /// What find keeps between frames.
    pub find: find::Find,
    /// What the list of commands keeps between frames.
    pub commands: commands::Commands,
    /// What the rules reference keeps between frames.
    pub rules: rules::Reference,
}

impl ViewState {
    /// Forgets what was listed of the campaign that was open before.
    pub fn forget_document(&mut self) {
        self.outline = outline::Outline::default();
        self.problems = problems::Problems::default();
        self.find = find::Find::default();
        self.commands.forget_document();
    }
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
    /// Whether to save before going on.
    Unsaved,
    /// The campaign's directory and rules.
    Directory,
    /// About the program.
    About,
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
