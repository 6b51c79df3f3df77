//! The program that saves while it is killed or refused: this test program itself, started again.

use std::path::Path;
use std::process::{Child, Command};

use dripline::storage::campaign_file::{read, save};
use dripline::workbench::samples;

use crate::killing::{self, BEGINS, again, say};

/// What the child does, as the name of a variable of its environment: the file to save to, and how often.
const FILE: &str = "DRIPLINE_TEST_SAVES_TO";
const TIMES: &str = "DRIPLINE_TEST_SAVES";

/// The child's part; in the tests' own run there is nothing to do.
#[test]
fn child() {
    let (Ok(file), Ok(times)) = (std::env::var(FILE), std::env::var(TIMES)) else { return };
    let path = Path::new(&file);
    let times: u64 = times.parse().expect("a number");
    let mut campaign = samples::first();
    let first = read(path).map_or(0, |loaded| number(&loaded.campaign.description)) + 1;
    say(BEGINS);
    for number in first..first + times {
        campaign.description = format!("Version {number}");
        say(&match save(path, &campaign) {
            Ok(_) => format!("saved {number}"),
            Err(error) => format!("refused {number}: {error}"),
        });
    }
}

/// The number of the version that a description tells.
pub fn number(description: &str) -> u64 {
    description.strip_prefix("Version ").and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// A command that saves so often to a file; before it stands what traces or limits it.
pub fn command(before: &[&str], file: &Path, times: u64) -> Command {
    let mut command = again(before, "saving::child::child");
    command.env(FILE, file).env(TIMES, times.to_string());
    command
}

/// Starts it.
pub fn start(before: &[&str], file: &Path, times: u64) -> Child {
    command(before, file, times).spawn().expect("the child starts")
}

/// Lets it run to its end; what it said.
pub fn run(before: &[&str], file: &Path, times: u64) -> String {
    let output = command(before, file, times).output().expect("the child runs");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The last version that it acknowledged.
pub fn acknowledged(said: &str) -> Option<u64> {
    killing::acknowledged(said, "saved")
}
