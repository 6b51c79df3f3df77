//! What dialogs keep while they are open.

use std::sync::Arc;

use super::gallery::Card;
use super::typed::Typed;
use crate::picture::options::Options;
use crate::workbench::exports::canvas::CANVAS;
use crate::workbench::exports::export::Export;

/// What dialogs keep while they are open.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The path that is being typed.
    pub path: Typed,
    /// How pictures are exported; kept while the window is open.
    pub(super) export: Chosen,
    /// What of a rehearsal is exported, once something was chosen.
    pub(super) report: Option<&'static Export>,
    /// The samples' cards, made when first seen.
    pub cards: Option<Arc<Vec<Card>>>,
}

/// What is chosen of a picture; kept while the window is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chosen {
    /// The ending of a path without one.
    pub(super) ending: &'static str,
    /// Light or dark, how large, with paper or without.
    pub(super) options: Options,
}

impl Default for Chosen {
    fn default() -> Self {
        Self { ending: CANVAS.usual_ending(), options: Options { scale: 2.0, ..Options::default() } }
    }
}
