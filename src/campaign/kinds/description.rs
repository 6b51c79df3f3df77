//! The description of a kind, and the properties that depend on its settings.

use crate::calendar::timer::ZoneChoice;
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

/// The properties of a kind that don't depend on its settings. `K` is the type of a new object: the kind's settings in
/// the file of the kind, and `Kind` in the list of all kinds.
#[derive(Clone, Copy, Debug)]
pub struct Description<K> {
    /// The name that is shown.
    pub label: &'static str,
    /// The family, which decides its colour and its group in the palette.
    pub family: Family,
    /// The name of its glyph in the icon font (lucide.dev).
    pub glyph: &'static str,
    /// One line of help, shown next to the name in the palette. A search in the palette finds its words too.
    pub help: &'static str,
    /// Makes a new object, with nothing chosen yet.
    pub new: fn() -> K,
    /// The name of a new item; usually the same as the label.
    pub first_name: &'static str,
    /// Whether the edit that completes the item also marks it ready, since the item has no text to write first.
    pub is_ready_when_complete: bool,
    /// The plural in counts of sent items, such as `Emails`; `None` if items of this kind aren't counted as sent.
    pub sent: Option<&'static str>,
    /// The word before the contact in a plan: `to` Ann, `for` Ann. `None` if plans don't list this kind.
    pub planned: Option<&'static str>,
    /// Whether the body may be HTML, as that of an email may.
    pub may_be_html: bool,
    /// The oldest version of the file format that can store the kind.
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
            may_be_html: false,
            format: 1,
        }
    }

    /// The same description, with another function that makes a new object.
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
            may_be_html: self.may_be_html,
            format: self.format,
        }
    }
}

/// What a contact must have so that an item can reach the contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A value in each of these columns, and the words for all of them together: `a fax number`.
    Columns(&'static [Column], &'static str),
    /// An email address to which marketing email may be sent.
    MarketableEmail,
}

/// The properties of a kind that depend on its settings.
pub trait KindSettings: Walk {
    /// Finds the reasons why the item isn't configured. Settings that depend on each other are checked here.
    fn faults(&self, faults: &mut Faults<'_>) {
        self.walk(faults);
    }

    /// What a contact must have so that the item can reach it; `None` if nothing. A communication with such a need goes
    /// to the contact.
    fn reach(&self) -> Option<Reach> {
        None
    }

    /// The field of the contact's record that the item may change.
    fn sets(&self, _directory: &IndexedDirectory<'_>) -> Option<Field> {
        None
    }

    /// Whose time zone a timer works in, if it is chosen; `None` if it isn't a timer.
    fn timer_zone(&self) -> Option<ZoneChoice> {
        None
    }

    /// The key of the contact's field that a timer reads, if it is chosen; `None` if it doesn't read one.
    fn read_field(&self) -> Option<&str> {
        None
    }

    /// The parts of the sentence about a timer; `None` if it isn't a timer, or not complete.
    fn timer_words(&self, _directory: &Directory) -> Option<TimerWords> {
        None
    }
}
