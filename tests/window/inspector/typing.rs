//! Typing in fields and lists, also with the keyboard alone.

use dripline::campaign::kinds::{ApplyRemoveTag, Email, Kind, SendHttpPost};
use dripline::workbench::editor::Editor;
use eframe::egui::text::LayoutSection;
use eframe::egui::{Key, Modifiers, Shape, TextFormat};

use crate::harness::{Opening, Window};

use super::{choose, enter, example, fresh, select, shows_all, tall, undo_label, value};

#[test]
fn typing_in_one_field_is_one_step() {
    let mut window = tall(example());
    let before = window.ron();
    select(&mut window, "Welcome");
    window.fill("Subject", "");
    for letter in ["H", "e", "l", "l", "o"] {
        window.type_text(letter);
    }
    // The sample's email has the name of its subject, so it follows.
    assert!(matches!(&window.item("Hello").kind, Kind::Email(Email { subject, .. }) if subject == "Hello"));
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
    assert!(window.reads("“soon” isn't a whole number"));
    assert!(window.reads("“25:00” isn't a time of day"));
    assert_eq!(window.ron(), before);
    enter(&mut window, "Wait at least", "9999");
    assert!(window.sees("A timer waits at most 3,650 days"));
    assert_eq!(window.ron(), before, "a number that would break the timer is refused too");
    // In minutes it is possible.
    choose(&mut window, "Unit", "minutes");
    assert!(!window.reads("A timer waits at most"), "{}", window.names());
    assert!(window.ron().contains("wait: 9999, unit: Minutes") || window.ron().contains("wait: 9999"));
}

#[test]
fn a_name_that_is_left_blank_gets_the_one_from_before() {
    let mut window = tall(example());
    let before = window.ron();
    select(&mut window, "Wait 3 days");
    for blank in ["", "  "] {
        window.fill("Name", "x");
        window.ctrl(Key::A);
        window.key(Key::Backspace);
        window.type_text(blank);
        window.key(Key::Tab);
        assert_eq!(value(&window, "Name"), "Wait 3 days");
        assert_eq!(window.ron(), before);
    }
    window.app_mut().view.selection.ids.clear();
    window.settle();
    let name = value(&window, "Campaign name");
    window.fill("Campaign name", "x");
    window.key(Key::Backspace);
    window.key(Key::Tab);
    assert_eq!((value(&window, "Campaign name"), window.ron()), (name, before));
}

#[test]
fn a_long_number_is_read_whole_in_its_field() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    let short = window.place("Wait at least").width();
    enter(&mut window, "Wait at least", "99999999");
    shows_all(&window, "Wait at least");
    assert!(window.place("Unit").width() > 100.0, "the unit keeps its room");
    enter(&mut window, "Wait at least", "3");
    assert!((window.place("Wait at least").width() - short).abs() < 0.5);
    select(&mut window, "Call them");
    enter(&mut window, "Due after days", "12345678901234567890");
    shows_all(&window, "Due after days");
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
        matches!(&window.item("Welcome").kind, Kind::Email(Email { subject, .. }) if subject == "Dear ~Contact.FirstName~!, hello")
    );
    window.fill("Subject", "Dear ~Contact.Frist~");
    assert!(window.sees("~Contact.Frist~ isn't a merge field: it stays as typed"));
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

/// The tags that the item applies after typing into its list, some arrow keys, and Enter.
fn tag_after(typed: &str, arrows: &[Key]) -> Vec<String> {
    let mut window = fresh();
    select(&mut window, "Tag");
    window.click("Add tag to apply…");
    window.type_text(typed);
    arrows.iter().for_each(|key| window.key(*key));
    window.key(Key::Enter);
    let Kind::ApplyRemoveTag(ApplyRemoveTag { apply, .. }) = &window.item("Tag").kind else { panic!("a tag item") };
    assert!(apply.iter().all(|tag| window.campaign().directory.tags.contains(tag)), "what is new is in the directory");
    apply.clone()
}

#[test]
fn enter_creates_what_was_typed_unless_it_is_there_or_the_arrows_went_on() {
    assert_eq!(tag_after("cust", &[]), ["cust"]);
    assert_eq!(tag_after("CUSTOMER", &[]), ["Customer"]);
    assert_eq!(tag_after("cust", &[Key::ArrowDown]), ["Customer"]);
    assert_eq!(tag_after("cust", &[Key::ArrowDown, Key::ArrowUp]), ["cust"]);
}

/// The layout of a field's text on the screen: each part with its format.
fn stretches(window: &Window, text: &str) -> Vec<(String, TextFormat)> {
    let mut shapes: Vec<&Shape> = window.harness.output().shapes.iter().map(|clipped| &clipped.shape).collect();
    while let Some(shape) = shapes.pop() {
        match shape {
            Shape::Vec(inner) => shapes.extend(inner),
            Shape::Text(shape) if shape.galley.job.text == text => {
                let job = &shape.galley.job;
                let stretch = |section: &LayoutSection| {
                    let range = section.byte_range.start.0..section.byte_range.end.0;
                    (job.text[range].to_owned(), section.format.clone())
                };
                return job.sections.iter().map(stretch).collect();
            }
            _ => {}
        }
    }
    panic!("“{text}” is not on the screen");
}

#[test]
fn merge_fields_are_told_apart_while_they_are_typed() {
    for is_dark in [false, true] {
        let opening = Opening::of(Editor::of(example())).sized(1280.0, 1800.0);
        let mut window = if is_dark { opening.dark() } else { opening }.open();
        for (item, field) in
            [("Welcome", "Body"), ("Welcome", "Subject"), ("Call them", "Task text"), ("Post", "Value 1")]
        {
            select(&mut window, item);
            window.fill(field, "");
            window.type_text("A ~Contact.FirstName~ or ~Contact.Frist~, ~");
            let found = stretches(&window, "A ~Contact.FirstName~ or ~Contact.Frist~, ~");
            let [plain, known, between, unknown, rest] = found.as_slice() else { panic!("{field}: {found:?}") };
            assert_eq!((known.0.as_str(), unknown.0.as_str()), ("~Contact.FirstName~", "~Contact.Frist~"));
            assert!(!unknown.1.underline.is_empty(), "{field}");
            assert!([plain, known, between, rest].iter().all(|stretch| stretch.1.underline.is_empty()), "{field}");
            let colors = [plain.1.color, known.1.color, unknown.1.color];
            assert!(colors[0] != colors[1] && colors[1] != colors[2] && colors[0] != colors[2], "{field}: {colors:?}");
            assert!(window.sees("~Contact.Frist~ isn't a merge field: it stays as typed"));
        }
    }
}

#[test]
fn the_web_address_of_a_post_takes_merge_fields() {
    let mut window = fresh();
    select(&mut window, "Post");
    window.fill("Web address", "https://example.com/?id=");
    window.click("Insert merge field into web address");
    window.type_text("Contact.Id");
    window.key(Key::Enter);
    assert!(
        matches!(&window.item("Post").kind, Kind::SendHttpPost(SendHttpPost { url, .. }) if url == "https://example.com/?id=~Contact.Id~")
    );
    assert!(!window.reads("This can't work"));
}
