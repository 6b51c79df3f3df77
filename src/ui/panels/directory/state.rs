//! The state of the directory.

use crate::campaign::directory::List;

/// What the directory keeps between frames.
#[derive(Clone, Copy, Debug)]
pub struct DirectoryState {
    /// The part that is shown.
    pub part: DirectoryPart,
}

impl Default for DirectoryState {
    fn default() -> Self {
        Self { part: DirectoryPart::ALL[0] }
    }
}

/// A part of the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectoryPart {
    /// A list of things that items can name.
    Entries(List),
    /// The campaign's name, description and zone.
    Campaign,
    /// The rules of the campaign.
    Rules,
}

impl DirectoryPart {
    /// All parts, in the order shown.
    pub const ALL: [DirectoryPart; 9] = [
        DirectoryPart::Entries(List::Users),
        DirectoryPart::Entries(List::RoundRobins),
        DirectoryPart::Entries(List::Stages),
        DirectoryPart::Entries(List::Tags),
        DirectoryPart::Entries(List::Products),
        DirectoryPart::Entries(List::ActionSets),
        DirectoryPart::Entries(List::Fields),
        DirectoryPart::Campaign,
        DirectoryPart::Rules,
    ];

    /// The name that is shown.
    pub fn label(self) -> &'static str {
        match self {
            DirectoryPart::Entries(List::Users) => "Users",
            DirectoryPart::Entries(List::RoundRobins) => "Round robins",
            DirectoryPart::Entries(List::Stages) => "Sales stages",
            DirectoryPart::Entries(List::Tags) => "Tags",
            DirectoryPart::Entries(List::Products) => "Products",
            DirectoryPart::Entries(List::ActionSets) => "Action sets",
            DirectoryPart::Entries(List::Fields) => "Custom fields",
            DirectoryPart::Campaign => "Campaign",
            DirectoryPart::Rules => "Counting days",
        }
    }
}
