//! The users that round robins gave to contacts as owners.
//!
//! A round robin chooses only when the visits of all contacts are known. An email to the owner's address may depend on
//! its choice (`rules.md` §6: an address that is empty once merged). Then the contacts are moved twice: see
//! [`run`](super::settle::run).

use rustc_hash::FxHashMap;

use super::plan::Rank;

/// The users that the items of a run gave one contact as owners.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenOwners {
    /// The rank of each item, with the id of the user.
    users: Vec<(Rank, String)>,
}

impl GivenOwners {
    /// The user that the item at a rank gave; `None` if it isn't known.
    pub fn get(&self, rank: Rank) -> Option<&str> {
        self.users.iter().find(|(given, _)| *given == rank).map(|(_, user)| user.as_str())
    }
}

/// The owners that the items of a run gave, by contact.
#[derive(Clone, Debug, Default)]
pub struct OwnersByContact {
    contacts: FxHashMap<u64, GivenOwners>,
}

impl OwnersByContact {
    /// Adds the user that the item at a rank gave the contact at a position in the list.
    pub fn add(&mut self, place: u64, rank: Rank, user: &str) {
        self.contacts.entry(place).or_default().users.push((rank, user.to_owned()));
    }

    /// The owners given to the contact at a position in the list.
    pub fn of(&self, place: u64) -> GivenOwners {
        self.contacts.get(&place).cloned().unwrap_or_default()
    }
}
