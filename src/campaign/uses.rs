//! Where the entries of the directory are used.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::document::Campaign;
use super::edit::List;
use super::fields::Column;
use super::ids::ItemRef;
use super::item::{Assign, Basis, Deliver, Kind, Recipient};
use super::rehearsal::People;

/// A place that names an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Where.
    pub spot: Spot,
    /// Which setting: `Tag to apply`.
    pub what: &'static str,
}

/// What names an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// This item.
    Item(ItemRef),
    /// The round robin at this place.
    RoundRobin(usize),
    /// The rehearsal at this place: a person typed in by hand.
    Rehearsal(usize),
}

/// Everything that names an entry: items in order, each setting once, then round robins and rehearsals.
pub fn uses(campaign: &Campaign, list: List, name: &str) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    each_use(campaign, &mut |spot, what, of, named| {
        let found = Use { spot, what };
        if of == list && named == name && uses.last() != Some(&found) {
            uses.push(found);
        }
    });
    uses
}

/// How often each entry of the directory is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    lists: [Vec<usize>; 7],
}

impl Counts {
    /// The counts of a list's entries, by their places.
    pub fn of(&self, list: List) -> &[usize] {
        &self.lists[list as usize]
    }
}

/// How often each entry is named, in one pass; of entries of one name the first is.
pub fn count_all(campaign: &Campaign) -> Counts {
    let mut counts = Counts::default();
    let mut places: [FxHashMap<&str, usize>; 7] = Default::default();
    for list in List::ALL {
        let length = list.len(&campaign.directory);
        counts.lists[list as usize] = vec![0; length];
        for place in 0..length {
            if let Some(name) = list.name_at(&campaign.directory, place) {
                places[list as usize].entry(name).or_insert(place);
            }
        }
    }
    each_use(campaign, &mut |_, _, list, name| {
        if let Some(&place) = places[list as usize].get(name) {
            counts.lists[list as usize][place] += 1;
        }
    });
    counts
}

/// What a name stands in, what it is there, its list, and it.
type Visit<'a> = dyn FnMut(Spot, &'static str, List, &str) + 'a;

fn each_use(campaign: &Campaign, visit: &mut Visit<'_>) {
    for sequence in &campaign.sequences {
        for item in &sequence.items {
            let spot = Spot::Item(sequence.id.item(item.id));
            each_setting(&item.kind, &mut |what, list, name| visit(spot, what, list, name));
            each_text(&item.kind, &mut |text| {
                merge_keys(text).for_each(|key| visit(spot, "Merge field", List::Fields, &text[key]));
            });
        }
    }
    for (number, robin) in campaign.directory.round_robins.iter().enumerate() {
        robin.members.iter().for_each(|(id, _)| visit(Spot::RoundRobin(number), "Member", List::Users, id));
    }
    for (number, rehearsal) in campaign.rehearsals.iter().enumerate() {
        let People::People(people) = &rehearsal.people else { continue };
        let spot = Spot::Rehearsal(number);
        for (key, cell) in people.iter().flat_map(|person| &person.0) {
            match key.as_str() {
                "owner" => visit(spot, "Owner", List::Users, cell),
                "tags" => cell.split(';').for_each(|tag| visit(spot, "Tag", List::Tags, tag.trim())),
                key => visit(spot, "Field", List::Fields, key),
            }
        }
    }
}

/// Every setting that names an entry; a test holds it to what renaming changes.
fn each_setting(kind: &Kind, visit: &mut dyn FnMut(&'static str, List, &str)) {
    match kind {
        Kind::FieldTimer { schedule: Some(schedule) } => {
            schedule.field.iter().for_each(|key| visit("Field", List::Fields, key));
        }
        Kind::Email { to: Some(Recipient::User(id)), .. } => visit("To", List::Users, id),
        Kind::ApplyRemoveTag { apply, remove } => {
            apply.iter().for_each(|tag| visit("Tag to apply", List::Tags, tag));
            remove.iter().for_each(|tag| visit("Tag to remove", List::Tags, tag));
        }
        Kind::CreateTask { assign, .. } | Kind::AssignOwner { assign } => assigned(assign.as_ref(), visit),
        Kind::CreateAppointment { user, basis, .. } => {
            user.iter().for_each(|id| visit("User", List::Users, id));
            if let Some(Basis::Field(key)) = basis {
                visit("Basis", List::Fields, key);
            }
        }
        Kind::SetFieldValue { field: Some(key), .. } => visit("Field", List::Fields, key),
        Kind::CreateOpportunity { assign, stage, .. } => {
            assigned(assign.as_ref(), visit);
            stage.iter().for_each(|stage| visit("Stage", List::Stages, stage));
        }
        Kind::FulfillmentList { deliver, columns, .. } => {
            if let Some(Deliver::Dashboard(id)) = deliver {
                visit("Deliver to", List::Users, id);
            }
            columns.iter().for_each(|key| visit("Column", List::Fields, key));
        }
        Kind::CreateOrder { products, .. } => {
            products.iter().for_each(|(id, _)| visit("Product", List::Products, id));
        }
        Kind::ActionSet { name } => visit("Action set", List::ActionSets, name),
        _ => {}
    }
}

fn assigned(assign: Option<&Assign>, visit: &mut dyn FnMut(&'static str, List, &str)) {
    match assign {
        Some(Assign::User(id)) => visit("Assigned to", List::Users, id),
        Some(Assign::RoundRobin(id)) => visit("Assigned to", List::RoundRobins, id),
        Some(Assign::Owner) | None => {}
    }
}

fn each_text(kind: &Kind, visit: &mut dyn FnMut(&str)) {
    match kind {
        Kind::Email { to, subject, body } => {
            if let Some(Recipient::Address(address)) = to {
                visit(address);
            }
            visit(subject);
            visit(body);
        }
        Kind::Fax { body } | Kind::Letter { body } => visit(body),
        Kind::ApplyNote { title, body } | Kind::CreateTask { title, body, .. } => {
            visit(title);
            visit(body);
        }
        Kind::CreateAppointment { title, .. } | Kind::CreateOpportunity { title, .. } => visit(title),
        Kind::SendHttpPost { url, pairs, .. } => {
            visit(url);
            pairs.iter().for_each(|(_, value)| visit(value));
        }
        _ => {}
    }
}

/// Where the keys of custom fields stand in a text, as in `~Contact.key~`.
fn merge_keys(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let open = from + text[from..].find('~')? + 1;
            let close = open + text[open..].find('~')?;
            from = close + 1;
            let key = text[open..close].strip_prefix("Contact.");
            if key.is_some_and(|key| Column::merged(key).is_none()) {
                return Some(open + "Contact.".len()..close);
            }
        }
    })
}
