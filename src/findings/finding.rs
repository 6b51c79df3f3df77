//! A finding, as plain data: its place, message, advice and fix.

use crate::campaign::directory::List;
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::schedule::On;

use super::codes::{Code, Severity};

/// A problem in a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The code of the rule it comes from.
    pub code: Code,
    /// The severity of the finding.
    pub severity: Severity,
    /// The sequence it is about; `None` if it is about the whole campaign.
    pub sequence: Option<SequenceId>,
    /// The place that it is about.
    pub place: FindingPlace,
    /// One sentence, which names items with name and id.
    pub message: String,
    /// One sentence that says how to fix the problem.
    pub help: String,
    /// The fix, if there is an obvious one.
    pub fix: Option<Fix>,
}

/// The place that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FindingPlace {
    /// The settings of the campaign, such as its time zone.
    Campaign,
    /// An entry of the directory.
    Directory {
        /// The list.
        list: List,
        /// The id or name of the entry.
        name: String,
    },
    /// The rehearsal with this name.
    Rehearsal(String),
    /// The list of contacts.
    Contacts,
    /// The sequence as a whole.
    Sequence,
    /// The item with this id.
    Item(u64),
    /// A link between two items.
    Link {
        /// The id of the item it starts at.
        from: u64,
        /// The id of the item it ends at.
        to: u64,
        /// Its index among the sequence's links.
        index: usize,
    },
    /// The note with this id.
    Note(u64),
}

/// A change that fixes a finding, in the finding's sequence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fix {
    /// Set the Ready mark of the item with this id.
    MarkReady(u64),
    /// Remove the link at this index among the sequence's links.
    RemoveLink(usize),
    /// Replace an unknown name in the settings of an item by a known one.
    UseKnown {
        /// The id of the item.
        item: u64,
        /// The list of the directory that has the known name.
        list: List,
        /// The name in the settings that the directory doesn't have.
        unknown: String,
        /// The known name closest to it.
        known: String,
    },
    /// Add an entry to a list of the directory whose entries are only names.
    AddToDirectory {
        /// The list: tags, stages or action sets.
        list: List,
        /// The name of the new entry.
        name: String,
    },
    /// Replace a merge field in the texts of an item; both with their tildes.
    ReplaceMergeField {
        /// The id of the item.
        item: u64,
        /// The merge field as typed.
        typed: String,
        /// The known merge field closest to it.
        known: String,
    },
    /// Remove the tag from the item's list of tags to remove.
    KeepTag {
        /// The id of the item.
        item: u64,
        /// The name of the tag.
        tag: String,
    },
    /// Set the field timer with this id to the next occurrence.
    UseNextOccurrence(u64),
    /// Set the campaign's time zone to this one.
    SetTimeZone(String),
    /// Link the item with the first id to the item with the second id.
    Connect(u64, u64),
    /// Move a date timer's dates to a later year.
    MoveDate {
        /// The id of the item.
        item: u64,
        /// The new date or range of dates.
        on: On,
    },
}

impl Finding {
    /// A finding with its code's severity and advice, without a fix.
    pub fn new(code: Code, sequence: Option<SequenceId>, place: FindingPlace, message: impl Into<String>) -> Self {
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

    /// The same finding with other advice.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same finding with a fix.
    pub fn with_fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// The item it is about.
    pub fn item(&self) -> Option<ItemRef> {
        match self.place {
            FindingPlace::Item(id) => Some(self.sequence?.item(id)),
            FindingPlace::Campaign
            | FindingPlace::Directory { .. }
            | FindingPlace::Rehearsal(_)
            | FindingPlace::Contacts
            | FindingPlace::Sequence
            | FindingPlace::Link { .. }
            | FindingPlace::Note(_) => None,
        }
    }
}

impl Fix {
    /// The label of the fix's button.
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
