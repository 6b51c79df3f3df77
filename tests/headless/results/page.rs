//! The page is well-formed, fetches and runs nothing, and agrees with the report.

use dripline::calendar::Instant;
use dripline::campaign::kinds::Family;
use dripline::workbench::exports::page::page;
use dripline::workbench::exports::rehearsed::RunAtInstant;
use dripline::workbench::samples::SAMPLES;
use dripline::workbench::scene::RunScene;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

use crate::common::samples::{middle, rehearse, sample};
use crate::results::hostile::{self, NAMES};

fn parse(html: &str) -> Document<'_> {
    assert!(html.starts_with("<!DOCTYPE html>\n"));
    Document::parse_with_options(html, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() })
        .unwrap_or_else(|error| panic!("{error}"))
}

/// Checks that nothing in the page is fetched or run.
fn check_is_still(document: &Document<'_>) {
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let loads =
            ["script", "link", "img", "image", "iframe", "object", "embed", "use", "a", "form", "foreignObject"];
        assert!(!loads.contains(&name), "<{name}>");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{attribute:?}");
            assert!(!["href", "src", "action"].contains(&attribute.name()), "{attribute:?}");
            assert!(!attribute.value().contains("url("), "{attribute:?}");
        }
        if name == "style" {
            let style = node.text().expect("a style");
            assert!(!style.contains("url(") && !style.contains("@import"));
        }
    }
}

fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// The cells of the table under this heading; empty if there is none.
fn table(document: &Document<'_>, heading: &str) -> Vec<Vec<String>> {
    let is_it = |section: &Node<'_, '_>| {
        section.tag_name().name() == "section" && section.children().any(|node| words(node) == heading)
    };
    let Some(section) = document.descendants().find(is_it) else { return Vec::new() };
    let rows = section.descendants().filter(|node| node.tag_name().name() == "tr").skip(1);
    rows.map(|row| row.children().filter(Node::is_element).map(words).collect()).collect()
}

#[test]
fn the_page_of_every_sample_says_what_the_report_says() {
    for file in SAMPLES {
        let (scene, kept) = sample(file.file);
        for clock in [Instant::FIRST, middle(&kept), scene.until] {
            let rehearsed = RunAtInstant::new(&scene, &kept, clock, Instant::FIRST);
            let report = rehearsed.report();
            let html = page(&rehearsed);
            let document = parse(&html);
            check_is_still(&document);
            let rows = table(&document, "Items");
            assert_eq!(rows.len(), report.items.len());
            for (cells, row) in rows.iter().zip(&report.items) {
                let numbers: Vec<u64> =
                    cells[1..6].iter().map(|cell| cell.replace(',', "").parse().expect("a number")).collect();
                assert_eq!(numbers, [row.reached, row.ran, row.waiting, row.held, row.skipped_in_all()]);
                assert!(cells[0].starts_with(row.called()));
                assert!(row.skipped.iter().all(|(reason, _)| cells[6].contains(reason.sentence())));
            }
            let unreached = table(&document, "Not reached");
            assert_eq!(unreached.len(), report.items.iter().filter(|row| row.reached == 0).count());
            assert!(unreached.iter().all(|row| !row[1].is_empty()));
        }
    }
}

/// The number in a cell.
fn number(cell: &str) -> u64 {
    cell.replace(',', "").parse().expect("a number")
}

/// Checks that the rows of what ran when add up to the items' table, for communications and processes.
fn check_periods(scene: &RunScene, rehearsed: &RunAtInstant<'_>, rows: &[Vec<String>]) {
    let report = rehearsed.report();
    let counted = report.items.iter().filter(|row| {
        let item = scene.campaign.item(row.item).expect("an item");
        matches!(item.kind.family(), Family::Communication | Family::Process)
    });
    let sums = counted.fold((0, 0), |(ran, skipped), row| (ran + row.ran, skipped + row.skipped_in_all()));
    let (all, periods) = match rows.split_last() {
        Some((all, periods)) if all[0] == "In all" => (Some(all), periods),
        _ => (None, rows),
    };
    let of_rows = |rows: &[Vec<String>]| {
        rows.iter().fold((0, 0), |(ran, skipped), row| (ran + number(&row[1]), skipped + number(&row[2])))
    };
    assert_eq!(of_rows(periods), sums);
    assert_eq!(all.is_some(), periods.len() > 1);
    if let Some(all) = all {
        assert_eq!(of_rows(std::slice::from_ref(all)), sums);
    }
}

