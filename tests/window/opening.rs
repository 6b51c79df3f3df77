//! A file that takes a while to open: the window stays responsive, shows the progress, and can cancel immediately.

use std::path::{Path, PathBuf};

use dripline::campaign::edit::Edit;
use dripline::storage::campaign_file::to_ron;
use dripline::ui::context::action::Action;
use dripline::workbench::samples;
use eframe::egui::Key;

use crate::harness::Window;

fn ask(window: &mut Window, path: &Path) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Open(path.to_owned()));
    window.frame();
}

/// A campaign file of several megabytes.
fn large(folder: &Path) -> PathBuf {
    let path = folder.join("large.ron");
    std::fs::write(&path, to_ron(&samples::first()) + &" ".repeat(3 << 20)).expect("a file");
    path
}

/// A pipe without a writer, so that reading it never ends.
#[cfg(unix)]
fn endless(folder: &Path) -> PathBuf {
    let path = folder.join("endless.ron");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    path
}

#[test]
fn a_large_file_opens_and_is_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = large(folder.path());
    let mut window = Window::new();
    ask(&mut window, &path);
    assert_ne!(window.campaign().name, samples::first().name, "no frame waits for it");
    window.until("it is open", |window| *window.campaign() == samples::first());
    window.settle();
    assert_eq!(window.app().editor.path(), Some(path.as_path()));
    assert_eq!(window.app().settings.recent.first(), Some(&path));
    std::fs::write(&path, "(format: 1, ".to_owned() + &" ".repeat(3 << 20)).expect("a file");
    ask(&mut window, &path);
    window.until("it is told what is wrong", |window| window.reads("large.ron:1:"));
    assert_eq!(*window.campaign(), samples::first(), "what was open stays open");
}

#[test]
fn what_was_changed_meanwhile_is_asked_about() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new();
    ask(&mut window, &large(folder.path()));
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::edit(Edit::RenameCampaign("Mine".to_owned())));
    window.until("it asks", |window| window.reads("Save changes to “Mine”?"));
    window.click("Cancel");
    assert_eq!(window.campaign().name, "Mine");
}

#[cfg(unix)]
#[test]
fn how_far_it_is_shows_after_a_moment_and_it_can_be_cancelled() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = endless(folder.path());
    for by_key in [false, true] {
        let mut window = Window::new();
        let before = window.campaign().clone();
        ask(&mut window, &path);
        assert!(!window.sees("Opening endless.ron"), "what is short shows nothing");
        window.wait(0.2);
        assert!(window.sees("Opening endless.ron"));
        match by_key {
            true => window.key(Key::Escape),
            false => window.click("Cancel"),
        }
        window.settle();
        assert!(!window.sees("Opening endless.ron") && window.reads("endless.ron was not opened"));
        assert_eq!(*window.campaign(), before);
    }
}

#[cfg(unix)]
#[test]
fn the_newest_wish_wins() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new();
    ask(&mut window, &endless(folder.path()));
    window.wait(0.2);
    assert!(window.sees("Opening endless.ron"));
    let small = folder.path().join("small.ron");
    std::fs::write(&small, to_ron(&samples::first())).expect("a file");
    ask(&mut window, &small);
    window.settle();
    assert_eq!(*window.campaign(), samples::first());
    assert!(!window.sees("Opening endless.ron"));
}
