//! Edits: everything that the user can change, as values. Every edit has a label, and one place applies it.
//!
//! Panels make [`Edit`]s, [`History`](super::history::History) applies them. An edit that can't be applied is
//! [`Refused`] with a sentence, and changes nothing.

pub(super) mod canvas;
pub mod directory;
pub mod rehearsals;
pub mod rename;
mod sequences;

use rustc_hash::FxHashSet;

use super::directory::{CustomField, Product, RoundRobin, User};
use super::document::{Campaign, Rules};
use super::fragment::Fragment;
use super::ids::SequenceId;
use super::item::{Item, Position};
use super::rehearsal::Rehearsal;
use super::selection::Selection;
use super::sequence::{Frame, LinkFault, Note};
use super::tidy::Tidied;

pub use super::directory::List;

/// A change to a campaign.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Rename the campaign.
    RenameCampaign(String),
    /// Change the description.
    Describe(String),
    /// Change the time zone, by its IANA name.
    SetTimeZone(String),
    /// Change the rules.
    SetRules(Rules),
    /// Change the directory.
    Directory(DirectoryEdit),
    /// Change the list of sequences.
    Sequences(SequencesEdit),
    /// Change the list of rehearsals.
    Rehearsals(RehearsalsEdit),
    /// A change on the canvas of this sequence.
    Canvas(SequenceId, CanvasEdit),
    /// Several edits as one step, with this label.
    Together(String, Vec<Edit>),
}

/// Change the list of sequences.
#[derive(Clone, Debug, PartialEq)]
pub enum SequencesEdit {
    /// Add a sequence with a Start, at the end.
    Add(String),
    /// A copy of this one, right after it, and of its rehearsals.
    Duplicate(SequenceId),
    /// Another name for this one.
    Rename(SequenceId, String),
    /// This one to another index in the list.
    Move(SequenceId, usize),
    /// Away with this one and its rehearsals; the last one stays.
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
    /// Move the one at the first index to the second.
    Move(usize, usize),
    /// Remove the rehearsal at this index.
    Remove(usize),
}

/// Change the directory.
#[derive(Clone, Debug, PartialEq)]
pub enum DirectoryEdit {
    /// Add an entry, at the end of its list.
    Add(Entry),
    /// Replace the entry at this index; everything that names it follows.
    Change(usize, Entry),
    /// Remove the entry at this index. What names it keeps the name, which becomes a finding.
    Remove(List, usize),
    /// Move an entry from one index to another.
    Move(List, usize, usize),
    /// Set whether there is a CustomerHub licence.
    CustomerHub(bool),
}

/// An entry of the directory.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Entry {
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
    /// Change settings, name, Ready mark or position of the item with the same id.
    SetItem(Item),
    /// Change text, size, position or colour of the note with the same id.
    SetNote(Note),
    /// Change title, size, position or colour of the frame with the same id.
    SetFrame(Frame),
    /// Move items, notes and frames, by id.
    Move(Vec<(u64, Position)>),
    /// Apply positions and frame sizes from [`tidy`](super::tidy::tidy).
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
    /// As `Remove`, with the label of cutting.
    Cut(Vec<u64>),
}

/// How a new item is linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insertion {
    /// Without a link.
    Loose,
    /// After the item with this id.
    After(u64),
    /// Before the item with this id, taking over its incoming link.
    Before(u64),
    /// In the middle of the link at this index.
    OnLink(usize),
}

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
    /// What the edit is about doesn't exist any more.
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

impl Edit {
    /// Applies the edit. Returns the selection after it, or `None` if it stays.
    ///
    /// `given` are ids of sequences that undo can bring back: a new sequence gets none of them.
    ///
    /// # Errors
    /// If it can't be applied. The campaign may then be partly changed, so use a copy.
    pub(super) fn apply(
        &self,
        campaign: &mut Campaign,
        given: &FxHashSet<SequenceId>,
    ) -> Result<Option<Selection>, Refused> {
        match self {
            Edit::RenameCampaign(name) => campaign.name.clone_from(name),
            Edit::Describe(text) => campaign.description.clone_from(text),
            Edit::SetTimeZone(zone) => campaign.time_zone.clone_from(zone),
            Edit::SetRules(rules) => campaign.rules = *rules,
            Edit::Directory(edit) => directory::apply(edit, campaign)?,
            Edit::Sequences(edit) => return sequences::apply(edit, campaign, given).map(Some),
            Edit::Rehearsals(edit) => rehearsals::apply(edit, campaign)?,
            Edit::Canvas(sequence, edit) => return canvas::apply(edit, *sequence, campaign),
            Edit::Together(_, edits) => {
                let mut selection = None;
                for edit in edits {
                    selection = edit.apply(campaign, given)?.or(selection);
                }
                return Ok(selection);
            }
        }
        Ok(None)
    }

    /// Whether it gives an id to a new sequence.
    pub(super) fn adds_sequence(&self) -> bool {
        match self {
            Edit::Sequences(SequencesEdit::Add(_) | SequencesEdit::Duplicate(_)) => true,
            Edit::Together(_, edits) => edits.iter().any(Edit::adds_sequence),
            Edit::Sequences(SequencesEdit::Rename(..) | SequencesEdit::Move(..) | SequencesEdit::Remove(_))
            | Edit::RenameCampaign(_)
            | Edit::Describe(_)
            | Edit::SetTimeZone(_)
            | Edit::SetRules(_)
            | Edit::Directory(_)
            | Edit::Rehearsals(_)
            | Edit::Canvas(..) => false,
        }
    }

    /// The label of the edit: “Move 3 items”.
    pub fn label(&self, campaign: &Campaign) -> String {
        match self {
            Edit::RenameCampaign(_) => "Rename campaign".to_owned(),
            Edit::Describe(_) => "Describe campaign".to_owned(),
            Edit::SetTimeZone(_) => "Set time zone".to_owned(),
            Edit::SetRules(rules) => rules_label(campaign.rules, *rules).to_owned(),
            Edit::Directory(edit) => edit.label(campaign),
            Edit::Sequences(edit) => edit.label().to_owned(),
            Edit::Rehearsals(edit) => edit.label(campaign),
            Edit::Canvas(sequence, edit) => canvas::label(edit, campaign.sequence(*sequence)),
            Edit::Together(label, _) => label.clone(),
        }
    }
}

fn rules_label(was: Rules, now: Rules) -> &'static str {
    if was.day_count != now.day_count {
        "Set how days are counted"
    } else if was.field_timers_read != now.field_timers_read {
        "Set when field timers read"
    } else {
        "Set the leap day rule"
    }
}

impl SequencesEdit {
    fn label(&self) -> &'static str {
        match self {
            SequencesEdit::Add(_) => "Add sequence",
            SequencesEdit::Duplicate(_) => "Duplicate sequence",
            SequencesEdit::Rename(..) => "Rename sequence",
            SequencesEdit::Move(..) => "Move sequence",
            SequencesEdit::Remove(_) => "Delete sequence",
        }
    }
}
