//! The canvas without a mouse: walk through items, move them, rename them, and use the clipboard.

use dripline::campaign::edit::{CanvasEdit, Edit};
use dripline::campaign::history::Grouping;
use dripline::campaign::item::Position;
use dripline::campaign::selection::Selection;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton};
use egui_kittest::kittest::Queryable;

use crate::canvas_hands::OnCanvas;
use crate::common::ids::FIRST;

#[test]
fn arrows_walk_along_the_links() {
    let mut window = OnCanvas::with_row();
    window.select(&[]);
    window.key(Key::ArrowRight);
    assert_eq!(window.selection(), [1]);
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    assert_eq!(window.selection(), [3]);
    window.key(Key::ArrowLeft);
    assert_eq!(window.selection(), [2]);
}

#[test]
fn shift_and_arrows_nudge_by_one_step_of_the_grid_as_one_step_for_undo() {
    let mut window = OnCanvas::with_row();
    let before = window.steps();
    window.select(&[2, 3]);
    for _ in 0..3 {
        window.keys(Modifiers::SHIFT, Key::ArrowDown);
    }
    window.keys(Modifiers::SHIFT | Modifiers::ALT, Key::ArrowRight);
    assert_eq!((window.position(2), window.position(3)), (Position(241.0, 140.0), Position(441.0, 140.0)));
    assert_eq!(window.steps(), before + 1);
}

#[test]
fn f2_renames_where_the_name_stands() {
    let mut window = OnCanvas::with_row();
    window.select(&[2]);
    window.key(Key::F2);
    assert!(window.sees("Name on the canvas"));
    window.type_text("Welcome");
    window.key(Key::Enter);
    assert_eq!(window.sequence().item(2).map(|item| item.name.as_str()), Some("Welcome"));
    assert_eq!(window.undo_label().as_deref(), Some("Rename “Email”"));
    assert!(window.has_focus(), "the canvas has the keyboard again");
}

#[test]
fn escape_while_renaming_leaves_no_trace() {
    let mut window = OnCanvas::with_row();
    let (before, steps) = (window.campaign().clone(), window.steps());
    window.select(&[2]);
    window.key(Key::F2);
    window.type_text("Welcome");
    window.key(Key::Escape);
    assert!(!window.sees("Name on the canvas"));
    assert_eq!((window.campaign(), window.steps()), (&before, steps));
}

#[test]
fn a_note_is_written_in_place() {
    let mut window = OnCanvas::new();
    window.harness.get_by_label("Canvas note").click();
    window.settle();
    assert!(window.has_focus(), "a new thing is selected on the canvas");
    window.key(Key::Enter);
    window.type_text("**Why**");
    window.key(Key::Enter);
    window.type_text("Because");
    window.keys(Modifiers::COMMAND, Key::Enter);
    assert_eq!(window.sequence().notes[0].text, "**Why**\nBecause");
    assert_eq!(window.undo_label().as_deref(), Some("Change note"));
}

#[test]
fn escape_keeps_what_was_written_in_a_note_and_undo_takes_it_back() {
    let mut window = OnCanvas::new();
    window.harness.get_by_label("Canvas note").click();
    window.settle();
    window.key(Key::Enter);
    window.type_text("A long thought");
    window.key(Key::Escape);
    assert!(window.has_focus() && !window.sees("Note text on the canvas"));
    assert_eq!(window.sequence().notes[0].text, "A long thought");
    window.ctrl(Key::Z);
    assert_eq!(window.sequence().notes[0].text, "");
    window.ctrl(Key::Y);
    // The same in the settings.
    window.fill("Note text", "Another one");
    window.key(Key::Escape);
    assert_eq!(window.sequence().notes[0].text, "Another one");
    window.ctrl(Key::Z);
    assert_eq!(window.sequence().notes[0].text, "A long thought");
}

#[test]
fn control_shift_and_arrows_resize_a_note() {
    let mut window = OnCanvas::new();
    window.harness.get_by_label("Canvas note").click();
    window.settle();
    let was = window.sequence().notes[0].size;
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(window.sequence().notes[0].size, Position(was.0 + 20.0, was.1 - 20.0));
}

#[test]
fn what_is_copied_can_be_pasted_beside_itself() {
    let mut window = OnCanvas::with_row();
    window.select(&[1, 2]);
    window.harness.event(Event::Copy);
    let text = copied(&mut window);
    window.harness.event(Event::Paste(text));
    window.settle();
    assert_eq!(window.selection(), [4, 5]);
    assert_eq!(window.position(4), Position(40.0, 280.0), "below, with room for all texts");
    assert_eq!(window.sequence().links.last(), Some(&(4, 5)), "links between copies come along");
    assert_eq!(window.undo_label().as_deref(), Some("Paste 2 items"));
}

#[test]
fn a_paste_stands_at_the_pointer() {
    let mut window = OnCanvas::with_row();
    window.select(&[2]);
    window.harness.event(Event::Copy);
    let text = copied(&mut window);
    let at = window.at(331.0, 398.0);
    window.harness.hover_at(at);
    window.harness.event(Event::Paste(text));
    window.settle();
    assert_eq!(window.position(4), Position(340.0, 400.0));
}

#[test]
fn cutting_joins_the_neighbours_and_pasting_something_else_says_so() {
    let mut window = OnCanvas::with_row();
    window.select(&[2]);
    window.harness.event(Event::Cut);
    window.settle();
    assert_eq!(window.sequence().links, [(1, 3)]);
    assert_eq!(window.undo_label().as_deref(), Some("Cut 1 item"));
    let before = window.campaign().clone();
    window.harness.event(Event::Paste("a shopping list".to_owned()));
    window.settle();
    assert_eq!(*window.campaign(), before);
}

