//! Programs that panic or are killed with unsaved work: the next start offers it, and no report has personal data.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use dripline::campaign::edit::Edit;
use dripline::campaign::history::Grouping;
use dripline::campaign::selection::Selection;
use dripline::workbench::editor::Editor;
use dripline::workbench::recovery::{QUIET, Recovery, crash, offered};
use dripline::workbench::samples;

const FOLDER: &str = "DRIPLINE_TEST_CRASHES_IN";
const HOW: &str = "DRIPLINE_TEST_CRASHES_HOW";
/// Personal data. No part of it may be in a report or on the screen.
const SOMEBODY: &str = "Ana Petrov <ana.petrov@example.com>";

/// The child's part. In a normal test run, it does nothing.
#[test]
fn child() {
    let (Ok(folder), Ok(how)) = (std::env::var(FOLDER), std::env::var(HOW)) else { return };
    let folder = Path::new(&folder);
    crash::install(Some(folder.join("crashes")), |told| eprintln!("{told}"));
    let mut recovery = Recovery::start(&folder.join("recovery")).expect("a place");
    let mut editor = Editor::of(samples::first());
    let edit = Edit::RenameCampaign("Not saved".to_owned());
    editor.apply(&edit, &Selection::default(), Grouping::Alone).expect("renamed");
    recovery.follow(&editor, 0.0);
    match how.as_str() {
        // Less than a second has passed, so there is no recovery copy yet.
        "panic" => panic!("no field for {SOMEBODY}"),
        "unwrap" => unset().map_err(|()| SOMEBODY.to_owned()).unwrap(),
        "other thread" => {
            let panics = || panic!("{SOMEBODY} has no zone");
            let _ = std::thread::spawn(panics).join();
            std::process::exit(7);
        }
        _ => {
            recovery.follow(&editor, QUIET);
            recovery.finish();
            println!("ready");
            std::thread::sleep(std::time::Duration::from_secs(60));
        }
    }
}

fn unset() -> Result<(), ()> {
    std::env::var("DRIPLINE_TEST_IS_NEVER_SET").map(drop).map_err(drop)
}

fn start(folder: &Path, how: &str) -> std::process::Child {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "saving::crashes::child", "--nocapture", "--test-threads=1"]);
    command.env(FOLDER, folder).env(HOW, how).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the child starts")
}

fn assert_offered(folder: &Path, how: &str) {
    let left = offered(&folder.join("recovery"));
    let names: Vec<_> = left.iter().map(|left| left.campaign().expect("a copy").name.as_str()).collect();
    assert_eq!(names, ["Not saved"], "{how}");
}

#[test]
fn a_panic_keeps_what_is_unsaved_and_its_report_quotes_nobody() {
    for how in ["panic", "unwrap", "other thread"] {
        let folder = tempfile::tempdir().expect("a folder");
        let output = start(folder.path(), how).wait_with_output().expect("it ends");
        assert!(!output.status.success(), "{how}");
        assert_offered(folder.path(), how);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains("tests/program/saving/crashes.rs"), "{how}: {told}");
        assert!(told.contains("Unsaved changes are backed up"), "{how}: {told}");
        let reports = std::fs::read_dir(folder.path().join("crashes")).expect("reports");
        let reports: Vec<String> =
            reports.map(|entry| std::fs::read_to_string(entry.expect("one").path()).expect("a text")).collect();
        assert_eq!(reports.len(), 1, "{how}");
        assert!(
            reports[0].contains("tests/program/saving/crashes.rs") && reports[0].contains("Dripline "),
            "{}",
            reports[0]
        );
        for text in [&told, &reports[0]] {
            assert!(!text.contains("Ana Petrov") && !text.contains("ana.petrov"), "{how}: {text}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_killed_program_has_left_its_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = start(folder.path(), "kill");
    let mut said = [0; 5];
    let mut words = child.stdout.take().expect("its words");
    let mut before = Vec::new();
    // The test runner prints something before the child does.
    while !before.ends_with(b"ready") {
        words.read_exact(&mut said[..1]).expect("it goes on");
        before.push(said[0]);
    }
    assert!(offered(&folder.path().join("recovery")).is_empty(), "it still runs");
    child.kill().expect("killed");
    child.wait().expect("gone");
    assert_offered(folder.path(), "kill");
}
