//! New entries of the directory, from a name that the user typed.

use crate::campaign::directory::{CustomField, Directory, FieldKind, List, Logic, Product, RoundRobin, User};
use crate::campaign::edit::DirectoryEntry;
use crate::campaign::edit::directory::check_key;
use crate::campaign::field_kinds::{field_noun, name_words};
use crate::campaign::text::free_name;

/// A new entry with this name and a free id, which can be edited later.
pub fn named(list: List, name: &str, directory: &Directory) -> DirectoryEntry {
    let name = name.trim();
    let id = match list {
        List::Users | List::RoundRobins | List::Products => short_id(list, name, directory),
        List::Fields => free(list, &name_words(name).join("_"), "_", directory),
        List::Stages | List::Tags | List::ActionSets => name.to_owned(),
    };
    with_id(list, id, name.to_owned())
}

/// A new entry with this id and name. The entries of some lists have only a name, which is their id.
pub fn with_id(list: List, id: String, name: String) -> DirectoryEntry {
    match list {
        List::Users => DirectoryEntry::User(User { id, name, email: String::new(), sales_rep: false }),
        List::RoundRobins => {
            DirectoryEntry::RoundRobin(RoundRobin { id, name, logic: Logic::OnePerRound, members: Vec::new() })
        }
        List::Products => {
            DirectoryEntry::Product(Product { id, name, price: String::new(), currency: "USD".to_owned() })
        }
        List::Fields => DirectoryEntry::Field(CustomField { key: id, label: name, kind: FieldKind::Text }),
        List::Stages => DirectoryEntry::Stage(id),
        List::Tags => DirectoryEntry::Tag(id),
        List::ActionSets => DirectoryEntry::ActionSet(id),
    }
}

/// Whether a noun is that of a custom field.
pub fn is_field_noun(noun: &str) -> bool {
    [FieldKind::Text, FieldKind::Number, FieldKind::Date, FieldKind::DateTime].map(field_noun).contains(&noun)
}

/// The first word of the name, or more words until it is unique.
fn short_id(list: List, name: &str, directory: &Directory) -> String {
    let words = name_words(name);
    let longer = (1..=words.len()).map(|count| words[..count].join("-"));
    let free_one = longer.into_iter().find(|id| is_free(list, id, directory));
    free_one.unwrap_or_else(|| free(list, &words.join("-"), "-", directory))
}

fn is_free(list: List, id: &str, directory: &Directory) -> bool {
    let taken = (0..list.len(directory)).any(|place| list.name_at(directory, place) == Some(id));
    let is_column = list == List::Fields && check_key(id).is_err();
    !taken && !is_column
}

/// The id, with a number if it is taken.
fn free(list: List, id: &str, insertion: &str, directory: &Directory) -> String {
    let id = if id.is_empty() { list.word().replace(' ', insertion) } else { id.to_owned() };
    free_name(&id, insertion, |id| !is_free(list, id, directory))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_called_by_the_first_name_as_long_as_it_is_the_only_one() {
        let mut directory = Directory::default();
        for id in ["kim", "kim-lee", "kim-lee-2"] {
            let DirectoryEntry::User(user) = named(List::Users, "Kim Lee", &directory) else { panic!("a user") };
            assert_eq!(user.id, id);
            directory.users.push(user);
        }
    }

    #[test]
    fn a_field_never_takes_the_key_of_a_column() {
        let entry = named(List::Fields, "First name", &Directory::default());
        assert_eq!(entry.name(), "first_name_2");
        assert_eq!(named(List::Fields, "Renewal date", &Directory::default()).name(), "renewal_date");
        assert_eq!(named(List::Fields, "…", &Directory::default()).name(), "custom_field");
    }
}