#[test]
fn duplicate_select_all_and_delete() {
    let mut window = OnCanvas::with_row();
    window.focus();
    window.keys(Modifiers::COMMAND, Key::A);
    assert_eq!(window.selection(), [1, 2, 3]);
    window.keys(Modifiers::COMMAND, Key::D);
    assert_eq!(window.selection(), [4, 5, 6]);
    assert_eq!(window.undo_label().as_deref(), Some("Duplicate 3 items"));
    window.key(Key::Backspace);
    assert_eq!(window.sequence().items.len(), 3);
    window.key(Key::Escape);
    assert!(window.selection().is_empty());
}

#[test]
fn the_menu_key_opens_the_menu_of_what_is_selected() {
    let mut window = OnCanvas::with_row();
    window.select(&[2]);
    window.keys(Modifiers::SHIFT, Key::F10);
    assert!(window.sees("Insert before…"));
    window.key(Key::Escape);
    assert!(!window.sees("Insert before…"));
    assert_eq!(window.selection(), [2]);
}

#[test]
fn enter_asks_for_the_settings() {
    let mut window = OnCanvas::with_row();
    window.select(&[2]);
    window.harness.key_press(Key::Enter);
    window.harness.run_steps(1);
    window.harness.run_steps(1);
    // The inspector may have handled the request already, but it must be open.
    assert!(window.app().settings.inspector);
}

#[test]
fn items_are_nodes_with_their_state_and_can_be_pressed() {
    let mut window = OnCanvas::with_row();
    window.harness.get_by_label("Email, Email, not set up, 1 outgoing").click();
    window.settle();
    assert_eq!(window.selection(), [2]);
    window.harness.get_by_label("Delay timer, Wait, not set up, 0 outgoing").click_accesskit();
    window.settle();
    assert_eq!(window.selection(), [3]);
}

#[test]
fn far_out_the_canvas_is_one_node_that_gives_the_count() {
    let mut window = OnCanvas::with_row();
    if let Some(camera) = window.app_mut().canvas.views.cameras.get_mut(&FIRST) {
        camera.zoom = 0.2;
    }
    window.settle();
    assert!(window.reads("Canvas, 3 items"));
    assert!(!window.reads("Email, Email"));
}

#[test]
fn one_and_zero_fit_and_show_the_actual_size() {
    let mut window = OnCanvas::with_row();
    window.focus();
    window.key(Key::Minus);
    assert!(window.camera().zoom < 1.0);
    window.key(Key::Num0);
    assert_eq!(window.camera().zoom, 1.0);
    window.key(Key::Num1);
    let middle = window.camera().middle;
    // The caption of the timer that is not set up reaches a little further than the other texts.
    assert!((middle.x - 240.0).abs() < 10.0, "the row is in the middle: {middle:?}");
}

/// The text that the next frame puts on the clipboard.
fn copied(window: &mut OnCanvas) -> String {
    // The copy is requested in one frame, and made at its end.
    window.harness.step();
    let commands = &window.harness.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.expect("something was copied")
}

#[test]
fn undo_while_renaming_is_about_the_words_that_are_typed() {
    let mut window = OnCanvas::with_row();
    window.select(&[2]);
    let steps = window.steps();
    window.key(Key::F2);
    window.type_text("Welcome");
    window.keys(Modifiers::COMMAND, Key::Z);
    assert!(window.sees("Name on the canvas"), "still being renamed");
    assert_eq!(window.steps(), steps, "the document was not undone");
}

#[test]
fn what_vanishes_while_it_is_renamed_leaves_the_keyboard_to_the_canvas() {
    let mut window = OnCanvas::with_row();
    window.select(&[3]);
    window.key(Key::F2);
    let editor = &mut window.app_mut().editor;
    let remove = Edit::Canvas(FIRST, CanvasEdit::Remove([3].into()));
    editor.apply(&remove, &Selection::default(), Grouping::Alone).expect("it can be removed");
    window.settle();
    window.settle();
    assert!(!window.sees("Name on the canvas") && window.has_focus());
}

#[test]
fn escape_closes_the_menu_and_keeps_what_is_selected() {
    let mut window = OnCanvas::with_row();
    window.click_on_with(240.0, 80.0, PointerButton::Secondary, Modifiers::NONE);
    assert!(window.sees("Insert before…"));
    window.key(Key::Escape);
    assert!(!window.sees("Insert before…"));
    assert_eq!(window.selection(), [2]);
}

#[test]
fn a_drag_closes_the_menu() {
    let mut window = OnCanvas::with_row();
    window.click_on_with(240.0, 300.0, PointerButton::Secondary, Modifiers::NONE);
    assert!(window.sees("Add…"));
    window.drag_on((600.0, 300.0), (700.0, 400.0));
    assert!(!window.sees("Add…"));
}

#[test]
fn the_menu_of_a_start_offers_nothing_before_it() {
    let mut window = OnCanvas::with_row();
    let (start, email) = (window.at(40.0, 80.0), window.at(240.0, 80.0));
    window.right_click_at(start);
    assert!(window.sees("Insert after…") && !window.sees("Insert before…"));
    window.key(Key::Escape);
    window.right_click_at(email);
    assert!(window.sees("Insert after…") && window.sees("Insert before…"));
}
