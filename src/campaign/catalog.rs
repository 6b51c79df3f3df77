//! The objects that the user can put on a canvas, by group of the palette.

use super::kinds::{DESCRIPTIONS, Description, Family, Kind};

/// All objects, in the order of the palette.
pub static OFFERS: &[&Description<Kind>] = DESCRIPTIONS;

/// A group of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Group {
    Timers,
    Communications,
    Processes,
}

impl Group {
    /// The group that shows the objects of a family.
    pub fn of(family: Family) -> Self {
        match family {
            Family::Start | Family::Timer => Group::Timers,
            Family::Communication => Group::Communications,
            Family::Process => Group::Processes,
        }
    }

    /// The heading of the group.
    pub fn label(self) -> &'static str {
        match self {
            Group::Timers => "Timers",
            Group::Communications => "Communications",
            Group::Processes => "Processes",
        }
    }
}
