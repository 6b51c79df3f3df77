//! What the report keeps between frames.

use super::{figures, items, load, over_time, people};
use crate::report::people::Filter;

/// What the report keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The kind of load that is shown.
    pub tab: Tab,
    /// Whether it hides what Keap hides.
    pub as_keap: bool,
    pub(super) figures: figures::Kept,
    pub(super) items: items::list::List,
    pub(super) people: people::state::People,
    pub(super) over_time: over_time::State,
    pub(super) load: load::State,
}

impl State {
    /// Shows the contacts that a number of the tables counts.
    pub fn show_people(&mut self, filter: Filter) {
        self.tab = Tab::People;
        self.people.look_for(filter);
    }
}

/// The tabs of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The table of items.
    #[default]
    Items,
    /// The contacts that numbers count.
    People,
    /// The plot of what ran when.
    OverTime,
    /// The load by hour.
    Load,
    /// The comparison of a saved run with the shown one.
    Compare,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Tab; 5] = [Tab::Items, Tab::People, Tab::OverTime, Tab::Load, Tab::Compare];

    /// The name that is shown.
    pub const fn label(self) -> &'static str {
        match self {
            Tab::Items => "Items",
            Tab::People => "People",
            Tab::OverTime => "Over time",
            Tab::Load => "Load",
            Tab::Compare => "Compare",
        }
    }
}
