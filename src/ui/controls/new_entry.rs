//! New entries of the directory, from a name that the user typed.

use crate::campaign::directory::{CustomField, Directory, FieldKind, List, Logic, Product, RoundRobin, User};
use crate::campaign::edit::DirectoryEntry;
use crate::campaign::edit::directory::check_key;
use crate::campaign::text::free_name;

/// A new entry with this name and a free id, which can be edited later.
pub fn named(list: List, name: &str, directory: &Directory) -> DirectoryEntry {
    let name = name.trim().to_owned();
    match list {
        List::Users => DirectoryEntry::User(User {
            id: short_id(list, &name, directory),
            name,
            email: String::new(),
            sales_rep: false,
        }),
        List::RoundRobins => DirectoryEntry::RoundRobin(RoundRobin {
            id: short_id(list, &name, directory),
            name,
            logic: Logic::OnePerRound,
            members: Vec::new(),
        }),
        List::Products => DirectoryEntry::Product(Product {
            id: short_id(list, &name, directory),
            name,
            price: String::new(),
            currency: "USD".to_owned(),
        }),
        List::Fields => {
            let key = free(list, &words(&name).join("_"), "_", directory);
            DirectoryEntry::Field(CustomField { key, label: name, kind: FieldKind::Text })
        }
        List::Stages => DirectoryEntry::Stage(name),
        List::Tags => DirectoryEntry::Tag(name),
        List::ActionSets => DirectoryEntry::ActionSet(name),
    }
}

/// The noun for a custom field of this kind.
pub fn field_noun(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "text field",
        FieldKind::Number => "number field",
        FieldKind::Date => "date field",
        FieldKind::DateTime => "date and time field",
    }
}

/// Whether a noun is that of a custom field.
pub fn is_field_noun(noun: &str) -> bool {
    [FieldKind::Text, FieldKind::Number, FieldKind::Date, FieldKind::DateTime].map(field_noun).contains(&noun)
}

/// The kind that the name of a field says: a “Renewal date” is a date.
pub fn likely_kind(name: &str) -> FieldKind {
    const DATES: [&str; 11] = [
        "date",
        "day",
        "birthday",
        "anniversary",
        "deadline",
        "expires",
        "expiry",
        "renews",
        "renewal",
        "since",
        "until",
    ];
    const NUMBERS: [&str; 10] =
        ["number", "count", "amount", "score", "points", "age", "quantity", "total", "percent", "seats"];
    let words = words(name);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    match (has(&DATES), has(&["time"]), has(&NUMBERS)) {
        (true, true, _) => FieldKind::DateTime,
        (true, false, false) => FieldKind::Date,
        (_, _, true) => FieldKind::Number,
        (false, _, false) => FieldKind::Text,
    }
}

/// The first word of the name, or more words until it is unique.
fn short_id(list: List, name: &str, directory: &Directory) -> String {
    let words = words(name);
    let longer = (1..=words.len()).map(|count| words[..count].join("-"));
    let free_one = longer.into_iter().find(|id| is_free(list, id, directory));
    free_one.unwrap_or_else(|| free(list, &words.join("-"), "-", directory))
}

/// Lower case words of letters and digits.
fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect()
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

    #[test]
    fn the_name_of_a_field_says_its_kind() {
        assert_eq!(likely_kind("Renewal date"), FieldKind::Date);
        assert_eq!(likely_kind("Last day of trial"), FieldKind::Date);
        assert_eq!(likely_kind("Date and time of call"), FieldKind::DateTime);
        assert_eq!(likely_kind("Number of days"), FieldKind::Number, "“days” is a number of them");
        assert_eq!(likely_kind("Lead score"), FieldKind::Number);
        assert_eq!(likely_kind("Company size"), FieldKind::Text);
        assert_eq!(likely_kind("Update"), FieldKind::Text, "only whole words count");
    }
}
