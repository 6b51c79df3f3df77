//! Rules that need contacts: addresses that are none, owners who are no users, and fields and addresses that no contact has.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::calendar::timer::FieldTimersRead;
use crate::campaign::directory::List;
use crate::campaign::document::Campaign;
use crate::campaign::fields::{Column, Field, field_name};
use crate::campaign::kinds::assign::Assignees;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::{FieldFilter, Need, TextKind, Visitor};
use crate::campaign::kinds::{Assign, Basis, CreateAppointment, FieldTimerSettings, Kind, Reach};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::merge::{MergeField, TextPiece, pieces};
use crate::campaign::text::thousands;

use super::codes::Code;
use super::finding::FindingPlace;
use super::fix::Fix;
use super::nearest::Nearest;
use super::notes::FindingList;
use super::population::PopulationFacts;
use super::scene::CheckedSequence;
use super::words::{self, count, either, quote};

/// Most unknown owners that are listed; the others are counted.
const MOST_OWNERS: usize = 10;

/// Reports contacts whose address is none (files-and-commands.md, *Contacts file*).
pub(super) fn check_addresses(facts: &PopulationFacts<'_>, notes: &mut FindingList) {
    let Some(bad) = facts.bad_addresses() else { return };
    let verb = if bad.count == 1 { "has" } else { "have" };
    let who = if bad.count == 1 { "It is" } else { "The first is" };
    let message = format!(
        "{} {verb} an address that is none. {who} “{}”, of {}.",
        count(bad.count, "contact"),
        quote(&bad.text),
        quote(&bad.contact)
    );
    notes.campaign(Code::BadContactAddress, FindingPlace::Contacts, message);
}

pub(super) fn check_owners(
    campaign: &Campaign,
    facts: &PopulationFacts<'_>,
    nearest: &mut Nearest,
    notes: &mut FindingList,
) {
    let verb = |contacts: usize| if contacts == 1 { "has" } else { "have" };
    for (owner, contacts) in facts.unknown_owners.iter().take(MOST_OWNERS) {
        let (people, verb) = (count(*contacts, "contact"), verb(*contacts));
        let message = format!("{people} {verb} the owner `{}`, who isn't in the directory.", quote(owner));
        let known = campaign.directory.users.iter().flat_map(|user| [(&*user.id, &user.id), (&*user.name, &user.id)]);
        let known = nearest.of(owner, known);
        let finding = notes.campaign(Code::UnknownOwner, FindingPlace::Contacts, message);
        match known {
            Some(known) => finding.help = format!("Did you mean `{known}`? {}", finding.help),
            None => finding.fix = Some(Fix::AddToDirectory { list: List::Users, name: owner.clone() }),
        }
    }
    let others = facts.unknown_owners.get(MOST_OWNERS..).unwrap_or_default();
    if !others.is_empty() {
        let contacts = others.iter().map(|(_, contacts)| contacts).sum();
        let (people, verb) = (count(contacts, "contact"), verb(contacts));
        let message =
            format!("{people} {verb} {} more owners who aren't in the directory.", thousands(others.len() as u64));
        notes.campaign(Code::UnknownOwner, FindingPlace::Contacts, message);
    }
}

/// Finds items that need something that no contact has.
pub(super) fn check_fields(scene: &CheckedSequence<'_>, facts: &PopulationFacts<'_>, notes: &mut FindingList) {
    if facts.len() == 0 {
        return;
    }
    let set = set_fields(scene);
    let mut uses = Uses::default();
    for place in 0..scene.sequence.items.len() {
        dateless_timer(scene, place, &set, facts, notes);
        dateless_appointment(scene, place, &set, facts, notes);
        uses.add(scene, place, notes);
    }
    uses.report(scene, &set, facts, notes);
}

fn dateless_timer(
    scene: &CheckedSequence<'_>,
    place: usize,
    set: &FxHashSet<Field>,
    facts: &PopulationFacts<'_>,
    notes: &mut FindingList,
) {
    let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = &scene.item(place).kind else { return };
    let Some((_, field, _)) = schedule.complete(scene.directory) else { return };
    let reads_at_entry = scene.campaign.rules.field_timers_read == FieldTimersRead::AtEntry;
    let is_told = notes.has(scene, place, Code::FieldReadAtEntry);
    let may_be_set = !reads_at_entry && set.contains(&field);
    if !is_told && !may_be_set && !facts.is_filled(field) {
        dateless(scene, place, field, "all contacts skip ahead", notes);
    }
}

fn dateless_appointment(
    scene: &CheckedSequence<'_>,
    place: usize,
    set: &FxHashSet<Field>,
    facts: &PopulationFacts<'_>,
    notes: &mut FindingList,
) {
    let Kind::CreateAppointment(CreateAppointment { basis: Some(Basis::Field(key)), .. }) = &scene.item(place).kind
    else {
        return;
    };
    let field = Field::named(key, scene.directory).filter(|field| field.is_dated(scene.directory));
    if let Some(field) = field
        && !set.contains(&field)
        && !facts.is_filled(field)
    {
        dateless(scene, place, field, "it is skipped for all contacts", notes);
    }
}

fn dateless(scene: &CheckedSequence<'_>, place: usize, field: Field, so: &str, notes: &mut FindingList) {
    let named = words::item(scene.item(place));
    let name = field_name(field.key(scene.directory), scene.directory);
    let message = format!("{named} reads “{name}”, but no contact has a date there, so {so}.");
    notes.item(scene, place, Code::NobodyHasDate, message);
}

