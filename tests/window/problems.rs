//! The strip of problems: it lists them, a click goes to the item, and a button fixes the problem.

use dripline::workbench::samples;
use eframe::egui::Key;
use egui_kittest::kittest::Queryable;

use crate::common::ids::SECOND;
use crate::harness::{Role, Window};

/// Two sequences. The second one has a draft.
const TWO: &str = r#"Campaign(format: 1, name: "Two", time_zone: "Europe/Berlin", sequences: [
    (name: "First", items: [(id: 1, name: "In", position: (40.0, 80.0), kind: Start)]),
    (name: "Second", items: [
        (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
        (id: 2, name: "Hub", position: (4000.0, 80.0), kind: AddToCustomerHub),
    ], links: [(1, 2)]),
], directory: (customer_hub: true))"#;

/// The name of the row of the problem that contains these words.
fn problem(window: &Window, words: &str) -> String {
    use egui_kittest::kittest::NodeT;
    let rows = window.harness.root().query_all_by_role(Role::Button);
    let names = rows.filter_map(|row| row.accesskit_node().label());
    let mut found = names.filter(|name| name.contains(words) && name.contains(": "));
    found.next().unwrap_or_else(|| panic!("no problem says “{words}”:\n{}", window.names()))
}

#[test]
fn the_fix_marks_ready_and_is_undone_in_one_step() {
    let sample = samples::SAMPLES.iter().find(|sample| sample.file == "lesson-draft-email.ron");
    let mut window = Window::of(sample.and_then(|sample| sample.campaign()).expect("a sample"));
    assert!(!window.item("What to wear").ready);
    window.click_role(Role::Button, "Mark ready");
    assert!(window.item("What to wear").ready);
    assert!(!window.sees("Problems") || !window.reads("What to wear” (item 4) is a draft"));
    window.ctrl(Key::Z);
    assert!(!window.item("What to wear").ready);
    assert!(window.reads("is a draft"));
}

#[test]
fn a_click_on_a_problem_opens_its_sequence_and_selects() {
    let mut window = Window::of_text(TWO);
    let label = problem(&window, "Hub");
    assert!(label.contains("In Second."), "another sequence is named: {label}");
    let at = window.role(Role::Button, &label).rect().left_center() + eframe::egui::vec2(40.0, 0.0);
    window.click_at(at);
    let view = &window.app().view;
    assert_eq!((view.selection.sequence, view.selection.single()), (SECOND, Some(2)));
}

#[test]
fn problems_are_worked_through_with_keys() {
    let mut window = Window::of_text(TWO);
    let label = problem(&window, "Hub");
    window.role(Role::Button, &label).focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(window.app().view.selection.single(), Some(2));
    let label = problem(&window, "Hub");
    window.role(Role::Button, &label).focus();
    window.settle();
    window.key(Key::Tab);
    assert!(window.role(Role::Button, "Mark ready").is_focused());
    window.key(Key::Space);
    assert!(window.item("Hub").ready);
}

#[test]
fn the_list_can_be_kept_to_this_sequence_and_folded() {
    let mut window = Window::of_text(TWO);
    assert!(window.reads("is a draft"));
    window.click("This sequence");
    assert!(!window.reads("is a draft"));
    window.click("All sequences");
    assert!(window.reads("is a draft"));
    window.click("Fold problems");
    assert!(!window.reads("is a draft"));
    assert!(window.sees("2 problems"));
    window.click("Unfold problems");
    assert!(window.reads("is a draft"));
}

#[test]
fn a_sound_campaign_has_no_strip() {
    let window = Window::of_text(
        r#"Campaign(format: 1, name: "Sound", time_zone: "Europe/Berlin", directory: (customer_hub: true), sequences: [
            (name: "One", items: [
                (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
                (id: 2, name: "Hub", position: (240.0, 80.0), ready: true, kind: AddToCustomerHub),
            ], links: [(1, 2)]),
        ])"#,
    );
    assert!(!window.sees("Problems"), "{}", window.names());
}

#[test]
fn an_item_on_the_canvas_says_its_problems_where_the_pointer_rests() {
    let mut window = Window::of_text(&TWO.replace("4000.0", "240.0"));
    window.app_mut().view.selection = dripline::campaign::selection::Selection::none(SECOND);
    window.settle();
    let node = "Add to CustomerHub, Hub, draft, 0 outgoing";
    let sentence = "Add to CustomerHub “Hub” (item 2) is a draft: it is skipped for everyone.";
    assert!(!window.sees(sentence));
    let at = window.place(node).center();
    window.hover(at);
    window.wait(1.0);
    assert!(window.sees(sentence), "{}", window.names());
}
