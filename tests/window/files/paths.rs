//! New, open and save by a typed path; recent files.

use std::path::Path;

use dripline::ui::context::action::Action;
use dripline::ui::context::command::Command;
use dripline::ui::context::view_state::{Overlay, WindowMode};
use dripline::workbench::editor::Editor;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use super::{changed, rename, sample, title};
use crate::harness::{Opening, Window};

#[test]
fn a_new_campaign_is_saved_under_a_typed_path_and_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = changed();
    assert!(window.sees("Unsaved changes"));
    assert_eq!(title(&window), "Spring • – Dripline");
    window.ctrl(Key::S);
    window.fill("Path of the file", &folder.path().join("spring").display().to_string());
    window.key(Key::Enter);
    let path = folder.path().join("spring.dripline");
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), window.ron());
    assert!(!window.sees("Unsaved changes"));
    assert_eq!(title(&window), "Spring – Dripline");
    window.ctrl(Key::N);
    assert_eq!(window.campaign().name, "New campaign");
    window.ctrl(Key::O);
    window.fill("Path of the file", &path.display().to_string());
    window.click("Open");
    assert_eq!(window.campaign().name, "Spring");
    assert_eq!(window.app().settings.recent, [path]);
}

#[test]
fn a_wrong_path_is_told_in_the_field_and_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = changed();
    window.ctrl(Key::O);
    window.fill("Path of the file", &folder.path().join("nothing.ron").display().to_string());
    window.key(Key::Enter);
    assert!(window.reads("doesn't exist"));
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::None);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.fill("Path of the file", &folder.path().join("no/where.ron").display().to_string());
    window.click("Save");
    assert!(window.reads("The folder"));
    window.click("Cancel");
    assert_eq!(window.campaign().name, "Spring");
    assert!(window.sees("Unsaved changes"));
}

#[test]
fn the_proposed_name_has_the_programs_ending_and_a_file_with_the_older_one_keeps_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let older = sample(folder.path(), "club.ron");
    let mut window = changed();
    window.ctrl(Key::S);
    assert!(
        window.node("Path of the file").accesskit_node().value().is_some_and(|path| path.ends_with("Spring.dripline"))
    );
    window.key(Key::Escape);
    let mut window = Opening::of(Editor::open(&older).expect("a campaign")).open();
    rename(&mut window, "Summer");
    window.ctrl(Key::S);
    assert_eq!(std::fs::read_to_string(&older).expect("the file"), window.ron());
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 2, "the file and its backup");
}

#[test]
fn tab_completes_what_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    sample(folder.path(), "birthdays of the club.ron");
    let mut window = Window::new();
    window.ctrl(Key::O);
    window.fill("Path of the file", &folder.path().join("birth").display().to_string());
    assert!(window.sees("birthdays of the club.ron"));
    window.key(Key::Tab);
    window.key(Key::Enter);
    assert_eq!(window.app().editor.path(), Some(folder.path().join("birthdays of the club.ron").as_path()));
}

#[test]
fn a_contacts_file_is_chosen_from_the_list_and_completed_with_tab() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("customers.csv"), "Email\na@x.com\n").expect("a file");
    let begun = folder.path().join("cust").display().to_string();
    let mut window = Opening::of(Editor::of(dripline::workbench::samples::first())).sized(1280.0, 1400.0).open();
    let before = window.ron();
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    window.key(Key::Escape);
    assert_eq!((window.ron(), window.app().view.mode), (before, WindowMode::Build), "nothing was chosen");
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    window.fill("Path of the file", &begun);
    window.click("customers.csv");
    window.click("Import");
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    let path = folder.path().join("customers.csv").display().to_string();
    assert!(window.ron().contains(&path), "{}", window.ron());
    // The field in the panel completes too.
    window.ctrl(Key::Z);
    window.click_role(eframe::egui::accesskit::Role::RadioButton, "File");
    window.fill("Contacts file", &begun);
    window.key(Key::Tab);
    assert!(window.node("Contacts file").is_focused(), "{}", window.names());
    window.key(Key::Enter);
    assert!(window.ron().contains(&path), "{}", window.ron());
}

