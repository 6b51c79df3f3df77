//! The child program that saves while it is killed or its saves fail: this test program itself, started again.

use std::path::Path;
use std::process::{Child, Command};

use dripline::storage::campaign_file::{read, save};
use dripline::workbench::samples;

use crate::killing::{self, BEGINS, again, say};

/// Environment variables that tell the child which file to save to, and how often.
const FILE: &str = "DRIPLINE_TEST_SAVES_TO";
const TIMES: &str = "DRIPLINE_TEST_SAVES";

/// The child's part. In a normal test run, it does nothing.
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

/// The version number in a description; 0 if there is none.
pub fn number(description: &str) -> u64 {
    description.strip_prefix("Version ").and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// A command that saves a file this number of times. `before` is a command that traces or limits it.
pub fn command(before: &[&str], file: &Path, times: u64) -> Command {
    let mut command = again(before, "saving::child::child");
    command.env(FILE, file).env(TIMES, times.to_string());
    command
}

/// Starts the child.
pub fn start(before: &[&str], file: &Path, times: u64) -> Child {
    command(before, file, times).spawn().expect("the child starts")
}

/// Runs the child to its end, and returns its messages.
pub fn run(before: &[&str], file: &Path, times: u64) -> String {
    let output = command(before, file, times).output().expect("the child runs");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The last version that the child acknowledged.
pub fn acknowledged(said: &str) -> Option<u64> {
    killing::acknowledged(said, "saved")
}
