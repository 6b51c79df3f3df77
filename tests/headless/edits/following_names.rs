//! The name of an item follows its subject until the user gives one, in the same step.

use dripline::campaign::edit::{CanvasEdit, Edit};
use dripline::campaign::history::Grouping;
use dripline::campaign::item::Item;
use dripline::campaign::kinds::Kind;
use dripline::campaign::selection::Selection;
use dripline::workbench::editor::Editor;

use crate::common::ids::FIRST;
use crate::edits::starts::example;

fn first_email(editor: &Editor) -> Item {
    let items = &editor.campaign().sequences[0].items;
    items.iter().find(|item| matches!(item.kind, Kind::Email(_))).expect("an email").clone()
}

fn set(editor: &mut Editor, change: impl FnOnce(&mut Item)) {
    let mut item = first_email(editor);
    change(&mut item);
    let edit = Edit::Canvas(FIRST, CanvasEdit::SetItem(item));
    editor.apply(&edit, &Selection::none(FIRST), Grouping::Alone).expect("an edit");
}

fn write(editor: &mut Editor, to: &str) {
    set(editor, |item| {
        let Kind::Email(email) = &mut item.kind else { panic!("an email") };
        email.subject = to.to_owned();
    });
}

#[test]
fn the_subject_and_the_name_change_in_one_step() {
    let mut editor = Editor::of(example());
    set(&mut editor, |item| item.name = "Email".to_owned());
    write(&mut editor, "Good day, ~Contact.FirstName~");
    assert_eq!(first_email(&editor).name, "Good day");
    assert_eq!(editor.history().undo_label(), Some("Change “Email”"));
    editor.undo();
    assert_eq!(first_email(&editor).name, "Email");
    editor.redo();
    assert_eq!(first_email(&editor).name, "Good day");
    write(&mut editor, "Glad that you are here");
    assert_eq!(first_email(&editor).name, "Glad that you are here");
    set(&mut editor, |item| item.name = "First".to_owned());
    write(&mut editor, "Another subject");
    assert_eq!(first_email(&editor).name, "First", "the user's own");
}

/// Types a text letter by letter, as one visit to its field.
fn type_subject(editor: &mut Editor, text: &str) {
    for (at, letter) in text.char_indices() {
        write(editor, &text[..at + letter.len_utf8()]);
    }
}

#[test]
fn a_typed_name_stays_even_if_the_subject_passes_through_it() {
    let mut editor = Editor::of(example());
    set(&mut editor, |item| item.name = "Email".to_owned());
    write(&mut editor, "");
    set(&mut editor, |item| item.name = "Welcome".to_owned());
    type_subject(&mut editor, "Welcome to the shop");
    assert_eq!(first_email(&editor).name, "Welcome");
    // With the name's typing undone, the name follows again.
    for _ in 0.."Welcome to the shop".len() {
        editor.undo();
    }
    assert_eq!(editor.history().undo_label().map(|label| label.starts_with("Rename")), Some(true));
    editor.undo();
    type_subject(&mut editor, "Welcome to the shop");
    assert_eq!(first_email(&editor).name, "Welcome to the shop");
}

#[test]
fn a_name_that_was_typed_and_taken_back_follows_on() {
    let mut editor = Editor::of(example());
    set(&mut editor, |item| item.name = "Email".to_owned());
    write(&mut editor, "Welcome");
    for name in ["Welcomex", "Welcome"] {
        let mut item = first_email(&editor);
        item.name = name.to_owned();
        let edit = Edit::Canvas(FIRST, CanvasEdit::SetItem(item));
        editor.apply(&edit, &Selection::none(FIRST), Grouping::With(7)).expect("an edit");
    }
    write(&mut editor, "Welcome back");
    assert_eq!(first_email(&editor).name, "Welcome back");
}

#[test]
fn a_typed_name_stays_when_something_else_changes_in_the_same_step() {
    let mut editor = Editor::of(example());
    set(&mut editor, |item| item.name = "Email".to_owned());
    write(&mut editor, "");
    set(&mut editor, |item| item.name = "Welcome".to_owned());
    write(&mut editor, "Welcome");
    let mut item = first_email(&editor);
    let Kind::Email(email) = &mut item.kind else { panic!("an email") };
    email.subject = "Welcome back".to_owned();
    let both = vec![Edit::Describe("d".to_owned()), Edit::Canvas(FIRST, CanvasEdit::SetItem(item))];
    let edit = Edit::Together("Both".to_owned(), both);
    editor.apply(&edit, &Selection::none(FIRST), Grouping::Alone).expect("an edit");
    assert_eq!(first_email(&editor).name, "Welcome");
}
