//! Why edits are not applied, in sentences.

use crate::campaign::sequence::LinkFault;

/// Why an edit was not applied. Displays as a sentence that says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The link would be left out of every simulation.
    #[error("{}", link_sentence(*.0))]
    Link(LinkFault),
    /// Another entry has this name, id or key.
    #[error("“{0}” already exists. Choose another name.")]
    NameTaken(String),
    /// The key of a custom field is a contact column.
    #[error("Every contact already has a field “{0}”. Choose another key.")]
    KeyIsColumn(String),
    /// The key of a custom field can't be used in a merge field.
    #[error("A key can't contain ~, because a merge field would end there.")]
    KeyHasTilde,
    /// The id, key or name is empty.
    #[error("Type a name.")]
    NameNeeded,
    /// The only sequence can't be removed.
    #[error("A campaign needs at least one sequence.")]
    LastSequence,
    /// The sequence of a rehearsal doesn't exist.
    #[error("There is no sequence “{0}”.")]
    NoSuchSequence(String),
    /// The item of a breakpoint doesn't exist.
    #[error("There is no item {0} in this sequence.")]
    NoSuchItem(u64),
    /// There are no free ids left.
    #[error("No ids are left in this sequence. Add items to another sequence.")]
    NoIdsLeft,
    /// The thing to change doesn't exist.
    #[error("It isn't there any more.")]
    Gone,
}

fn link_sentence(fault: LinkFault) -> &'static str {
    match fault {
        LinkFault::FromNowhere | LinkFault::ToNowhere => "A link goes from one item to another.",
        LinkFault::IntoStart => "Nothing can come before a Start. Draw the link from the Start instead.",
        LinkFault::SecondIncoming => {
            "This item already has an incoming link. Remove that link first, or copy the item for the other track."
        }
        LinkFault::Loop => {
            "Loops aren't possible: a contact never passes an item twice, and an item has one incoming link. To repeat \
             something, copy its items and add them at the end."
        }
    }
}
