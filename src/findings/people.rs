//! Rules that need people: dates passed before anybody enters, fields and addresses nobody has.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::calendar::derivation::NoTrace;
use crate::calendar::moment::Due;
use crate::calendar::timer::{FieldTimersRead, ZoneChoice};
use crate::calendar::words::{long_day, long_moment};
use crate::calendar::{Instant, Zone};
use crate::campaign::document::Campaign;
use crate::campaign::fields::{Column, Field};
use crate::campaign::item::{Assign, Basis, Kind, Recipient};
use crate::campaign::merge::{MergeField, Piece, pieces};
use crate::campaign::text::thousands;

use super::codes::Code;
use super::finding::Place;
use super::nearest::Nearest;
use super::notes::Notes;
use super::population::Facts;
use super::scene::Scene;
use super::tracks::move_years;
use super::words::{self, count, quote};

/// So many unknown owners are named; the others are counted.
const MOST_OWNERS: usize = 10;

pub(super) fn check_owners(campaign: &Campaign, facts: &Facts<'_>, nearest: &mut Nearest, notes: &mut Notes) {
    let verb = |contacts: usize| if contacts == 1 { "has" } else { "have" };
    for (owner, contacts) in facts.unknown_owners.iter().take(MOST_OWNERS) {
        let (people, verb) = (count(*contacts, "contact"), verb(*contacts));
        let message = format!("{people} {verb} the owner `{}`, who is no user.", quote(owner));
        let known = campaign.directory.users.iter().flat_map(|user| [(&*user.id, &user.id), (&*user.name, &user.id)]);
        let known = nearest.of(owner, known);
        let finding = notes.campaign(Code::UnknownOwner, Place::Contacts, message);
        if let Some(known) = known {
            finding.help = format!("Did you mean `{known}`? {}", finding.help);
        }
    }
    let others = facts.unknown_owners.get(MOST_OWNERS..).unwrap_or_default();
    if !others.is_empty() {
        let contacts = others.iter().map(|(_, contacts)| contacts).sum();
        let (people, verb) = (count(contacts, "contact"), verb(contacts));
        let message = format!("{people} {verb} {} more owners who are no users.", thousands(others.len() as u64));
        notes.campaign(Code::UnknownOwner, Place::Contacts, message);
    }
}

/// Date timers whose last moment lies before the first entry.
pub(super) fn check_dates(scene: &Scene<'_>, facts: &Facts<'_>, notes: &mut Notes) {
    for (place, item) in scene.items() {
        let Kind::DateTimer { schedule: Some(schedule) } = &item.kind else { continue };
        let Some((timer, zone)) = schedule.complete() else { continue };
        let has_passed = |zone: &Zone, at: Instant| timer.due(zone, at, &mut NoTrace) == Due::Passed;
        let is_over = match zone {
            ZoneChoice::Campaign => facts.zone.as_ref().is_some_and(|zone| has_passed(zone, facts.first_entry)),
            ZoneChoice::Contact => {
                !facts.first_entries.is_empty() && facts.first_entries.iter().all(|(zone, at)| has_passed(zone, *at))
            }
        };
        if is_over {
            let entry = long_moment(facts.first_entry, facts.zone.as_ref().unwrap_or(&Zone::utc()));
            let message = format!(
                "{} has passed before anybody enters: its last date is {}, and the first contact enters on {entry}.",
                words::item(item),
                long_day(timer.last)
            );
            let fix = move_years(item.id, &timer, |moved| {
                let lies_ahead = |zone: &Zone, at: Instant| moved.due(zone, at, &mut NoTrace) != Due::Passed;
                match zone {
                    ZoneChoice::Campaign => facts.zone.as_ref().is_some_and(|zone| lies_ahead(zone, facts.first_entry)),
                    ZoneChoice::Contact => facts.first_entries.iter().all(|(zone, at)| lies_ahead(zone, *at)),
                }
            });
            notes.item(scene, place, Code::DatePassed, message).fix = fix;
        }
    }
}

/// Items that need what no contact has.
pub(super) fn check_fields(scene: &Scene<'_>, facts: &mut Facts<'_>, notes: &mut Notes) {
    if facts.len() == 0 {
        return;
    }
    let set = set_fields(scene);
    let mut uses = Uses::default();
    for (place, item) in scene.items() {
        match &item.kind {
            Kind::FieldTimer { schedule: Some(schedule) } => {
                if let Some((_, field, _)) = schedule.complete(scene.directory) {
                    let reads_at_entry = scene.campaign.rules.field_timers_read == FieldTimersRead::AtEntry;
                    let is_told = notes.has(scene, place, Code::FieldReadAtEntry);
                    let may_be_set = !reads_at_entry && set.contains(&field);
                    if !is_told && !may_be_set && !facts.is_filled(field) {
                        dateless(scene, place, field, "everybody jumps over it", notes);
                    }
                }
            }
            Kind::CreateAppointment { basis: Some(Basis::Field(key)), .. } => {
                let field = Field::named(key, scene.directory).filter(|field| field.is_dated(scene.directory));
                if let Some(field) = field
                    && !set.contains(&field)
                    && !facts.is_filled(field)
                {
                    dateless(scene, place, field, "it is skipped for everyone", notes);
                }
            }
            _ => {}
        }
        uses.add(scene, place);
    }
    uses.report(scene, &set, facts, notes);
}

