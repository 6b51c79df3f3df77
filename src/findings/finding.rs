//! A finding, as plain data: its place, message, advice and fix.

use crate::campaign::directory::List;
use crate::campaign::ids::{ItemRef, SequenceId};

use super::codes::{Code, Severity};
use super::fix::Fix;
use super::words::{plain, without_ids};

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
    /// Another fix, which is less likely to be meant.
    pub other_fix: Option<Fix>,
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
            other_fix: None,
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

    /// The message for people who read no files and no terminal: without the ids of items, and without code marks.
    pub fn sentence(&self) -> String {
        plain(&without_ids(&self.message))
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
