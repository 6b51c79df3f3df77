//! The fixes of findings, as plain data. `workbench` turns them into edits.

use crate::calendar::DateTime;
use crate::calendar::words::long_date;
use crate::campaign::directory::{FieldKind, List};
use crate::campaign::schedule::On;
use crate::campaign::text::thousands;

/// Contacts that are generated for a rehearsal without any.
pub const GENERATED: u64 = 1_000;

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
    /// Add an entry to a list of the directory.
    AddToDirectory {
        /// The list: any but round robins, which need members, and fields, which need a kind.
        list: List,
        /// The name of the new entry.
        name: String,
    },
    /// Add a custom field to the directory.
    AddField {
        /// The key of the field.
        key: String,
        /// The kind of its values.
        kind: FieldKind,
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
    /// Link two items.
    Connect {
        /// The id of the item that the link starts at.
        from: u64,
        /// The id of the item that it ends at.
        to: u64,
        /// The other end, as the button names it: `to “Welcome”`.
        named: String,
    },
    /// Move a date timer's dates to a later year.
    MoveDate {
        /// The id of the item.
        item: u64,
        /// The new date or range of dates.
        on: On,
    },
    /// Add a Start, linked to the item with this id; `None` to link it to nothing.
    AddStart(Option<u64>),
    /// Put a timer of one day before the email or timer with this id.
    PutTimerBefore(u64),
    /// Let the delay timer with this id release contacts on weekdays at 09:00, in their time.
    ReleaseInHours {
        /// The id of the timer.
        timer: u64,
        /// Its name.
        name: String,
    },
    /// Let field timers read their fields when contacts arrive at them.
    ReadFieldsOnArrival,
    /// Make a user a sales rep, by id.
    MakeSalesRep(String),
    /// Add the CustomerHub licence to the directory.
    AddLicense,
    /// Replace the web address of the HTTP post with this id.
    UseAddress {
        /// The id of the item.
        item: u64,
        /// The address.
        url: String,
    },
    /// Release the fulfilment list with this id without a queue.
    UseNoQueue(u64),
    /// Replace a member of a round robin who is no user.
    UseMember {
        /// The id of the round robin.
        robin: String,
        /// The member who is no user.
        unknown: String,
        /// The id of the user closest to it.
        known: String,
    },
    /// Remove the second entry with this name from a list whose entries are only names.
    RemoveSecond {
        /// The list: tags, stages or action sets.
        list: List,
        /// The name.
        name: String,
    },
    /// Remove the entries with blank names from a list whose entries are only names.
    RemoveBlank(List),
    /// Let a rehearsal be of another sequence, by name.
    RehearseSequence {
        /// The name of the rehearsal.
        rehearsal: String,
        /// The name of a sequence of the campaign.
        known: String,
    },
    /// Remove the breakpoints of a rehearsal at an item that doesn't exist.
    RemoveBreakpoint {
        /// The name of the rehearsal.
        rehearsal: String,
        /// The id of the item.
        item: u64,
    },
    /// Let a rehearsal end at this time.
    EndRehearsal {
        /// The name of the rehearsal.
        rehearsal: String,
        /// Its new end.
        until: DateTime,
    },
    /// Generate the contacts of the rehearsal with this name.
    GenerateContacts(String),
}

impl Fix {
    /// The label of the fix's button.
    pub fn label(&self) -> String {
        match self {
            Fix::MarkReady(_) => "Mark ready".to_owned(),
            Fix::RemoveLink(_) => "Remove link".to_owned(),
            Fix::UseKnown { known, .. } => format!("Use `{known}`"),
            Fix::AddToDirectory { list, name } => format!("Create {} `{name}`", list.noun()),
            Fix::AddField { key, kind: FieldKind::Date | FieldKind::DateTime } => format!("Create date field `{key}`"),
            Fix::AddField { key, kind: FieldKind::Number } => format!("Create number field `{key}`"),
            Fix::AddField { key, kind: FieldKind::Text } => format!("Create text field `{key}`"),
            Fix::ReplaceMergeField { known, .. } => format!("Use `{known}`"),
            Fix::KeepTag { tag, .. } => format!("Don't remove `{tag}`"),
            Fix::UseNextOccurrence(_) => "Use the next occurrence".to_owned(),
            Fix::SetTimeZone(name) => format!("Use `{name}`"),
            Fix::Connect { named, .. } => format!("Connect {named}"),
            Fix::MoveDate { on: On::Date(day), .. } => format!("Move to {}", long_date(*day)),
            Fix::MoveDate { on: On::Range(first, last), .. } => {
                format!("Move to {} – {}", long_date(*first), long_date(*last))
            }
            Fix::AddStart(_) => "Add a Start".to_owned(),
            Fix::PutTimerBefore(_) => "Put a timer between".to_owned(),
            Fix::ReleaseInHours { name, .. } => format!("Run “{name}” on weekdays at 09:00"),
            Fix::ReadFieldsOnArrival => "Read fields on arrival".to_owned(),
            Fix::MakeSalesRep(user) => format!("Make `{user}` a sales rep"),
            Fix::AddLicense => "Add the licence".to_owned(),
            Fix::UseAddress { url, .. } => format!("Use `{url}`"),
            Fix::UseNoQueue(_) => "Don't wait".to_owned(),
            Fix::UseMember { known, .. } => format!("Use `{known}`"),
            Fix::RemoveSecond { .. } => "Remove the second".to_owned(),
            Fix::RemoveBlank(_) => "Remove blank names".to_owned(),
            Fix::RehearseSequence { known, .. } => format!("Use “{known}”"),
            Fix::RemoveBreakpoint { .. } => "Remove the breakpoint".to_owned(),
            Fix::EndRehearsal { until, .. } => format!("End it on {}", long_date(until.date())),
            Fix::GenerateContacts(_) => format!("Generate {} contacts", thousands(GENERATED)),
        }
    }
}
