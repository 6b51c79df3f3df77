//! Unsaved work of a program that ended unexpectedly is offered at the next start.

use std::path::Path;

use dripline::campaign::edit::Edit;
use dripline::storage::campaign_file::{read, to_ron};
use dripline::ui::context::action::Action;
use dripline::ui::context::view_state::Overlay;
use dripline::workbench::editor::Editor;
use dripline::workbench::recovery::{Recovery, offered};
use dripline::workbench::samples;
use eframe::egui::Key;

use crate::harness::{Opening, Role, Window};

/// A program that ended before a new name of the campaign in this file was saved.
fn ended(places: &Path, file: &Path) {
    std::fs::write(file, to_ron(&samples::first())).expect("a file");
    let mut editor = Editor::open(file).expect("a campaign");
    let edit = Edit::RenameCampaign("Not saved".to_owned());
    editor.apply(&edit, &Default::default(), dripline::campaign::history::Grouping::Alone).expect("renamed");
    let mut recovery = Recovery::start(places).expect("a place");
    recovery.copy_now(&editor).expect("written");
}

fn started(places: &Path) -> Window {
    let mut window = Opening::of(Editor::of(samples::first())).open();
    window.app_mut().use_recovery(places);
    window.settle();
    window
}

#[test]
fn it_opens_unsaved_and_saves_to_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let (places, file) = (folder.path().join("recovery"), folder.path().join("spring.ron"));
    ended(&places, &file);
    let mut window = started(&places);
    assert!(window.reads("Unsaved work can be recovered") && window.sees("Not saved"), "{}", window.names());
    assert!(window.reads("spring.ron was saved "), "{}", window.names());
    window.key(Key::Enter);
    assert_eq!((window.campaign().name.as_str(), window.app().editor.is_unsaved()), ("Not saved", true));
    assert_eq!(window.app().view.overlay, Overlay::None);
    assert_ne!(read(&file).expect("a campaign").campaign.name, "Not saved", "the file is as it was");
    assert!(offered(&places).is_empty(), "it is this window's now");
    window.ctrl(Key::S);
    assert_eq!(read(&file).expect("a campaign").campaign.name, "Not saved");
    drop(window);
    assert!(offered(&places).is_empty());
}

#[test]
fn it_can_wait_and_be_deleted_after_a_second_click() {
    let folder = tempfile::tempdir().expect("a folder");
    let (places, file) = (folder.path().join("recovery"), folder.path().join("spring.ron"));
    ended(&places, &file);
    let mut window = started(&places);
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::None);
    assert_eq!(offered(&places).len(), 1, "it is offered at the next start");
    drop(window);
    let mut window = started(&places);
    window.click_role(Role::Button, "Delete");
    assert_eq!(offered(&places).len(), 1);
    window.click("Delete permanently");
    assert!(offered(&places).is_empty());
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn a_newer_file_is_told_and_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let (places, file) = (folder.path().join("recovery"), folder.path().join("spring.ron"));
    ended(&places, &file);
    let mut newer = samples::first();
    newer.name = "Newer".to_owned();
    std::thread::sleep(std::time::Duration::from_millis(20));
    std::fs::write(&file, to_ron(&newer)).expect("a file");
    let mut window = started(&places);
    assert!(window.reads("spring.ron is newer: "), "{}", window.names());
    window.click_role(Role::Button, "Open");
    window.ctrl(Key::S);
    assert!(window.reads("was changed outside this window"), "{}", window.names());
    assert_eq!(read(&file).expect("a campaign").campaign.name, "Newer");
}

#[test]
fn what_one_works_on_is_copied_after_a_second_and_the_copy_goes_with_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = started(folder.path());
    let copies = || {
        let entries = std::fs::read_dir(folder.path()).expect("listed").map(|entry| entry.expect("one").path());
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "dripline")).count()
    };
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::edit(Edit::RenameCampaign("Mine".to_owned())));
    window.frame();
    assert_eq!(copies(), 0);
    window.wait(1.2);
    window.until("the copy is made", |_| copies() == 1);
    window.ctrl(Key::Q);
    window.click("Don't save");
    assert_eq!(copies(), 0, "it was agreed to lose it");
}
