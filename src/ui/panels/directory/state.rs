//! Which part of the directory is seen.

use crate::campaign::edit::List;

/// What the directory keeps between frames.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// The part that is seen.
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
    /// A list of what items may name.
    Entries(List),
    /// Name, description and zone.
    Campaign,
    /// How days are counted and fields are read.
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

    /// What people call it.
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
