//! What a kind is called, shown and offered as, and what follows from its settings.

use crate::campaign::directory::Directory;
use crate::campaign::fields::{Column, Field};
use crate::campaign::known::IndexedDirectory;

use super::faults::Faults;
use super::timer_words::TimerWords;
use super::walk::Walk;

/// The families of items, which have different colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Family {
    Start,
    Timer,
    Communication,
    Process,
}

/// What is known of a kind, whatever its settings. A new object is a `K`: in the file of a kind its settings, in the
/// list of all kinds the kind with them.
#[derive(Clone, Copy, Debug)]
pub struct Description<K> {
    /// The name that is shown.
    pub label: &'static str,
    /// The family, which decides its colour and its group in the palette.
    pub family: Family,
    /// The name of its glyph in the icon font (lucide.dev).
    pub glyph: &'static str,
    /// One line of help, beside its name in the palette; what is looked for there is found in it too.
    pub help: &'static str,
    /// A new object, with nothing chosen yet.
    pub new: fn() -> K,
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

impl<K> Description<K> {
    pub(super) const fn of(
        label: &'static str,
        family: Family,
        glyph: &'static str,
        help: &'static str,
        new: fn() -> K,
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

    /// The same, where a new object is something else.
    pub(super) const fn making<T>(&self, new: fn() -> T) -> Description<T> {
        Description {
            new,
            label: self.label,
            family: self.family,
            glyph: self.glyph,
            help: self.help,
            first_name: self.first_name,
            is_ready_when_complete: self.is_ready_when_complete,
            sent: self.sent,
            planned: self.planned,
            format: self.format,
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
    fn sets(&self, _directory: &IndexedDirectory<'_>) -> Option<Field> {
        None
    }

    /// What it does, for a timer that is complete.
    fn timer_words(&self, _directory: &Directory) -> Option<TimerWords> {
        None
    }
}
