//! Contacts typed by hand are read with the rules of a contacts file.

use super::Campaign;
use dripline::campaign::rehearsal::Person;
use dripline::contacts::mapping::MappingError;
use dripline::contacts::people::population;
use dripline::contacts::reject::Reject;

fn person(cells: &[(&str, &str)]) -> Person {
    Person(cells.iter().map(|(key, cell)| ((*key).to_owned(), (*cell).to_owned())).collect())
}

#[test]
fn people_become_contacts() {
    let campaign = Campaign::new();
    let people = [
        person(&[("id", "a"), ("birthday", "1990-02-03"), ("plan", "basic"), ("entered", "2026-01-01T09:00")]),
        person(&[("email", "b@example.com"), ("email_status", "confirmed")]),
        person(&[("first_name", "Cy")]),
        person(&[("id", ""), ("first_name", "Dan")]),
        person(&[("id", "a")]),
        person(&[("id", "f"), ("birthday", "3 Feb")]),
    ];
    let (list, rejects) =
        population(&people, &campaign.layout, &campaign.directory, &campaign.zone).expect("known keys");
    let cells: Vec<_> = (0..list.len()).map(|at| campaign.cells(&list, at, &["id", "plan", "entered"])).collect();
    assert_eq!(cells, [["a", "basic", "2026-01-01T14:00:00Z"], ["b@example.com", "", ""], ["row-3", "", ""]]);
    assert_eq!(rejects.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [4, 5, 6]);
    assert_eq!(rejects[0].1, Reject::EmptyId);
    assert_eq!(rejects[1].1, Reject::IdSeen("a".to_owned()));
    assert_eq!(rejects[2].1.to_string(), "column `birthday`: `3 Feb` isn't a date in the file's format, YYYY-MM-DD");
}

#[test]
fn an_unknown_key_is_named() {
    let campaign = Campaign::new();
    let people = [person(&[("id", "a"), ("shoe_size", "44")])];
    let error = population(&people, &campaign.layout, &campaign.directory, &campaign.zone).expect_err("unknown");
    assert_eq!(error, MappingError::UnknownField("shoe_size".to_owned()));
}
