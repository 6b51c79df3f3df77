//! Sequences as tabs.

use dripline::ui::context::camera::Camera;
use eframe::egui::{Key, Modifiers};

use crate::harness::{Role, Window};

fn names(window: &Window) -> Vec<&str> {
    window.campaign().sequences.iter().map(|sequence| sequence.name.as_str()).collect()
}

fn open(window: &Window) -> usize {
    window.campaign().index_of(window.app().view.selection.sequence).expect("it is there")
}

/// A window with three sequences, the last one open.
fn three() -> Window {
    let mut window = Window::new();
    window.click("Add sequence");
    window.click("Add sequence");
    assert_eq!(names(&window), ["Sequence 1", "Sequence 2", "Sequence 3"]);
    assert_eq!(open(&window), 2);
    window
}

#[test]
fn a_click_opens_a_tab_and_keys_go_round() {
    let mut window = three();
    window.click_role(Role::Tab, "Sequence 2");
    assert_eq!(open(&window), 1);
    window.ctrl(Key::PageDown);
    window.ctrl(Key::PageDown);
    assert_eq!(open(&window), 0);
    window.ctrl(Key::PageUp);
    assert_eq!(open(&window), 2);
}

#[test]
fn a_double_click_renames_in_place_and_escape_leaves_the_name() {
    let mut window = three();
    let at = window.role(Role::Tab, "Sequence 3").rect().center();
    window.double_click_at(at);
    window.ctrl(Key::A);
    window.type_text("Renewal");
    window.key(Key::Enter);
    assert_eq!(names(&window), ["Sequence 1", "Sequence 2", "Renewal"]);
    window.double_click_at(at);
    window.ctrl(Key::A);
    window.type_text("Nothing");
    window.key(Key::Escape);
    assert_eq!(names(&window), ["Sequence 1", "Sequence 2", "Renewal"]);
    window.ctrl(Key::Z);
    assert_eq!(names(&window), ["Sequence 1", "Sequence 2", "Sequence 3"]);
}

#[test]
fn a_taken_name_is_refused_with_a_sentence() {
    let mut window = three();
    let at = window.role(Role::Tab, "Sequence 3").rect().center();
    window.double_click_at(at);
    window.ctrl(Key::A);
    window.type_text("Sequence 1");
    window.key(Key::Enter);
    assert!(window.reads("already exists"));
    assert_eq!(names(&window), ["Sequence 1", "Sequence 2", "Sequence 3"]);
}

#[test]
fn dragging_a_tab_reorders_as_one_step() {
    let mut window = three();
    let from = window.role(Role::Tab, "Sequence 3").rect().center();
    let first = window.role(Role::Tab, "Sequence 1").rect();
    window.drag(from, first.left_center());
    assert_eq!(names(&window), ["Sequence 3", "Sequence 1", "Sequence 2"]);
    assert_eq!(open(&window), 0, "the moved one stays open");
    let last = window.role(Role::Tab, "Sequence 2").rect();
    window.drag(first.center(), last.right_center());
    assert_eq!(names(&window), ["Sequence 1", "Sequence 2", "Sequence 3"]);
    window.ctrl(Key::Z);
    assert_eq!(names(&window), ["Sequence 3", "Sequence 1", "Sequence 2"]);
}

#[test]
fn keys_move_the_open_tab_and_its_view_goes_with_it() {
    let mut window = three();
    let camera = Camera { zoom: 0.5, ..Camera::default() };
    let third = window.app().view.selection.sequence;
    window.app_mut().canvas.views.cameras.insert(third, camera);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::PageUp);
    assert_eq!(names(&window), ["Sequence 1", "Sequence 3", "Sequence 2"]);
    assert_eq!(open(&window), 1);
    assert_eq!(window.app().canvas.views.cameras[&third].zoom, 0.5);
    window.ctrl(Key::Z);
    assert_eq!(window.app().canvas.views.cameras[&third].zoom, 0.5, "undo too");
    window.ctrl(Key::Y);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::PageDown);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::PageDown);
    assert_eq!(names(&window), ["Sequence 1", "Sequence 2", "Sequence 3"]);
}

#[test]
fn the_context_menu_duplicates_and_deletes_and_the_message_brings_back() {
    let mut window = three();
    let at = window.role(Role::Tab, "Sequence 1").rect().center();
    window.right_click_at(at);
    window.click("Duplicate");
    assert_eq!(names(&window), ["Sequence 1", "Sequence 1 copy", "Sequence 2", "Sequence 3"]);
    let at = window.role(Role::Tab, "Sequence 1 copy").rect().center();
    window.right_click_at(at);
    window.click("Delete");
    assert_eq!(names(&window), ["Sequence 1", "Sequence 2", "Sequence 3"]);
    let toast = window.all("Deleted sequence");
    assert_eq!(toast.len(), 1);
    let undo = window.undo_in_message();
    window.click_at(undo);
    assert_eq!(names(&window), ["Sequence 1", "Sequence 1 copy", "Sequence 2", "Sequence 3"]);
    assert!(!window.sees("Deleted sequence"));
}

#[test]
fn the_last_sequence_stays() {
    let mut window = Window::new();
    window.right_click_at(window.role(Role::Tab, "Sequence 1").rect().center());
    window.click("Delete");
    assert_eq!(names(&window), ["Sequence 1"]);
}
