//! The edits of each part of a campaign, as values.

use crate::campaign::directory::{CustomField, List, Product, RoundRobin, User};
use crate::campaign::fragment::Fragment;
use crate::campaign::ids::SequenceId;
use crate::campaign::item::{Item, Position};
use crate::campaign::rehearsal::Rehearsal;
use crate::campaign::sequence::{Frame, Note};
use crate::campaign::tidy::Tidied;

/// Change the list of sequences.
#[derive(Clone, Debug, PartialEq)]
pub enum SequencesEdit {
    /// Add a sequence with a Start, at the end.
    Add(String),
    /// Copy this sequence and its rehearsals. The copied sequence comes right after it.
    Duplicate(SequenceId),
    /// Rename this sequence.
    Rename(SequenceId, String),
    /// Move this sequence to another index in the list.
    Move(SequenceId, usize),
    /// Remove this sequence and its rehearsals. The last sequence can't be removed.
    Remove(SequenceId),
}

/// Change the list of rehearsals.
#[derive(Clone, Debug, PartialEq)]
pub enum RehearsalsEdit {
    /// Add a rehearsal, at the end.
    Add(Rehearsal),
    /// Copy the rehearsal at this index; the copy comes right after it.
    Duplicate(usize),
    /// Rename the rehearsal at this index.
    Rename(usize, String),
    /// Change contacts, times or breakpoints of the rehearsal at this index.
    Change(usize, Rehearsal),
    /// Move the rehearsal at the first index to the second index.
    Move(usize, usize),
    /// Remove the rehearsal at this index.
    Remove(usize),
}

/// A change to one entry of the directory.
#[derive(Clone, Debug, PartialEq)]
pub enum DirectoryEdit {
    /// Add an entry, at the end of its list.
    Add(DirectoryEntry),
    /// Replace the entry at this index. If its name changes, it is renamed everywhere.
    Change(usize, DirectoryEntry),
    /// Remove the entry at this index. Items and rehearsals keep its name, which becomes a finding.
    Remove(List, usize),
    /// Move an entry from one index to another.
    Move(List, usize, usize),
    /// Set whether there is a CustomerHub licence.
    CustomerHub(bool),
}

/// An entry of the directory.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum DirectoryEntry {
    User(User),
    RoundRobin(RoundRobin),
    Stage(String),
    Tag(String),
    Product(Product),
    ActionSet(String),
    Field(CustomField),
}

/// A change on one canvas.
#[derive(Clone, Debug, PartialEq)]
pub enum CanvasEdit {
    /// Add an item, linked as given. The sequence chooses its id.
    Place(Item, Insertion),
    /// Add copies of a fragment's contents, with new ids.
    Paste(Fragment),
    /// Add a note. The sequence chooses its id.
    PlaceNote(Note),
    /// Add a frame. The sequence chooses its id.
    PlaceFrame(Frame),
    /// Change settings, name, Ready mark or position of the item with the same id. Its name follows its subject or title
    /// unless the user has given one.
    SetItem(Item),
    /// As `SetItem`, for an item whose name was typed and so doesn't follow its subject.
    SetNamedItem(Item),
    /// Change text, size, position or colour of the note with the same id.
    SetNote(Note),
    /// Change title, size, position or colour of the frame with the same id.
    SetFrame(Frame),
    /// Move items, notes and frames, by id.
    Move(Vec<(u64, Position)>),
    /// Apply positions and frame sizes from [`tidy`](crate::campaign::tidy::tidy).
    Tidy(Tidied),
    /// Link the first item to the second.
    Connect(u64, u64),
    /// Remove the link at this index among the sequence's links.
    Disconnect(usize),
    /// Change the link at this index to lead from the first item to the second.
    Reconnect(usize, u64, u64),
    /// Set the Ready mark of these items.
    MarkReady(Vec<u64>, bool),
    /// Remove the items, notes and frames with these ids. The neighbours of an item are linked, and its breakpoints
    /// removed.
    Remove(Vec<u64>),
    /// The same as `Remove`, with the label of cutting.
    Cut(Vec<u64>),
}

/// How a new item is linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insertion {
    /// Add the item without linking it.
    Loose,
    /// After the item with this id.
    After(u64),
    /// Before the item with this id, taking over its incoming link.
    Before(u64),
    /// In the middle of the link at this index.
    OnLink(usize),
}