/// The fields that the items of a sequence may set.
fn set_fields(scene: &CheckedSequence<'_>) -> FxHashSet<Field> {
    scene.items().filter_map(|(_, item)| item.kind.settings().sets(scene.directory)).collect()
}

/// The first item that uses something, and the number of items that do.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
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

    /// The items in words: `Email “Welcome” (item 2) and 3 other items`.
    fn named(&self, scene: &CheckedSequence<'_>) -> String {
        let first = words::item(scene.item(self.first));
        match self.count {
            0 | 1 => first,
            more => format!("{first} and {}", count(more - 1, "other item")),
        }
    }
}

/// What the items of a sequence need from the contacts.
#[derive(Default)]
struct Uses {
    /// Fields used in texts and in the columns of lists.
    fields: BTreeMap<Field, Users>,
    owner: Users,
    /// Each requirement for reaching a contact, in the order of the items that have it.
    reaches: Vec<(Reach, Users)>,
}

/// The parts of a contact's record that one item reads.
struct Reads<'s> {
    directory: &'s IndexedDirectory<'s>,
    fields: FxHashSet<Field>,
    owner: bool,
}

impl<'a> Visitor<'a> for Reads<'_> {
    fn text(&mut self, _: Setting, text: &'a String, writing: TextKind, _: Need) {
        if !writing.merges() {
            return;
        }
        for piece in pieces(text, self.directory) {
            match piece {
                TextPiece::Field(MergeField::Contact(field)) => {
                    self.fields.insert(field);
                }
                TextPiece::Field(MergeField::OwnerName | MergeField::OwnerEmail) => self.owner = true,
                TextPiece::Text(_) | TextPiece::Unknown(_) => {}
            }
        }
    }

    fn name(&mut self, _: Setting, list: List, name: &'a String) {
        if list == List::Fields {
            self.fields.extend(Field::named(name, self.directory));
        }
    }

    // A field from which a date is read has its own rule. A field that an item sets may be empty.
    fn field(&mut self, _: Setting, _: &'a String, _: FieldFilter) {}

    fn assign(&mut self, _: Setting, assign: &'a Option<Assign>, among: Assignees) {
        self.owner |= among.owner && assign == &Some(Assign::Owner);
    }
}

impl Uses {
    fn add(&mut self, scene: &CheckedSequence<'_>, place: usize, notes: &FindingList) {
        let kind = &scene.item(place).kind;
        let mut reads = Reads { directory: scene.directory, fields: FxHashSet::default(), owner: false };
        kind.walk(&mut reads);
        if reads.owner {
            self.owner.add(place);
        }
        for field in reads.fields {
            self.fields.entry(field).or_default().add(place);
        }
        // Without a licence, the item is skipped for all contacts, which is reported elsewhere.
        if let Some(reach) = kind.settings().reach().filter(|_| !notes.has(scene, place, Code::NoLicense)) {
            match self.reaches.iter_mut().find(|(known, _)| *known == reach) {
                Some((_, users)) => users.add(place),
                None => self.reaches.push((reach, Users { first: place, count: 1 })),
            }
        }
    }

    fn report(
        &self,
        scene: &CheckedSequence<'_>,
        set: &FxHashSet<Field>,
        facts: &PopulationFacts<'_>,
        notes: &mut FindingList,
    ) {
        let owner = Field::Column(Column::Owner);
        if self.owner.count > 0 && !set.contains(&owner) && !facts.is_filled(owner) {
            let message = format!("No contact has an owner, needed by {}.", self.owner.named(scene));
            notes.item(scene, self.owner.first, Code::NobodyHasOwner, message);
        }
        // Fields that are used together, such as those of an address, are missing together.
        let mut empty: Vec<(Users, Vec<String>)> = Vec::new();
        for (&field, users) in
            self.fields.iter().filter(|(field, _)| !set.contains(*field) && !facts.is_filled(**field))
        {
            let name = format!("“{}”", field_name(field.key(scene.directory), scene.directory));
            match empty.iter_mut().find(|(known, _)| known == users) {
                Some((_, names)) => names.push(name),
                None => empty.push((*users, vec![name])),
            }
        }
        for (users, names) in empty {
            let message = format!("No contact has a value in {}, used by {}.", either(&names), users.named(scene));
            notes.item(scene, users.first, Code::NobodyHasField, message);
        }
        for (reach, users) in &self.reaches {
            let missing = match reach {
                Reach::Columns(columns, called) => (!facts.has_all(columns)).then_some(*called),
                Reach::MarketableEmail if !facts.is_filled(Field::Column(Column::Email)) => Some("an email address"),
                Reach::MarketableEmail => {
                    (!facts.is_marketable()).then_some("an email address that allows marketing email")
                }
            };
            if let Some(missing) = missing {
                unaddressed(scene, users, missing, notes);
            }
        }
    }
}

fn unaddressed(scene: &CheckedSequence<'_>, users: &Users, what: &str, notes: &mut FindingList) {
    let verb = if users.count == 1 { "is" } else { "are" };
    let message = format!("No contact has {what}, so {} {verb} skipped for all contacts.", users.named(scene));
    notes.item(scene, users.first, Code::NobodyHasAddress, message);
}
