//! Who is given something: a user, the next member of a round robin, the contact's owner.

use serde::{Deserialize, Serialize};

/// Who gets a task, a contact or an opportunity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assign {
    /// A user of the directory.
    User(String),
    /// The next member of a round robin.
    RoundRobin(String),
    /// The contact's owner.
    Owner,
}

/// Who may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignees {
    /// Whether the contact's owner may.
    pub owner: bool,
    /// Whether a user has to be a sales rep.
    pub sales_reps: bool,
}
