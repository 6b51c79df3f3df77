//! What each kind of item does in a rehearsal: how its settings are compiled, and its effect. Each kind has its file.
//!
//! **Owns** `Simulated`, the trait of every kind, and [`Detail`], the effects with their content.
//! **Must not know** the kernel, runs, or its callers.
//! **Start reading** at `email`, then the two lists at the end of this file.
//! **Invariants**: nothing is sent, and no code here is able to send; the JSON of an effect has its keys sorted.

mod action_set;
mod add_to_customer_hub;
mod apply_note;
mod apply_remove_tag;
mod assign_owner;
pub mod create_appointment;
mod create_opportunity;
mod create_order;
mod create_task;
mod email;
mod fax;
pub mod fulfillment_list;
mod letter;
pub mod send_http_post;
mod set_field_value;
pub(super) mod simulated;
mod start;
mod text_message;
mod timers;

use std::convert::Infallible;

use serde_json::Value;

use crate::campaign::kinds::{AddToCustomerHub, Kind, Start};

use super::effects::detail_cell::DetailCell;
use super::effects::record::{ContactRecord, RecordChange};
use super::kernel::Visit;
use super::plan::{Compiler, ItemAction, Perform};

use simulated::{Captions, EffectDetail, RanItem, Simulated};

/// [`Simulated`] as a trait object, for kinds with any type of effect.
pub(super) trait AnySimulated {
    /// See [`Simulated::action`].
    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction>;

    /// See [`Simulated::change`].
    fn change<'a>(
        &self,
        perform: &'a Perform,
        record: &mut ContactRecord<'a>,
        visit: &Visit,
        user: Option<&str>,
    ) -> Option<RecordChange>;

    /// See [`Simulated::effect`].
    fn effect(&self, ran: RanItem<'_>) -> Option<Detail>;

    /// See [`EffectDetail::CAPTIONS`]; empty for a kind without effects.
    fn captions(&self) -> &'static [&'static str];
}

impl<K: Simulated> AnySimulated for K
where
    Detail: From<K::Effect>,
    K::Effect: Captions,
{
    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        Simulated::action(self, compiler)
    }

    fn change<'a>(
        &self,
        perform: &'a Perform,
        record: &mut ContactRecord<'a>,
        visit: &Visit,
        user: Option<&str>,
    ) -> Option<RecordChange> {
        Simulated::change(self, perform, record, visit, user)
    }

    fn effect(&self, ran: RanItem<'_>) -> Option<Detail> {
        Simulated::effect(self, ran).map(Detail::from)
    }

    fn captions(&self) -> &'static [&'static str] {
        K::Effect::ALL
    }
}

impl From<Infallible> for Detail {
    fn from(none: Infallible) -> Self {
        match none {}
    }
}

macro_rules! kinds {
    ($($kind:ident $(($settings:ident))?;)*) => {
        /// What a kind of item does, with its settings.
        pub(super) fn of(kind: &Kind) -> &dyn AnySimulated {
            match kind {
                $(Kind::$kind $(($settings))? => kinds!(@settings $kind $($settings)?),)*
            }
        }
    };
    (@settings $kind:ident) => { &$kind };
    (@settings $kind:ident $settings:ident) => { $settings };
}

macro_rules! effects {
    ($($effect:ident($detail:ty);)*) => {
        /// What an item would have done, with all details.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs)]
        pub enum Detail {
            $($effect($detail),)*
        }

        $(impl From<$detail> for Detail {
            fn from(detail: $detail) -> Self {
                Detail::$effect(detail)
            }
        })*

        /// The names of all effects and the keys of their JSON, each with its meaning, as `--help effects` shows them.
        pub const EFFECTS: &[(&str, EffectKeys)] = &[
            $((<$detail as EffectDetail>::NAME, <$detail as EffectDetail>::KEYS),)*
        ];

        impl Detail {
            /// The effect's name in files.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Detail::$effect(_) => <$detail as EffectDetail>::NAME,)*
                }
            }

            /// The effect's details as a JSON object with sorted keys.
            pub fn to_json(&self) -> Value {
                let json = match self {
                    $(Detail::$effect(detail) => serde_json::to_value(detail),)*
                };
                // Structs of texts and numbers can always be converted to JSON.
                json.unwrap_or_default()
            }

            /// Its details as cells of a table for people, each with its caption.
            pub fn cells(&self) -> impl Iterator<Item = (&'static str, DetailCell)> {
                let (captions, cells) = match self {
                    $(Detail::$effect(detail) => (<$detail as EffectDetail>::CAPTIONS, detail.cells()),)*
                };
                captions.iter().copied().zip(cells)
            }

            /// The id of the user that something was assigned to; `None` if nothing was.
            pub fn user(&self) -> Option<&str> {
                match self {
                    $(Detail::$effect(detail) => detail.user(),)*
                }
            }

            /// Where a message goes: an email address, a number, or the lines of a postal address. Empty for other
            /// effects, and if it goes nowhere.
            pub fn address(&self) -> String {
                match self {
                    $(Detail::$effect(detail) => detail.address(),)*
                }
            }

            /// The details that people need to plan for this effect, each with its caption. Empty ones are left out.
            pub fn notes(&self) -> Vec<(&'static str, String)> {
                let mut notes = match self {
                    $(Detail::$effect(detail) => detail.notes(),)*
                };
                notes.retain(|(_, text)| !text.is_empty());
                notes
            }
        }
    };
}

kinds! {
    Start;
    DelayTimer(timer);
    DateTimer(timer);
    FieldTimer(timer);
    Email(email);
    Fax(fax);
    Letter(letter);
    TextMessage(text);
    ApplyRemoveTag(tags);
    ApplyNote(note);
    CreateTask(task);
    CreateAppointment(appointment);
    SetFieldValue(field);
    AssignOwner(owner);
    CreateOpportunity(opportunity);
    FulfillmentList(list);
    CreateOrder(order);
    AddToCustomerHub;
    SendHttpPost(post);
    ActionSet(set);
}

/// The keys of an effect's JSON, each with its meaning and values.
pub type EffectKeys = &'static [(&'static str, &'static str)];

// The order of `--help effects`.
effects! {
    Email(email::EmailSent);
    Fax(fax::FaxSent);
    Letter(letter::LetterSent);
    Text(text_message::TextSent);
    Tag(apply_remove_tag::TagsChanged);
    Note(apply_note::NoteWritten);
    Task(create_task::TaskGiven);
    Appointment(create_appointment::AppointmentMade);
    Field(set_field_value::FieldSet);
    Owner(assign_owner::OwnerGiven);
    Opportunity(create_opportunity::OpportunityOpened);
    Order(create_order::OrderMade);
    Fulfillment(fulfillment_list::ListEntry);
    FulfillmentRelease(fulfillment_list::ListRelease);
    CustomerHub(add_to_customer_hub::LoginGiven);
    HttpPost(send_http_post::PostRecorded);
    ActionSet(action_set::ActionSetRun);
}
