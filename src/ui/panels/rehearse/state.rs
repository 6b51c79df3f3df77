//! What Rehearse mode keeps between frames.

use lucide_icons::Icon;

use super::{agenda, people, story};
use crate::report::people::Filter;

/// The tabs of the right side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RehearseTab {
    /// The list of contacts.
    #[default]
    People,
    /// The story of the followed contact.
    Story,
    /// The agenda: what happens next.
    Agenda,
}

impl RehearseTab {
    /// All tabs, in the order shown, with their icons and names.
    pub(super) const ALL: [(RehearseTab, Icon, &'static str); 3] = [
        (RehearseTab::People, Icon::Users, "Contacts"),
        (RehearseTab::Story, Icon::Route, "Story"),
        (RehearseTab::Agenda, Icon::ListTodo, "Agenda"),
    ];
}

/// What the right side keeps between frames.
#[derive(Debug, Default)]
pub struct RehearseState {
    /// The tab that is shown.
    pub tab: RehearseTab,
    /// Whether the right side is open over the canvas, in a narrow window.
    pub is_open: bool,
    /// The contact that was followed in the last frame.
    pub(super) followed: Option<u64>,
    /// Since when the shown run is older than the campaign, in egui's seconds.
    pub(super) behind_since: Option<f64>,
    pub(super) people: people::RehearsalContactList,
    pub(super) story: story::StoryView,
    pub(super) agenda: agenda::AgendaList,
}

impl RehearseState {
    /// Lists the contacts that match a filter.
    pub fn show_people(&mut self, filter: Filter) {
        (self.tab, self.is_open) = (RehearseTab::People, true);
        self.people.look_for(filter);
    }

    /// Shows the story of the followed contact.
    pub fn show_story(&mut self) {
        (self.tab, self.is_open) = (RehearseTab::Story, true);
    }
}
