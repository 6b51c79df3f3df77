//! What Rehearse mode keeps between frames.

use lucide_icons::Icon;

use super::{agenda, people, story};

/// What the right side shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The list of contacts.
    #[default]
    People,
    /// The contact that is followed.
    Story,
    /// What happens next.
    Agenda,
}

impl Tab {
    /// All of them, in order.
    pub(super) const ALL: [(Tab, Icon, &'static str); 3] = [
        (Tab::People, Icon::Users, "People"),
        (Tab::Story, Icon::Route, "Story"),
        (Tab::Agenda, Icon::ListTodo, "Agenda"),
    ];
}

/// What the right side keeps between frames.
#[derive(Debug, Default)]
pub struct State {
    /// What it shows.
    pub tab: Tab,
    /// Whether it lies over the canvas in a narrow window.
    pub is_open: bool,
    /// Who was followed in the last frame.
    pub(super) followed: Option<u64>,
    /// Since when the run that is shown is not that of the campaign, in egui's seconds.
    pub(super) behind_since: Option<f64>,
    pub(super) people: people::People,
    pub(super) story: story::Story,
    pub(super) agenda: agenda::List,
}
