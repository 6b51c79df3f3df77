//! The campaign: the whole document.

use crate::calendar::timer::{DayCount, FieldTimersRead, LeapDay};

use super::directory::Directory;
use super::ids::{ItemRef, SequenceId};
use super::item::Item;
use super::rehearsal::{Rehearsal, RehearsedScope};
use super::scope::Scope;
use super::sequence::Sequence;

/// A campaign: sequences that share a directory, a time zone and rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Campaign {
    /// The name that is shown.
    pub name: String,
    /// A description for the user.
    pub description: String,
    /// The IANA name of the campaign's time zone.
    pub time_zone: String,
    /// The rules that a campaign may choose.
    pub rules: Rules,
    /// The users, tags, stages and so on that items can name.
    pub directory: Directory,
    /// The sequences; at least one, with unique names.
    pub sequences: Vec<Sequence>,
    /// The saved rehearsals, in the order of the file.
    pub rehearsals: Vec<Rehearsal>,
}

/// The rules of `rules.md` that a campaign may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// How delay timers count days (`rules.md` §4).
    pub day_count: DayCount,
    /// When field timers read their field (`rules.md` §5).
    pub field_timers_read: FieldTimersRead,
    /// The date of 29 February in a common year (`rules.md` §2).
    pub leap_day: LeapDay,
}

impl Campaign {
    /// A campaign without a name, for a run that isn't saved. The caller adds its sequences.
    pub fn unnamed(time_zone: &str, rules: Rules, directory: Directory) -> Self {
        Self {
            name: String::new(),
            description: String::new(),
            time_zone: time_zone.to_owned(),
            rules,
            directory,
            sequences: Vec::new(),
            rehearsals: Vec::new(),
        }
    }

    /// The sequence with this id.
    pub fn sequence(&self, id: SequenceId) -> Option<&Sequence> {
        self.sequences.iter().find(|sequence| sequence.id == id)
    }

    /// The sequence with this id; the first one if there is none.
    pub fn sequence_or_first(&self, id: SequenceId) -> &Sequence {
        self.sequence(id).unwrap_or(&self.sequences[0])
    }

    /// The sequence with this name. Names from files and users are looked up once; after that, the id is used.
    pub fn sequence_named(&self, name: &str) -> Option<&Sequence> {
        self.sequences.iter().find(|sequence| sequence.name == name)
    }

    /// The item of a reference; `None` if it doesn't exist.
    pub fn item(&self, item: ItemRef) -> Option<&Item> {
        self.sequence(item.sequence)?.item(item.item)
    }

    /// The index of a sequence in the list.
    pub fn index_of(&self, id: SequenceId) -> Option<usize> {
        self.sequences.iter().position(|sequence| sequence.id == id)
    }

    /// The target of a rehearsal, from a sequence's name; [`RehearsedScope::UnknownSequence`] if no sequence has this
    /// name.
    pub fn rehearsed(&self, sequence: &str) -> RehearsedScope {
        match self.sequence_named(sequence) {
            Some(sequence) => RehearsedScope::sequence(sequence.id),
            None => RehearsedScope::UnknownSequence(sequence.to_owned()),
        }
    }

    /// The name of the rehearsed sequence; empty if the campaign doesn't have its id.
    pub fn name_of<'a>(&'a self, rehearsed: &'a RehearsedScope) -> &'a str {
        match rehearsed {
            RehearsedScope::Scope(Scope::Sequence(id)) => self.sequence(*id).map_or("", |sequence| &sequence.name),
            RehearsedScope::UnknownSequence(name) => name,
        }
    }

    /// The rehearsals of a sequence, in the order of the file.
    pub fn rehearsals_of(&self, sequence: SequenceId) -> impl Iterator<Item = &Rehearsal> {
        self.rehearsals.iter().filter(move |rehearsal| rehearsal.sequence() == Some(sequence))
    }

    /// The rehearsal with this name.
    pub fn rehearsal(&self, name: &str) -> Option<&Rehearsal> {
        self.rehearsals.iter().find(|rehearsal| rehearsal.name == name)
    }
}
