//! A walk over the settings of an item, to read them or to change them.
//!
//! Each kind lists its settings once, with `walk!`. All code that looks at settings is a visitor. One macro defines
//! both visitor traits, so every setting that can be read can be changed.

use std::fmt::Display;

use crate::campaign::directory::List;

use super::assign::{Assign, Assignees};
use super::setting::Setting;

/// The purpose of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// One line for a reader, with merge fields.
    Line,
    /// Several lines for a reader, with merge fields.
    Page,
    /// An address, or data that is sent to one, with merge fields.
    Address,
    /// A text in which merge fields don't work.
    Plain,
}

impl TextKind {
    /// Whether merge fields work in the text.
    pub const fn merges(self) -> bool {
        !matches!(self, TextKind::Plain)
    }

    /// Whether the text is for a reader, not an address or data.
    pub const fn is_read(self) -> bool {
        matches!(self, TextKind::Line | TextKind::Page)
    }
}

/// Whether an item works without a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Need {
    Required,
    Optional,
}

/// The fields of a contact that a setting may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldFilter {
    /// Fields with a date or date-time.
    Dated,
    /// Fields that an item may set.
    Settable,
}

macro_rules! visitor {
    ($(#[$doc:meta])* $visitor:ident $($mutable:tt)?) => {
        $(#[$doc])*
        #[allow(unused_variables, clippy::ptr_arg)]
        pub trait $visitor<'a> {
            /// Visits a text.
            fn text(&mut self, setting: Setting, text: &'a $($mutable)? String, writing: TextKind, need: Need) {}

            /// Visits the name of an entry of a list.
            fn name(&mut self, setting: Setting, list: List, name: &'a $($mutable)? String) {}

            /// Visits the key of a field of the contact. `which` says which fields the setting may name.
            fn field(&mut self, setting: Setting, key: &'a $($mutable)? String, which: FieldFilter) {
                self.name(setting, List::Fields, key);
            }

            /// A number.
            fn amount(&mut self, setting: Setting, amount: &'a $($mutable)? u64) {}

            /// Visits a choice that must be made, and whether it is made.
            fn choice(&mut self, setting: Setting, is_made: bool) {}

            /// Visits a value that is neither a text nor a name, as shown to the user.
            fn shown(&mut self, setting: Setting, value: &dyn Display) {}

            /// Visits the choice of an entry of a list.
            fn chosen(&mut self, setting: Setting, list: List, name: &'a $($mutable)? Option<String>) {
                self.choice(setting, name.is_some());
                if let Some(name) = name {
                    self.name(setting, list, name);
                }
            }

            /// Visits the choice of a user to assign something to. `among` says which users the setting allows.
            fn assign(&mut self, setting: Setting, assign: &'a $($mutable)? Option<Assign>, among: Assignees) {
                self.choice(setting, assign.is_some());
                match assign {
                    Some(Assign::User(id)) => self.name(setting, List::Users, id),
                    Some(Assign::RoundRobin(id)) => self.name(setting, List::RoundRobins, id),
                    Some(Assign::Owner) | None => {}
                }
            }
        }
    };
}

visitor! {
    /// Visits settings to read them.
    Visitor
}
visitor! {
    /// Visits settings and may change them.
    VisitorMut mut
}

/// A type whose settings a visitor can go through, such as the settings of a kind.
pub trait Walk {
    /// Passes every setting to a visitor, in the order in which the user fills them in.
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>);

    /// Passes every setting to a visitor that may change it, in the same order.
    fn walk_mut<'a>(&'a mut self, visitor: &mut dyn VisitorMut<'a>);
}

/// Implements `Walk` for a kind, for reading and for changing. The pattern must name all fields, so none is forgotten.
macro_rules! walk {
    ($kind:ident { $($field:tt)* } => |$visitor:ident| $body:block) => {
        impl $crate::campaign::kinds::walk::Walk for $kind {
            fn walk<'a>(&'a self, $visitor: &mut dyn $crate::campaign::kinds::walk::Visitor<'a>) {
                let $kind { $($field)* } = self;
                $body
            }

            fn walk_mut<'a>(&'a mut self, $visitor: &mut dyn $crate::campaign::kinds::walk::VisitorMut<'a>) {
                let $kind { $($field)* } = self;
                $body
            }
        }
    };
    ($kind:ident) => {
        impl $crate::campaign::kinds::walk::Walk for $kind {
            fn walk<'a>(&'a self, _: &mut dyn $crate::campaign::kinds::walk::Visitor<'a>) {}

            fn walk_mut<'a>(&'a mut self, _: &mut dyn $crate::campaign::kinds::walk::VisitorMut<'a>) {}
        }
    };
}
pub(super) use walk;
