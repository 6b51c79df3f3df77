//! The inspector for each selection: nothing, one item, several, a link, a note, a frame.

use dripline::campaign::item::Position;
use dripline::campaign::selection::Selection;
use dripline::ui::context::view_state::Overlay;
use dripline::workbench::editor::Editor;

use super::{choose, create, enter, example, select, tall};
use crate::common::ids::FIRST;
use crate::harness::Opening;

#[test]
fn everything_is_placed_by_numbers() {
    let mut window = tall(example());
    select(&mut window, "Welcome");
    enter(&mut window, "X", "-12.5");
    enter(&mut window, "Y", "2000000");
    assert_eq!(window.item("Welcome").position, Position(-12.5, 80.0));
    assert!(window.reads("outside the canvas"));
    window.app_mut().view.selection = Selection::of(FIRST, [25]);
    window.settle();
    enter(&mut window, "Width", "300");
    window.fill("Note text", "Hello");
    choose(&mut window, "Colour", "Green");
    assert!(window.ron().contains(r#"size: (300.0, 120.0), text: "Hello", color: Green"#));
    window.app_mut().view.selection = Selection::of(FIRST, [26]);
    window.settle();
    window.fill("Title", "Week one");
    enter(&mut window, "Height", "160");
    choose(&mut window, "Colour", "Pink");
    assert!(window.ron().contains(r#"size: (1080.0, 160.0), title: "Week one", color: Pink"#));
}

#[test]
fn the_campaign_and_the_sequence_are_named_while_nothing_is_selected() {
    let mut window = tall(example());
    window.fill("Campaign name", "Spring");
    window.fill("Description", "All of it");
    enter(&mut window, "Sequence name", "First");
    create(&mut window, "Time zone", "tokyo");
    let campaign = window.campaign();
    assert_eq!((campaign.name.as_str(), campaign.description.as_str()), ("Spring", "All of it"));
    assert_eq!((campaign.sequences[0].name.as_str(), campaign.time_zone.as_str()), ("First", "Asia/Tokyo"));
    assert_eq!(campaign.name_of(&campaign.rehearsals[0].of), "First");
    window.click("Users, tags, fields, counting days…");
    assert_eq!(window.app().view.overlay, Overlay::Directory);
}

#[test]
fn several_are_marked_aligned_and_deleted_together() {
    let mut window = tall(example());
    window.app_mut().view.selection = Selection::of(FIRST, [2, 5, 10]);
    window.settle();
    assert!(window.sees("3 selected"));
    window.click("Mark as draft");
    assert!(!window.item("Welcome").ready);
    window.click("In a row");
    assert_eq!(window.item("Call them").position.1, 80.0);
    window.click("Evenly in a row");
    assert_eq!(window.item("Call them").position.0, 440.0);
    window.click("Delete");
    assert_eq!(window.campaign().sequences[0].items.len(), 21);
}

#[test]
fn a_link_tells_its_ends_and_goes() {
    let mut window = tall(example());
    window.app_mut().view.selection = Selection::of_link(FIRST, 0);
    window.settle();
    window.click("Remove link");
    assert_eq!(window.campaign().sequences[0].links[0], (2, 3));
}

#[test]
fn nothing_is_cut_in_a_small_window() {
    let mut window = Opening::of(Editor::of(example())).sized(800.0, 600.0).open();
    select(&mut window, "Wait 3 days");
    for label in ["Name", "Wait at least", "Unit", "Then run on", "Close settings"] {
        let place = window.place(label);
        assert!(place.left() >= 0.0 && place.right() <= 800.0, "{label} lies at {place:?}");
    }
    window.click("Close settings");
    assert!(!window.sees("Wait at least"));
}
