//! The reasons why an item isn't configured (`rules.md` §6, *Configured*), collected on a walk over its settings.

use crate::campaign::directory::List;
use crate::campaign::fields::Field;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::text::thousands;

use super::assign::{Assign, Assignees};
use super::setting::Setting;
use super::walk::{FieldFilter, Need, TextKind, Visitor};

/// Why a setting is missing or can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingFault {
    /// The setting is not set.
    Missing(Setting),
    /// The setting has a value that can't work.
    Wrong(Setting, InvalidSetting),
    /// The setting names an entry that a list of the directory doesn't have: the list, and the name, which may be
    /// empty.
    Unknown(Setting, List, String),
}

impl SettingFault {
    /// The setting that is missing or can't be used.
    pub fn setting(&self) -> Setting {
        let (Self::Missing(setting) | Self::Wrong(setting, _) | Self::Unknown(setting, ..)) = self;
        *setting
    }
}

/// Why the value of a setting can't work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidSetting {
    /// A part of a timer's schedule is missing or out of bounds.
    Schedule,
    /// The field with this key isn't a date.
    HoldsNoDate(String),
    /// The field with this key can't be set.
    Protected(String),
    /// The user with this id isn't a sales rep.
    NoSalesRep(String),
    /// Assign Owner is set to assign the current owner.
    OwnerOfOwner,
    /// A merge field is in a value where merge fields don't work.
    MergeField,
    /// The kind of the value isn't the kind of its field.
    DoesNotFit,
    /// The web address is invalid, for this reason.
    Url(&'static str),
    /// The web address has a port other than 80 and 443.
    Port,
    /// The web address has a blank in or around it.
    BlankInUrl,
    /// A number is less than the first or more than the second.
    OutOfRange(u64, u64),
    /// The price of the product with this name isn't a decimal number without a sign.
    Price(String),
    /// The products have these currencies.
    Currencies(Vec<String>),
}

impl InvalidSetting {
    /// The reason, as the end of a sentence.
    pub fn why(&self) -> String {
        match self {
            InvalidSetting::Schedule => "a part of it is missing or out of bounds".to_owned(),
            InvalidSetting::HoldsNoDate(key) => format!("`{key}` isn't a date field"),
            InvalidSetting::Protected(key) => format!("`{key}` can't be changed"),
            InvalidSetting::NoSalesRep(id) => format!("user `{id}` isn't a sales rep"),
            InvalidSetting::OwnerOfOwner => "it would assign the owner that the contact already has".to_owned(),
            InvalidSetting::MergeField => "merge fields don't work in a field's value".to_owned(),
            InvalidSetting::DoesNotFit => "it doesn't fit the kind of the field".to_owned(),
            InvalidSetting::Url(why) => (*why).to_owned(),
            InvalidSetting::Port => "only the ports 80 and 443 are allowed".to_owned(),
            InvalidSetting::BlankInUrl => "there is a blank in it".to_owned(),
            InvalidSetting::OutOfRange(0, most) => format!("it can be at most {}", thousands(*most)),
            InvalidSetting::OutOfRange(least, most) => {
                format!("it must be between {} and {}", thousands(*least), thousands(*most))
            }
            InvalidSetting::Price(name) => format!("the price of “{name}” isn't a number such as 49.00"),
            InvalidSetting::Currencies(all) => format!("its products have several currencies: {}", all.join(", ")),
        }
    }
}

/// The faults found so far.
pub struct Faults<'d> {
    directory: &'d IndexedDirectory<'d>,
    found: Vec<SettingFault>,
}

impl<'d> Faults<'d> {
    /// No faults yet. Names are looked up in `directory`.
    pub fn new(directory: &'d IndexedDirectory<'d>) -> Self {
        Self { directory, found: Vec::new() }
    }

    /// All faults, in the order in which the user fills in the settings.
    pub fn found(self) -> Vec<SettingFault> {
        self.found
    }

    /// The directory in which names are looked up.
    pub(super) fn directory(&self) -> &'d IndexedDirectory<'d> {
        self.directory
    }

    /// Adds a fault for a setting that isn't set.
    pub(super) fn missing(&mut self, setting: Setting) {
        self.found.push(SettingFault::Missing(setting));
    }

    /// Adds a fault for a setting with a value that can't work.
    pub(super) fn wrong(&mut self, setting: Setting, wrong: InvalidSetting) {
        self.found.push(SettingFault::Wrong(setting, wrong));
    }

    /// Adds a fault for a number that is out of its range.
    pub(super) fn range(&mut self, setting: Setting, amount: u64, (least, most): (u64, u64)) {
        if !(least..=most).contains(&amount) {
            self.wrong(setting, InvalidSetting::OutOfRange(least, most));
        }
    }

    /// Adds a fault if a timer's schedule is missing or not complete.
    pub(super) fn schedule(&mut self, is_there: bool, is_complete: bool) {
        if !is_there {
            self.missing(Setting::Schedule);
        } else if !is_complete {
            self.wrong(Setting::Schedule, InvalidSetting::Schedule);
        }
    }

    fn is_known(&self, list: List, name: &str) -> bool {
        match list {
            List::Users => self.directory.user(name).is_some(),
            List::RoundRobins => self.directory.round_robin_place(name).is_some(),
            List::Stages => self.directory.has_stage(name),
            List::Tags => self.directory.has_tag(name),
            List::Products => self.directory.product(name).is_some(),
            List::ActionSets => self.directory.has_action_set(name),
            List::Fields => Field::named(name, self.directory).is_some(),
        }
    }
}

impl<'a> Visitor<'a> for Faults<'_> {
    /// Only an empty text is missing; a text of blanks isn't empty.
    fn text(&mut self, setting: Setting, text: &'a String, _: TextKind, need: Need) {
        if need == Need::Required && text.is_empty() {
            self.missing(setting);
        }
    }

    fn name(&mut self, setting: Setting, list: List, name: &'a String) {
        if !self.is_known(list, name) {
            self.found.push(SettingFault::Unknown(setting, list, name.clone()));
        }
    }

    fn field(&mut self, _: Setting, key: &'a String, which: FieldFilter) {
        match (Field::named(key, self.directory), which) {
            (None, _) => self.found.push(SettingFault::Unknown(Setting::Field, List::Fields, key.clone())),
            (Some(field), FieldFilter::Dated) if !field.is_dated(self.directory) => {
                self.wrong(Setting::Field, InvalidSetting::HoldsNoDate(key.clone()));
            }
            (Some(field), FieldFilter::Settable) if !field.can_be_set() => {
                self.wrong(Setting::Field, InvalidSetting::Protected(key.clone()));
            }
            (Some(_), FieldFilter::Dated | FieldFilter::Settable) => {}
        }
    }

    fn choice(&mut self, setting: Setting, is_made: bool) {
        if !is_made {
            self.missing(setting);
        }
    }

    fn assign(&mut self, setting: Setting, assign: &'a Option<Assign>, among: Assignees) {
        match assign {
            None => self.missing(setting),
            Some(Assign::Owner) if !among.owner => self.wrong(setting, InvalidSetting::OwnerOfOwner),
            Some(Assign::Owner) => {}
            Some(Assign::RoundRobin(id)) => self.name(setting, List::RoundRobins, id),
            Some(Assign::User(id)) => {
                self.name(setting, List::Users, id);
                if among.sales_reps && self.directory.user(id).is_some_and(|user| !user.sales_rep) {
                    self.wrong(setting, InvalidSetting::NoSalesRep(id.clone()));
                }
            }
        }
    }
}
