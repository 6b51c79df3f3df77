//! What a person can change, as values: every edit has a label and is applied in one place.
//!
//! Panels make [`Edit`]s, [`History`](super::history::History) applies them. An edit that can't be
//! done is [`Refused`] with a sentence and changes nothing.

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
    /// Another name for the campaign.
    RenameCampaign(String),
    /// Another description.
    Describe(String),
    /// Another time zone, by its IANA name.
    SetTimeZone(String),
    /// Other rules.
    SetRules(Rules),
    /// A change to the directory.
    Directory(DirectoryEdit),
    /// A change to the list of sequences.
    Sequences(SequencesEdit),
    /// A change to the list of rehearsals.
    Rehearsals(RehearsalsEdit),
    /// A change on the canvas of this sequence.
    Canvas(SequenceId, CanvasEdit),
    /// Several, as one step, under this name.
    Together(String, Vec<Edit>),
}

/// A change to the list of sequences.
#[derive(Clone, Debug, PartialEq)]
pub enum SequencesEdit {
    /// A new sequence that holds a Start, after all others.
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

/// A change to the list of rehearsals.
#[derive(Clone, Debug, PartialEq)]
pub enum RehearsalsEdit {
    /// A new rehearsal, after all others.
    Add(Rehearsal),
    /// A copy of the one at this place, right after it.
    Duplicate(usize),
    /// Another name for the one at this place.
    Rename(usize, String),
    /// Other people, times or breakpoints for the one at this place.
    Change(usize, Rehearsal),
    /// From one place to another.
    Move(usize, usize),
    /// Away with the one at this place.
    Remove(usize),
}

/// A change to the directory.
#[derive(Clone, Debug, PartialEq)]
pub enum DirectoryEdit {
    /// A new entry, at the end of its list.
    Add(Entry),
    /// Another entry in the place of one; what names it follows.
    Change(usize, Entry),
    /// Away with an entry; what names it keeps the name and says so in a finding.
    Remove(List, usize),
    /// An entry from one place to another.
    Move(List, usize, usize),
    /// Whether there is a CustomerHub licence.
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
    /// A new item (its id is given by the sequence), linked as told.
    Place(Item, Insertion),
    /// Copies of a fragment, under new ids, as they stand in it.
    Paste(Fragment),
    /// A new note (its id is given by the sequence).
    PlaceNote(Note),
    /// A new frame (its id is given by the sequence).
    PlaceFrame(Frame),
    /// Other settings, name, mark or position for the item of the same id.
    SetItem(Item),
    /// Another text, size, place or colour for the note of the same id.
    SetNote(Note),
    /// Another title, size, place or colour for the frame of the same id.
    SetFrame(Frame),
    /// New positions of items, notes and frames, by id.
    Move(Vec<(u64, Position)>),
    /// New positions, and sizes of frames, found by [`tidy`](super::tidy::tidy).
    Tidy(Tidied),
    /// A link from the first item to the second.
    Connect(u64, u64),
    /// Away with the link at this place among the sequence's links.
    Disconnect(usize),
    /// The link at this place leads from the first item to the second instead.
    Reconnect(usize, u64, u64),
    /// The Ready mark of these items.
    MarkReady(Vec<u64>, bool),
    /// Away with items, notes and frames of these ids; the neighbours of an item are joined, breakpoints at it go.
    Remove(Vec<u64>),
    /// The same, named as cutting.
    Cut(Vec<u64>),
}

/// How a new item is linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insertion {
    /// Not at all.
    Loose,
    /// Behind the item of this id.
    After(u64),
    /// Before the item of this id, taking over its incoming link.
    Before(u64),
    /// Between the two ends of the link at this place.
    OnLink(usize),
}

/// Why an edit was not done; its text says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A link that would be left out of every simulation.
    #[error("{}", link_sentence(*.0))]
    Link(LinkFault),
    /// A name, id or key that another entry has.
    #[error("“{0}” exists already: choose another name.")]
    NameTaken(String),
    /// A custom field's key that is a contact column.
    #[error("“{0}” is a column of every contact: choose another key.")]
    KeyIsColumn(String),
    /// A custom field's key that no merge field could hold.
    #[error("A key has no ~ in it: a merge field would end there.")]
    KeyHasTilde,
    /// An id, key or name that is empty.
    #[error("A name is needed.")]
    NameNeeded,
    /// The only sequence.
    #[error("A campaign has at least one sequence.")]
    LastSequence,
    /// A rehearsal of a sequence that is not there.
    #[error("There is no sequence “{0}”.")]
    NoSuchSequence(String),
    /// A breakpoint at an item that is not there.
    #[error("There is no item {0} in this sequence.")]
    NoSuchItem(u64),
    /// Every id is given.
    #[error("This sequence has given its last id: put new items into another sequence.")]
    NoIdsLeft,
    /// What it was about is not there any more.
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
    /// Applies it. Returns what a person would have selected afterwards, or `None` if the selection stays.
    ///
    /// `given` are ids of sequences that undo can bring back: a new sequence gets none of them.
    ///
    /// # Errors
    /// If it can't be done; the campaign may then be half changed, so work on a copy.
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

    /// What a person would call it: “Move 3 items”.
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
