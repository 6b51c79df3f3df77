//! Finding a text anywhere in a campaign.

use dripline::campaign::directory::List;
use dripline::workbench::find::{Spot, find};

use crate::common::ids::FIRST;
use crate::edits::starts::{example, large};
use crate::edits::uses::everything;

#[test]
fn names_texts_tags_fields_and_entries_are_found() {
    let campaign = everything();
    let found = |needle: &str| -> Vec<(Spot, &'static str)> {
        find(&campaign, needle).iter().map(|hit| (hit.spot, hit.what)).collect()
    };
    for (needle, what) in [
        ("anna", "To"),
        ("SUBJ", "Subject"),
        ("gold", "Tag to apply"),
        ("silver", "Tag to remove"),
        ("renewal", "Field"),
        ("won", "Stage"),
        ("team", "Assigned to"),
        ("shoe", "Product"),
        ("hooks.example", "URL"),
        ("start course", "Action set"),
        ("pack", "Column"),
        ("remember", "Note"),
        ("first week", "Frame"),
        ("3 days later", "Schedule"),
    ] {
        assert!(found(needle).iter().any(|(_, found)| *found == what), "{needle}: {:?}", found(needle));
    }
    assert!(found("gold").contains(&(Spot::Entry(List::Tags, 0), "Tag")));
    assert_eq!(found(""), []);
    assert_eq!(found("  "), []);
}

#[test]
fn the_place_of_what_was_found_is_told_in_a_line_around_it() {
    let mut campaign = example();
    campaign.sequences[0].notes[0].text = format!("{}\n**ÄRGER** mit\tİstanbul{}", "x".repeat(100), "y".repeat(100));
    for needle in ["ärger", "ÄRGER", "İstanbul", "mit"] {
        let hits = find(&campaign, needle);
        let hit = hits.iter().find(|hit| hit.what == "Note").unwrap_or_else(|| panic!("{needle}"));
        assert_eq!(hit.text[hit.range.clone()].to_lowercase(), needle.to_lowercase());
        assert!(hit.text.starts_with('…') && hit.text.ends_with('…') && hit.text.chars().count() < 80);
        assert!(!hit.text.contains(char::is_control));
        assert_eq!((hit.sequence(), hit.id()), (Some(FIRST), Some(campaign.sequences[0].notes[0].id)));
    }
}

#[test]
fn ten_thousand_items_are_looked_through() {
    let campaign = large(10_000);
    assert_eq!(find(&campaign, "number 777").len(), 7);
    assert!(find(&campaign, "no such text").is_empty());
}
