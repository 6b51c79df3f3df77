//! The user to assign something to: a fixed user, the next member of a round robin, or the contact's owner.

use serde::{Deserialize, Serialize};

/// The user who gets a task, a contact or an opportunity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assign {
    /// The user with this id.
    User(String),
    /// The next member of the round robin with this id.
    RoundRobin(String),
    /// The owner of the contact.
    Owner,
}

/// The users that a setting allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignees {
    /// Whether the contact's owner is allowed.
    pub owner: bool,
    /// Whether only sales reps are allowed.
    pub sales_reps: bool,
}
