//! The filter for contacts in the report, and its search.

use std::sync::Arc;

use crate::report::people::Filter;
use crate::ui::controls::walk::ListWalk;
use crate::ui::panels::report::figures::Figures;
use crate::workbench::rehearse::seek::ContactSearch;

/// The name for the ids of the rows.
pub(super) const NAME: &str = "contacts of the report";

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct ReportContactList {
    /// The filter for contacts.
    pub filter: Filter,
    pub(super) seek: ContactSearch,
    /// The item names to choose from, and their run.
    pub(super) names: Option<(u64, Arc<[String]>)>,
    pub(super) walk: ListWalk,
}

impl ReportContactList {
    /// Filters by the contacts that a number of the table counts.
    pub fn look_for(&mut self, filter: Filter) {
        self.filter = filter;
        self.walk.begin();
    }

    /// Updates the item names for another run.
    pub(super) fn name_items(&mut self, figures: &Figures) {
        if self.names.as_ref().is_none_or(|(of, _)| *of != figures.of.0) {
            let any = std::iter::once("Any item".to_owned());
            let names = figures.report.items.iter().map(|item| item.label.clone());
            self.names = Some((figures.of.0, any.chain(names).collect()));
        }
    }
}
