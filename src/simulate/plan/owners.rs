//! Which users have a name and an address, for emails to an address that is the owner's.

use rustc_hash::FxHashMap;

use crate::campaign::directory::{Directory, User};

/// A text of a contact's owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum OwnerText {
    Name,
    Email,
}

/// Which users have a name and which have an address. Empty if no email goes to an owner's.
#[derive(Clone, Debug, Default)]
pub struct OwnerTexts {
    /// By the id of the user: whether there is a name, and an address.
    users: FxHashMap<String, (bool, bool)>,
}

impl OwnerTexts {
    /// The texts of all users. Of users with the same id, the first counts.
    pub(super) fn of(directory: &Directory) -> Self {
        let mut users = FxHashMap::default();
        for User { id, name, email, .. } in &directory.users {
            users.entry(id.clone()).or_insert((!name.is_empty(), !email.is_empty()));
        }
        Self { users }
    }

    /// Whether a user has a text; `false` for a user who isn't in the directory.
    pub fn has(&self, user: &str, text: OwnerText) -> bool {
        self.users.get(user).is_some_and(|&(name, email)| match text {
            OwnerText::Name => name,
            OwnerText::Email => email,
        })
    }
}
