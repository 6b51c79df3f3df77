//! Fixes of the directory.

use crate::campaign::directory::{Directory, List, User};
use crate::campaign::edit::{DirectoryEdit, DirectoryEntry, Edit};
use crate::campaign::new_entry;
use crate::findings::Fix;

/// Adds what a fix creates.
pub(super) fn add(fix: &Fix, directory: &Directory) -> Option<Edit> {
    created(fix, directory).map(|entry| Edit::Directory(DirectoryEdit::Add(entry)))
}

/// The directory entry that a fix creates; `None` if it creates none, or the directory has it already.
pub fn created(fix: &Fix, directory: &Directory) -> Option<DirectoryEntry> {
    let (list, name, entry) = if let Fix::AddToDirectory { list, name } = fix {
        // A round robin needs members, and a field its kind.
        if matches!(list, List::RoundRobins | List::Fields) {
            return None;
        }
        (*list, name, new_entry::with_id(*list, name.clone(), name.clone()))
    } else if let Fix::AddField { key, kind } = fix {
        let mut entry = new_entry::with_id(List::Fields, key.clone(), key.clone());
        if let DirectoryEntry::Field(field) = &mut entry {
            field.kind = *kind;
        }
        (List::Fields, key, entry)
    } else {
        return None;
    };
    let is_new = (0..list.len(directory)).all(|place| list.name_at(directory, place) != Some(name));
    is_new.then_some(entry)
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
