//! The kinds of items: what each is, with its settings, in one file.
//!
//! **Owns** [`Kind`], the settings of every kind and their form in files, what a kind is called, shown and offered as
//! ([`Description`]), what it needs of a contact, and the [`walk`] over settings from which all follows that looks at
//! them: texts, uses, renaming, finding, *configured*, the inspector's forms.
//! **Must not know** items, sequences and edits, nor what a kind does in a rehearsal (`simulate/kinds`).
//! **Start reading** at [`email`], then the list at the end of this file: it is the palette's order.
//! **Invariants**: a kind's settings stand in its walk, all of them; a kind that is not in the list does not compile.
//!
//! A new kind is a file here and one in `simulate/kinds`, a line in the list of each of the two folders, and a reason
//! in `simulate/outcome` if it is skipped for one that there is not yet. The palette, the inspector's form, texts,
//! findings, files, exports and the load follow from those. A form of its own, where one is needed, stands in
//! `ui/panels/inspector/kinds`.

pub mod action_set;
pub mod add_to_customer_hub;
pub mod apply_note;
pub mod apply_remove_tag;
pub mod assign;
pub mod assign_owner;
pub mod create_appointment;
pub mod create_opportunity;
pub mod create_order;
pub mod create_task;
pub mod date_timer;
pub mod delay_timer;
pub mod email;
pub mod faults;
pub mod fax;
pub mod field_timer;
pub mod fulfillment_list;
pub mod letter;
mod reading;
pub mod send_http_post;
pub mod set_field_value;
pub mod setting;
pub mod start;
pub mod text_message;
pub mod timer_words;
pub mod walk;

use serde::de::{EnumAccess, VariantAccess, Visitor as Reader};
use serde::{Deserialize, Deserializer, Serialize};

use super::directory::Directory;
use super::fields::{Column, Field};
use super::known::Known;

use faults::Faults;
use timer_words::TimerWords;
use walk::{Visitor, VisitorMut, Walk};

pub use action_set::ActionSet;
pub use add_to_customer_hub::AddToCustomerHub;
pub use apply_note::ApplyNote;
pub use apply_remove_tag::ApplyRemoveTag;
pub use assign::Assign;
pub use assign_owner::AssignOwner;
pub use create_appointment::{Basis, CreateAppointment};
pub use create_opportunity::CreateOpportunity;
pub use create_order::{CreateOrder, Payment};
pub use create_task::CreateTask;
pub use date_timer::DateTimerSettings;
pub use delay_timer::DelayTimerSettings;
pub use email::{Email, Recipient};
pub use fax::Fax;
pub use field_timer::FieldTimerSettings;
pub use fulfillment_list::{Deliver, FulfillmentList, Queue};
pub use letter::Letter;
pub use send_http_post::{Response, SendHttpPost};
pub use set_field_value::{Mode, SetFieldValue, Value};
pub use start::Start;
pub use text_message::TextMessage;

/// The families of items that the canvas tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Family {
    Start,
    Timer,
    Communication,
    Process,
}

/// What is known of a kind, whatever its settings.
#[derive(Clone, Copy, Debug)]
pub struct Description {
    /// What people call it.
    pub label: &'static str,
    /// Its family.
    pub family: Family,
    /// The name of its glyph in the icon font (lucide.dev).
    pub glyph: &'static str,
    /// One line of help, beside its name in the palette; what is looked for there is found in it too.
    pub help: &'static str,
    /// A new one, with nothing chosen yet.
    pub new: fn() -> Kind,
    /// The name of a new one; usually what people call the kind.
    pub first_name: &'static str,
    /// Whether the edit that completes it also marks it ready, as there is nothing to write in it first.
    pub is_ready_when_complete: bool,
    /// What several of them are called where they are counted as they go out: `Emails`.
    pub sent: Option<&'static str>,
    /// How a plan of what is to come says whom it is for: `to` Ann, `for` Ann. None if people do not plan for it.
    pub planned: Option<&'static str>,
    /// The oldest file format that can hold it.
    pub format: u64,
}

impl Description {
    const fn of(
        label: &'static str,
        family: Family,
        glyph: &'static str,
        help: &'static str,
        new: fn() -> Kind,
    ) -> Self {
        let planned = if matches!(family, Family::Communication) { Some("to") } else { None };
        let is_ready_when_complete = false;
        Self {
            label,
            family,
            glyph,
            help,
            new,
            first_name: label,
            is_ready_when_complete,
            sent: None,
            planned,
            format: 1,
        }
    }
}

/// What an item needs of a contact to reach it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A value in each of these columns, all of which together are called so: `a fax number`.
    Columns(&'static [Column], &'static str),
    /// An email address that marketing email may go to.
    MarketableEmail,
}

/// What follows from the settings of a kind.
pub trait KindSettings: Walk {
    /// Finds what keeps it from working; settings that depend on each other are looked at here.
    fn faults(&self, faults: &mut Faults<'_>) {
        self.walk(faults);
    }

    /// What it needs of a contact, if it needs something. A communication that does goes to the contact.
    fn reach(&self) -> Option<Reach> {
        None
    }

    /// The field of the record that it may change.
    fn sets(&self, _directory: &Known<'_>) -> Option<Field> {
        None
    }

