//! The rules reference.

use dripline::ui::context::view_state::Overlay;
use dripline::workbench::editor::Editor;
use dripline::workbench::rules::{TOPICS, question, questions};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::harness::{Opening, Role, Window};

/// The question on the page.
fn shown(window: &Window) -> Option<&'static str> {
    let is_shown = |ask: &str| window.all(ask).iter().any(|node| node.accesskit_node().role() == Role::Heading);
    questions().find(|question| is_shown(question.ask)).map(|question| question.id)
}

fn follow(window: &mut Window, link: &str) {
    window.app_mut().view.overlay = Overlay::Rules(Some(link.to_owned()));
    window.settle();
}

#[test]
fn the_first_question_is_open_and_the_list_has_topics_and_questions() {
    let mut window = Window::new();
    window.key(Key::F1);
    assert_eq!(shown(&window), Some("one-day"));
    window.role(Role::ListBoxOption, TOPICS[0].title);
    window.role(Role::ListBoxOption, "How do minutes and hours count?");
    assert!(window.reads("No. A timer of one day releases a contact at the start of the next date"));
}

#[test]
fn examples_are_worked_out_by_the_engine_and_say_why() {
    let mut window = Opening::of(Editor::new("Europe/Berlin")).dark().open();
    window.key(Key::F1);
    follow(&mut window, "time-of-day");
    // Three days after a Friday, on a weekday. No text has such a date, so the engine must have computed it.
    assert!(window.reads("Fri 1 Mar 2024 09:00 → Mon 4 Mar 2024 08:00"));
    let whys: Vec<_> = window.names().lines().filter(|line| line.contains("Why? ")).map(str::to_owned).collect();
    assert_eq!(whys.len(), 2, "{whys:?}");
    let why = window.harness.root().children_recursive().filter_map(|node| node.accesskit_node().label());
    let why = why.filter(|label| label.starts_with("Why? ")).last().expect("a link");
    let at = window.all(&why).last().expect("a link").rect().center();
    window.click_at(at);
    assert!(window.reads("Arrived Fri 1 Mar 09:00"), "{}", window.names());
}

#[test]
fn a_link_opens_the_question_of_a_rule_a_question_and_a_topic() {
    let mut window = Window::new();
    follow(&mut window, "jump");
    assert_eq!(shown(&window), Some("missed"));
    let page = window.role(Role::TextInput, "Search the rules").rect().top();
    let at = window.role(Role::Heading, question("missed").expect("a question").ask).rect().top();
    assert!((page - 10.0..page + 60.0).contains(&at), "{at} is not near {page}");
    follow(&mut window, "held");
    assert_eq!(shown(&window), Some("held"));
    follow(&mut window, "terms");
    window.role(Role::Heading, "What the words mean");
    window.click_role(Role::Button, "What does “ran” mean?");
    assert_eq!(shown(&window), Some("ran"));
}

#[test]
fn typing_finds_the_question_that_is_meant_and_escape_closes() {
    let mut window = Window::new();
    window.key(Key::F1);
    for (typed, id) in [("leap year", "leap-day"), ("unsubscribed", "email"), ("daylight saving", "clock-change")] {
        window.fill("Search the rules", typed);
        assert_eq!(shown(&window), Some(id), "{typed}");
    }
    window.fill("Search the rules", "xyzzy");
    assert!(window.reads("No question has these words"));
    window.key(Key::Escape);
    assert!(!window.sees("Search the rules"));
}

#[test]
fn questions_are_read_with_the_keyboard_alone() {
    let mut window = Opening::of(Editor::new("Europe/Berlin")).sized(800.0, 600.0).open();
    window.key(Key::F1);
    window.key(Key::ArrowDown);
    assert_eq!(shown(&window), Some("same-time"));
    window.type_text("missed the date");
    assert_eq!(shown(&window), Some("missed"));
    // Enter goes to the page; Space and Enter unfold and fold the precise rules.
    window.key(Key::Enter);
    assert!(window.role(Role::DisclosureTriangle, "Precisely").accesskit_node().is_focused());
    assert!(!window.reads("makes the contact jump"), "folded at first");
    window.key(Key::Space);
    assert!(window.reads("makes the contact jump"), "{}", window.names());
    assert!(window.role(Role::DisclosureTriangle, "Precisely").accesskit_node().is_focused());
    window.key(Key::Enter);
    assert!(!window.reads("makes the contact jump"));
    window.keys(Modifiers::SHIFT, Key::Tab);
    window.key(Key::Escape);
    assert!(!window.sees("Search the rules"));
}

#[test]
fn every_question_has_room_for_its_answer_and_says_where_its_rules_come_from() {
    for (width, height) in [(800.0, 600.0), (1440.0, 900.0)] {
        let mut window = Opening::of(Editor::new("Europe/Berlin")).sized(width, height).open();
        for question in questions() {
            follow(&mut window, question.id);
            assert_eq!(shown(&window), Some(question.id));
            if !question.rules.is_empty() {
                window.role(Role::DisclosureTriangle, "Precisely");
                assert!(
                    ["As Keap documents", "Partly as Keap documents", "Keap doesn’t say: our choice", "Definition"]
                        .iter()
                        .any(|word| window.sees(word))
                );
            }
            let wide = window
                .harness
                .root()
                .children_recursive()
                .filter(|node| node.accesskit_node().bounding_box().is_some());
            let wide = wide.map(|node| node.rect()).filter(|rect| rect.is_finite());
            let right = wide.map(|rect| rect.right()).fold(0.0, f32::max);
            assert!(right <= width + 1.0, "{} goes beyond the window: {right}", question.id);
        }
    }
}

#[test]
fn pictures_are_told_to_screen_readers() {
    let mut window = Window::new();
    follow(&mut window, "one-day");
    assert!(window.reads("Time strip: arrives Thu 14 May 00:10, continues Fri 15 May 00:00; arrives Thu 14 May 23:50"));
    follow(&mut window, "months");
    assert!(window.reads("Calendar: arrives Wed 31 Jan 2024; continues Thu 29 Feb 2024"));
    follow(&mut window, "held");
    assert!(window.reads("Wait: held: not set up; Email: not reached"));
}

#[test]
fn the_list_of_commands_finds_questions() {
    let mut window = Window::new();
    window.ctrl(Key::K);
    window.type_text("is one day 24 hours");
    window.key(Key::Enter);
    assert_eq!(shown(&window), Some("one-day"));
    window.key(Key::Escape);
    window.ctrl(Key::K);
    window.type_text("leap year");
    window.key(Key::Enter);
    assert_eq!(shown(&window), Some("leap-day"));
}
