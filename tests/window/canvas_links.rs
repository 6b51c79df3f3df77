//! Links: draw them, refuse some with a reason, insert an item, move and remove them.

use dripline::campaign::edit::Insertion;
use dripline::campaign::item::Position;
use dripline::workbench::editor::Editor;
use eframe::egui::{Key, PointerButton};
use egui_kittest::kittest::Queryable;

use crate::canvas_hands::{DELAY, EMAIL, OnCanvas, START, place};

/// A track of three items, and an email (4) without a link below it, at (240, 280).
fn with_loose() -> OnCanvas {
    let mut editor = Editor::new("UTC");
    for (offer, x, after) in [(EMAIL, 240.0, 1), (DELAY, 440.0, 2)] {
        place(&mut editor, offer, x, 80.0, Insertion::After(after));
    }
    place(&mut editor, EMAIL, 240.0, 280.0, Insertion::Loose);
    OnCanvas::of(editor)
}

#[test]
fn dragging_from_the_right_edge_connects() {
    let mut window = with_loose();
    window.drag_on((474.0, 80.0), (240.0, 280.0));
    assert_eq!(window.sequence().links, [(1, 2), (2, 3), (3, 4)]);
    assert_eq!(window.undo_label().as_deref(), Some("Connect"));
}

#[test]
fn a_second_incoming_link_is_refused_with_the_reason_at_the_pointer() {
    let mut window = with_loose();
    let before = window.campaign().clone();
    let (from, to) = (window.at(274.0, 280.0), window.at(440.0, 80.0));
    window.hold(PointerButton::Primary, &[from, to]);
    assert!(window.reads("already has an incoming link"));
    window.let_go(PointerButton::Primary, to);
    assert!(window.reads("already has an incoming link"), "the reason stays after the drag");
    assert!(window.sees("Not done") && !window.sees("Done"), "a refusal doesn’t look like a success");
    assert_eq!(*window.campaign(), before);
}

#[test]
fn a_link_into_a_start_and_a_loop_say_why_not() {
    let mut editor = Editor::new("UTC");
    place(&mut editor, EMAIL, 240.0, 80.0, Insertion::Loose);
    place(&mut editor, DELAY, 440.0, 80.0, Insertion::After(2));
    place(&mut editor, START, 40.0, 280.0, Insertion::Loose);
    let mut window = OnCanvas::of(editor);
    for (target, reason) in
        [((40.0, 280.0), "Nothing can come before a Start"), ((240.0, 80.0), "Loops aren't possible")]
    {
        let (from, to) = (window.at(474.0, 80.0), window.at(target.0, target.1));
        window.hold(PointerButton::Primary, &[from, to]);
        assert!(window.reads(reason), "{reason}");
        window.key(Key::Escape);
        window.let_go(PointerButton::Primary, to);
    }
    assert_eq!(window.sequence().links, [(2, 3)]);
}

#[test]
fn a_link_into_empty_space_offers_what_may_follow() {
    let mut window = OnCanvas::with_row();
    window.drag_on((474.0, 80.0), (611.0, 197.0));
    assert!(window.sees("What comes next"));
    assert!(!window.sees("Add start"), "a Start follows nothing");
    window.type_text("lett");
    window.key(Key::Enter);
    let letter = window.sequence().items.last().expect("it was placed");
    assert_eq!((letter.name.as_str(), letter.position), ("Letter", Position(620.0, 200.0)));
    assert_eq!(window.sequence().links.last(), Some(&(3, 4)));
    assert_eq!(window.selection(), [4]);
    assert!(window.has_focus());
}

#[test]
fn leaving_the_list_leaves_no_trace() {
    let mut window = OnCanvas::with_row();
    let before = window.campaign().clone();
    window.drag_on((474.0, 80.0), (611.0, 197.0));
    window.key(Key::Escape);
    assert!(!window.sees("What comes next"));
    assert_eq!(*window.campaign(), before);
}

#[test]
fn a_choice_can_be_clicked() {
    let mut window = OnCanvas::with_row();
    window.drag_on((474.0, 80.0), (611.0, 197.0));
    window.harness.get_by_label("Add fax").click();
    window.settle();
    assert_eq!(window.sequence().items.last().map(|item| item.name.as_str()), Some("Fax"));
}

#[test]
fn a_loose_item_dropped_on_a_link_comes_in_between() {
    let mut window = with_loose();
    window.drag_on((240.0, 280.0), (340.0, 84.0));
    assert_eq!(window.sequence().links, [(1, 2), (2, 4), (4, 3)]);
    let places = (window.position(4), window.position(3));
    assert_eq!(places, (Position(440.0, 80.0), Position(640.0, 80.0)), "what follows made room");
    assert_eq!(window.undo_label().as_deref(), Some("Insert “Email”"));
}

#[test]
fn a_selected_link_is_removed_by_delete() {
    let mut window = OnCanvas::with_row();
    window.click_on(340.0, 80.0);
    window.key(Key::Delete);
    assert_eq!(window.sequence().links, [(1, 2)]);
}

#[test]
fn the_end_of_a_selected_link_can_be_moved() {
    let mut window = with_loose();
    window.click_on(340.0, 80.0);
    window.drag_on((404.0, 80.0), (240.0, 280.0));
    assert_eq!(window.sequence().links, [(1, 2), (2, 4)]);
    assert_eq!(window.undo_label().as_deref(), Some("Move link"));
}

#[test]
fn the_menu_inserts_between_two_items_and_makes_room() {
    let mut window = OnCanvas::with_row();
    window.click_on_with(240.0, 80.0, PointerButton::Secondary, eframe::egui::Modifiers::NONE);
    window.harness.get_by_label("Insert after…").click();
    window.settle();
    window.type_text("fax");
    window.key(Key::Enter);
    assert_eq!(window.sequence().links, [(1, 2), (2, 4), (4, 3)]);
    assert_eq!((window.position(4), window.position(3)), (Position(440.0, 80.0), Position(640.0, 80.0)));
}

#[test]
fn by_keyboard_l_connects_to_an_item_or_a_new_one() {
    let mut window = with_loose();
    window.select(&[3]);
    window.key(Key::L);
    assert!(window.sees("Connect to Email"), "the loose one");
    window.key(Key::Enter);
    assert_eq!(window.sequence().links.last(), Some(&(3, 4)));
    window.select(&[3]);
    window.key(Key::L);
    window.type_text("create task");
    window.key(Key::Enter);
    assert_eq!(window.sequence().links.last(), Some(&(3, 5)));
    assert_eq!(window.position(5), Position(640.0, 80.0));
}
