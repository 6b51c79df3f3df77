//! Nobody is mailed on a misunderstanding: a whole cohort with every kind of word in its columns of consent.

use std::collections::BTreeSet;
use std::path::PathBuf;

use dripline::calendar::{DateTime, Instant};
use dripline::contacts::mapping::Overrides;
use dripline::contacts::reject::CellKind;
use dripline::simulate::outcome::Outcome;
use dripline::simulate::run::Control;
use dripline::workbench::people::ContactsSource;
use dripline::workbench::scene::{Request, RunScene};
use dripline::workbench::simulate::keep;

use super::{Campaign, file_in, read};

/// Words that say yes in a column of status.
const YES: [&str; 4] = ["Confirmed", "subscribed", "Opted In", "Double Opt-In"];
/// Words that nobody should take for a yes.
const NOT_UNDERSTOOD: [&str; 20] = [
    "pending?",
    "perhaps",
    "tbd",
    "???",
    "ask again",
    "1/2",
    "maybe later",
    "yes?",
    "see notes",
    "#N/A!",
    "yno",
    "!subscribed",
    "ok, but",
    "2",
    "-1",
    "left the company",
    "confirmed by phone, not by mail",
    "unsubscribed? check",
    "Ja/Nein",
    "\u{FFFD}",
];
/// The item of the campaign that mails everybody who may be mailed.
const HELLO: u64 = 2;

#[test]
fn nobody_is_mailed_whose_consent_is_not_understood() {
    let folder = tempfile::tempdir().expect("a folder");
    let word = |row: usize| match row % 3 {
        0 => YES[row / 3 % YES.len()],
        _ => NOT_UNDERSTOOD[row % NOT_UNDERSTOOD.len()],
    };
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(["Email Address", "Email Status"]).expect("written");
    for row in 0..3000 {
        csv.write_record([&format!("p{row}@example.com"), word(row)]).expect("written");
    }
    let path = file_in(&folder, &csv.into_inner().expect("flushed"));
    let request = Request {
        campaign: PathBuf::from("tests/field/base.ron"),
        sequence: None,
        enter: DateTime::parse_minutes("2026-03-02T09:00"),
        until: None,
        now: Instant::FIRST,
    };
    let source = ContactsSource::File { path, overrides: Overrides::default() };
    let scene = RunScene::open(&request, Some(&source)).expect("a campaign");
    let people = scene.people(&source).expect("contacts");
    let kept = keep(&scene, &people, 2, &Control::default()).expect("a run");
    let mut mailed = BTreeSet::new();
    for place in 0..kept.population.len() {
        let (segment, row) = kept.run.locate(place as u64).expect("a contact");
        let mut visits = segment.span(row).map(|index| segment.visit(index));
        let hello = visits.find(|visit| scene.plan.items()[visit.rank as usize].item.item == HELLO).expect("a visit");
        if hello.outcome == Outcome::Ran {
            mailed.insert(place);
        }
    }
    let allowed: BTreeSet<usize> = (0..3000).filter(|row| row % 3 == 0).collect();
    let wrongly = mailed.difference(&allowed).map(|&row| word(row)).collect::<BTreeSet<_>>();
    assert!(wrongly.is_empty(), "mailed after {wrongly:?}");
    assert_eq!(mailed.len(), allowed.len());
}

#[test]
fn every_word_that_is_not_understood_is_listed() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    for column in ["Email Status", "Opt In", "Unsubscribed", "Marketing consent"] {
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(["Email Address", column]).expect("written");
        csv.write_record(["yes@example.com", "yes"]).expect("written");
        for (row, word) in NOT_UNDERSTOOD.iter().enumerate() {
            csv.write_record([&format!("p{row}@example.com"), *word]).expect("written");
        }
        let file = campaign.open(&file_in(&folder, &csv.into_inner().expect("flushed"))).expect("a file");
        let (people, counts) = read(&file, 1);
        let listed: Vec<_> = counts.cells.not_read.iter().filter(|cell| cell.kind == CellKind::Status).collect();
        let read_as = |row: usize| campaign.cells(&people, row + 1, &["email_status"]).remove(0);
        for (row, word) in NOT_UNDERSTOOD.iter().enumerate() {
            let status = read_as(row);
            assert!(status == "non_marketable" || status == "unsubscribed", "{column}: “{word}” is {status}");
            let is_listed = listed.iter().any(|cell| cell.text == *word);
            let is_objection = status == "unsubscribed" || word.contains("pending");
            assert!(is_listed || is_objection, "{column}: “{word}” isn't listed");
        }
    }
}
