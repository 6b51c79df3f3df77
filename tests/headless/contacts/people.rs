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
        person(&[("id", "g"), ("birthday", "soon"), ("time_zone", "Mars/Base")]),
    ];
    let typed = population(&people, &campaign.layout, &campaign.directory, &campaign.zone, campaign.target().today)
        .expect("known keys");
    let (list, rejects) = (typed.population, typed.rejects);
    let cells: Vec<_> = (0..list.len()).map(|at| campaign.cells(&list, at, &["id", "plan", "entered"])).collect();
    let without = |id: &'static str| [id, "", ""];
    let all = [
        ["a", "basic", "2026-01-01T14:00:00Z"],
        without("b@example.com"),
        without("row-3"),
        without("f"),
        without("g"),
    ];
    assert_eq!(cells, all);
    assert_eq!(campaign.cells(&list, 3, &["birthday"]), ["--02-03"]);
    assert_eq!(rejects.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [4, 5]);
    assert_eq!(rejects[0].1, Reject::EmptyId);
    assert_eq!(rejects[1].1, Reject::IdSeen("a".to_owned()));
    let not_read: Vec<_> =
        typed.not_read.iter().map(|cell| (cell.line, cell.column.as_str(), cell.text.as_str())).collect();
    assert_eq!(not_read, [(7, "birthday", "soon"), (7, "time_zone", "Mars/Base")]);
}

#[test]
fn an_unknown_key_is_named() {
    let campaign = Campaign::new();
    let people = [person(&[("id", "a"), ("shoe_size", "44")])];
    let error = population(&people, &campaign.layout, &campaign.directory, &campaign.zone, campaign.target().today)
        .expect_err("unknown");
    assert_eq!(error, MappingError::UnknownField("shoe_size".to_owned()));
}
