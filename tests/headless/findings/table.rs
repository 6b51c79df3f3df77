//! The table of codes matches its documentation and the cases.

use std::collections::BTreeSet;

use dripline::campaign::directory::List;
use dripline::findings::codes::{CodeInfo, markdown};
use dripline::findings::{Code, Finding, FindingPlace, Fix, Severity, table};

use crate::common::ids::FIRST;

#[test]
fn documentation_holds_the_table() {
    let page = include_str!("../../../src/findings/mod.rs");
    let documented: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("//! |")).collect();
    let table = markdown();
    let table: Vec<&str> = table.lines().filter_map(|line| line.strip_prefix('|')).collect();
    assert_eq!(documented, table, "src/findings/mod.rs is behind codes.rs: write its table anew");
}

#[test]
fn table_is_worst_first_and_names_are_unique_and_found_again() {
    let names: BTreeSet<&str> = table().iter().map(|info| info.name).collect();
    assert_eq!(names.len(), table().len());
    assert!(table().is_sorted_by_key(|info| (info.severity, info.code)));
    for info in table() {
        assert_eq!(info.code.info(), info);
        assert_eq!(Code::named(info.name), Some(info.code));
        assert!(info.name.chars().all(|char| char.is_ascii_lowercase() || char == '-'), "{}", info.name);
        assert!(info.description.ends_with('.') && info.help.ends_with('.'), "{}", info.name);
    }
    assert_eq!(Code::named("no-such-code"), None);
}

#[test]
fn every_code_is_found_by_a_case_at_its_severity() {
    let modules = [
        crate::findings::campaign::CASES,
        crate::findings::links::CASES,
        crate::findings::people::CASES,
        crate::findings::settings::CASES,
        crate::findings::tracks::CASES,
        crate::findings::unknown::CASES,
    ];
    let lines = modules.iter().flat_map(|cases| cases.iter()).flat_map(|(_, expected)| expected.lines());
    let found: BTreeSet<String> =
        lines.map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect();
    for CodeInfo { name, severity, .. } in table() {
        // These findings need a run, and are made in `workbench`.
        if !["due-out-of-hours", "wait-under-a-day"].contains(name) {
            assert!(found.contains(&format!("{severity} {name}")), "no case finds `{name}`");
        }
    }
}

#[test]
fn other_rooms_can_make_findings() {
    let finding = Finding::new(Code::DueOutOfHours, Some(FIRST), FindingPlace::Item(4), "At night.").with_help("Wait.");
    assert_eq!((finding.severity, finding.item()), (Severity::Hint, Some(FIRST.item(4))));
    assert_eq!((finding.help.as_str(), finding.fix), ("Wait.", None));
}

#[test]
fn help_and_fix_name_what_is_close() {
    let found = crate::findings::drawing::findings("1 Start: Start\n2 Tag: ApplyRemoveTag(apply: [\"Newsleter\"])");
    let finding = &found[0];
    assert_eq!(finding.help, "Did you mean `Newsletter`? Choose a tag from the directory, or add this one.");
    let (unknown, known) = ("Newsleter".to_owned(), "Newsletter".to_owned());
    assert_eq!(finding.fix, Some(Fix::UseKnown { item: 2, list: List::Tags, unknown, known }));
    assert_eq!(finding.sequence, Some(FIRST));

    let found = crate::findings::drawing::findings("1 Start: Start\n2 Tag: TAG\nlinks: (1, 2), (2, 9)");
    assert_eq!(found[0].place, FindingPlace::Link { from: 2, to: 9, index: 1 });
    assert_eq!(found[0].fix, Some(Fix::RemoveLink(1)));
}