    /// What it does, for a timer that is complete.
    fn timer_words(&self, _directory: &Directory) -> Option<TimerWords> {
        None
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $(($settings:ident))? in $module:ident;)*) => {
        /// What an item is.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub enum Kind {
            $($(#[$doc])* $kind $(($settings))?,)*
        }

        /// The kinds by name.
        #[derive(Clone, Copy, Deserialize)]
        #[serde(variant_identifier)]
        enum Name {
            $($kind,)*
        }

        /// What is known of every kind, in the palette's order.
        pub static DESCRIPTIONS: &[&Description] = &[$(&$module::DESCRIPTION,)*];

        impl Kind {
            /// Its place in [`DESCRIPTIONS`].
            pub fn place(&self) -> usize {
                match self {
                    $(Kind::$kind $((kinds!(@any $settings)))? => Name::$kind as usize,)*
                }
            }

            /// Its settings.
            pub fn settings(&self) -> &dyn KindSettings {
                match self {
                    $(Kind::$kind $((settings @ $settings { .. }))? => kinds!(@settings $kind $(settings $settings)?),)*
                }
            }

            /// Shows its settings to a visitor that changes them.
            pub fn walk_mut<'a>(&'a mut self, visitor: &mut dyn VisitorMut<'a>) {
                match self {
                    $(Kind::$kind $((settings @ $settings { .. }))? => kinds!(@walk visitor $(settings $settings)?),)*
                }
            }
        }

        impl<'de> Deserialize<'de> for Kind {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Kinds;
                impl<'de> Reader<'de> for Kinds {
                    type Value = Kind;

                    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        out.write_str("enum Kind")
                    }

                    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Kind, A::Error> {
                        let (name, behind) = data.variant::<Name>()?;
                        Ok(match name {
                            $(Name::$kind => kinds!(@read $kind behind $($settings)?),)*
                        })
                    }
                }
                deserializer.deserialize_enum("Kind", &[$(stringify!($kind),)*], Kinds)
            }
        }
    };
    (@any $settings:ident) => { _ };
    (@settings $kind:ident) => { &$kind };
    (@settings $kind:ident $held:ident $settings:ident) => { $held };
    (@walk $visitor:ident) => { () };
    (@walk $visitor:ident $held:ident $settings:ident) => { $held.walk_mut($visitor) };
    (@read $kind:ident $behind:ident) => {{
        $behind.unit_variant()?;
        Kind::$kind
    }};
    (@read $kind:ident $behind:ident $settings:ident) => {
        Kind::$kind($settings::deserialize(reading::VariantFields($behind))?)
    };
}

impl Kind {
    /// What is known of it, whatever its settings.
    pub fn description(&self) -> &'static Description {
        DESCRIPTIONS[self.place()]
    }

    /// The family.
    pub fn family(&self) -> Family {
        self.description().family
    }

    /// What people call this kind of item.
    pub fn label(&self) -> &'static str {
        self.description().label
    }

    /// Whether the Ready mark means something here.
    pub fn has_ready_mark(&self) -> bool {
        matches!(self.family(), Family::Communication | Family::Process)
    }

    /// Whether it is a communication to the contact.
    pub fn goes_to_contact(&self) -> bool {
        self.family() == Family::Communication && self.settings().reach().is_some()
    }

    /// Shows its settings to a visitor.
    pub fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.settings().walk(visitor);
    }
}

// The order of the palette.
kinds! {
    /// Where contacts come in.
    Start in start;
    /// Waits, then for a fitting day and time (`rules.md` §4).
    DelayTimer(DelayTimerSettings) in delay_timer;
    /// Waits for a date or a range of dates (§5).
    DateTimer(DateTimerSettings) in date_timer;
    /// Waits for a date that a field of the contact holds (§5).
    FieldTimer(FieldTimerSettings) in field_timer;
    /// An email to the contact, a user or a fixed address.
    Email(Email) in email;
    /// A fax to the contact.
    Fax(Fax) in fax;
    /// A letter to the contact.
    Letter(Letter) in letter;
    /// A text message to the contact.
    TextMessage(TextMessage) in text_message;
    /// Puts tags on the contact and takes others off.
    ApplyRemoveTag(ApplyRemoveTag) in apply_remove_tag;
    /// Writes a note on the contact's record.
    ApplyNote(ApplyNote) in apply_note;
    /// Gives a user a task.
    CreateTask(CreateTask) in create_task;
    /// Puts an appointment into a user's calendar.
    CreateAppointment(CreateAppointment) in create_appointment;
    /// Sets a field of the contact.
    SetFieldValue(SetFieldValue) in set_field_value;
    /// Gives the contact an owner.
    AssignOwner(AssignOwner) in assign_owner;
    /// Opens an opportunity.
    CreateOpportunity(CreateOpportunity) in create_opportunity;
    /// Puts the contact on a list that somebody ships from.
    FulfillmentList(FulfillmentList) in fulfillment_list;
    /// Makes an order.
    CreateOrder(CreateOrder) in create_order;
    /// Gives the contact a CustomerHub login.
    AddToCustomerHub in add_to_customer_hub;
    /// Sends the contact's data to a web address; simulated, never sent.
    SendHttpPost(SendHttpPost) in send_http_post;
    /// Runs a named set of actions.
    ActionSet(ActionSet) in action_set;
}
