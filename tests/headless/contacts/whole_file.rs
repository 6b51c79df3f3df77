//! What the first rows of a large file leave open is decided by all of its rows.

use std::fmt::Write as _;

use dripline::contacts::dates::date_format::DateFormat;
use dripline::contacts::mapping::Overrides;
use dripline::storage::contacts_file::ContactsFile;
use dripline::storage::contacts_file::error::ContactsError;

use super::{Campaign, file_in, not_read, read};

/// A file of this many rows, with one column besides the address; `cell` gives the cell of a row, from 0.
fn file_of(rows: usize, column: &str, cell: impl Fn(usize) -> String) -> Vec<u8> {
    let mut text = format!("Email Address,{column}\n");
    for row in 0..rows {
        writeln!(text, "p{row}@example.com,{}", cell(row)).expect("written");
    }
    text.into_bytes()
}

fn open(bytes: &[u8]) -> (tempfile::TempDir, Result<ContactsFile, ContactsError>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file_in(&folder, bytes);
    let file = Campaign::new().open(&path);
    (folder, file)
}

/// The key of a field for the first and the last contact of a file.
fn first_and_last(bytes: &[u8], key: &str) -> [String; 2] {
    let campaign = Campaign::new();
    let (_folder, file) = open(bytes);
    let (people, _) = read(&file.unwrap_or_else(|error| panic!("{error}")), 2);
    [0, people.len() - 1].map(|at| campaign.cells(&people, at, &[key]).remove(0))
}

#[test]
fn an_order_that_only_the_last_row_proves_holds_for_the_first() {
    let bytes = file_of(3000, "Birthday", |row| if row == 2999 { "25/12/1990" } else { "03/04/1980" }.to_owned());
    assert_eq!(first_and_last(&bytes, "birthday"), ["1980-04-03", "1990-12-25"]);
    let bytes = file_of(3000, "Birthday", |row| if row == 2999 { "12/25/1990" } else { "03/04/1980" }.to_owned());
    assert_eq!(first_and_last(&bytes, "birthday"), ["1980-03-04", "1990-12-25"]);
}

#[test]
fn an_order_that_no_row_proves_is_asked_for() {
    let (_folder, file) = open(&file_of(3000, "Birthday", |row| if row < 1500 { "" } else { "03/04/1980" }.to_owned()));
    let error = file.expect_err("an ambiguous order").to_string();
    assert!(error.contains("03/04/1980") && error.contains("1502"), "{error}");
}

#[test]
fn two_orders_are_said_with_both_lines() {
    let (_folder, file) = open(&file_of(3000, "Birthday", |row| {
        match row {
            0..10 => "12/25/1990",
            2990.. => "25/12/1990",
            _ => "03/04/1980",
        }
        .to_owned()
    }));
    let error = file.expect_err("two orders").to_string();
    assert!(["line 2", "12/25/1990", "line 2992", "25/12/1990"].iter().all(|part| error.contains(part)), "{error}");
}

#[test]
fn one_cell_of_another_order_far_below_is_told_and_not_read() {
    let (_folder, file) =
        open(&file_of(3000, "Birthday", |row| if row == 2999 { "25/12/1990" } else { "12/25/1980" }.to_owned()));
    let file = file.expect("nearly all cells agree");
    let doubts = file.doubts().join("\n");
    assert!(doubts.contains("line 3001") && doubts.contains("25/12/1990"), "{doubts}");
    let (people, counts) = read(&file, 2);
    assert_eq!((people.len(), counts.rejected), (3000, 0));
    assert_eq!(not_read(&counts).len(), 1);
}

#[test]
fn a_separator_of_tags_is_proved_by_rows_far_below() {
    let bytes = file_of(3000, "Tags", |row| {
        match row {
            0..2000 => "VIP",
            2999 => "VIP|Customer|Berlin",
            _ => "Customer",
        }
        .to_owned()
    });
    assert_eq!(first_and_last(&bytes, "tags"), ["VIP", "VIP;Customer;Berlin"]);
}

#[test]
fn a_box_that_is_ticked_only_far_below_leaves_the_others_without_consent() {
    let bytes = file_of(3000, "Opt In", |row| if row == 2999 { "yes" } else { "" }.to_owned());
    assert_eq!(first_and_last(&bytes, "email_status"), ["non_marketable", "unconfirmed"]);
    // A no far below says that people without an answer weren't asked.
    let bytes = file_of(3000, "Opt In", |row| {
        match row {
            0 => "yes",
            2999 => "no",
            _ => "",
        }
        .to_owned()
    });
    let campaign = Campaign::new();
    let (_folder, file) = open(&bytes);
    let (people, _) = read(&file.expect("a file"), 2);
    assert_eq!(campaign.cells(&people, 1, &["email_status"]), ["unconfirmed"]);
}

#[test]
fn what_the_user_says_is_not_looked_for() {
    let overrides = Overrides { date_format: DateFormat::parse("MM/DD/YYYY"), ..Overrides::default() };
    let folder = tempfile::tempdir().expect("a folder");
    let path = file_in(&folder, &file_of(3000, "Birthday", |_| "03/04/1980".to_owned()));
    let campaign = Campaign::new();
    let file = ContactsFile::open(&path, campaign.target(), &overrides);
    let (people, _) = read(&file.expect("an order"), 2);
    assert_eq!(campaign.cells(&people, 0, &["birthday"]), ["1980-03-04"]);
}
