//! The kinds of items: one file for each, with its settings and description.
//!
//! **Owns** [`Kind`], the settings of every kind and their form in files, the [`Description`] of a kind, and what an
//! item needs of a contact. Also the [`walk`] over settings: texts, uses, renaming, search, *configured* and the
//! inspector's forms all follow from it.
//! **Must not know** items, sequences and edits, nor what a kind does in a rehearsal (`simulate/kinds`).
//! **Start reading** at [`email`], then the list at the end of this file, in the palette's order.
//! **Invariants**: the walk of a kind visits all of its settings; a kind that isn't in the list doesn't compile.
//!
//! # To add a kind
//!
//! A new kind needs a file here and one in `simulate/kinds`. In this `mod.rs` it gets its `mod` line, its `pub use` and
//! its line in `kinds!`. In `simulate/kinds/mod.rs` it gets its `mod` line, its line in `kinds!`, and a line in
//! `effects!` if it has an effect. If it has a setting that no other kind has, add the setting with its words to
//! [`setting`]. If it can be skipped for a new reason, add the reason at the end of `simulate/outcome`. If it needs
//! something of the contact's record that no other kind needs, or changes it in a new way, add that to `Perform` in
//! `simulate/plan/action` and to the kernel. That makes four files, and eight at most. The palette, the Insert menu,
//! the inspector's form, texts, findings, files, exports and the load follow from them. If the kind needs a special
//! form, put it in `ui/panels/inspector/kinds`.
//!
//! The kind's `DESCRIPTION` has the rest: `format` is the oldest file format that can contain the kind; `sent` is set
//! for communications and for no other family; `may_be_html` is set if the body may be HTML; `glyph` is an icon of
//! lucide.dev that no other kind has.
//!
//! The compiler then asks for an arm in `tests/window/example/kinds.rs`. It doesn't ask for these: the kind in
//! `tests/headless/campaign_file/any_item.rs` and `tests/headless/edits/uses.rs`; its rows in `src/docs/rules.md` §6
//! and §7, with the same words in `src/workbench/rules` and a question in `src/workbench/rules/questions`; its
//! paragraph in `src/docs/files-and-commands.md`.
//!
//! Goals and decisions are no kinds of items: they are between sequences, and have no place in the program yet.

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
mod description;
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

use setting::Setting;
use walk::{Need, TextKind, Visitor, VisitorMut, Walk};

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
pub use description::{Description, Family, KindSettings, Reach};
pub use email::{Email, Recipient};
pub use fax::Fax;
pub use field_timer::FieldTimerSettings;
pub use fulfillment_list::{Deliver, FulfillmentList, Queue};
pub use letter::Letter;
pub use send_http_post::{Response, SendHttpPost};
pub use set_field_value::{OverwriteMode, SetFieldValue, Value};
pub use start::Start;
pub use text_message::TextMessage;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $(($settings:ident))? in $module:ident;)*) => {
        /// The kind of an item, with its settings.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub enum Kind {
            $($(#[$doc])* $kind $(($settings))?,)*
        }

        /// The names of the kinds in files.
        #[derive(Clone, Copy, Deserialize)]
        #[serde(variant_identifier)]
        enum Name {
            $($kind,)*
        }

        /// The descriptions of all kinds, in the palette's order.
        pub static DESCRIPTIONS: &[&Description<Kind>] =
            &[$(&$module::DESCRIPTION.making(|| kinds!(@new $kind $module $($settings)?)),)*];

        impl Kind {
            /// The index of the kind in [`DESCRIPTIONS`].
            pub fn place(&self) -> usize {
                match self {
                    $(Kind::$kind $((kinds!(@any $settings)))? => Name::$kind as usize,)*
                }
            }

            /// The settings of an item of this kind.
            pub fn settings(&self) -> &dyn KindSettings {
                match self {
                    $(Kind::$kind $((settings @ $settings { .. }))? => kinds!(@settings $kind $(settings $settings)?),)*
                }
            }

            /// Passes the settings to a visitor that may change them.
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
    (@new $kind:ident $module:ident) => { Kind::$kind };
    (@new $kind:ident $module:ident $settings:ident) => { Kind::$kind(($module::DESCRIPTION.new)()) };
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
    /// The description of the kind.
    pub fn description(&self) -> &'static Description<Kind> {
        DESCRIPTIONS[self.place()]
    }

    /// The family of the kind.
    pub fn family(&self) -> Family {
        self.description().family
    }

    /// The name of this kind of item.
    pub fn label(&self) -> &'static str {
        self.description().label
    }

    /// Whether items of this kind have a Ready mark.
    pub fn has_ready_mark(&self) -> bool {
        matches!(self.family(), Family::Communication | Family::Process)
    }

    /// Whether it is a communication to the contact.
    pub fn goes_to_contact(&self) -> bool {
        self.family() == Family::Communication && self.settings().reach().is_some()
    }

    /// The setting with the text of many lines that the kind has, if it has one: the body of a message, or the text of
    /// a note or a task.
    pub fn body(&self) -> Option<Setting> {
        struct Body(Option<Setting>);
        impl<'a> Visitor<'a> for Body {
            fn text(&mut self, setting: Setting, _: &'a String, writing: TextKind, _: Need) {
                if writing == TextKind::Page {
                    self.0.get_or_insert(setting);
                }
            }
        }
        let mut body = Body(None);
        self.walk(&mut body);
        body.0
    }

    /// Passes the settings to a visitor.
    pub fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.settings().walk(visitor);
    }
}

// The kinds are in the palette's order.
kinds! {
    /// Where contacts enter the sequence.
    Start in start;
    /// Waits for a time, then for an allowed day and time of day (`rules.md` §4).
    DelayTimer(DelayTimerSettings) in delay_timer;
    /// Waits for a date or a range of dates (`rules.md` §5).
    DateTimer(DateTimerSettings) in date_timer;
    /// Waits for a date relative to a field of the contact (`rules.md` §5).
    FieldTimer(FieldTimerSettings) in field_timer;
    /// An email to the contact, a user or a fixed address.
    Email(Email) in email;
    /// A fax to the contact.
    Fax(Fax) in fax;
    /// A letter to the contact.
    Letter(Letter) in letter;
    /// A text message to the contact.
    TextMessage(TextMessage) in text_message;
    /// Applies tags to the contact, and removes others.
    ApplyRemoveTag(ApplyRemoveTag) in apply_remove_tag;
    /// Adds a note to the contact's record.
    ApplyNote(ApplyNote) in apply_note;
    /// Creates a task for a user.
    CreateTask(CreateTask) in create_task;
    /// Adds an appointment to a user's calendar.
    CreateAppointment(CreateAppointment) in create_appointment;
    /// Sets a field of the contact.
    SetFieldValue(SetFieldValue) in set_field_value;
    /// Assigns an owner to the contact.
    AssignOwner(AssignOwner) in assign_owner;
    /// Creates a sales opportunity for the contact.
    CreateOpportunity(CreateOpportunity) in create_opportunity;
    /// Adds the contact to a list for shipping.
    FulfillmentList(FulfillmentList) in fulfillment_list;
    /// Creates an order of products for the contact.
    CreateOrder(CreateOrder) in create_order;
    /// Creates a CustomerHub login for the contact.
    AddToCustomerHub in add_to_customer_hub;
    /// Sends the contact's data to a web address. In a simulation nothing is sent.
    SendHttpPost(SendHttpPost) in send_http_post;
    /// Runs a named set of actions.
    ActionSet(ActionSet) in action_set;
}
