//! The compiled action of an item, which the kernel follows at every visit.

use crate::calendar::delay::DelayPlan;
use crate::calendar::span::FieldDate;
use crate::calendar::timer::{DateTimer, FieldTimer, ZoneChoice};
use crate::campaign::fields::Field;
use crate::campaign::kinds::OverwriteMode;
use crate::simulate::outcome::Reason;

use super::owners::OwnerText;

/// What an item does with a contact that arrives.
#[derive(Clone, Debug)]
pub enum ItemAction {
    /// Lets the contact continue immediately.
    Start,
    /// Holds the contact for the rest of the run (`rules.md` §3.4).
    Hold,
    /// Releases the contact when a delay timer is due.
    Delay(Box<DelayPlan>, ZoneChoice),
    /// Releases the contact when a date timer is due.
    Date(DateTimer, ZoneChoice),
    /// Releases the contact when a field timer is due.
    Field(FieldTimer, DateSource, ZoneChoice),
    /// The item is skipped for every contact.
    Skip(Reason),
    /// The item is performed, unless something about the contact prevents it.
    Perform(Perform),
}

impl ItemAction {
    /// Whether it is a configured timer, at which contacts wait.
    #[inline]
    pub fn is_timer(&self) -> bool {
        matches!(self, ItemAction::Delay(..) | ItemAction::Date(..) | ItemAction::Field(..))
    }

    /// What the item performs; `None` for a Start, a timer, or an item that is skipped for every contact.
    #[inline]
    pub fn performs(&self) -> Option<&Perform> {
        if let ItemAction::Perform(perform) = self { Some(perform) } else { None }
    }
}

/// Where a date field is read: its slot in the layout, and its index among the set fields.
#[derive(Clone, Copy, Debug)]
pub struct DateSource {
    /// The slot in the layout's dates.
    pub slot: usize,
    /// The index among the plan's set fields, if an item sets it.
    pub set: Option<usize>,
}

/// What a communication or process needs from the contact's record, and what it changes for later items.
#[derive(Clone, Debug)]
pub enum Perform {
    /// Needs nothing, and changes nothing that later items depend on.
    Plain,
    /// Needs an email address that marketing may be sent to.
    EmailContact,
    /// Needs a fixed address that isn't empty: one of these merge fields must have a value.
    EmailAddress(Box<[AddressPart]>),
    /// Needs a value in each of these text slots of the layout; otherwise the item is skipped for this reason.
    Reach(Box<[usize]>, Reason),
    /// Needs a value in a date field.
    Appointment(DateSource),
    /// Writes a field of the contact.
    Set(SetField),
    /// Assigns an owner to the contact.
    Own(Assignee),
    /// Assigns a task or an opportunity to a user.
    Give(AssignedRecord, Assignee),
    /// Needs a CustomerHub licence and an email address.
    CustomerHub(License),
}

/// A merge field of a fixed address that has nothing but merge fields.
#[derive(Clone, Copy, Debug)]
pub enum AddressPart {
    /// A field of the contact: the slot of its value from the contacts list, and its index among the plan's set fields.
    Field(Slot, Option<usize>),
    /// The name or the address of the contact's owner.
    Owner(OwnerText),
}

/// Whether the campaign has a CustomerHub licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum License {
    Held,
    Missing,
}

/// A compiled Set Field Value.
#[derive(Clone, Debug)]
pub struct SetField {
    /// The field that is set.
    pub field: Field,
    /// Its index among the plan's set fields.
    pub set: usize,
    /// The slot of the field's value from the contacts list.
    pub slot: Slot,
    /// What to do with an existing value.
    pub mode: OverwriteMode,
    /// The value that is written.
    pub write: Write,
}

/// A slot of the layout, of texts or of dates.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Slot {
    Text(usize),
    Date(usize),
}

/// What Set Field Value writes.
#[derive(Clone, Debug)]
pub enum Write {
    /// A text or a number.
    Text(String),
    /// A date, or a date with a time of day.
    Date(FieldDate),
    /// The local date when the item runs, in the campaign's zone.
    RunDate,
    /// The local date and minute when the item runs, in the campaign's zone.
    RunMinute,
}

/// Who a record is assigned to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// The user with this id.
    User(String),
    /// A round robin, by its index in [`Plan::round_robins`](super::Plan::round_robins).
    RoundRobin(usize),
    /// A round robin without an eligible member.
    Nobody,
    /// The owner of the contact.
    Owner,
}

/// What is assigned to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum AssignedRecord {
    Owner,
    Opportunity,
    Task,
}

impl AssignedRecord {
    /// All kinds of records that can be assigned.
    pub const ALL: [AssignedRecord; 3] = [AssignedRecord::Owner, AssignedRecord::Opportunity, AssignedRecord::Task];

    /// The record with a word that files use.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|record| record.word() == word)
    }

    /// The word that files use.
    pub const fn word(self) -> &'static str {
        match self {
            AssignedRecord::Owner => "owner",
            AssignedRecord::Opportunity => "opportunity",
            AssignedRecord::Task => "task",
        }
    }
}

impl Perform {
    /// The merge fields of a fixed address that has nothing else.
    pub fn address_parts(&self) -> &[AddressPart] {
        if let Perform::EmailAddress(parts) = self { parts } else { &[] }
    }

    /// What is assigned and to whom; `None` if nothing is assigned.
    pub fn gives(&self) -> Option<(AssignedRecord, &Assignee)> {
        match self {
            Perform::Own(who) => Some((AssignedRecord::Owner, who)),
            Perform::Give(record, who) => Some((*record, who)),
            Perform::Plain
            | Perform::EmailContact
            | Perform::EmailAddress(_)
            | Perform::Reach(..)
            | Perform::Appointment(_)
            | Perform::Set(_)
            | Perform::CustomerHub(_) => None,
        }
    }
}
