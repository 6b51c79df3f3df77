//! Drawings with links to nowhere, in circles, or very far. No work on them is recursive, and none takes more time than
//! their size justifies.

use std::fmt::Write;
use std::path::Path;

use dripline::findings;
use dripline::storage::campaign_file::parse;

use crate::common::hostile::ends;
use crate::hostile::commands::run;

const MANY: u64 = 100_000;

/// A campaign with one Start, this number of emails, and these links.
fn campaign(emails: u64, links: impl Iterator<Item = (u64, u64)>) -> String {
    let mut text = String::from(
        "(format: 1, name: \"Hostile\", time_zone: \"UTC\", sequences: [(name: \"Main\", items: [\n\
         (id: 1, name: \"Start\", position: (0, 0), kind: Start),\n",
    );
    for id in 2..emails + 2 {
        let (x, y) = (id % 1_000 * 160, id / 1_000 * 120);
        let email = format!(
            "(id: {id}, name: \"Mail {id}\", position: ({x}, {y}), ready: true, \
             kind: Email(to: Contact, subject: \"Hello\", body: \"Hello\")),"
        );
        writeln!(text, "{email}").expect("written");
    }
    text.push_str("], links: [");
    links.for_each(|(from, to)| write!(text, "({from}, {to}),").expect("written"));
    text.push_str("])])\n");
    text
}

/// The drawings, each with a name and the number of items that a contact reaches.
fn drawings() -> Vec<(&'static str, String, u64)> {
    let last = MANY + 1;
    vec![
        ("a chain", campaign(MANY, (1..last).map(|id| (id, id + 1))), last),
        ("a loop at its end", campaign(MANY, (1..last).map(|id| (id, id + 1)).chain([(last, 2)])), last),
        ("a ring beside the Start", campaign(MANY, (2..=last).map(|id| (id, if id == last { 2 } else { id + 1 }))), 1),
        ("a star", campaign(MANY, (2..=last).map(|id| (1, id))), last),
        ("itself", campaign(MANY, (1..=last).map(|id| (id, id))), 1),
        ("backwards", campaign(MANY, [(1, 2)].into_iter().chain((2..last).map(|id| (id + 1, id)))), 2),
        ("nowhere", campaign(5, (0..2 * MANY).map(|id| (id + 1_000, id + 9_000_000))), 1),
        ("one link many times", campaign(5, std::iter::repeat_n((1, 2), 2 * MANY as usize)), 2),
        ("each to each", campaign(300, (1..=301).flat_map(|from| (1..=301).map(move |to| (from, to)))), 301),
        ("far away", campaign(5, (0..MANY).map(|id| (u64::MAX - id, 1))), 1),
    ]
}

#[test]
fn drawings_of_a_hundred_thousand_open_check_and_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("drawing.ron");
    for (name, text, reached) in drawings() {
        let campaign =
            ends(&format!("{name}: opened"), || parse(&text, Path::new("t.ron"))).expect("it loads").campaign;
        let found = ends(&format!("{name}: looked at"), || findings::check(&campaign, None, None));
        assert!(found.len() < 4 * MANY as usize, "{name}: {} findings", found.len());
        std::fs::write(&path, &text).expect("written");
        let file = path.to_str().expect("a path of text");
        let report = folder.path().join("report.json");
        let to = report.to_str().expect("a path of text");
        let ran = ends(&format!("{name}: simulated"), || {
            run(&["simulate", file, "--generate", "2", "--enter", "2026-03-02T09:00", "--report", to])
        });
        assert_eq!(ran.status, 0, "{name}: {}", ran.err);
        let report: serde_json::Value =
            serde_json::from_slice(&std::fs::read(&report).expect("a report")).expect("JSON");
        let items = report["items"].as_object().expect("items");
        let some = items.values().filter(|item| item["reached"].as_u64().is_some_and(|reached| reached > 0)).count();
        assert_eq!(some as u64, reached, "{name}");
        let checked = ends(&format!("{name}: checked"), || run(&["check", file]));
        assert!(checked.status <= 1 && !checked.out.is_empty(), "{name}: {}", checked.err);
    }
}

#[test]
fn names_that_nobody_knows_are_soon_told() {
    let known: Vec<String> = (0..30_000).map(|tag| format!("\"a known tag {tag}\"")).collect();
    let mut text = format!(
        "(format: 1, name: \"t\", time_zone: \"UTC\", directory: (tags: [{}]), sequences: [(name: \"s\", items: [",
        known.join(", ")
    );
    for id in 1..30_000 {
        write!(
            text,
            "(id: {id}, name: \"T\", position: (0, 0), ready: true, \
             kind: ApplyRemoveTag(apply: [\"unknown tag {id}\"], remove: [])),"
        )
        .expect("written");
    }
    text.push_str("], links: [])])");
    let campaign = parse(&text, Path::new("t.ron")).expect("it loads").campaign;
    let found = ends("30,000 unknown tags beside 30,000 known ones", || findings::check(&campaign, None, None));
    assert!(found.len() >= 29_999, "{}", found.len());
}
