//! The rules reference.

use dripline::ui::context::view_state::Overlay;
use eframe::egui::Key;

use crate::harness::{Opening, Role, Window};
use dripline::workbench::editor::Editor;

#[test]
fn every_rule_stands_there_with_where_it_comes_from() {
    let mut window = Window::new();
    window.key(Key::F1);
    for title in ["1 Words", "4 Delay timers"] {
        window.role(Role::Heading, title);
    }
    for word in ["Documented", "Chosen", "Definition"] {
        assert!(window.sees(word), "{word}");
    }
}

#[test]
fn examples_are_worked_out_by_the_engine_and_say_why() {
    let mut window = Opening::of(Editor::new("Europe/Berlin")).dark().open();
    window.key(Key::F1);
    // Three days after a Friday, on a weekday. The page has no such date, so the engine must have computed it.
    assert!(window.reads("Fri 1 Mar 2024 09:00 → Mon 4 Mar 2024 08:00"));
    window.app_mut().view.overlay = Overlay::Rules(Some("time-of-day".to_owned()));
    window.settle();
    window.click("Why? The day and the time");
    assert!(window.reads("Arrived Fri 1 Mar 09:00"));
}

#[test]
fn a_link_opens_the_page_at_its_rule() {
    let mut window = Window::new();
    window.app_mut().view.overlay = Overlay::Rules(Some("jump".to_owned()));
    window.settle();
    let page = window.role(Role::TextInput, "Search the rules").rect().bottom();
    let rule = dripline::workbench::rules::rule("jump").expect("a rule");
    let at = window.role(Role::Heading, rule.title).rect().top();
    assert!((page..page + 200.0).contains(&at), "{at} is not near {page}");
}

#[test]
fn typing_narrows_the_rules_and_escape_closes() {
    let mut window = Window::new();
    window.key(Key::F1);
    window.fill("Search the rules", "leap");
    assert!(!window.sees("1 Words") || window.all("1 Words").len() == 1, "only the button of the section is left");
    assert!(window.reads("29 February"));
    window.key(Key::Escape);
    window.key(Key::Escape);
    assert!(!window.sees("Search the rules"));
}
