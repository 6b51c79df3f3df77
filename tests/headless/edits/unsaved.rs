//! A campaign is unsaved exactly if the document differs from the file.

use dripline::campaign::edit::Edit;
use dripline::campaign::history::Grouping;
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::{read, to_ron};
use dripline::workbench::editor::{Editor, Over};

use crate::common::ids::FIRST;
use crate::edits::some_edit::edit;
use crate::edits::starts::{Dice, example};

fn editor() -> (Editor, tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    (Editor::of(example()), folder, path)
}

fn describe(editor: &mut Editor, text: &str, grouping: Grouping) {
    editor.apply(&Edit::Describe(text.to_owned()), &Selection::none(FIRST), grouping).expect("a description");
}

#[test]
fn undo_back_to_the_saved_state_leaves_nothing_to_lose() {
    let (mut editor, _folder, path) = editor();
    assert!(!editor.is_unsaved());
    describe(&mut editor, "a", Grouping::Alone);
    assert!(editor.is_unsaved());
    editor.save(&path, Over::Known).expect("saved");
    describe(&mut editor, "b", Grouping::Alone);
    editor.undo();
    assert!(!editor.is_unsaved());
    editor.undo();
    assert!(editor.is_unsaved());
    editor.redo();
    assert!(!editor.is_unsaved());
    editor.redo();
    assert!(editor.is_unsaved());
}

#[test]
fn typing_on_after_saving_keeps_the_saved_state_a_step() {
    let (mut editor, _folder, path) = editor();
    describe(&mut editor, "a", Grouping::With(1));
    describe(&mut editor, "ab", Grouping::With(1));
    editor.save(&path, Over::Known).expect("saved");
    describe(&mut editor, "abc", Grouping::With(1));
    assert!(editor.is_unsaved());
    editor.undo();
    assert_eq!((editor.is_unsaved(), editor.campaign().description.as_str()), (false, "ab"));
    editor.undo();
    assert_eq!(editor.campaign().description, example().description);
}

#[test]
fn typing_in_one_field_is_one_step_and_typing_it_back_is_none() {
    let (mut editor, _folder, _) = editor();
    let was = example().description;
    for text in ["a", "ab", "abc"] {
        describe(&mut editor, text, Grouping::With(1));
    }
    describe(&mut editor, &was, Grouping::With(1));
    assert!(!editor.is_unsaved() && editor.history().undo_label().is_none());
}

#[test]
fn another_way_from_before_the_saved_state_is_unsaved() {
    let (mut editor, _folder, path) = editor();
    describe(&mut editor, "a", Grouping::Alone);
    editor.save(&path, Over::Known).expect("saved");
    editor.undo();
    describe(&mut editor, "b", Grouping::Alone);
    assert!(editor.is_unsaved());
    editor.undo();
    assert!(editor.is_unsaved());
}

#[test]
fn what_counts_as_saved_is_what_the_file_holds() {
    let (mut editor, _folder, path) = editor();
    let mut dice = Dice(11);
    let mut selection = Selection::none(FIRST);
    editor.save(&path, Over::Known).expect("saved");
    for _ in 0..600 {
        match dice.below(6) {
            0 => selection = editor.undo().unwrap_or(selection),
            1 => selection = editor.redo().unwrap_or(selection),
            2 if dice.one_in(8) => editor.save(&path, Over::Known).expect("saved"),
            _ => {
                let edit = edit(&mut dice, editor.campaign());
                let grouping = Grouping::With(dice.number() % 2);
                selection = editor.apply(&edit, &selection, grouping).unwrap_or(selection);
            }
        }
        if !editor.is_unsaved() {
            let file = read(&path).expect("readable").campaign;
            assert_eq!(to_ron(&file), to_ron(editor.campaign()));
        }
    }
}
