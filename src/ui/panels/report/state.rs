//! What the report keeps between frames.

use super::{figures, items, load, over_time, people};
use crate::report::people::Filter;

/// What the report keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What is shown.
    pub tab: Tab,
    /// Whether it leaves out what Keap leaves out.
    pub as_keap: bool,
    pub(super) figures: figures::Kept,
    pub(super) items: items::list::List,
    pub(super) people: people::state::People,
    pub(super) over_time: over_time::State,
    pub(super) load: load::State,
}

impl State {
    /// Shows those whom a number of the tables counts.
    pub fn show_people(&mut self, filter: Filter) {
        self.tab = Tab::People;
        self.people.look_for(filter);
    }
}

/// What the report shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The table of items.
    #[default]
    Items,
    /// The people behind its numbers.
    People,
    /// What ran when.
    OverTime,
    /// How much falls on whom at which hour.
    Load,
    /// A kept run beside the one that is shown.
    Compare,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Tab; 5] = [Tab::Items, Tab::People, Tab::OverTime, Tab::Load, Tab::Compare];

    /// What people call it.
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
