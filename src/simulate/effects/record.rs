//! A contact's whole record while its effects are told: fields, tags and owner as they stand then.

use serde_json::Value;

use crate::calendar::span::FieldDate;
use crate::calendar::{Instant, Wall};
use crate::campaign::directory::User;
use crate::campaign::fields::{Column, Field};
use crate::campaign::item::Kind;
use crate::campaign::merge::{MergeField, Piece, pieces};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Action, Perform, Write};
use crate::simulate::record::{Contact, date_written};

use super::{Teller, detail};

/// What an item wrote into a field.
#[derive(Clone)]
enum Written<'a> {
    Text(&'a str),
    Date(FieldDate),
}

/// What an item changed of a record.
pub(super) enum Change<'a> {
    /// A field, and what it held before.
    Field(Field, String),
    /// The owner, and who it was before.
    Owner(Option<String>),
    /// The tags.
    Tags {
        /// What they were.
        before: Vec<String>,
        /// What was put on.
        applied: &'a [String],
        /// What was taken off.
        removed: Vec<&'a String>,
    },
}

/// The record of one contact.
pub(super) struct Record<'a> {
    pub(super) teller: Teller<'a>,
    pub(super) contact: Contact<'a>,
    pub(super) entered: Instant,
    pub(super) tags: Vec<String>,
    pub(super) owner: Option<String>,
    /// By place among the plan's set fields.
    fields: Vec<Option<Written<'a>>>,
}

impl<'a> Record<'a> {
    pub(super) fn new(teller: Teller<'a>, contact: Contact<'a>, entered: Instant) -> Self {
        let column = |column| contact.block.column(column, contact.row);
        let tags = column(Column::Tags).split(';').map(str::trim).filter(|tag| !tag.is_empty());
        let owner = column(Column::Owner);
        Self {
            teller,
            contact,
            entered,
            tags: tags.map(str::to_owned).collect(),
            owner: (!owner.is_empty()).then(|| owner.to_owned()),
            fields: vec![None; teller.plan.set_fields().len()],
        }
    }

    /// Performs the item of a visit that ran; `user` is who it was given to. Tells what it has done.
    pub(super) fn perform(&mut self, visit: &Visit, user: Option<&str>) -> Option<(&'static str, Value)> {
        let item = &self.teller.plan.items()[visit.rank as usize];
        let Action::Perform(_) = &item.action else { return None };
        match self.change(visit, user) {
            Some(Change::Field(field, before)) => Some(detail::field(self, field, before)),
            Some(Change::Owner(before)) => Some(detail::owner(before, user)),
            Some(Change::Tags { applied, removed, .. }) => {
                Some(("tag", serde_json::json!({ "applied": applied, "removed": removed, "tags": self.tags })))
            }
            None => detail::of(self, &self.teller.sequence.items[item.place].kind, visit, user),
        }
    }

    /// Changes the record as the item of a visit that ran does; none if that kind of item changes nothing of it.
    pub(super) fn change(&mut self, visit: &Visit, user: Option<&str>) -> Option<Change<'a>> {
        let item = &self.teller.plan.items()[visit.rank as usize];
        let Action::Perform(perform) = &item.action else { return None };
        match (perform, &self.teller.sequence.items[item.place].kind) {
            (Perform::Set(set), _) => {
                let before = self.value(set.field);
                let date = date_written(&set.write, visit.arrived, self.teller.plan.zone());
                self.fields[set.set] = match (&set.write, date) {
                    (_, Some(date)) => Some(Written::Date(date)),
                    (Write::Text(text), None) => Some(Written::Text(text)),
                    (_, None) => None,
                };
                Some(Change::Field(set.field, before))
            }
            (Perform::Own(_), _) => Some(Change::Owner(std::mem::replace(&mut self.owner, user.map(str::to_owned)))),
            (_, Kind::ApplyRemoveTag { apply, remove }) => Some(self.tag(apply, remove)),
            _ => None,
        }
    }

    /// Puts tags on and takes tags off; one in both lists ends up on.
    fn tag(&mut self, apply: &'a [String], remove: &'a [String]) -> Change<'a> {
        let before = self.tags.clone();
        let removed: Vec<&String> = remove.iter().filter(|tag| !apply.contains(tag)).collect();
        self.tags.retain(|tag| !removed.contains(&tag));
        for tag in apply {
            if !self.tags.contains(tag) {
                self.tags.push(tag.clone());
            }
        }
        Change::Tags { before, applied: apply, removed }
    }

    /// A field as it stands now, as a contacts file holds it.
    pub(super) fn value(&self, field: Field) -> String {
        let set = self.teller.plan.set_fields().iter().position(|set| *set == field);
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

    /// A date field as it stands now.
    pub(super) fn date(&self, field: Field) -> Option<FieldDate> {
        let set = self.teller.plan.set_fields().iter().position(|set| *set == field);
        match set.and_then(|set| self.fields[set].as_ref()) {
            Some(Written::Date(date)) => Some(*date),
            _ => self.contact.block.date(field, self.contact.row),
        }
    }

    /// The value of a column as it stands now.
    pub(super) fn column(&self, column: Column) -> String {
        self.value(Field::Column(column))
    }

    /// A text with its merge fields filled; unknown ones stay as they were typed.
    pub(super) fn merged(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        for piece in pieces(text, &self.teller.campaign.directory) {
            match piece {
                Piece::Text(text) | Piece::Unknown(text) => filled.push_str(text),
                Piece::Field(MergeField::Contact(field)) => filled.push_str(&self.value(field)),
                Piece::Field(MergeField::OwnerName) => filled.push_str(self.owner_as(|user| &user.name)),
                Piece::Field(MergeField::OwnerEmail) => filled.push_str(self.owner_as(|user| &user.email)),
            }
        }
        filled
    }

    fn owner_as(&self, what: impl Fn(&User) -> &str) -> &str {
        let owner = self.owner.as_deref().and_then(|id| self.teller.campaign.directory.user(id));
        owner.map(what).unwrap_or_default()
    }

    /// The campaign's wall clock at an instant.
    pub(super) fn wall(&self, at: Instant) -> Wall {
        self.teller.plan.zone().wall_at(at)
    }
}
