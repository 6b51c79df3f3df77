//! The program as a user meets it: its output, where it goes, and the exit status.

mod readme;
mod render;
mod results;
mod sheets;
mod store;
mod wrong;

use std::path::Path;
use std::process::{Command, Output};

/// The result of running the program.
pub struct Ran {
    /// Its exit status.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs the program in the project's folder.
pub fn dripline<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Ran {
    let arguments: Vec<&str> = arguments.into_iter().collect();
    ran(Command::new(env!("CARGO_BIN_EXE_dripline")).args(arguments).output())
}

/// Runs the program with arguments that are separated by blanks.
pub fn run(words: &str) -> Ran {
    dripline(words.split_whitespace())
}

fn ran(output: std::io::Result<Output>) -> Ran {
    let output = output.expect("the program starts");
    Ran {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().expect("a path of plain text")
}

/// A folder for one test, with a small campaign and three contacts.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("campaign.ron"), CAMPAIGN).expect("a file");
    std::fs::write(folder.path().join("people.csv"), PEOPLE).expect("a file");
    folder
}

/// Simulates the small campaign of a folder with its contacts.
pub fn simulate(folder: &tempfile::TempDir, more: &[&str]) -> Ran {
    let (campaign, people) = (folder.path().join("campaign.ron"), folder.path().join("people.csv"));
    dripline(["simulate", arg(&campaign), "--contacts", arg(&people)].into_iter().chain(more.iter().copied()))
}

/// A campaign with a welcome email, a timer that waits over the weekend, a draft, and a note.
pub const CAMPAIGN: &str = r#"#![enable(implicit_some)]
Campaign(
    format: 1,
    name: "Small",
    time_zone: "America/New_York",
    sequences: [(
        name: "Main",
        items: [
            (id: 1, name: "Start", position: (40.0, 80.0), kind: Start),
            (id: 2, name: "Hello", position: (240.0, 80.0), ready: true, kind: Email(to: Contact, subject: "Hi ~Contact.FirstName~", body: "Hello.")),
            (id: 3, name: "Wait", position: (440.0, 80.0), kind: DelayTimer(schedule: (wait: 3, unit: Days, run_on: Weekdays, time: At("08:00"), zone: Contact))),
            (id: 4, name: "Draft", position: (640.0, 80.0), ready: false, kind: Fax(body: "Later")),
            (id: 5, name: "Note", position: (840.0, 80.0), ready: true, kind: ApplyNote(title: "Through", body: "")),
            (id: 6, name: "Alone", position: (40.0, 280.0), ready: true, kind: ApplyNote(title: "Nobody", body: "")),
        ],
        links: [(1, 2), (2, 3), (3, 4), (4, 5)],
    )],
)
"#;

/// Ann in New York, Bea in Berlin without an email address, and Cid, who enters later.
pub const PEOPLE: &str = "\
id,first_name,last_name,email,time_zone,entered
ann,Ann,Lee,ann@example.com,America/New_York,2026-03-06T17:30
bea,Bea,Groß,,Europe/Berlin,2026-03-06T17:30
cid,Cid,Ray,cid@example.com,,2026-05-01T09:00
";
