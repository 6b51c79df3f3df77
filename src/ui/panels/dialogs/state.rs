//! What the dialogs keep while they are open.

use std::path::Path;

use super::cards::GalleryState;
use super::typed::TypedPath;
use crate::picture::options::Options;
use crate::picture::paper::Paper;
use crate::report::people::Filter;
use crate::ui::context::settings::WhoseTime;
use crate::workbench::exports::canvas::CANVAS;
use crate::workbench::exports::export::Export;

/// What the dialogs keep while they are open.
#[derive(Clone, Debug, Default)]
pub struct DialogState {
    /// The path that is being typed.
    pub path: TypedPath,
    /// The options for pictures, kept while the window is open.
    pub(super) export: PictureChoices,
    /// The chosen export of a rehearsal; `None` until the user has chosen.
    pub(super) report: Option<&'static Export>,
    /// The filter of the report's list of contacts, for the export of that list.
    pub(super) listed: Filter,
    /// The format of a result that was chosen last, while the window is open.
    pub(super) ending: Option<&'static str>,
    /// The gallery of samples and templates.
    pub gallery: GalleryState,
    /// The name of a new template.
    pub(super) template: String,
}

impl DialogState {
    /// Proposes an export for the next time that the dialog opens.
    pub fn propose_export(&mut self, export: &'static Export) {
        self.report = Some(export);
    }

    /// Takes the filter of the report's list of contacts, which that list is exported with.
    pub fn take_filter(&mut self, filter: Filter) {
        self.listed = filter;
    }

    /// Takes a path from the system's dialog. It has asked before replacing a file that is to be written.
    pub fn choose_path(&mut self, path: &Path, saves: bool) {
        self.path.choose(path, saves);
    }
}

/// The chosen options for exporting a picture, kept while the window is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureChoices {
    /// The ending that is added to a path without one.
    pub(super) ending: &'static str,
    /// The theme, scale and background of the picture.
    pub(super) options: Options,
    /// The size of a document's pages; `None` for the usual one.
    pub(super) paper: Option<Paper>,
    /// Whose local time tables for people show; `None` for that in which the window shows times.
    pub(super) times: Option<WhoseTime>,
}

impl Default for PictureChoices {
    fn default() -> Self {
        let options = Options { scale: 2.0, ..Options::default() };
        Self { ending: CANVAS.usual_ending(), options, paper: None, times: None }
    }
}
