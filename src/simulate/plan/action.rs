//! What an item does, compiled: what the kernel goes by for every visit.

use crate::calendar::delay::DelayPlan;
use crate::calendar::span::FieldDate;
use crate::calendar::timer::{DateTimer, FieldTimer, ZoneChoice};
use crate::campaign::fields::Field;
use crate::campaign::kinds::Mode;
use crate::simulate::outcome::Reason;

/// What an item does with a contact that arrives.
#[derive(Clone, Debug)]
pub enum Action {
    /// Lets it through at once.
    Start,
    /// Holds it for good (`rules.md` §3.4).
    Hold,
    /// Lets it through when a delay timer's moment comes.
    Delay(Box<DelayPlan>, ZoneChoice),
    /// Lets it through when a date comes.
    Date(DateTimer, ZoneChoice),
    /// Lets it through when the date in a field comes.
    Field(FieldTimer, DateSource, ZoneChoice),
    /// Is skipped, whoever arrives.
    Skip(Reason),
    /// Is performed, if the contact fits.
    Perform(Perform),
}

impl Action {
    /// Whether people wait here until a moment that is set.
    #[inline]
    pub fn is_timer(&self) -> bool {
        matches!(self, Action::Delay(..) | Action::Date(..) | Action::Field(..))
    }

    /// What is performed, unless the item is a Start or timer, or skipped whoever arrives.
    #[inline]
    pub fn performs(&self) -> Option<&Perform> {
        if let Action::Perform(perform) = self { Some(perform) } else { None }
    }
}

/// Where a date field is read: its slot in the layout, and its place among the fields that are set.
#[derive(Clone, Copy, Debug)]
pub struct DateSource {
    /// The slot in the layout's dates.
    pub slot: usize,
    /// The place among the plan's set fields.
    pub set: Option<usize>,
}

/// What is performed, as far as it looks at the record or changes what later items see.
#[derive(Clone, Debug)]
pub enum Perform {
    /// Needs nothing, changes nothing that decides.
    Plain,
    /// Needs a marketable address.
    EmailContact,
    /// Needs a value in each of these text slots of the layout; without one it is skipped for this reason.
    Reach(Box<[usize]>, Reason),
    /// Needs a value in a date field.
    Appointment(DateSource),
    /// Writes a field.
    Set(SetField),
    /// Gives the contact an owner.
    Own(Who),
    /// Gives a task or an opportunity to a user.
    Give(Gift, Who),
    /// Needs a licence and an address.
    CustomerHub(License),
}

/// Whether the campaign has a CustomerHub licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum License {
    Held,
    Missing,
}

/// Set Field Value, compiled.
#[derive(Clone, Debug)]
pub struct SetField {
    /// The field.
    pub field: Field,
    /// Its place among the plan's set fields.
    pub set: usize,
    /// Where the list's own value is kept.
    pub slot: Slot,
    /// What to do with a value that is there.
    pub mode: Mode,
    /// What is written.
    pub write: Write,
}

/// A slot of the layout.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Slot {
    Text(usize),
    Date(usize),
}

/// What Set Field Value writes.
#[derive(Clone, Debug)]
pub enum Write {
    /// A text or number.
    Text(String),
    /// A date or date-time.
    Date(FieldDate),
    /// The local date of the moment, in the campaign's zone.
    RunDate,
    /// The local date and minute of the moment, in the campaign's zone.
    RunMinute,
}

/// Who is given something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A user's id.
    User(String),
    /// A round robin, by its place in [`Plan::round_robins`].
    RoundRobin(usize),
    /// A round robin that has nobody.
    Nobody,
    /// The contact's owner.
    Owner,
}

/// What is given to a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Gift {
    Owner,
    Opportunity,
    Task,
}

impl Gift {
    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Gift::Owner => "owner",
            Gift::Opportunity => "opportunity",
            Gift::Task => "task",
        }
    }
}

impl Perform {
    /// What it gives to whom.
    pub fn gives(&self) -> Option<(Gift, &Who)> {
        match self {
            Perform::Own(who) => Some((Gift::Owner, who)),
            Perform::Give(gift, who) => Some((*gift, who)),
            Perform::Plain
            | Perform::EmailContact
            | Perform::Reach(..)
            | Perform::Appointment(_)
            | Perform::Set(_)
            | Perform::CustomerHub(_) => None,
        }
    }
}
