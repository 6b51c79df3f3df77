//! A finding, as plain data: where, what, what to do, and how to mend it.

use crate::campaign::directory::List;
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::schedule::On;

use super::codes::{Code, Severity};

/// Something wrong or odd in a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule it comes from.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The sequence it is about; `None` where it is about the whole campaign.
    pub sequence: Option<SequenceId>,
    /// What it is about.
    pub place: Place,
    /// One sentence; items stand in it by name and id.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The change that mends it, where one is obvious.
    pub fix: Option<Fix>,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The campaign itself.
    Campaign,
    /// An entry of the directory.
    Directory {
        /// The list: `tag`, `user`, `round robin`, `stage`, `product`, `action set`, `custom field`.
        what: &'static str,
        /// The entry's id or name.
        name: String,
    },
    /// The rehearsal of this name.
    Rehearsal(String),
    /// The list of contacts.
    Contacts,
    /// The sequence as a whole.
    Sequence,
    /// The item of this id.
    Item(u64),
    /// A link.
    Link {
        /// The id it starts at.
        from: u64,
        /// The id it ends at.
        to: u64,
        /// Its place among the sequence's links.
        index: usize,
    },
    /// The note of this id.
    Note(u64),
}

/// A change that mends a finding, in the finding's sequence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fix {
    /// Set the Ready mark of the item of this id.
    MarkReady(u64),
    /// Remove the link at this place among the sequence's links.
    RemoveLink(usize),
    /// Name something known in place of something unknown in the settings of an item.
    UseKnown {
        /// The item's id.
        item: u64,
        /// The list that it names an entry of.
        list: List,
        /// The name that is not known.
        unknown: String,
        /// The known name closest to it.
        known: String,
    },
    /// Add an entry to a list of the directory that holds nothing but names.
    AddToDirectory {
        /// The list: tags, stages or action sets.
        list: List,
        /// Its name.
        name: String,
    },
    /// Replace a merge field in the texts of an item; both with their tildes.
    ReplaceMergeField {
        /// The item's id.
        item: u64,
        /// As it was typed.
        typed: String,
        /// The known merge field closest to it.
        known: String,
    },
    /// Take the tag out of the item's list of tags to remove.
    KeepTag {
        /// The item's id.
        item: u64,
        /// The tag.
        tag: String,
    },
    /// Let the field timer of this id wait for the next occurrence.
    UseNextOccurrence(u64),
    /// Give the campaign this time zone.
    SetTimeZone(String),
    /// Link the item of the first id to the one of the second.
    Connect(u64, u64),
    /// Give a date timer the same dates in a year that lies ahead.
    MoveDate {
        /// The item's id.
        item: u64,
        /// The new date or dates.
        on: On,
    },
}

impl Finding {
    /// A finding with its code's severity and advice, without a fix.
    pub fn new(code: Code, sequence: Option<SequenceId>, place: Place, message: impl Into<String>) -> Self {
        let info = code.info();
        Self {
            code,
            severity: info.severity,
            sequence,
            place,
            message: message.into(),
            help: info.help.to_owned(),
            fix: None,
        }
    }

    /// The same with other advice.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same with a fix.
    pub fn with_fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// The item it is about.
    pub fn item(&self) -> Option<ItemRef> {
        match self.place {
            Place::Item(id) => Some(self.sequence?.item(id)),
            Place::Campaign
            | Place::Directory { .. }
            | Place::Rehearsal(_)
            | Place::Contacts
            | Place::Sequence
            | Place::Link { .. }
            | Place::Note(_) => None,
        }
    }
}

impl Fix {
    /// What it does, as a button would say it.
    pub fn label(&self) -> String {
        match self {
            Fix::MarkReady(_) => "Mark ready".to_owned(),
            Fix::RemoveLink(_) => "Remove link".to_owned(),
            Fix::UseKnown { known, .. } => format!("Use `{known}`"),
            Fix::AddToDirectory { list, name } => format!("Add {} `{name}`", list.noun()),
            Fix::ReplaceMergeField { known, .. } => format!("Use `{known}`"),
            Fix::KeepTag { tag, .. } => format!("Do not remove `{tag}`"),
            Fix::UseNextOccurrence(_) => "Use next occurrence".to_owned(),
            Fix::SetTimeZone(name) => format!("Use `{name}`"),
            Fix::Connect(..) => "Connect".to_owned(),
            Fix::MoveDate { on: On::Date(day), .. } => format!("Use {day}"),
            Fix::MoveDate { on: On::Range(first, last), .. } => format!("Use {first} to {last}"),
        }
    }
}
