//! What keeps an item from working (`rules.md` §6, *Configured*), gathered on a walk over its settings.

use crate::campaign::directory::List;
use crate::campaign::fields::Field;
use crate::campaign::known::IndexedDirectory;

use super::assign::{Assign, Assignees};
use super::setting::Setting;
use super::walk::{FieldFilter, Need, TextKind, Visitor};

/// Why a setting is missing or can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingFault {
    /// The setting is not set.
    Missing(Setting),
    /// It is set to something that cannot work.
    Wrong(Setting, InvalidSetting),
    /// It names something that is not in a list of the directory: the list, and the name, which may be empty.
    Unknown(Setting, List, String),
}

/// What is wrong with a setting that cannot work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidSetting {
    /// A part of a timer's schedule is missing or out of bounds.
    Schedule,
    /// The field of this key holds no date.
    HoldsNoDate(String),
    /// The field of this key can't be set.
    Protected(String),
    /// The user of this id is no sales rep.
    NoSalesRep(String),
    /// Assign Owner takes the owner from the owner.
    OwnerOfOwner,
    /// A merge field stands where it does not work.
    MergeField,
    /// A value is of another kind than its field.
    DoesNotFit,
    /// A web address that is none, and why.
    Url(&'static str),
    /// A web address with a port other than 80 and 443.
    Port,
}

impl InvalidSetting {
    /// What is wrong, as the end of a sentence: `the field holds no date`.
    pub fn why(&self) -> String {
        match self {
            InvalidSetting::Schedule => "a part of it is missing or out of bounds".to_owned(),
            InvalidSetting::HoldsNoDate(key) => format!("`{key}` holds no date"),
            InvalidSetting::Protected(key) => format!("`{key}` can't be updated"),
            InvalidSetting::NoSalesRep(id) => format!("user `{id}` is no sales rep"),
            InvalidSetting::OwnerOfOwner => "the owner can't be the owner's own source".to_owned(),
            InvalidSetting::MergeField => "merge fields don't work in a field's value".to_owned(),
            InvalidSetting::DoesNotFit => "it does not fit the field's kind".to_owned(),
            InvalidSetting::Url(why) => (*why).to_owned(),
            InvalidSetting::Port => "only the ports 80 and 443 are allowed".to_owned(),
        }
    }
}

/// The faults found so far.
pub struct Faults<'d> {
    directory: &'d IndexedDirectory<'d>,
    found: Vec<SettingFault>,
}

impl<'d> Faults<'d> {
    /// None yet; names are looked up in the directory.
    pub fn new(directory: &'d IndexedDirectory<'d>) -> Self {
        Self { directory, found: Vec::new() }
    }

    /// All of them, in the order in which people fill settings in.
    pub fn found(self) -> Vec<SettingFault> {
        self.found
    }

    /// The directory that settings name entries of.
    pub(super) fn directory(&self) -> &'d IndexedDirectory<'d> {
        self.directory
    }

    /// A setting that is not there.
    pub(super) fn missing(&mut self, setting: Setting) {
        self.found.push(SettingFault::Missing(setting));
    }

    /// A setting that cannot work.
    pub(super) fn wrong(&mut self, setting: Setting, wrong: InvalidSetting) {
        self.found.push(SettingFault::Wrong(setting, wrong));
    }

    /// A timer's schedule.
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
    /// A text is there if it is not empty; blanks alone are not empty.
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
