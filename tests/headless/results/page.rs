//! The page is well-formed, fetches and runs nothing, and agrees with the report.

use dripline::calendar::Instant;
use dripline::workbench::exports::page::page;
use dripline::workbench::exports::rehearsed::RunAtInstant;
use dripline::workbench::samples::SAMPLES;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

use crate::common::samples::{middle, sample};
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
