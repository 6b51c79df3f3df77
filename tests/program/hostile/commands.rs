//! The program's messages about hostile files, and its memory use with them.

use std::process::Command;

use crate::common::hostile::{ODD_TEXTS, ends, project, sparse};

/// The result of running the program.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program with at most 1.5 GB of address space.
pub fn run(arguments: &[&str]) -> Ran {
    let mut command = match cfg!(target_os = "linux") {
        true => {
            let mut shell = Command::new("sh");
            shell.args(["-c", "ulimit -v 1500000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_dripline")]);
            shell
        }
        false => Command::new(env!("CARGO_BIN_EXE_dripline")),
    };
    let output = command.args(arguments).output().expect("the program starts");
    Ran {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

#[test]
fn what_is_too_large_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let campaign = sparse(&folder, "large.ron", "Campaign(", 8 << 30, "");
    let campaign = campaign.to_str().expect("a path of text");
    let svg = folder.path().join("o.svg");
    for command in [
        vec!["check", campaign],
        vec!["simulate", campaign, "--generate", "5"],
        vec!["explain", campaign, "--contacts", "assets/contacts.csv", "--contact", "c000001"],
        vec!["render", campaign, "--out", svg.to_str().expect("text")],
        vec!["contacts", "generate", "5", "--seed", "1", "--campaign", campaign],
    ] {
        let ran = ends(command[0], || run(&command));
        assert_eq!((ran.status, ran.out.as_str()), (3, ""), "{}", ran.err);
        assert!(ran.err.contains("larger than 256 MB, too large for a campaign file"), "{}", ran.err);
    }
    let welcome = project("saved-campaigns/welcome.ron");
    let welcome = welcome.to_str().expect("a path of text");
    let top = (0..900).fold("id,email\n".to_owned(), |text, person| text + &format!("p{person},p@example.com\n"));
    let people = sparse(&folder, "people.csv", &(top + "b,"), 1 << 30, "\nc,c@example.com\n");
    let ran = ends("a line of a gigabyte", || {
        run(&["simulate", welcome, "--contacts", people.to_str().expect("text"), "--enter", "2026-03-02T09:00"])
    });
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("\nContacts: 901 "), "{}", ran.out);
    assert!(ran.err.contains("1 of 902 rows rejected") && ran.err.contains("line 902:"), "{}", ran.err);
    let report = sparse(&folder, "report.json", "{", 8 << 30, "");
    let report = report.to_str().expect("text");
    let ran = ends("a report", || run(&["render", welcome, "--report", report, "--out", svg.to_str().expect("text")]));
    assert_eq!(ran.status, 3, "{}", ran.err);
    let store = sparse(&folder, "runs.sqlite", "SQLite format 3\0", 8 << 30, "");
    let ran =
        ends("a store", || run(&["simulate", welcome, "--generate", "5", "--store", store.to_str().expect("text")]));
    assert_eq!(ran.status, 3, "{}", ran.err);
}

#[test]
fn odd_texts_go_through_every_command() {
    let folder = tempfile::tempdir().expect("a folder");
    for odd in ODD_TEXTS {
        let text = std::fs::read_to_string(project("saved-campaigns/welcome.ron")).expect("a sample");
        let name = format!("name: {odd:?}");
        // Rust's `{:?}` escapes a text in a way that RON reads.
        let lines = text.lines().map(|line| match line.find("name: \"") {
            Some(at) if line.trim_start().starts_with("(id: ") && !line.contains("email") => {
                let end = at + 7 + line[at + 7..].find('"').expect("its end") + 1;
                format!("{}{name}{}\n", &line[..at], &line[end..])
            }
            _ => format!("{line}\n"),
        });
        let path = folder.path().join("odd.ron");
        std::fs::write(&path, lines.collect::<String>()).expect("written");
        let file = path.to_str().expect("text");
        let out = |name: &str| folder.path().join(name).to_str().expect("text").to_owned();
        for command in [
            vec!["check", file, "--json"],
            vec!["check", file],
            vec!["simulate", file, "--generate", "20", "--report", &out("r.html"), "--events", &out("e.csv")],
            vec!["simulate", file, "--generate", "20", "--report", &out("r.csv"), "--store", &out("s.sqlite")],
            vec!["render", file, "--out", &out("o.svg")],
            vec!["render", file, "--out", &out("o.png")],
        ] {
            let ran = run(&command);
            assert!((0..=1).contains(&ran.status), "{odd:?} {command:?}: {}", ran.err);
        }
    }
}
