//! What the report keeps between frames.

use super::{figures, items, load, over_time, people};
use crate::report::people::Filter;

/// What the report keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct ReportState {
    /// The kind of load that is shown.
    pub tab: ReportTab,
    /// Whether the table hides what Keap hides.
    pub as_keap: bool,
    pub(super) figures: figures::FigureCache,
    pub(super) items: items::list::ItemTableState,
    pub(super) people: people::state::ReportContactList,
    pub(super) over_time: over_time::OverTimeState,
    pub(super) load: load::LoadState,
}

impl ReportState {
    /// Shows the calendar month of the load, or its days and hours.
    pub fn show_month(&mut self, shows: bool) {
        self.load.show_month(shows);
    }

    /// The filter of the list of contacts.
    pub fn people_filter(&self) -> &Filter {
        &self.people.filter
    }

    /// Shows the contacts that a number of the tables counts.
    pub fn show_people(&mut self, filter: Filter) {
        self.tab = ReportTab::People;
        self.people.look_for(filter);
    }
}

/// The tabs of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportTab {
    /// The table of items.
    #[default]
    Items,
    /// The contacts that numbers count.
    People,
    /// The plot of what ran when.
    OverTime,
    /// The load by hour, or as a calendar month.
    Load,
    /// The comparison of a saved run with the shown one.
    Compare,
}

impl ReportTab {
    /// All tabs, in the order shown.
    pub const ALL: [ReportTab; 5] =
        [ReportTab::Items, ReportTab::People, ReportTab::OverTime, ReportTab::Load, ReportTab::Compare];

    /// The name that is shown.
    pub const fn label(self) -> &'static str {
        match self {
            ReportTab::Items => "Items",
            ReportTab::People => "Contacts",
            ReportTab::OverTime => "Over time",
            ReportTab::Load => "By hour or month",
            ReportTab::Compare => "Compare runs",
        }
    }
}
