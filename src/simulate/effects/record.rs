//! The whole record of a contact while its effects are computed: fields, tags and owner after the visits so far.

use crate::calendar::span::FieldDate;
use crate::calendar::{DateTime, Instant};
use crate::campaign::directory::{Directory, User};
use crate::campaign::document::Campaign;
use crate::campaign::fields::{Column, Field};
use crate::campaign::kinds::send_http_post::percent_encoded;
use crate::campaign::merge::{MergeField, fill};
use crate::simulate::plan::{Plan, SetField, Write};
use crate::simulate::record::{Contact, date_written};

/// The value that an item wrote into a field.
#[derive(Clone)]
enum Written<'a> {
    Text(&'a str),
    Date(FieldDate),
}

/// A change that an item made to a record.
pub(in crate::simulate) struct RecordChange {
    /// The changed field. Owner and tags are columns too: the value is a user's id, or tags separated by `;`.
    pub field: Field,
    /// The value before, as written to a contacts file.
    pub before: String,
}

/// The record of one contact.
pub(in crate::simulate) struct ContactRecord<'a> {
    plan: &'a Plan,
    campaign: &'a Campaign,
    contact: Contact<'a>,
    /// When the contact entered.
    pub entered: Instant,
    /// A column that is taken to be empty, to see a text without it.
    pub without: Option<Column>,
    /// The current tags of the contact.
    pub tags: Vec<String>,
    owner: Option<String>,
    /// The values that items wrote, by index in [`Plan::set_fields`]; `None` for fields that no item wrote so far.
    fields: Vec<Option<Written<'a>>>,
}

impl<'a> ContactRecord<'a> {
    pub fn new(plan: &'a Plan, campaign: &'a Campaign, contact: Contact<'a>, entered: Instant) -> Self {
        let column = |column| contact.block.column(column, contact.row);
        let tags = column(Column::Tags).split(';').map(str::trim).filter(|tag| !tag.is_empty());
        let owner = column(Column::Owner);
        Self {
            plan,
            campaign,
            contact,
            entered,
            without: None,
            tags: tags.map(str::to_owned).collect(),
            owner: (!owner.is_empty()).then(|| owner.to_owned()),
            fields: vec![None; plan.set_fields().len()],
        }
    }

    /// Writes a field at an instant. Returns the field with its value before.
    pub fn set(&mut self, set: &'a SetField, at: Instant) -> RecordChange {
        let before = self.value(set.field);
        let date = date_written(&set.write, at, self.plan.zone());
        self.fields[set.set] = match (&set.write, date) {
            (_, Some(date)) => Some(Written::Date(date)),
            (Write::Text(text), None) => Some(Written::Text(text)),
            (Write::Date(_) | Write::RunDate | Write::RunMinute, None) => None,
        };
        RecordChange { field: set.field, before }
    }

    /// Sets the contact's owner; `None` removes it. Returns the owner before.
    pub fn own(&mut self, user: Option<&str>) -> RecordChange {
        let before = std::mem::replace(&mut self.owner, user.map(str::to_owned));
        RecordChange { field: Field::Column(Column::Owner), before: before.unwrap_or_default() }
    }

    /// Removes tags, then applies tags. Returns all tags before.
    pub fn tag(&mut self, apply: &[String], remove: &[&String]) -> RecordChange {
        let before = self.tags.join(";");
        self.tags.retain(|tag| !remove.contains(&tag));
        for tag in apply {
            if !self.tags.contains(tag) {
                self.tags.push(tag.clone());
            }
        }
        RecordChange { field: Field::Column(Column::Tags), before }
    }

    /// The directory of the campaign.
    pub fn directory(&self) -> &'a Directory {
        &self.campaign.directory
    }

    /// The current value of a field, as written to a contacts file.
    pub fn value(&self, field: Field) -> String {
        if self.is_without(field) {
            return String::new();
        }
        let set = self.plan.set_fields().iter().position(|set| *set == field);
        match set.and_then(|set| self.fields[set].as_ref()) {
            Some(Written::Text(text)) => (*text).to_owned(),
            Some(Written::Date(date)) => date.cell(),
            None => match field {
                Field::Column(Column::Owner) => self.owner.clone().unwrap_or_default(),
                Field::Column(Column::Tags) => self.tags.join(";"),
                field => self.contact.block.cell(field, self.contact.row),
            },
        }
    }

    fn is_without(&self, field: Field) -> bool {
        self.without.is_some_and(|column| field == Field::Column(column))
    }

    /// The current value of a date field; `None` if it is empty.
    pub fn date(&self, field: Field) -> Option<FieldDate> {
        let set = self.plan.set_fields().iter().position(|set| *set == field);
        match set.and_then(|set| self.fields[set].as_ref()) {
            Some(Written::Date(date)) => Some(*date),
            _ => self.contact.block.date(field, self.contact.row),
        }
    }

    /// The current value of a column.
    pub fn column(&self, column: Column) -> String {
        self.value(Field::Column(column))
    }

    /// A text with its merge fields filled; unknown ones stay as they were typed.
    pub fn merged(&self, text: &str) -> String {
        self.filled(text, |field| self.merge_value(field))
    }

    /// A web address with its merge fields filled, and their values percent-encoded.
    pub fn merged_url(&self, url: &str) -> String {
        self.filled(url, |field| percent_encoded(&self.merge_value(field)))
    }

    fn filled(&self, text: &str, value: impl Fn(MergeField) -> String) -> String {
        // Most texts of tables have no merge field.
        if !text.contains('~') {
            return text.to_owned();
        }
        let mut filled = String::with_capacity(text.len());
        for piece in fill(text, &self.campaign.directory, value) {
            filled.push_str(piece.text());
        }
        filled
    }

    /// The current value of a merge field.
    pub fn merge_value(&self, field: MergeField) -> String {
        match field {
            // Only fields that can be set may be dates.
            MergeField::Contact(field) if field.can_be_set() && !self.is_without(field) => match self.date(field) {
                Some(date) => date.merged(),
                None => self.value(field),
            },
            MergeField::Contact(field) => self.value(field),
            MergeField::OwnerName => self.owner_as(|user| &user.name).to_owned(),
            MergeField::OwnerEmail => self.owner_as(|user| &user.email).to_owned(),
        }
    }

    fn owner_as(&self, what: impl Fn(&User) -> &str) -> &str {
        let owner = self.owner.as_deref().and_then(|id| self.campaign.directory.user(id));
        owner.map(what).unwrap_or_default()
    }

    /// The local time in the campaign's zone at an instant.
    pub fn local(&self, at: Instant) -> DateTime {
        self.plan.zone().local_at(at)
    }
}
