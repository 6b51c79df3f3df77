//! Files of a format that doesn't exist yet, read by the library and by every command. They are refused with both
//! format numbers, and stay unchanged.

use std::path::Path;
use std::process::Command;

use dripline::contacts::mapping;
use dripline::simulate::run::Control;
use dripline::storage::campaign_file::format::NEWEST;
use dripline::storage::campaign_file::{CampaignError, read, read_with};
use dripline::storage::run_store::schema::VERSION;
use dripline::workbench::runs;
use rusqlite::Connection;

use crate::common::golden::{copied, golden};

/// Runs a command that must fail with all of these words. The files of the folder must stay unchanged.
fn refused(folder: &Path, arguments: &[&str], words: &[&str]) {
    let before = content(folder);
    let output = Command::new(env!("CARGO_BIN_EXE_dripline")).args(arguments).output().expect("the program starts");
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(3), "{arguments:?}: {said}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    for word in words {
        assert!(said.contains(word), "{arguments:?}: `{word}` is missing in {said}");
    }
    assert!(content(folder) == before, "{arguments:?} changed something");
}

/// All files of a folder, with their contents.
fn content(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files.map(|path| (path.clone(), std::fs::read(path).expect("a file"))).collect();
    files.sort();
    files
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path of text")
}

#[test]
fn a_newer_campaign() {
    let (folder, path) = copied(&["campaign-1.ron"]);
    let whole = std::fs::read_to_string(&path).expect("a file");
    for (number, found) in [(NEWEST + 1, (NEWEST + 1).to_string()), (u64::MAX, u64::MAX.to_string())] {
        // A newer format may have syntax that this program can't parse.
        let newer = whole.replacen("format: 1,", &format!("format: {number}, \u{1F680} = <new> {{{{"), 1);
        std::fs::write(&path, &newer).expect("written");
        for error in [read(&path).expect_err("newer"), read_with(&path, &Control::default()).expect_err("newer")] {
            assert!(matches!(error, CampaignError::Newer { .. }), "{error}");
        }
        let words = [format!("has format {found}, "), format!("reads formats up to {NEWEST}")];
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let svg = folder.path().join("picture.svg");
        for command in [
            vec!["check", text(&path)],
            vec!["simulate", text(&path), "--generate", "5"],
            vec!["simulate", text(&path), "--rehearsal", "Twelve in March"],
            vec!["explain", text(&path), "--contacts", "assets/contacts.csv", "--contact", "c000001"],
            vec!["render", text(&path), "--out", text(&svg)],
            vec!["contacts", "generate", "5", "--seed", "1", "--campaign", text(&path)],
            vec!["open", text(&path)],
        ] {
            refused(folder.path(), &command, &words);
        }
    }
}

#[test]
fn a_newer_run_store() {
    let (folder, path) = copied(&["runs-2.sqlite", "campaign-1.ron"]);
    let store = Connection::open(&path).expect("a database");
    // A newer version has other tables.
    let change = format!("CREATE TABLE later (a); DROP TABLE people; PRAGMA user_version = {};", VERSION + 7);
    store.execute_batch(&change).expect("changed");
    drop(store);
    let before = std::fs::read(&path).expect("a file");
    let control = Control::default();
    for error in [
        runs::list(&path).map(|_| ()),
        runs::open(&path, 1, &control).map(|_| ()),
        runs::rename(&path, 1, "x"),
        runs::delete(&path, 1, &control),
    ] {
        let error = error.expect_err("newer").to_string();
        assert!(error.contains(&format!("has version {}", VERSION + 7)), "{error}");
        assert!(error.contains(&format!("versions up to {VERSION}")), "{error}");
    }
    assert!(std::fs::read(&path).expect("a file") == before);
    let words = [format!("has version {}", VERSION + 7), format!("versions up to {VERSION}")];
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let campaign = folder.path().join("campaign-1.ron");
    refused(folder.path(), &["simulate", text(&campaign), "--generate", "5", "--store", text(&path)], &words);
}

#[test]
fn a_newer_mapping() {
    let (folder, list) = copied(&["list-1.csv", "list-1.mapping.ron", "campaign-1.ron"]);
    let kept = folder.path().join("list-1.mapping.ron");
    let number = mapping::FORMAT + 1;
    let newer = std::fs::read_to_string(golden("list-1.mapping.ron")).expect("a file");
    let newer = newer.replacen("format: 1,", &format!("format: {number}, sheets: [\"new\"],"), 1);
    std::fs::write(&kept, newer).expect("written");
    let campaign = folder.path().join("campaign-1.ron");
    let words = [format!("has format {number}, "), format!("reads formats up to {}", mapping::FORMAT)];
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for more in [&[][..], &["--map", "email=E-Mail"], &["--date-format", "DD.MM.YYYY"]] {
        let command = [&["simulate", text(&campaign), "--contacts", text(&list)], more].concat();
        refused(folder.path(), &command, &words);
    }
    refused(folder.path(), &["check", text(&campaign), "--contacts", text(&list)], &words);
    let explain = ["explain", text(&campaign), "--contacts", text(&list), "--contact", "ann@example.com"];
    refused(folder.path(), &explain, &words);
}
