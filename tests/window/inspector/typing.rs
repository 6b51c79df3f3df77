//! Typing in fields and lists, by keyboard alone too.

use dripline::campaign::item::Kind;
use eframe::egui::{Key, Modifiers};

use super::{enter, example, fresh, select, tall, undo_label, value};

#[test]
fn typing_in_one_field_is_one_step() {
    let mut window = tall(example());
    let before = window.ron();
    select(&mut window, "Welcome");
    window.fill("Subject", "");
    for letter in ["H", "e", "l", "l", "o"] {
        window.type_text(letter);
    }
    assert!(matches!(&window.item("Welcome").kind, Kind::Email { subject, .. } if subject == "Hello"));
    window.ctrl(Key::Z);
    assert_eq!(window.ron(), before);
}

#[test]
fn escape_in_a_field_leaves_no_trace() {
    let mut window = tall(example());
    let before = window.ron();
    select(&mut window, "Welcome");
    window.fill("Subject", "Something else");
    assert_ne!(window.ron(), before);
    window.key(Key::Escape);
    assert_eq!(window.ron(), before);
    assert_eq!(undo_label(&window), None);
    window.fill("X", "77");
    window.key(Key::Escape);
    assert_eq!(window.ron(), before);
    assert_eq!(value(&window, "X"), "200");
}

#[test]
fn nonsense_is_refused_with_a_sentence() {
    let mut window = tall(example());
    let before = window.ron();
    select(&mut window, "Wait 3 days");
    enter(&mut window, "Wait at least", "soon");
    enter(&mut window, "Time of day", "25:00");
    assert!(window.reads("“soon” is no whole number"));
    assert!(window.reads("“25:00” is no time of day"));
    assert_eq!(window.ron(), before);
    enter(&mut window, "Wait at least", "9999");
    assert!(window.sees("A timer waits at most 3,650 days"));
}

#[test]
fn what_is_typed_when_another_item_is_selected_is_kept() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    window.fill("Wait at least", "4");
    select(&mut window, "Welcome");
    assert!(window.ron().contains("wait: 4"));
}

#[test]
fn a_merge_field_is_inserted_at_the_caret() {
    let mut window = fresh();
    select(&mut window, "Welcome");
    window.fill("Subject", "Dear , hello");
    window.key(Key::Home);
    for _ in 0..5 {
        window.key(Key::ArrowRight);
    }
    window.click("Insert merge field into subject");
    window.type_text("first name");
    window.key(Key::Enter);
    window.type_text("!");
    assert!(
        matches!(&window.item("Welcome").kind, Kind::Email { subject, .. } if subject == "Dear ~Contact.FirstName~!, hello")
    );
    window.fill("Subject", "Dear ~Contact.Frist~");
    assert!(window.sees("~Contact.Frist~ is no merge field: it stays as it was typed"));
}

#[test]
fn a_field_is_reached_and_left_by_keyboard_alone() {
    let mut window = tall(example());
    select(&mut window, "Fax");
    window.node("Name").focus();
    window.settle();
    for _ in 0..3 {
        window.key(Key::Tab);
    }
    assert!(window.node("Fax text").is_focused(), "{}", window.names());
    window.keys(Modifiers::SHIFT, Key::Tab);
    assert!(window.node("Insert merge field into fax text").is_focused());
}

#[test]
fn what_would_be_created_is_reached_with_the_arrows_where_an_option_fits_too() {
    let mut window = fresh();
    select(&mut window, "Tag");
    window.click("Add tag to apply…");
    window.type_text("cust");
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(matches!(&window.item("Tag").kind, Kind::ApplyRemoveTag { apply, .. } if apply == &["cust"]));
}
