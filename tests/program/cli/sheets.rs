//! Contacts from spreadsheets and zips, on the command line.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::Workbook;

use super::{arg, dripline, folder};

/// A workbook with these sheets, each with rows of texts.
fn workbook(folder: &Path, name: &str, sheets: &[(&str, &[&[&str]])]) -> PathBuf {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (row, cells) in (0u32..).zip(*rows) {
            sheet.write_row(row, 0, cells.iter().copied()).expect("written");
        }
    }
    let path = folder.join(name);
    book.save(&path).expect("saved");
    path
}

const SUMS: &[&[&str]] = &[&["Month", "Sum"], &["May", "3"]];
const LIST: &[&[&str]] =
    &[&["Email", "First name", "Birthday"], &["a@x.com", "Ann", "1990-05-22"], &["b@x.com", "Bo", "soon"]];
const OLD: &[&[&str]] = &[&["Email", "First name"], &["old@x.com", "Olga"]];

#[test]
fn a_sheet_is_read_by_every_command_that_takes_contacts() {
    let folder = folder();
    let campaign = folder.path().join("campaign.ron");
    let path = workbook(folder.path(), "list.xlsx", &[("Sums", SUMS), ("List", LIST), ("Old", OLD)]);
    let said = "the sheet “List” is read, the first that looks like contacts; not read: “Sums” and “Old”";
    let cell = "row 3, column C “Birthday”: “soon” isn't a date";
    let simulated = dripline([
        "simulate",
        arg(&campaign),
        "--contacts",
        arg(&path),
        "--enter",
        "2026-03-02T09:00",
        "--events",
        "-",
    ]);
    assert_eq!(simulated.status, 0, "{}", simulated.err);
    assert!(simulated.err.contains(said) && simulated.err.contains(cell), "{}", simulated.err);
    assert!(simulated.out.contains("a@x.com,2,ran"), "{}", simulated.out);
    let checked = dripline(["check", arg(&campaign), "--contacts", arg(&path)]);
    // The first run saved how it read the file.
    let kept = "the sheet “List” is read, as saved next to the file; not read: “Sums” and “Old”";
    assert!(checked.err.contains(kept), "{}", checked.err);
    let explained =
        dripline(["explain", arg(&campaign), "--contacts", arg(&path), "--sheet", "old", "--contact", "old@x.com"]);
    assert_eq!(explained.status, 0, "{}", explained.err);
    let json = dripline(["contacts", "read", arg(&path), "--sheet", "List", "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&json["sheet"]["name"], &json["not_read"][0]["cell"]), (&"List".into(), &"C3".into()));
    assert_eq!(json["sheet"]["all"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_sheet_that_isnt_clear_is_asked_for() {
    let folder = folder();
    let campaign = folder.path().join("campaign.ron");
    let path = workbook(folder.path(), "list.xlsx", &[("Sums", SUMS), ("More", SUMS)]);
    let ran = |more: &[&str]| {
        dripline(["simulate", arg(&campaign), "--contacts", arg(&path)].into_iter().chain(more.iter().copied()))
    };
    for (more, status, words) in [
        (&[][..], 2, "none looks like contacts. Sheets: \"Sums\", \"More\". Say which with --sheet NAME"),
        (&["--sheet", "Nobody"], 2, "there is no sheet \"Nobody\". Sheets: \"Sums\", \"More\""),
        (&["--sheet", "Sums"], 3, "list.xlsx: sheet “Sums”, row 1: no column name is known"),
    ] {
        let ran = ran(more);
        assert_eq!(ran.status, status, "{}", ran.err);
        assert!(ran.err.contains(words) && ran.out.is_empty(), "{}", ran.err);
    }
    std::fs::write(&path, b"PK\x03\x04 and no more").expect("written");
    assert_eq!(ran(&[]).status, 3);
}
