//! A large campaign: its problems are found in the background.

use std::time::Duration;

use dripline::campaign::document::Campaign;
use dripline::campaign::edit::{CanvasEdit, Edit};
use dripline::campaign::history::Grouping;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{Fax, Kind};
use dripline::findings::check;
use dripline::workbench::editor::Editor;
use eframe::egui::Key;

use crate::common::ids::FIRST;
use crate::harness::Window;

/// A campaign with one track: a Start, and this number of faxes.
fn track(count: u64) -> Campaign {
    let mut campaign = Editor::new("Europe/Berlin").campaign().clone();
    let sequence = &mut campaign.sequences[0];
    let first = sequence.items[0].id;
    for number in 1..=count {
        let id = first + number;
        let position = Position(number as f64 * 120.0, 0.0);
        let kind = Kind::Fax(Fax { body: "Hello".to_owned() });
        sequence.items.push(Item { id, name: format!("Fax {number}"), position, ready: true, kind });
        sequence.links.push((id - 1, id));
    }
    campaign
}

#[test]
fn problems_of_a_large_campaign_come_a_moment_after_each_edit() {
    let mut campaign = track(1_500);
    campaign.sequences[0].links.remove(700);
    let cut = check(&campaign, None, None);
    assert!(!cut.is_empty());
    let mut window = Window::of(campaign);
    window.until("the cut is found", |window| window.app().findings() == cut);
    let edit = Edit::Canvas(FIRST, CanvasEdit::Disconnect(900));
    let selection = window.app().view.selection.clone();
    window.app_mut().editor.apply(&edit, &selection, Grouping::Alone).expect("a link to remove");
    window.frame();
    assert_eq!(window.app().findings(), cut, "it is not worked out within the frame");
    let twice = check(window.campaign(), None, None);
    assert_ne!(twice, cut);
    window.until("the second cut is found", |window| window.app().findings() == twice);
    window.app_mut().editor.undo();
    window.until("the first cut is found again", |window| window.app().findings() == cut);
}

#[test]
fn the_list_shows_what_was_found_last_and_not_what_was_found_when_the_edit_was_made() {
    let mut campaign = track(1_500);
    campaign.sequences[0].links.remove(700);
    let cut = check(&campaign, None, None);
    let mut window = Window::of(campaign);
    window.until("the cut is found", |window| window.app().findings() == cut);
    let edit = Edit::Canvas(dripline::campaign::ids::SequenceId::default(), CanvasEdit::Disconnect(900));
    let selection = window.app().view.selection.clone();
    window.app_mut().editor.apply(&edit, &selection, Grouping::Alone).expect("a link to remove");
    // The frame that shows the edit still lists the earlier problems.
    window.frame();
    let twice = check(window.campaign(), None, None);
    assert!(cut.len() < twice.len() && twice.len() <= 3, "all of them have a row: {twice:?}");
    window.until("the second cut is found", |window| window.app().findings() == twice);
    window.settle();
    for finding in &twice {
        assert!(window.reads(&finding.message), "no row says “{}”:\n{}", finding.message, window.names());
    }
    window.app_mut().editor.undo();
    window.until("the first cut is found again", |window| window.app().findings() == cut);
    window.settle();
    let gone = twice.iter().filter(|finding| !cut.contains(finding));
    gone.for_each(|finding| assert!(!window.reads(&finding.message), "{}", finding.message));
}

#[test]
fn another_campaign_is_not_blamed_for_what_was_found_in_the_last() {
    let mut campaign = track(1_500);
    campaign.sequences[0].links.clear();
    let mut window = Window::of(campaign);
    window.ctrl(Key::N);
    for _ in 0..100 {
        std::thread::sleep(Duration::from_millis(2));
        window.frame();
    }
    let found = window.app().findings();
    assert!(found.len() < 10, "{} findings", found.len());
    assert_eq!(found, check(window.campaign(), None, None));
}
