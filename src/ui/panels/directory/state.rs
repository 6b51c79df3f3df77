//! The state of the directory.

use crate::campaign::directory::List;

/// What the directory keeps between frames.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// The part that is shown.
    pub part: Part,
}

impl Default for State {
    fn default() -> Self {
        Self { part: Part::ALL[0] }
    }
}

/// A part of the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A list of things that items can name.
    Entries(List),
    /// The campaign's name, description and zone.
    Campaign,
    /// The rules of the campaign.
    Rules,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Part; 9] = [
        Part::Entries(List::Users),
        Part::Entries(List::RoundRobins),
        Part::Entries(List::Stages),
        Part::Entries(List::Tags),
        Part::Entries(List::Products),
        Part::Entries(List::ActionSets),
        Part::Entries(List::Fields),
        Part::Campaign,
        Part::Rules,
    ];

    /// The name that is shown.
    pub fn label(self) -> &'static str {
        match self {
            Part::Entries(List::Users) => "Users",
            Part::Entries(List::RoundRobins) => "Round robins",
            Part::Entries(List::Stages) => "Sales stages",
            Part::Entries(List::Tags) => "Tags",
            Part::Entries(List::Products) => "Products",
            Part::Entries(List::ActionSets) => "Action sets",
            Part::Entries(List::Fields) => "Custom fields",
            Part::Campaign => "Campaign",
            Part::Rules => "Rules",
        }
    }
}
