//! Edits of the directory.

use super::edits::{DirectoryEdit, DirectoryEntry};
use super::refused::Refused;
use super::rename;
use crate::campaign::directory::{Directory, List};
use crate::campaign::document::Campaign;
use crate::campaign::fields::Column;

pub(super) fn apply(edit: &DirectoryEdit, campaign: &mut Campaign) -> Result<(), Refused> {
    let directory = &mut campaign.directory;
    match edit {
        DirectoryEdit::Add(entry) => {
            check(directory, entry, None)?;
            put(directory, entry.clone(), None);
        }
        DirectoryEdit::Change(place, entry) => {
            let was = entry.list().name_at(directory, *place).ok_or(Refused::Gone)?.to_owned();
            check(directory, entry, Some(*place))?;
            put(directory, entry.clone(), Some(*place));
            if was != entry.name() {
                rename::rename(campaign, entry.list(), &was, entry.name());
            }
        }
        DirectoryEdit::Remove(list, place) => {
            list.name_at(directory, *place).ok_or(Refused::Gone)?;
            each_list(directory, *list, ListChange::Remove(*place));
        }
        DirectoryEdit::Move(list, from, to) => {
            list.name_at(directory, *from).ok_or(Refused::Gone)?;
            each_list(directory, *list, ListChange::Move(*from, *to));
        }
        DirectoryEdit::CustomerHub(licensed) => directory.customer_hub = *licensed,
    }
    Ok(())
}

enum ListChange {
    Remove(usize),
    Move(usize, usize),
}

fn each_list(directory: &mut Directory, list: List, change: ListChange) {
    fn on<T>(entries: &mut Vec<T>, change: ListChange) {
        match change {
            ListChange::Remove(place) => {
                entries.remove(place);
            }
            ListChange::Move(from, to) => {
                let entry = entries.remove(from);
                entries.insert(to.min(entries.len()), entry);
            }
        }
    }
    match list {
        List::Users => on(&mut directory.users, change),
        List::RoundRobins => on(&mut directory.round_robins, change),
        List::Stages => on(&mut directory.sales_stages, change),
        List::Tags => on(&mut directory.tags, change),
        List::Products => on(&mut directory.products, change),
        List::ActionSets => on(&mut directory.action_sets, change),
        List::Fields => on(&mut directory.custom_fields, change),
    }
}

/// Checks that names are unique in their list, and that a custom field's key isn't a contact column and works as a
/// merge field.
fn check(directory: &Directory, entry: &DirectoryEntry, but: Option<usize>) -> Result<(), Refused> {
    let (list, name) = (entry.list(), entry.name());
    if name.is_empty() {
        return Err(Refused::NameNeeded);
    }
    if list == List::Fields {
        check_key(name)?;
    }
    let taken =
        (0..list.len(directory)).any(|place| Some(place) != but && list.name_at(directory, place) == Some(name));
    if taken { Err(Refused::NameTaken(name.to_owned())) } else { Ok(()) }
}

/// Whether a custom field can have this key.
///
/// # Errors
/// If the key is a contact column, in files or in merge fields, or if it can't be used in a merge field.
pub fn check_key(key: &str) -> Result<(), Refused> {
    match key {
        key if Column::named(key).or_else(|| Column::merged(key)).is_some() => {
            Err(Refused::KeyIsColumn(key.to_owned()))
        }
        key if key.contains('~') => Err(Refused::KeyHasTilde),
        _ => Ok(()),
    }
}

/// Replaces an entry, or adds it at the end.
fn put(directory: &mut Directory, entry: DirectoryEntry, at: Option<usize>) {
    fn on<T>(entries: &mut Vec<T>, entry: T, at: Option<usize>) {
        match at {
            Some(place) => entries[place] = entry,
            None => entries.push(entry),
        }
    }
    match entry {
        DirectoryEntry::User(user) => on(&mut directory.users, user, at),
        DirectoryEntry::RoundRobin(robin) => on(&mut directory.round_robins, robin, at),
        DirectoryEntry::Stage(name) => on(&mut directory.sales_stages, name, at),
        DirectoryEntry::Tag(name) => on(&mut directory.tags, name, at),
        DirectoryEntry::Product(product) => on(&mut directory.products, product, at),
        DirectoryEntry::ActionSet(name) => on(&mut directory.action_sets, name, at),
        DirectoryEntry::Field(field) => on(&mut directory.custom_fields, field, at),
    }
}

impl DirectoryEntry {
    /// The list that the entry belongs to.
    pub fn list(&self) -> List {
        match self {
            DirectoryEntry::User(_) => List::Users,
            DirectoryEntry::RoundRobin(_) => List::RoundRobins,
            DirectoryEntry::Stage(_) => List::Stages,
            DirectoryEntry::Tag(_) => List::Tags,
            DirectoryEntry::Product(_) => List::Products,
            DirectoryEntry::ActionSet(_) => List::ActionSets,
            DirectoryEntry::Field(_) => List::Fields,
        }
    }

    /// The id, key or name that items use.
    pub fn name(&self) -> &str {
        match self {
            DirectoryEntry::User(user) => &user.id,
            DirectoryEntry::RoundRobin(robin) => &robin.id,
            DirectoryEntry::Product(product) => &product.id,
            DirectoryEntry::Field(field) => &field.key,
            DirectoryEntry::Stage(name) | DirectoryEntry::Tag(name) | DirectoryEntry::ActionSet(name) => name,
        }
    }
}

impl DirectoryEdit {
    pub(super) fn label(&self, campaign: &Campaign) -> String {
        match self {
            DirectoryEdit::Add(entry) => format!("Add {} “{}”", entry.list().word(), entry.name()),
            DirectoryEdit::Change(place, entry) => {
                let was = entry.list().name_at(&campaign.directory, *place).unwrap_or_default();
                let verb = if was == entry.name() { "Change" } else { "Rename" };
                format!("{verb} {} “{was}”", entry.list().word())
            }
            DirectoryEdit::Remove(list, place) => {
                let name = list.name_at(&campaign.directory, *place).unwrap_or_default();
                format!("Delete {} “{name}”", list.word())
            }
            DirectoryEdit::Move(list, ..) => format!("Move {}", list.word()),
            DirectoryEdit::CustomerHub(true) => "Add CustomerHub licence".to_owned(),
            DirectoryEdit::CustomerHub(false) => "Remove CustomerHub licence".to_owned(),
        }
    }
}
