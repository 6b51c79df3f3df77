//! What dialogs keep while they are open.

use std::sync::Arc;

use super::gallery::Card;
use super::typed::Typed;
use crate::ui::context::action::Export;
use crate::workbench::report_files::choice::What;

/// What dialogs keep while they are open.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The path that is being typed.
    pub path: Typed,
    /// How pictures are exported; kept while the window is open.
    pub(super) export: Export,
    /// What of a rehearsal is exported.
    pub(super) report: What,
    /// The samples' cards, made when first seen.
    pub cards: Option<Arc<Vec<Card>>>,
}
