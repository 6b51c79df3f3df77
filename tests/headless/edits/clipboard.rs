//! Copies parts of a sequence as text, and pastes them.

use std::collections::BTreeSet;

use dripline::campaign::fragment::Fragment;
use dripline::workbench::clipboard::{copy, paste};
use proptest::prelude::*;

use crate::edits::starts::{Dice, all, example};

fn whole(campaign: &dripline::campaign::document::Campaign, place: usize) -> Fragment {
    let sequence = &campaign.sequences[place];
    let items = sequence.items.iter().map(|item| item.id).chain(sequence.notes.iter().map(|note| note.id));
    let ids: BTreeSet<u64> = items.chain(sequence.frames.iter().map(|frame| frame.id)).collect();
    Fragment::of(sequence, &ids)
}

#[test]
fn every_part_of_every_sample_comes_back_as_it_was() {
    let mut dice = Dice(1);
    for campaign in all() {
        for place in 0..campaign.sequences.len() {
            let whole = whole(&campaign, place);
            assert_eq!(paste(&copy(&whole)), Ok(whole.clone()));
            for _ in 0..10 {
                let ids: BTreeSet<u64> = whole.ids().filter(|_| dice.one_in(2)).collect();
                let part = Fragment::of(&campaign.sequences[place], &ids);
                assert_eq!(paste(&copy(&part)), Ok(part));
            }
        }
    }
}

#[test]
fn the_text_says_what_it_is_an_item_a_line() {
    let text = copy(&whole(&example(), 0));
    assert!(text.starts_with("Fragment(\n    items: [\n        (id: 1, name: "), "{text}");
    assert_eq!(text.lines().filter(|line| line.starts_with("        (id: ")).count(), whole(&example(), 0).len());
}

#[test]
fn other_text_is_told_from_items() {
    assert_eq!(paste("Dear all,"), Err("The clipboard has no items. Copy some on a canvas first.".to_owned()));
    assert_eq!(paste(" \n"), Err("There is nothing to paste. Copy some items first.".to_owned()));
    let broken = "Fragment(\n    items: [\n        (id: 1, nam: \"a\"),\n    ],\n)";
    let told = paste(broken).expect_err("a field that does not exist");
    assert!(told.starts_with("The copied items can't be read: line 3, column 17: ") && told.contains("name"), "{told}");
    let item = "(id: 1, position: (0.0, 0.0), kind: Start)";
    let twice = paste(&format!("Fragment(items: [{item}, {item}])"));
    assert_eq!(twice, Err("The copied items can't be read: the id 1 is used twice.".to_owned()));
}

#[test]
fn nested_brackets_are_no_stack() {
    assert!(paste(&format!("Fragment(items: {}", "[".repeat(100_000))).is_err());
    assert!(paste(&format!("Fragment{}", "(".repeat(100_000))).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_an_error_or_a_fragment(text in any::<String>(), cut in 0..2000_usize, put in any::<char>()) {
        let _ = paste(&text);
        let _ = paste(&format!("Fragment({text}"));
        let mut copied: Vec<char> = copy(&whole(&example(), 0)).chars().collect();
        let at = cut.min(copied.len() - 1);
        copied[at] = put;
        let changed: String = copied.iter().collect();
        if let Ok(fragment) = paste(&changed) {
            prop_assert_eq!(paste(&copy(&fragment)), Ok(fragment));
        }
        let _ = paste(&copied[..at].iter().collect::<String>());
    }
}
