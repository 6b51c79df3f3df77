//! A file that another program changes while it is open.

use std::path::{Path, PathBuf};

use dripline::campaign::edit::Edit;
use dripline::storage::campaign_file::{read, to_ron};
use dripline::storage::replace::backup;
use dripline::ui::context::action::Action;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Event, Key};

use crate::harness::{Opening, Window};

/// Opens a file. Returns the window and the file's path.
fn opened(folder: &Path) -> (Window, PathBuf) {
    let path = folder.join("spring.ron");
    std::fs::write(&path, to_ron(&samples::first())).expect("a file");
    (Opening::of(Editor::open(&path).expect("a campaign")).open(), path)
}

fn rename(window: &mut Window, name: &str) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::edit(Edit::RenameCampaign(name.to_owned())));
    window.settle();
}

/// Another program renames the campaign in the file.
fn changed_by_others(path: &Path) {
    let mut campaign = samples::first();
    campaign.name = "Theirs".to_owned();
    std::fs::write(path, to_ron(&campaign)).expect("a file");
}

fn name(path: &Path) -> String {
    read(path).expect("a campaign").campaign.name
}

#[test]
fn saving_over_somebody_elses_changes_takes_a_choice() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut window, path) = opened(folder.path());
    rename(&mut window, "Mine");
    changed_by_others(&path);
    window.ctrl(Key::S);
    assert!(window.reads("“spring.ron” was changed outside this window"), "{}", window.names());
    window.key(Key::Enter);
    assert_eq!(name(&path), "Theirs", "Enter takes the button that changes nothing");
    assert!(!window.reads("was changed outside") && window.app().editor.is_unsaved());
    window.ctrl(Key::S);
    window.click("Save over it");
    assert_eq!((name(&path).as_str(), name(&backup(&path, 1)).as_str()), ("Mine", "Theirs"));
    assert!(!window.app().editor.is_unsaved());
}

#[test]
fn it_can_be_opened_again_as_it_is_now() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut window, path) = opened(folder.path());
    rename(&mut window, "Mine");
    changed_by_others(&path);
    window.ctrl(Key::S);
    window.click("Open it again");
    assert_eq!(window.campaign().name, "Theirs");
    assert!(!window.app().editor.is_unsaved());
    assert_eq!(name(&path), "Theirs");
}

#[test]
fn whoever_turns_to_the_window_again_is_told_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut window, path) = opened(folder.path());
    window.event(Event::WindowFocused(true));
    window.settle();
    assert!(!window.reads("was changed outside"));
    changed_by_others(&path);
    window.event(Event::WindowFocused(true));
    window.settle();
    assert!(window.reads("“spring.ron” was changed outside this window"));
    window.click("Cancel");
    window.event(Event::WindowFocused(true));
    window.settle();
    assert!(!window.reads("was changed outside"), "once is enough");
    rename(&mut window, "Mine");
    std::fs::write(&path, "something else").expect("a file");
    window.event(Event::WindowFocused(true));
    window.settle();
    assert!(window.reads("spring.ron was changed outside this window. Saving asks"), "{}", window.names());
}
