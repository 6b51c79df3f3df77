//! Find: a word in any text or setting of any sequence. A click on a match shows it.

use eframe::egui::{Key, Modifiers};

use crate::harness::Window;

const TWO: &str = r#"Campaign(format: 1, name: "Two", time_zone: "Europe/Berlin", sequences: [
    (name: "First", items: [
        (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
        (id: 2, name: "Hello", position: (240.0, 80.0), kind: Email(to: Contact, subject: "Hi", body: "We sell lanterns.")),
    ], links: [(1, 2)]),
    (name: "Second", items: [
        (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
        (id: 7, name: "Letter", position: (240.0, 80.0), kind: Letter(body: "Dear friend, the Lantern festival is near.")),
    ], links: [(1, 7)]),
])"#;

fn place(window: &Window) -> (u64, Option<u64>) {
    let selection = &window.app().view.selection;
    (selection.sequence.number() - 1, selection.single())
}

#[test]
fn a_word_in_a_body_of_another_sequence_is_found_and_gone_to() {
    let mut window = Window::of_text(TWO);
    window.ctrl(Key::F);
    window.type_text("festival");
    assert!(
        window.sees("Letter, Second, Body: …r friend, the Lantern festival is near.")
            || window.reads("Letter, Second, Body")
    );
    window.key(Key::Enter);
    assert_eq!(place(&window), (1, Some(7)));
}

#[test]
fn enter_goes_on_to_the_next_and_shift_enter_back() {
    let mut window = Window::of_text(TWO);
    window.ctrl(Key::F);
    window.type_text("LANTERN");
    assert!(window.sees("1 of 2"));
    window.key(Key::Enter);
    assert_eq!(place(&window), (0, Some(2)));
    window.key(Key::Enter);
    assert_eq!(place(&window), (1, Some(7)));
    window.key(Key::Enter);
    assert_eq!(place(&window), (0, Some(2)), "round to the first");
    window.keys(Modifiers::SHIFT, Key::Enter);
    assert_eq!(place(&window), (1, Some(7)));
    window.key(Key::ArrowUp);
    window.key(Key::Enter);
    assert_eq!(place(&window), (0, Some(2)), "arrows choose, Enter goes there");
}

#[test]
fn a_hit_is_clicked_and_escape_closes() {
    let mut window = Window::of_text(TWO);
    window.ctrl(Key::F);
    window.type_text("lantern");
    let label = "Letter, Second, Body: Dear friend, the Lantern festival is near.";
    window.click(label);
    assert_eq!(place(&window), (1, Some(7)));
    window.key(Key::Escape);
    assert!(!window.sees(label));
}

#[test]
fn what_is_nowhere_is_said_to_be() {
    let mut window = Window::of_text(TWO);
    window.ctrl(Key::F);
    window.type_text("quicksilver");
    assert!(window.sees("No matches"));
    window.key(Key::Enter);
    assert_eq!(place(&window), (0, None));
}

#[test]
fn a_hit_in_the_directory_opens_the_directory_at_its_list() {
    let mut window = Window::of_text(&TWO.replace("sequences: [", "directory: (tags: [\"Harbour\"]), sequences: ["));
    window.ctrl(Key::F);
    window.type_text("harbour");
    window.key(Key::Enter);
    assert!(window.sees("Delete tag 1"), "{}", window.names());
}
