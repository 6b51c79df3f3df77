//! Numbers and fields in words.

use crate::calendar::words::capital;
use crate::campaign::directory::Directory;
use crate::campaign::fields::field_name;
use crate::campaign::text::thousands;
use crate::contacts::status::EmailStatus;

/// Fewer contacts than this need no warning.
const FREE: u64 = 200_000;
/// Memory of a contact, in bytes, and of each item it reaches.
const PERSON: u64 = 370;
const VISIT: u64 = 28;
/// Visits computed in a second.
const VISITS_A_SECOND: u64 = 20_000_000;

/// The time and memory for a number of contacts, if it is worth mentioning: for an average computer, and contacts that
/// reach every item.
pub fn cost(count: u64, items: usize) -> Option<String> {
    let items = items as u64;
    let bytes = count.saturating_mul(PERSON + VISIT * items);
    let seconds = count.saturating_mul(items + 8) / VISITS_A_SECOND;
    let memory = match bytes / 1_000_000 {
        megabytes @ 0..1_000 => format!("{megabytes} MB"),
        megabytes @ 1_000..10_000 => format!("{}.{} GB", megabytes / 1_000, megabytes / 100 % 10),
        megabytes => format!("{} GB", thousands(megabytes / 1_000)),
    };
    let time = match seconds {
        0..2 => "a second or two".to_owned(),
        2..90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", thousands(seconds.div_ceil(60))),
    };
    (count > FREE).then(|| format!("Takes about {memory} of memory, and {time} after each change."))
}

/// How many columns of a file are not used, if any.
pub fn unused(unused: usize, all: usize) -> Option<String> {
    let (of, so) = match (unused, all) {
        (0, _) => return None,
        (1, 1) => ("The only column is".to_owned(), "if you need it"),
        (1, _) => (format!("1 of {all} columns is"), "if you need it"),
        (_, _) => (format!("{unused} of {all} columns are"), "for those you need"),
    };
    Some(format!("{of} not used: choose a field {so}."))
}

/// The name of the field with a key.
pub fn field(key: &str, directory: &Directory) -> String {
    capital(&field_name(key, directory))
}

/// The words for an email status: `Non marketable`.
pub fn status(status: EmailStatus) -> String {
    capital(&status.word().replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_are_not_used_are_counted_in_good_grammar() {
        assert_eq!(unused(0, 10), None);
        assert_eq!(unused(1, 10).as_deref(), Some("1 of 10 columns is not used: choose a field if you need it."));
        assert_eq!(unused(1, 1).as_deref(), Some("The only column is not used: choose a field if you need it."));
        assert_eq!(unused(3, 10).as_deref(), Some("3 of 10 columns are not used: choose a field for those you need."));
    }

    #[test]
    fn what_many_people_cost_is_told() {
        assert_eq!(cost(10_000, 30), None);
        assert!(cost(1_000_000, 30).is_some_and(|words| words.contains("1.2 GB") && words.contains("a second or two")));
        assert!(cost(1_000_000_000, 30).is_some_and(|words| words.contains("minutes")));
    }
}