#[test]
fn a_file_is_saved_into_a_folder_of_the_list() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("spring")).expect("a folder");
    let mut window = changed();
    window.ctrl(Key::S);
    window.fill("Path of the file", &folder.path().join("club").display().to_string());
    window.click("spring/");
    window.click("Save");
    assert!(folder.path().join("spring/club.dripline").is_file());
}

#[test]
fn a_file_that_is_no_campaign_is_told_with_its_place_until_that_is_closed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.ron");
    std::fs::write(&path, "Campaign(\n    format: 1,\n    nme: \"x\",\n)").expect("a file");
    let mut window = changed();
    window.ctrl(Key::O);
    window.fill("Path of the file", &path.display().to_string());
    window.key(Key::Enter);
    assert!(window.reads("broken.ron:3:"), "{}", window.names());
    window.wait(60.0);
    assert!(window.reads("broken.ron:3:"));
    assert_eq!(window.campaign().name, "Spring");
    window.click("Close");
    assert!(!window.reads("broken.ron:3:"));
}

#[test]
fn what_went_wrong_is_no_longer_told_once_a_file_is_saved_or_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("broken.ron");
    std::fs::write(&broken, "nothing").expect("a file");
    let type_path = |window: &mut Window, key: Key, path: &Path| {
        window.ctrl(key);
        window.fill("Path of the file", &path.display().to_string());
        window.key(Key::Enter);
    };
    let mut window = changed();
    type_path(&mut window, Key::O, &broken);
    assert!(window.reads("broken.ron:1:"));
    type_path(&mut window, Key::S, &folder.path().join("whole.ron"));
    assert!(!window.reads("broken.ron:1:"), "saved");
    type_path(&mut window, Key::O, &broken);
    assert!(window.reads("broken.ron:1:"));
    type_path(&mut window, Key::O, &folder.path().join("whole.ron"));
    assert!(!window.reads("broken.ron:1:"), "opened");
}

#[test]
fn replacing_another_file_asks_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = sample(folder.path(), "other.ron");
    let mut window = changed();
    window.ctrl(Key::S);
    window.fill("Path of the file", &other.display().to_string());
    window.key(Key::Enter);
    assert!(window.reads("already"));
    assert!(!std::fs::read_to_string(&other).expect("the file").contains("Spring"));
    window.click("Replace");
    assert_eq!(std::fs::read_to_string(&other).expect("the file"), window.ron());
}

#[test]
fn comments_of_a_file_are_not_lost_without_a_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = sample(folder.path(), "commented.ron");
    let text = std::fs::read_to_string(&path).expect("the file");
    std::fs::write(&path, text.replacen("Campaign(", "// By Kim.\nCampaign(", 1)).expect("a file");
    let mut window = Opening::of(Editor::open(&path).expect("a campaign")).open();
    rename(&mut window, "Spring");
    window.ctrl(Key::S);
    assert!(window.reads("comments"));
    assert!(std::fs::read_to_string(&path).expect("the file").contains("By Kim"));
    window.click("Save without comments");
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), window.ron());
    rename(&mut window, "Summer");
    window.ctrl(Key::S);
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), window.ron(), "it asks only once");
}

#[test]
fn recent_files_are_in_the_menu_and_a_missing_one_leaves_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (here, gone) = (sample(folder.path(), "here.ron"), folder.path().join("gone.ron"));
    let recent = vec![gone, here.clone()];
    let editor = Editor::new("Europe/Berlin");
    let mut window = Opening::of(editor).with(|settings| settings.recent = recent).open();
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Run(Command::OpenRecent(0)));
    window.settle();
    assert!(window.reads("no longer exists"));
    assert_eq!(window.app().settings.recent, std::slice::from_ref(&here));
    window.click("File");
    window.click("Open recent");
    let name = format!("here.ron – {}", folder.path().file_name().expect("a name").to_string_lossy());
    window.click(&name);
    assert_eq!(window.app().editor.path(), Some(here.as_path()));
}