fn dateless(scene: &Scene<'_>, place: usize, field: Field, so: &str, notes: &mut Notes) {
    let named = words::item(scene.item(place));
    let key = field.key(scene.directory);
    let message = format!("{named} reads `{key}`, in which no contact has a date, so {so}.");
    notes.item(scene, place, Code::NobodyHasDate, message);
}

/// What the items of a sequence may put into the contacts' records.
fn set_fields(scene: &Scene<'_>) -> FxHashSet<Field> {
    let mut set = FxHashSet::default();
    for (_, item) in scene.items() {
        match &item.kind {
            Kind::SetFieldValue { field: Some(key), .. } => set.extend(Field::named(key, scene.directory)),
            Kind::AssignOwner { .. } => set.extend([Field::Column(Column::Owner)]),
            Kind::ApplyRemoveTag { .. } => set.extend([Field::Column(Column::Tags)]),
            _ => {}
        }
    }
    set
}

/// The first item that uses something, and how many do.
#[derive(Clone, Copy, Default)]
struct Users {
    first: usize,
    count: usize,
}

impl Users {
    fn add(&mut self, place: usize) {
        if self.count == 0 {
            self.first = place;
        }
        self.count += 1;
    }

    /// `Email “Welcome” (item 2) and 3 other items`.
    fn named(&self, scene: &Scene<'_>) -> String {
        let first = words::item(scene.item(self.first));
        match self.count {
            0 | 1 => first,
            more => format!("{first} and {}", count(more - 1, "other item")),
        }
    }
}

/// What the items of a sequence need of the contacts.
#[derive(Default)]
struct Uses {
    /// In texts and in the columns of lists.
    fields: BTreeMap<Field, Users>,
    owner: Users,
    emails: Users,
    logins: Users,
    faxes: Users,
    letters: Users,
}

impl Uses {
    fn add(&mut self, scene: &Scene<'_>, place: usize) {
        let kind = &scene.item(place).kind;
        let mut fields: FxHashSet<Field> = FxHashSet::default();
        let mut needs_owner = false;
        for (_, text) in kind.texts() {
            for piece in pieces(text, scene.directory) {
                match piece {
                    Piece::Field(MergeField::Contact(field)) => {
                        fields.insert(field);
                    }
                    Piece::Field(MergeField::OwnerName | MergeField::OwnerEmail) => needs_owner = true,
                    Piece::Text(_) | Piece::Unknown(_) => {}
                }
            }
        }
        match kind {
            Kind::Email { to: Some(Recipient::Contact), .. } => self.emails.add(place),
            Kind::AddToCustomerHub => self.logins.add(place),
            Kind::Fax { .. } => self.faxes.add(place),
            Kind::Letter { .. } => self.letters.add(place),
            Kind::FulfillmentList { columns, .. } => {
                fields.extend(columns.iter().filter_map(|column| Field::named(column, scene.directory)));
            }
            Kind::CreateTask { assign, .. } | Kind::CreateOpportunity { assign, .. } => {
                needs_owner |= assign == &Some(Assign::Owner);
            }
            _ => {}
        }
        if needs_owner {
            self.owner.add(place);
        }
        for field in fields {
            self.fields.entry(field).or_default().add(place);
        }
    }

    fn report(&self, scene: &Scene<'_>, set: &FxHashSet<Field>, facts: &mut Facts<'_>, notes: &mut Notes) {
        let owner = Field::Column(Column::Owner);
        if self.owner.count > 0 && !set.contains(&owner) && !facts.is_filled(owner) {
            let message = format!("No contact has an owner, needed by {}.", self.owner.named(scene));
            notes.item(scene, self.owner.first, Code::NobodyHasOwner, message);
        }
        for (&field, users) in &self.fields {
            if !set.contains(&field) && !facts.is_filled(field) {
                let key = field.key(scene.directory);
                let message = format!("No contact has a value in `{key}`, used by {}.", users.named(scene));
                notes.item(scene, users.first, Code::NobodyHasField, message);
            }
        }
        let has_email = facts.is_filled(Field::Column(Column::Email));
        if self.emails.count > 0 && !has_email {
            unaddressed(scene, &self.emails, "an email address", notes);
        } else if self.emails.count > 0 && !facts.is_marketable() {
            unaddressed(scene, &self.emails, "an email address that may be written to", notes);
        }
        if self.logins.count > 0 && !has_email && scene.directory.customer_hub {
            unaddressed(scene, &self.logins, "an email address for a user name", notes);
        }
        if self.faxes.count > 0 && !facts.is_filled(Field::Column(Column::Fax)) {
            unaddressed(scene, &self.faxes, "a fax number", notes);
        }
        if self.letters.count > 0 && !facts.has_postal_address() {
            unaddressed(scene, &self.letters, "a street, a city and a country", notes);
        }
    }
}

fn unaddressed(scene: &Scene<'_>, users: &Users, what: &str, notes: &mut Notes) {
    let verb = if users.count == 1 { "is" } else { "are" };
    let message = format!("No contact has {what}, so {} {verb} skipped for everyone.", users.named(scene));
    notes.item(scene, users.first, Code::NobodyHasAddress, message);
}
