//! Where keyboard focus is: after Esc in the settings, after a command, and in a dialog that opens.

use dripline::campaign::selection::Selection;
use dripline::ui::context::view_state::Overlay;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

const EMAILS: &str = r#"#![enable(implicit_some)]
Campaign(format: 2, name: "Shop", time_zone: "Europe/Berlin", sequences: [(name: "Main", items: [
    (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
    (id: 2, name: "Hello", position: (240.0, 80.0), ready: true, kind: Email(to: Contact, subject: "Hi", body: "You")),
    (id: 3, name: "Later", position: (440.0, 80.0), kind: Email(to: Contact, subject: "Hi", body: "")),
], links: [(1, 2), (2, 3)])])"#;

fn with_selected(id: u64) -> Window {
    let mut window = Window::of_text(EMAILS);
    window.app_mut().view.selection = Selection::of(FIRST, [id]);
    window.settle();
    window
}

/// The name of what has focus.
fn focused(window: &Window) -> String {
    let root = window.harness.root();
    let node = root.children_recursive().find(|node| node.is_focused());
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn escape_leads_from_the_settings_back_to_the_canvas() {
    for label in ["Ready", "Subject", "Body", "To", "Preview…"] {
        let mut window = with_selected(2);
        window.node(label).focus();
        window.settle();
        window.key(Key::Escape);
        assert_eq!(window.app().view.selection.single(), Some(2), "{label}: the item stays selected");
        window.key(Key::ArrowRight);
        assert_eq!(window.app().view.selection.single(), Some(3), "{label}: the canvas has the keys");
    }
}

#[test]
fn escape_in_an_open_list_of_the_settings_only_closes_it() {
    let mut window = with_selected(2);
    window.node("To").focus();
    window.settle();
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert!(window.node("To").is_focused(), "{}", focused(&window));
}

#[test]
fn editing_settings_begins_at_the_first_that_is_missing_or_with_the_whole_name() {
    let mut window = with_selected(3);
    window.app_mut().canvas.takes_keyboard = true;
    window.settle();
    window.key(Key::Enter);
    assert!(window.node("Body").is_focused(), "{}", focused(&window));
    let mut window = with_selected(2);
    window.app_mut().canvas.takes_keyboard = true;
    window.settle();
    window.key(Key::Enter);
    window.type_text("Welcome");
    assert_eq!(window.item("Welcome").id, 2, "typing replaces the name");
}

#[test]
fn the_list_of_commands_edits_settings() {
    let mut window = with_selected(2);
    window.ctrl(Key::K);
    window.type_text("edit settings");
    window.key(Key::Enter);
    assert!(window.node("Name").is_focused(), "{}", focused(&window));
}

#[test]
fn a_dialog_opens_with_focus_inside() {
    let mut window = Opening::of(Editor::of(samples::first())).open();
    for (overlay, begins) in [(Overlay::Runs, ""), (Overlay::Directory, "Users"), (Overlay::Gallery, "")] {
        window.app_mut().view.overlay = overlay.clone();
        // The list of runs is read in the background.
        window.until("focus is in the dialog", |window| !["", "Canvas"].contains(&focused(window).as_str()));
        let first = focused(&window);
        assert!(!first.is_empty() && first.starts_with(begins), "{overlay:?}: “{first}”");
        // Tab stays in the dialog.
        window.key(Key::Tab);
        assert!(!["", "File", "Edit"].contains(&focused(&window).as_str()), "{overlay:?}: “{}”", focused(&window));
        window.key(Key::Escape);
        window.settle();
        assert_eq!(window.app().view.overlay, Overlay::None);
    }
}

#[test]
fn the_rules_take_what_is_typed_each_time_they_open() {
    let mut window = Window::new();
    for _ in 0..3 {
        window.ctrl(Key::K);
        window.type_text("rules");
        window.key(Key::Enter);
        assert_eq!(window.app().view.overlay, Overlay::Rules(None));
        window.type_text("weekend");
        let typed = window.node("Search the rules").accesskit_node().value().unwrap_or_default();
        assert_eq!(typed, "weekend");
        window.key(Key::Escape);
    }
}

#[test]
fn control_and_a_letter_never_delete_text() {
    let mut window = with_selected(2);
    window.role(Role::Button, "Edit in large editor…").click_accesskit();
    window.settle();
    assert_eq!(window.app().view.overlay, Overlay::TextEditor);
    for key in [Key::K, Key::U, Key::W, Key::H] {
        for at in [Key::Home, Key::End] {
            window.keys(Modifiers::COMMAND, at);
            window.ctrl(key);
        }
    }
    assert!(window.ron().contains("body: \"You\""), "{}", window.ron());
    assert_eq!(window.app().view.overlay, Overlay::TextEditor);
}

#[test]
fn tab_goes_through_the_top_bar_from_left_to_right() {
    let mut window = Opening::of(Editor::of(samples::first())).sized(1440.0, 900.0).open();
    window.node("Help").focus();
    window.settle();
    let mut lefts = vec![window.place("Help").left()];
    for _ in 0..6 {
        window.key(Key::Tab);
        let root = window.harness.root();
        let node = root.children_recursive().find(|node| node.is_focused()).expect("something has focus");
        lefts.push(node.rect().left());
    }
    assert!(lefts.is_sorted(), "{lefts:?}");
}