#[test]
fn what_ran_when_adds_up_to_the_items_of_every_sample() {
    for file in SAMPLES {
        let (scene, kept) = sample(file.file);
        for clock in [middle(&kept), scene.until] {
            let rehearsed = RunAtInstant::new(&scene, &kept, clock, Instant::FIRST);
            let html = page(&rehearsed);
            check_periods(&scene, &rehearsed, &table(&parse(&html), "What ran when"));
        }
    }
}

/// A sequence with nothing but skips on its first and its last day, and one where nothing else happens at all.
const SKIPS_AT_THE_ENDS: &str = r#"#![enable(implicit_some)]
Campaign(format: 1, name: "Ends", time_zone: "America/New_York", sequences: [(name: "Main", items: [
    (id: 1, name: "Start", position: (0.0, 0.0), kind: Start),
    (id: 2, name: "First", position: (1.0, 0.0), kind: ApplyNote(title: "First")),
    (id: 3, name: "Wait", position: (2.0, 0.0), kind: DelayTimer(schedule: (wait: 3, unit: Days, run_on: AnyDay, time: AnyTime, zone: Campaign))),
    (id: 4, name: "Note", position: (3.0, 0.0), ready: READY, kind: ApplyNote(title: "Second")),
    (id: 5, name: "Wait", position: (4.0, 0.0), kind: DelayTimer(schedule: (wait: 3, unit: Days, run_on: AnyDay, time: AnyTime, zone: Campaign))),
    (id: 6, name: "Last", position: (5.0, 0.0), kind: ApplyNote(title: "Last"))],
    links: [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6)])],
    rehearsals: [(name: "R", sequence: "Main", people: Generated(count: 7, seed: 1), enter: At("2026-03-02T09:00"), until: "2026-04-01T00:00")])
"#;

#[test]
fn days_with_skips_alone_are_told_also_at_the_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ends.ron");
    for (ready, ran) in [("true", "7"), ("false", "0")] {
        std::fs::write(&path, SKIPS_AT_THE_ENDS.replace("READY", ready)).expect("a file");
        let (scene, kept) = rehearse(&path, "R");
        let rehearsed = RunAtInstant::new(&scene, &kept, scene.until, Instant::FIRST);
        let html = page(&rehearsed);
        let rows = table(&parse(&html), "What ran when");
        check_periods(&scene, &rehearsed, &rows);
        let told: Vec<_> = rows.iter().map(|row| [row[0].as_str(), &row[1], &row[2]]).collect();
        let skipped = if ready == "true" { "0" } else { "7" };
        let sum = if ready == "true" { "14" } else { "21" };
        assert_eq!(
            told,
            [
                ["Mon 2 Mar 2026", "0", "7"],
                ["Thu 5 Mar 2026", ran, skipped],
                ["Sun 8 Mar 2026", "0", "7"],
                ["In all", ran, sum]
            ]
        );
    }
}

#[test]
fn who_is_held_is_why_nobody_comes_further() {
    let (scene, kept) = sample("lesson-unconfigured-timer.ron");
    let html = page(&RunAtInstant::new(&scene, &kept, scene.until, Instant::FIRST));
    let document = parse(&html);
    let rows = table(&document, "Not reached");
    assert!(!rows.is_empty());
    assert!(rows.iter().any(|row| row[1].contains("“The forgotten timer”, which is not set up")), "{rows:?}");
    let before = page(&RunAtInstant::new(&scene, &kept, Instant::FIRST, Instant::FIRST));
    let rows = table(&parse(&before), "Not reached");
    assert!(rows.iter().any(|row| row[1] == "not reached yet"), "{rows:?}");
}

#[test]
fn hostile_names_stay_text() {
    let (scene, kept) = hostile::rehearsed();
    for clock in [middle(&kept), scene.until] {
        let html = page(&RunAtInstant::new(&scene, &kept, clock, Instant::FIRST));
        let document = parse(&html);
        check_is_still(&document);
        let title = document.descendants().find(|node| node.tag_name().name() == "h1").expect("a title");
        assert_eq!(words(title), NAMES[0]);
        let items = table(&document, "Items");
        assert!(items.iter().any(|row| row[0].starts_with(NAMES[1])));
        assert!(items.iter().any(|row| row[0].starts_with(NAMES[7])), "200 letters are all there");
        // Names with another writing direction are isolated from the text around them.
        let right_to_left = document.descendants().filter(|node| node.text() == Some(NAMES[4])).count();
        let apart = document.descendants().filter(|node| node.tag_name().name() == "bdi" && words(*node) == NAMES[4]);
        assert!(right_to_left > 0 && apart.count() > 0);
    }
}
