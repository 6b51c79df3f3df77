//! Who is looked for in the report, and the search for them.

use std::sync::Arc;

use crate::report::people::Filter;
use crate::ui::controls::walk::Walk;
use crate::ui::panels::report::figures::Figures;
use crate::workbench::rehearse::seek::ContactSearch;

/// What the rows are known by.
pub(super) const NAME: &str = "people of the report";

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Who is looked for.
    pub filter: Filter,
    pub(super) seek: ContactSearch,
    /// The names that an item is chosen by, and the run they are of.
    pub(super) names: Option<(u64, Arc<[String]>)>,
    pub(super) walk: Walk,
}

impl People {
    /// Looks for those whom a number of the table counts.
    pub fn look_for(&mut self, filter: Filter) {
        self.filter = filter;
        self.walk.begin();
    }

    /// Takes the names of the items from another run.
    pub(super) fn name_items(&mut self, figures: &Figures) {
        if self.names.as_ref().is_none_or(|(of, _)| *of != figures.of.0) {
            let any = std::iter::once("Any item".to_owned());
            let names = figures.report.items.iter().map(|item| match item.name.as_str() {
                "" => item.kind.to_owned(),
                name => name.to_owned(),
            });
            self.names = Some((figures.of.0, any.chain(names).collect()));
        }
    }
}
