//! Undo takes back what the user sees last, says what it undid, and changes nothing on the side.

use dripline::campaign::document::Campaign;
use dripline::campaign::edit::Insertion;
use dripline::campaign::rehearsal::People;
use dripline::campaign::selection::Selection;
use dripline::ui::context::view_state::Overlay;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::accesskit::Live;
use eframe::egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::canvas_hands::{DELAY, EMAIL, OnCanvas, place};
use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

fn contacts(campaign: &Campaign) -> u64 {
    match campaign.rehearsals[0].people {
        People::Generated { count, .. } => count,
        ref other => panic!("generated contacts, not {other:?}"),
    }
}

/// The first sample in Build mode, after its contacts were changed in Rehearse mode, with a delay timer selected.
fn after_a_change_of_contacts() -> (Window, u64) {
    let mut window = Opening::of(Editor::of(samples::first())).sized(1280.0, 1400.0).open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click("Show contacts to rehearse");
    window.fill("Number of contacts", "420");
    window.key(Key::Enter);
    assert_eq!(contacts(window.campaign()), 420);
    window.keys(Modifiers::COMMAND, Key::Num1);
    let items = &window.campaign().sequences[0].items;
    let timer = items.iter().find(|item| item.kind.label() == "Delay timer").expect("a delay timer").id;
    window.app_mut().view.selection = Selection::of(FIRST, [timer]);
    window.settle();
    (window, timer)
}

fn value(window: &Window, label: &str) -> String {
    window.node(label).accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_refused_text_is_taken_back_before_anything_else_is_undone() {
    let (mut window, timer) = after_a_change_of_contacts();
    let (before, was) = (window.ron(), value(&window, "Wait at least"));
    window.fill("Wait at least", "abc");
    window.key(Key::Tab);
    assert!(window.reads("“abc” isn't a whole number"));
    window.click("Edit");
    assert!(window.sees("Undo typing “abc”"), "{}", window.names());
    window.key(Key::Escape);
    window.ctrl(Key::Z);
    assert_eq!(value(&window, "Wait at least"), was);
    assert!(!window.reads("isn't a whole number"));
    assert!(window.node("Wait at least").is_focused(), "{}", window.names());
    assert_eq!(window.ron(), before, "the contacts stay");
    assert_eq!(window.app().view.selection.single(), Some(timer));
    // What is typed now replaces the text.
    window.type_text("7");
    window.key(Key::Enter);
    assert!(window.ron().contains("wait: 7"));
}

#[test]
fn what_is_being_typed_is_taken_back_before_anything_else_is_undone() {
    let (mut window, timer) = after_a_change_of_contacts();
    let (before, was) = (window.ron(), value(&window, "Wait at least"));
    window.fill("Wait at least", "9");
    window.ctrl(Key::Z);
    assert_eq!((value(&window, "Wait at least"), window.ron()), (was, before));
    assert_eq!(window.app().view.selection.single(), Some(timer));
    assert!(!window.reads("Undone"));
}

#[test]
fn a_refused_text_that_is_out_of_sight_is_not_what_undo_is_about() {
    let (mut window, _) = after_a_change_of_contacts();
    window.fill("Wait at least", "abc");
    window.key(Key::Tab);
    window.app_mut().view.selection = Selection::none(FIRST);
    window.settle();
    window.ctrl(Key::Z);
    assert_ne!(contacts(window.campaign()), 420);
}

#[test]
fn undo_of_contacts_says_so_and_leaves_the_selection_alone() {
    let (mut window, timer) = after_a_change_of_contacts();
    let name = window.campaign().rehearsals[0].name.clone();
    window.ctrl(Key::Z);
    assert_ne!(contacts(window.campaign()), 420);
    assert!(window.sees(&format!("Undone: Change contacts of rehearsal “{name}”")), "{}", window.names());
    assert_eq!(window.app().view.selection.single(), Some(timer));
    window.ctrl(Key::Y);
    assert_eq!(contacts(window.campaign()), 420);
    assert!(window.sees(&format!("Done again: Change contacts of rehearsal “{name}”")));
    assert!(!window.reads("Undone: "), "one message about undo at a time");
    assert_eq!(window.app().view.selection.single(), Some(timer));
}

#[test]
fn undo_in_a_search_of_a_list_is_about_the_search() {
    let (mut window, timer) = after_a_change_of_contacts();
    let before = window.ron();
    window.click("Add time zone…");
    window.type_text("Tok");
    window.ctrl(Key::Z);
    assert_eq!(window.ron(), before);
    window.key(Key::Escape);
    assert_eq!(window.app().view.selection.single(), Some(timer));
    assert_eq!(window.app().view.overlay, Overlay::None);
    // A date is typed into a popup; its field has its own undo too.
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.rehearsed();
    window.click("Run to…");
    window.fill("Date and time", "soon");
    window.ctrl(Key::Z);
    assert_eq!(window.ron(), before);
}

/// How urgently a message is read aloud.
fn urgency(window: &Window, words: &str) -> Live {
    let said = window.harness.root().query_all_by_label_contains(words).last().expect("a message");
    said.accesskit_node().live()
}

#[test]
fn what_was_refused_looks_and_sounds_like_a_warning() {
    let mut editor = Editor::new("UTC");
    for (offer, x, after) in [(EMAIL, 240.0, 1), (DELAY, 440.0, 2)] {
        place(&mut editor, offer, x, 80.0, Insertion::After(after));
    }
    place(&mut editor, EMAIL, 240.0, 280.0, Insertion::Loose);
    let mut window = OnCanvas::of(editor);
    let (from, to) = (window.at(274.0, 280.0), window.at(440.0, 80.0));
    window.hold(PointerButton::Primary, &[from, to]);
    window.let_go(PointerButton::Primary, to);
    let aside = window.at(600.0, 500.0);
    window.hover(aside);
    assert_eq!(urgency(&window, "already has an incoming link"), Live::Assertive);
    let warning = char::from(lucide_icons::Icon::TriangleAlert).to_string();
    assert!(window.painted().contains(&warning));
    // So do those of the outline, and a paste of something else than items.
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    window.keys(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(urgency(&window, "There is no item on that side to swap with"), Live::Assertive);
    window.focus();
    window.event(Event::Paste("no items".to_owned()));
    window.settle();
    let shown = window.harness.root().query_all_by_role(Role::Label);
    assert!(shown.filter(|label| label.accesskit_node().live() == Live::Assertive).count() > 2);
}

#[test]
fn what_was_done_is_no_warning() {
    let (mut window, _) = after_a_change_of_contacts();
    window.click("Copy table");
    assert_eq!(urgency(&window, "The table was copied as text"), Live::Polite);
    window.ctrl(Key::Z);
    assert_eq!(urgency(&window, "Undone: "), Live::Polite);
}
