//! Tests the rules of a sequence, with one `.case` file for each test: a campaign, contacts, and the expected results.
//! [`case`] describes the file format. `INDEX.md` lists which sentence of `src/docs/rules.md` is tested by which file.
//!
//! The expected values were derived from the text of the rules, never copied from the program's results.

mod case;
mod clock;
mod compare;
mod expect;
mod help;
mod index;
mod runner;
mod sentinel;
mod words;

use std::path::{Path, PathBuf};

/// Where the case files are.
const FOLDER: &str = "tests/rules";

/// Every case file, by name.
fn files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(FOLDER).expect("the folder of cases");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "case"));
    files.sort();
    files
}

/// The name of a case: the name of its file, without the ending.
fn name_of(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// Runs the text of a case. The error lists all differences.
pub fn check(text: &str) -> Result<(), String> {
    let case = case::Case::parse(text)?;
    match (runner::run(&case), &case.refused) {
        (Ok(_), Some(refused)) => Err(format!("it ran, but should be refused with `{refused}`")),
        (Err(error), Some(refused)) if error.contains(refused) => Ok(()),
        (got, _) => compare::compare(&case, &got?),
    }
}

#[test]
fn every_rule_comes_out_as_its_file_says() {
    let files = files();
    assert!(files.len() >= 140, "only {} case files", files.len());
    let mut wrong = Vec::new();
    for path in &files {
        let text = std::fs::read_to_string(path).expect("a case file");
        if let Err(difference) = check(&text) {
            wrong.push(format!("{}\n{difference}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n\n{}", wrong.len(), files.len(), wrong.join("\n\n"));
}
