//! Names with line breaks, tabs and signs that turn the direction of writing break no line of what the program prints.

use std::path::Path;

use crate::cli::{Ran, arg, dripline};

/// A name that would break a line in every way, for a campaign file and for a contacts file.
const IN_RON: &str = r"One\nTwo\tThree\u{202E}Four\u{2028}Five\u{85}";
const IN_CSV: &str = "One\nTwo\tThree\u{202E}Four\u{2028}Five\u{85}";
/// The same name on one line; a blank at its end may be left away.
const ON_A_LINE: &str = "One Two ThreeFour Five";

/// A campaign with the name everywhere: a missed timer, items after it, a timer that isn't set up, a rehearsal.
fn campaign() -> String {
    r#"#![enable(implicit_some)]
Campaign(
    format: 1,
    name: "NAME",
    time_zone: "America/New_York",
    directory: (
        users: [(id: "NAME", name: "NAME")],
        tags: ["NAME"],
        custom_fields: [(key: "call", label: "NAME", kind: DateTime)],
    ),
    sequences: [(
        name: "NAME",
        items: [
            (id: 1, name: "NAME", position: (40.0, 80.0), kind: Start),
            (id: 2, name: "NAME", position: (240.0, 80.0), kind: FieldTimer(schedule: (field: "call", offset: On, year: FromField, time: AnyTime, zone: Campaign))),
            (id: 3, name: "NAME", position: (440.0, 80.0), ready: true, kind: ApplyRemoveTag(apply: ["NAME", "un-NAME"])),
            (id: 4, name: "NAME", position: (640.0, 80.0), kind: DateTimer(schedule: (on: Date("2020-01-01"), time: AnyTime, zone: Campaign))),
            (id: 5, name: "NAME", position: (840.0, 80.0), ready: true, kind: Email(to: User("NAME"), subject: "NAME", body: "NAME")),
            (id: 6, name: "NAME", position: (1040.0, 80.0), kind: DelayTimer(schedule: None)),
        ],
        links: [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6)],
    )],
    rehearsals: [(name: "NAME", sequence: "NAME", people: Generated(count: 3, seed: 1), enter: At("2026-03-02T09:00"), until: "2026-03-03T09:00")],
)
"#
    .replace("NAME", IN_RON)
}

/// Checks that every line begins as one of the lines does that the program prints on purpose.
fn check_lines(command: &str, text: &str) {
    for line in text.lines() {
        assert!(
            !line.contains(|c: char| c.is_control() || matches!(c, '\u{202E}' | '\u{2028}')),
            "{command}: {line:?}"
        );
        let starts = ["Two", "Three", "Four", "Five"];
        assert!(!starts.iter().any(|part| line.trim_start().starts_with(part)), "{command}: {line:?} in\n{text}");
    }
}

#[test]
fn names_with_line_breaks_break_no_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, contacts) = (folder.path().join("campaign.ron"), folder.path().join("contacts.csv"));
    std::fs::write(&file, campaign()).expect("a file");
    let rows = format!(
        "id,first_name,email,call,owner,tags,\"Odd {IN_CSV}\"\n\
         \"{IN_CSV}\",\"{IN_CSV}\",\"{IN_CSV}\",,\"un-{IN_CSV}\",\"{IN_CSV}\",\"{IN_CSV}\"\n\
         b,\"{IN_CSV}\",b@example.com,\"{IN_CSV}\",\"{IN_CSV}\",,\n\
         \"{IN_CSV}\",c,c@example.com,,,,\n"
    );
    std::fs::write(&contacts, rows).expect("a file");
    let (file, contacts) = (arg(&file), arg(&contacts));
    let commands: [&[&str]; 7] = [
        &["explain", file, "--contacts", contacts, "--contact", IN_CSV, "--enter", "2026-03-02T09:00"],
        &["explain", file, "--contacts", contacts, "--contact", "b", "--enter", "2026-03-02T09:00"],
        &["explain", file, "--contacts", contacts, "--contact", "nobody\nhere"],
        &["check", file, "--contacts", contacts, "--enter", "2026-03-02T09:00"],
        &["check", file],
        &["simulate", file, "--contacts", contacts, "--enter", "2026-03-02T09:00"],
        &["contacts", "read", contacts, "--campaign", file],
    ];
    let mut has_name = 0;
    for command in commands {
        let Ran { out, err, .. } = dripline(command.iter().copied());
        check_lines(command[0], &out);
        check_lines(command[0], &err);
        has_name += usize::from(out.contains(ON_A_LINE));
    }
    assert_eq!(has_name, 6, "the name is told where it belongs");
    assert!(!Path::new(contacts).with_extension("mapping.ron").exists(), "it is in the native form");
}
