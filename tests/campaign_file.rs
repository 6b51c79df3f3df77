//! Campaign files: what loads, what is written, and what an error says and where.

use std::fs;
use std::path::{Path, PathBuf};

use dripline::campaign::document::Campaign;
use dripline::storage::campaign_file::{CampaignError, Loaded, SaveError, parse, read, save, to_ron};

const EXAMPLE: &str = include_str!("spec/example.ron");

fn spec(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec").join(path)
}

fn load(text: &str) -> Result<Loaded, CampaignError> {
    parse(text, Path::new("test.ron"))
}

fn campaign(text: &str) -> Campaign {
    load(text).unwrap_or_else(|error| panic!("{error}\n{text}")).campaign
}

fn error(text: &str) -> String {
    match load(text) {
        Ok(_) => panic!("loads: {text}"),
        Err(error) => error.to_string(),
    }
}

/// A campaign of one sequence around `items`.
fn with_items(items: &str) -> String {
    format!("Campaign(format: 1, name: \"a\", time_zone: \"UTC\", sequences: [(name: \"s\", items: [\n{items}\n])])")
}

/// A campaign around one item of a kind.
fn with_kind(kind: &str) -> String {
    with_items(&format!("(id: 1, position: (0.0, 0.0), kind: {kind})"))
}

#[test]
fn example_gives_its_own_bytes() {
    let loaded = read(&spec("example.ron")).expect("loads");
    assert!(!loaded.has_comments);
    assert_eq!(to_ron(&loaded.campaign), EXAMPLE);
}

#[test]
fn all_cases_load_and_are_stable() {
    for case in 1..=40 {
        let loaded = read(&spec(&format!("cases/{case:02}/campaign.ron"))).expect("loads");
        let text = to_ron(&loaded.campaign);
        assert_eq!(campaign(&text), loaded.campaign, "case {case}");
        assert_eq!(to_ron(&campaign(&text)), text, "case {case}");
    }
}
