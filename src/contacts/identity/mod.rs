//! Who a contact is: addresses, tags and postal addresses in cells (files-and-commands.md, *Contacts file*).

mod address;
mod postal;
mod separator;
mod tags;

pub use address::{AddressNote, Addresses, addresses_of, is_address, key_of};
pub use postal::{AddressParts, address_parts};
pub use separator::{TagSurvey, TagVerdict};
pub use tags::{TAG_SEPARATORS, tags_of};

#[cfg(test)]
mod tests;
