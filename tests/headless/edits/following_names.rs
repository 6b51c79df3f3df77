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
