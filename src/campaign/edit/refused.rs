//! Why edits are not applied, in sentences.

use crate::campaign::sequence::LinkFault;

/// Why an edit was not applied. Displays as a sentence that says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The link would be left out of every simulation.
    #[error("{}", link_sentence(*.0))]
    Link(LinkFault),
    /// Another entry has this name, id or key.
    #[error("“{0}” exists already: choose another name.")]
    NameTaken(String),
    /// The key of a custom field is a contact column.
    #[error("“{0}” is a column of every contact: choose another key.")]
    KeyIsColumn(String),
    /// The key of a custom field can't be used in a merge field.
    #[error("A key has no ~ in it: a merge field would end there.")]
    KeyHasTilde,
    /// The id, key or name is empty.
    #[error("A name is needed.")]
    NameNeeded,
    /// The only sequence can't be removed.
    #[error("A campaign has at least one sequence.")]
    LastSequence,
    /// The sequence of a rehearsal doesn't exist.
    #[error("There is no sequence “{0}”.")]
    NoSuchSequence(String),
    /// The item of a breakpoint doesn't exist.
    #[error("There is no item {0} in this sequence.")]
    NoSuchItem(u64),
    /// There are no free ids left.
    #[error("This sequence has given its last id: put new items into another sequence.")]
    NoIdsLeft,
    /// The thing to change doesn't exist.
    #[error("It is not there any more.")]
    Gone,
}

fn link_sentence(fault: LinkFault) -> &'static str {
    match fault {
        LinkFault::FromNowhere | LinkFault::ToNowhere => "A link leads from one item to another.",
        LinkFault::IntoStart => "A Start has nothing before it: link from it instead.",
        LinkFault::SecondIncoming => {
            "This item has an incoming link already: remove that one first, or copy the item for the other track."
        }
        LinkFault::Loop => "That would close a loop: nobody passes an item twice.",
    }
}
