//! Fixes of the directory.

use crate::campaign::directory::{Directory, List, Product, User};
use crate::campaign::edit::{DirectoryEdit, DirectoryEntry, Edit};

/// Adds an entry to a list that lacks it.
pub(super) fn add(directory: &Directory, list: List, name: &str) -> Option<Edit> {
    let is_new = (0..list.len(directory)).all(|place| list.name_at(directory, place) != Some(name));
    entry(list, name).filter(|_| is_new).map(|entry| Edit::Directory(DirectoryEdit::Add(entry)))
}

/// Makes a user a sales rep.
pub(super) fn make_sales_rep(directory: &Directory, id: &str) -> Option<Edit> {
    let place = directory.users.iter().position(|user| user.id == *id)?;
    let user = User { sales_rep: true, ..directory.users[place].clone() };
    Some(Edit::Directory(DirectoryEdit::Change(place, DirectoryEntry::User(user))))
}

/// Replaces an unknown member of a round robin by a known one, or removes it if the known one is a member already.
pub(super) fn use_member(directory: &Directory, robin: &str, unknown: &str, known: &str) -> Option<Edit> {
    let place = directory.round_robins.iter().position(|other| other.id == *robin)?;
    let mut robin = directory.round_robins[place].clone();
    let is_member = robin.members.iter().any(|(member, _)| member == known);
    robin.members.retain(|(member, _)| member != unknown || !is_member);
    for (member, _) in robin.members.iter_mut().filter(|(member, _)| member == unknown) {
        known.clone_into(member);
    }
    Some(Edit::Directory(DirectoryEdit::Change(place, DirectoryEntry::RoundRobin(robin))))
}

/// Removes the second entry with a name.
pub(super) fn remove_second(directory: &Directory, list: List, name: &str) -> Option<Edit> {
    let mut same = (0..list.len(directory)).filter(|place| list.name_at(directory, *place) == Some(name));
    same.nth(1).map(|second| Edit::Directory(DirectoryEdit::Remove(list, second)))
}

/// Removes all entries with blank names.
pub(super) fn remove_blank(directory: &Directory, list: List) -> Vec<Edit> {
    let is_blank = |place: &usize| list.name_at(directory, *place).is_some_and(|name| name.trim().is_empty());
    // From the last one, so that the indices of the others stay the same.
    let blank = (0..list.len(directory)).rev().filter(is_blank);
    blank.map(|place| Edit::Directory(DirectoryEdit::Remove(list, place))).collect()
}

/// A new entry of which only the name is known; `None` for lists whose entries need more.
fn entry(list: List, name: &str) -> Option<DirectoryEntry> {
    let name = name.to_owned();
    match list {
        List::Tags => Some(DirectoryEntry::Tag(name)),
        List::Stages => Some(DirectoryEntry::Stage(name)),
        List::ActionSets => Some(DirectoryEntry::ActionSet(name)),
        List::Users => {
            let user = User { id: name.clone(), name, email: String::new(), sales_rep: false };
            Some(DirectoryEntry::User(user))
        }
        List::Products => {
            let (price, currency) = (String::new(), "USD".to_owned());
            Some(DirectoryEntry::Product(Product { id: name.clone(), name, price, currency }))
        }
        List::RoundRobins | List::Fields => None,
    }
}
