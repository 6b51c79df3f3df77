//! What the list of everything that isn't read keeps while it is open.

use std::sync::Arc;

use crate::ui::controls::walk::ListWalk;
use crate::workbench::population::reading::ReadingResult;
use crate::workbench::population::unread::{UnreadChoices, UnreadFilter};

/// What the list keeps while it is open.
#[derive(Clone, Debug, Default)]
pub(super) struct UnreadView {
    pub(super) filter: UnreadFilter,
    pub(super) walk: ListWalk,
    /// The result that was filtered last, with which filter, and the entries that were found.
    found: Option<(Arc<ReadingResult>, UnreadFilter, Arc<Vec<u32>>)>,
    /// The result that is shown, and what it can be filtered by.
    choices: Option<(Arc<ReadingResult>, Arc<UnreadChoices>)>,
}

impl UnreadView {
    /// Shows the entries of one column, or all.
    pub(super) fn begin(&mut self, column: Option<String>) {
        *self = Self { filter: UnreadFilter { column, ..UnreadFilter::default() }, ..Self::default() };
    }

    /// What the list can be filtered by. It is counted only when the list changes.
    pub(super) fn choices(&mut self, result: &Arc<ReadingResult>) -> Arc<UnreadChoices> {
        let known = self.choices.take().filter(|(of, _)| Arc::ptr_eq(of, result));
        let (_, choices) =
            self.choices.insert(known.unwrap_or_else(|| (Arc::clone(result), Arc::new(result.unread.choices()))));
        Arc::clone(choices)
    }

    /// The indices of the entries that the filter wants. They are looked for only when the list or the filter changes.
    pub(super) fn found(&mut self, result: &Arc<ReadingResult>) -> Arc<Vec<u32>> {
        let known = self.found.as_ref().filter(|(of, filter, _)| Arc::ptr_eq(of, result) && *filter == self.filter);
        if let Some((_, _, found)) = known {
            return Arc::clone(found);
        }
        let found = Arc::new(result.unread.matching(&self.filter));
        if self.found.is_some() {
            self.walk.begin();
        }
        self.found = Some((Arc::clone(result), self.filter.clone(), Arc::clone(&found)));
        found
    }
}
