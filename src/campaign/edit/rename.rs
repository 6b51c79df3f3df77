//! Safe renaming: everything that names an entry of the directory follows it.

use super::super::document::Campaign;
use super::super::fields::Column;
use super::super::item::{Assign, Basis, Deliver, Item, Kind, Recipient};
use super::super::rehearsal::People;
use super::List;

/// Renames all uses of an entry, in every sequence, round robin and rehearsal.
pub(super) fn rename(campaign: &mut Campaign, list: List, was: &str, is: &str) {
    for item in campaign.sequences.iter_mut().flat_map(|sequence| &mut sequence.items) {
        each_name(item, list, &mut |name| {
            if name == was {
                is.clone_into(name);
            }
        });
        // `~Contact.Email~` is the column, even beside a custom field that a file calls so.
        if list == List::Fields && Column::merged(was).is_none() {
            let (was, is) = (format!("~Contact.{was}~"), format!("~Contact.{is}~"));
            each_text(&mut item.kind, &mut |text| {
                if text.contains(&was) {
                    *text = text.replace(&was, &is);
                }
            });
        }
    }
    if list == List::Users {
        let members = campaign.directory.round_robins.iter_mut().flat_map(|robin| &mut robin.members);
        members.filter(|(id, _)| id == was).for_each(|(id, _)| is.clone_into(id));
    }
    rename_people(campaign, list, was, is);
}

/// The typed-in people of rehearsals: their owner, tags and custom fields.
fn rename_people(campaign: &mut Campaign, list: List, was: &str, is: &str) {
    for rehearsal in &mut campaign.rehearsals {
        let People::People(people) = &mut rehearsal.people else { continue };
        for cells in people.iter_mut().map(|person| &mut person.0) {
            match list {
                List::Users => {
                    if let Some(owner) = cells.get_mut("owner").filter(|owner| *owner == was) {
                        is.clone_into(owner);
                    }
                }
                List::Fields => {
                    if let Some(cell) = cells.remove(was) {
                        cells.insert(is.to_owned(), cell);
                    }
                }
                List::Tags => {
                    if let Some(tags) = cells.get_mut("tags") {
                        let renamed = tags.split(';').map(|tag| if tag.trim() == was { is } else { tag });
                        *tags = renamed.collect::<Vec<_>>().join(";");
                    }
                }
                _ => {}
            }
        }
    }
}

/// Every place in an item's settings that names an entry of a list.
pub fn each_name(item: &mut Item, list: List, visit: &mut impl FnMut(&mut String)) {
    let assigned = |assign: &mut Option<Assign>, visit: &mut dyn FnMut(&mut String)| match assign {
        Some(Assign::User(id)) if list == List::Users => visit(id),
        Some(Assign::RoundRobin(id)) if list == List::RoundRobins => visit(id),
        _ => {}
    };
    match &mut item.kind {
        Kind::Email { to: Some(Recipient::User(id)), .. } if list == List::Users => visit(id),
        Kind::CreateTask { assign, .. } | Kind::AssignOwner { assign } => assigned(assign, visit),
        Kind::CreateOpportunity { assign, stage, .. } => {
            assigned(assign, visit);
            if let (List::Stages, Some(stage)) = (list, stage) {
                visit(stage);
            }
        }
        Kind::CreateAppointment { user, basis, .. } => match (list, user, basis) {
            (List::Users, Some(id), _) => visit(id),
            (List::Fields, _, Some(Basis::Field(key))) => visit(key),
            _ => {}
        },
        Kind::ApplyRemoveTag { apply, remove } if list == List::Tags => {
            apply.iter_mut().chain(remove).for_each(visit);
        }
        Kind::FieldTimer { schedule: Some(schedule) } if list == List::Fields => {
            schedule.field.iter_mut().for_each(visit);
        }
        Kind::SetFieldValue { field: Some(key), .. } if list == List::Fields => visit(key),
        Kind::FulfillmentList { deliver, columns, .. } => match (list, deliver) {
            (List::Users, Some(Deliver::Dashboard(id))) => visit(id),
            (List::Fields, _) => columns.iter_mut().for_each(visit),
            _ => {}
        },
        Kind::CreateOrder { products, .. } if list == List::Products => {
            products.iter_mut().for_each(|(id, _)| visit(id));
        }
        Kind::ActionSet { name } if list == List::ActionSets => visit(name),
        _ => {}
    }
}

/// Every text of an item in which merge fields work.
pub fn each_text(kind: &mut Kind, visit: &mut impl FnMut(&mut String)) {
    match kind {
        Kind::Email { to, subject, body } => {
            if let Some(Recipient::Address(address)) = to {
                visit(address);
            }
            [subject, body].into_iter().for_each(visit);
        }
        Kind::Fax { body } | Kind::Letter { body } => visit(body),
        Kind::ApplyNote { title, body } | Kind::CreateTask { title, body, .. } => {
            [title, body].into_iter().for_each(visit);
        }
        Kind::CreateAppointment { title, .. } | Kind::CreateOpportunity { title, .. } => visit(title),
        Kind::SendHttpPost { url, pairs, .. } => {
            visit(url);
            pairs.iter_mut().for_each(|(_, value)| visit(value));
        }
        _ => {}
    }
}
