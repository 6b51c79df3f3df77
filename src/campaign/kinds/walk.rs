//! A walk over the settings of an item, to read them or to change them.
//!
//! Each kind tells its settings once, with `walk!`; whatever looks at settings is a visitor. The two traits are
//! one text: what can be read can be changed.

use std::fmt::Display;

use crate::campaign::directory::List;

use super::assign::{Assign, Assignees};
use super::setting::Setting;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// A line that people read, with merge fields.
    Line,
    /// Lines that people read, with merge fields.
    Page,
    /// An address, or what is sent to one, with merge fields.
    Address,
    /// A text in which merge fields do not work.
    Plain,
}

impl TextKind {
    /// Whether merge fields work in it.
    pub const fn merges(self) -> bool {
        !matches!(self, TextKind::Plain)
    }

    /// Whether people read it as it was written.
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

/// FieldFilter fields of a contact a setting may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldFilter {
    /// Those that hold a date.
    Dated,
    /// Those that an item may set.
    Settable,
}

macro_rules! visitor {
    ($(#[$doc:meta])* $visitor:ident $($mutable:tt)?) => {
        $(#[$doc])*
        #[allow(unused_variables, clippy::ptr_arg)]
        pub trait $visitor<'a> {
            /// A text for a text field.
            fn text(&mut self, setting: Setting, text: &'a $($mutable)? String, writing: TextKind, need: Need) {}

            /// What names an entry of a list.
            fn name(&mut self, setting: Setting, list: List, name: &'a $($mutable)? String) {}

            /// What names a field of the contact, of which only some fit.
            fn field(&mut self, setting: Setting, key: &'a $($mutable)? String, which: FieldFilter) {
                self.name(setting, List::Fields, key);
            }

            /// A number.
            fn amount(&mut self, setting: Setting, amount: &'a $($mutable)? u64) {}

            /// A choice that has to be made, and whether it is.
            fn choice(&mut self, setting: Setting, is_made: bool) {}

            /// A value that is neither a text nor a name, as people read it.
            fn shown(&mut self, setting: Setting, value: &dyn Display) {}

            /// The choice of an entry of a list.
            fn chosen(&mut self, setting: Setting, list: List, name: &'a $($mutable)? Option<String>) {
                self.choice(setting, name.is_some());
                if let Some(name) = name {
                    self.name(setting, list, name);
                }
            }

            /// The choice of who is given something.
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
    /// Shows every setting to a visitor, in the order in which people fill them in.
    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>);

    /// The same, to change them.
    fn walk_mut<'a>(&'a mut self, visitor: &mut dyn VisitorMut<'a>);
}

/// Tells the settings of a kind once for both ways: all of its fields stand in the pattern, so that none is forgotten.
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
