//! Texts that are being edited when the campaign is saved or closed.

use std::path::Path;

use dripline::ui::context::action::Action;
use dripline::ui::context::command::Command;
use eframe::egui::Key;

use super::closes;
use crate::harness::Window;

/// A saved campaign. The text of a note on its canvas is being edited.
fn editing_a_note(path: &Path) -> Window {
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Run(Command::NewNote));
    window.app_mut().act(&ctx, Action::SaveTo(path.to_owned()));
    window.settle();
    window.key(Key::F2);
    window.type_text("Not to be lost");
    assert!(!window.ron().contains("Not to be lost"), "it is only in its field");
    window
}

#[test]
fn a_text_that_is_being_edited_is_saved_with_the_campaign() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("note.ron");
    let mut window = editing_a_note(&path);
    window.ctrl(Key::S);
    assert!(std::fs::read_to_string(&path).expect("the file").contains("Not to be lost"));
    assert!(!window.sees("Unsaved changes"));
}

#[test]
fn a_text_that_is_being_edited_is_a_change_to_whoever_closes_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = editing_a_note(&folder.path().join("note.ron"));
    window.ctrl(Key::Q);
    assert!(!closes(&window) && window.reads("Save changes to"), "{}", window.names());
    assert!(window.ron().contains("Not to be lost"));
}

#[test]
fn whoever_saves_while_typing_goes_on_typing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("name.ron");
    let mut window = Window::new();
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::SaveTo(path.clone()));
    window.settle();
    window.fill("Campaign name", "One");
    window.ctrl(Key::S);
    window.type_text(" and two");
    window.ctrl(Key::S);
    assert!(std::fs::read_to_string(&path).expect("the file").contains("One and two"), "{}", window.ron());
}
