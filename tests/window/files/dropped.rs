//! Dropped files, imported contacts, and the last file at the start.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use dripline::campaign::rehearsal::People;
use dripline::ui::context::action::Action;
use dripline::ui::context::command::Command;
use dripline::ui::context::settings::Settings;
use dripline::ui::context::view_state::{Overlay, WindowMode};
use dripline::workbench::editor::Editor;
use eframe::egui::Key;

use super::sample;
use crate::harness::{Opening, Role, Window};

#[derive(Debug)]
struct Dropped(PathBuf);

impl eframe::egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_file_dropped_onto_the_window_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = sample(folder.path(), "dropped.dripline");
    let mut window = Window::new();
    let hovered = eframe::egui::HoveredFile { path: Some(path.clone()), ..Default::default() };
    window.harness.input_mut().hovered_files.push(hovered);
    window.frame();
    window.frame();
    assert!(window.sees("Drop to open"));
    window.harness.input_mut().hovered_files.clear();
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    window.settle();
    assert_eq!(window.app().editor.path(), Some(path.as_path()));
    assert!(!window.sees("Drop to open"));
}

#[test]
fn a_contacts_file_dropped_onto_the_window_is_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("contacts.csv");
    std::fs::write(&path, "Id,First Name,Email\n1,Ana,ana@example.com\n").expect("a file");
    let mut window = Window::new();
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    window.settle();
    let file = path.display().to_string();
    assert!(matches!(&window.campaign().rehearsals[0].people, People::File(named) if *named == file));
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    window.until("the file is read", |window| window.reads("1 contact read"));
}

#[test]
fn a_spreadsheet_is_known_by_its_contents_and_its_sheet_can_be_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("export");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sums = book.add_worksheet().set_name("Sums").expect("a name");
    sums.write_row(0, 0, ["Month", "Sum"]).expect("written");
    for (name, people) in [("This year", 2), ("Last year", 3)] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        sheet.write_row(0, 0, ["Id", "Email"]).expect("written");
        for row in 1..=people {
            sheet.write_row(row, 0, [format!("{row}"), format!("p{row}@example.com")]).expect("written");
        }
    }
    book.save(&path).expect("saved");
    let mut window = Window::new();
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    window.until("the file is read", |window| window.reads("2 contacts read"));
    window.settle();
    assert!(window.reads("The sheet “This year” is read, the first that looks like contacts"), "{}", window.names());
    let choose = |window: &mut Window, name: &str| {
        window.click("Sheet");
        window.settle();
        window.click_role(Role::ListBoxOption, name);
    };
    choose(&mut window, "Last year");
    window.until("the other sheet is read", |window| window.reads("3 contacts read"));
    let kept = std::fs::read_to_string(folder.path().join("export.mapping.ron")).expect("a mapping");
    assert!(kept.contains("sheet: \"Last year\""), "{kept}");
    // One that can't be read leaves the choice open.
    choose(&mut window, "Sums");
    window.until("it says why", |window| window.reads("sheet “Sums”, row 1"));
    window.settle();
    choose(&mut window, "This year");
    window.until("the first sheet is read", |window| window.reads("2 contacts read"));
}

#[test]
fn contacts_are_imported_from_the_file_menu_in_every_mode() {
    for mode in [Command::Build, Command::Rehearse, Command::Report] {
        let mut window = Window::new();
        let ctx = window.harness.ctx.clone();
        window.app_mut().act(&ctx, Action::Run(mode));
        window.settle();
        window.click("File");
        window.click("Import contacts…");
        window.settle();
        assert!(window.node("Path of the file").is_focused(), "{mode:?}: {}", window.names());
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("contacts.csv");
        std::fs::write(&path, "Id,First Name,Email\n1,Ana,ana@example.com\n").expect("a file");
        window.fill("Path of the file", &path.display().to_string());
        window.key(Key::Enter);
        assert_eq!(window.app().view.mode, WindowMode::Rehearse);
        window.until("the file is read", |window| window.reads("1 contact read"));
    }
}

#[test]
fn a_contacts_file_chosen_with_open_is_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("contacts.csv");
    std::fs::write(&path, "Id,First Name,Email\n1,Ana,ana@example.com\n").expect("a file");
    let mut window = Window::new();
    window.ctrl(Key::O);
    window.fill("Path of the file", &path.display().to_string());
    window.key(Key::Enter);
    assert!(matches!(&window.campaign().rehearsals[0].people, People::File(_)), "{}", window.names());
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn the_last_file_is_opened_at_the_start_unless_that_is_switched_off() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = sample(folder.path(), "last.ron");
    let begun = |opens: bool, recent: Vec<PathBuf>| {
        let settings = |settings: &mut Settings| (settings.opens_last, settings.recent) = (opens, recent);
        let mut window = Opening::of(Editor::new("UTC")).with(settings).open();
        let ctx = window.harness.ctx.clone();
        window.app_mut().open_last(&ctx);
        window.settle();
        window
    };
    let window = begun(true, vec![path.clone()]);
    assert_eq!(window.app().editor.path(), Some(path.as_path()));
    assert_eq!(begun(false, vec![path.clone()]).app().editor.path(), None);
    assert_eq!(begun(true, Vec::new()).app().editor.path(), None);
    let gone = begun(true, vec![folder.path().join("gone.ron")]);
    assert!(gone.reads("gone.ron was open last, but no longer exists"), "{}", gone.names());
    let mut window = begun(false, vec![path]);
    window.click("File");
    window.click("Open recent");
    window.click("Open the last file at start");
    assert!(window.app().settings.opens_last);
}
