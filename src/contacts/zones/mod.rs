//! Time zones as people and programs write them (files-and-commands.md, *Contacts file*).
//!
//! [`zone_of`] reads one cell. Words that several places use are read with the contact's country and region. What isn't
//! plain stays unknown: the campaign's zone then holds, and the cell is listed.

mod clocks;
mod iana;
mod note;
mod offset;
mod places;
mod read;
mod reading;
mod tables;

pub use note::{ZoneGround, ZoneNote};
pub use places::{Place, is_country, is_region, names_a_place};
pub use reading::ZoneReading;

/// The time zone in a cell, for a contact at a place.
///
/// A name after an offset counts more than the offset, since an offset doesn't say when clocks change.
pub fn zone_of(cell: &str, place: Place<'_>) -> ZoneReading {
    read::read_cell(cell, place)
}

#[cfg(test)]
mod tests;
