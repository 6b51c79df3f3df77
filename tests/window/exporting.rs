//! A picture of the open sequence: exported in the background, completely or not at all.

use std::path::Path;

use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::Key;
use egui_kittest::kittest::NodeT;

use crate::harness::{Opening, Role, Window};

/// The path in the field.
fn path_of(window: &Window) -> String {
    window.node("Path of the file").accesskit_node().value().unwrap_or_default()
}

/// Exports a picture to a path.
fn export(window: &mut Window, path: &Path, button: &str) {
    window.ctrl(Key::E);
    window.fill("Path of the file", &path.display().to_string());
    window.click(button);
}

#[test]
fn the_open_sequence_is_exported_as_png_and_svg() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new();
    window.ctrl(Key::E);
    window.fill("Path of the file", &folder.path().join("canvas").display().to_string());
    window.key(Key::Enter);
    let done = format!("Exported {}", folder.path().join("canvas.png").display());
    window.until("the PNG is there", |window| window.sees(&done));
    let png = std::fs::read(folder.path().join("canvas.png")).expect("the picture");
    assert!(png.starts_with(b"\x89PNG"));
    window.ctrl(Key::E);
    window.fill("Path of the file", &folder.path().join("canvas.png").display().to_string());
    window.click("SVG");
    window.click("Export");
    let done = format!("Exported {}", folder.path().join("canvas.svg").display());
    window.until("the SVG is there", |window| window.sees(&done));
    let svg = std::fs::read_to_string(folder.path().join("canvas.svg")).expect("the picture");
    assert!(svg.contains("<svg"));
    window.ctrl(Key::E);
    window.fill("Path of the file", &folder.path().join("canvas.gif").display().to_string());
    window.key(Key::Enter);
    assert!(window.reads("an SVG or a PDF"));
    assert!(window.node("Path of the file").is_focused());
}

#[test]
fn the_last_format_is_proposed_again_and_the_button_stays_in_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new();
    window.ctrl(Key::E);
    let at = window.place("Export");
    for format in ["PDF", "SVG"] {
        window.click(format);
        // A dialog in the middle of the window may be rounded to the next pixel.
        let moved = window.place("Export").min - at.min;
        assert!(moved.length() <= 1.0, "{format}: {moved:?}");
    }
    window.fill("Path of the file", &folder.path().join("canvas.svg").display().to_string());
    window.click("Export");
    window.until("it is exported", |window| window.reads("Exported"));
    window.settle();
    window.ctrl(Key::E);
    assert!(path_of(&window).ends_with(".svg"), "{}", path_of(&window));
}

#[test]
fn typing_replaces_the_proposed_name_and_keeps_folder_and_ending() {
    let mut window = Window::new();
    window.ctrl(Key::E);
    let before = path_of(&window);
    window.type_text("Poster");
    let after = path_of(&window);
    let folder = |path: &str| Path::new(path).parent().map(Path::to_path_buf);
    assert_eq!(folder(&after), folder(&before));
    assert_eq!(Path::new(&after).file_name().expect("a name"), "Poster.png");
}

#[test]
fn the_open_sequence_is_exported_as_pdf_on_the_chosen_paper() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("canvas.pdf");
    let mut window = Window::new();
    window.ctrl(Key::E);
    window.click("PDF");
    window.click("US Letter");
    window.fill("Path of the file", &path.display().to_string());
    window.click("Export");
    let done = format!("Exported {}", path.display());
    window.until("the PDF is there", |window| window.sees(&done));
    let pdf = std::fs::read(&path).expect("the document");
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let page = document.get_dictionary(document.get_pages()[&1]).expect("a page");
    let area = page.get(b"MediaBox").and_then(lopdf::Object::as_array).expect("a size");
    assert!(area.iter().any(|side| side.as_float().is_ok_and(|side| side == 792.0)), "{area:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_with_the_file_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("full.png");
    std::os::unix::fs::symlink("/dev/full", &path).expect("a link");
    let mut window = Window::new();
    export(&mut window, &path, "Export");
    window.click("Replace");
    window.until("it is told", |window| window.reads("the disk is full"));
    assert!(window.reads("/dev/full: "));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing but the link");
}

#[cfg(unix)]
#[test]
fn a_long_export_shows_how_far_it_is_and_can_be_cancelled() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pipe.png");
    // The pipe has no reader yet, so the export waits. The window doesn't.
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo");
    assert!(made.success());
    let mut window = Window::new();
    export(&mut window, &path, "Export");
    window.click("Replace");
    assert!(!window.sees("Exporting pipe.png"), "what is short shows nothing");
    window.wait(0.3);
    assert!(window.sees("Exporting pipe.png"));
    export(&mut window, &folder.path().join("second.png"), "Export");
    assert!(window.reads("is still being written"));
    window.click("Cancel");
    window.wait(0.2);
    assert!(window.sees("Stopping the export of pipe.png"));
    assert_eq!(std::fs::read(&path).expect("the other end"), b"");
    let done = format!("{} was not exported", path.display());
    window.until("it has stopped", |window| window.sees(&done));
    assert!(!folder.path().join("second.png").exists());
}

#[test]
fn everything_is_exported_from_the_file_menu_in_every_mode() {
    for (mode, is_live) in [("Build", true), ("Build", false), ("Rehearse", true), ("Report", true)] {
        let folder = tempfile::tempdir().expect("a folder");
        let opening = Opening::of(Editor::of(samples::first())).with(|settings| settings.live = is_live);
        let mut window = opening.open();
        if mode != "Build" {
            window.click_role(Role::RadioButton, mode);
        }
        window.click("File");
        window.click("Export…");
        window.until("there is a run", |window| window.app().rehearsing().at().is_some());
        window.settle();
        assert!(!window.reads("Running the rehearsal"));
        let path = folder.path().join("report.csv");
        window.fill("Path of the file", &path.display().to_string());
        window.click_role(Role::Button, "Export");
        let is_there = |_: &Window| path.exists();
        window.until(&format!("{} is there in {mode}, live {is_live}", path.display()), is_there);
    }
}

#[test]
fn the_path_is_chosen_in_the_dialog_of_the_system_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chosen.svg");
    let mut window = Window::new();
    window.ctrl(Key::E);
    assert!(!window.sees("Choose folder and name…"), "without such dialogs, there is no button");
    window.key(Key::Escape);
    window.app_mut().answer_dialogs_with(path.clone());
    window.ctrl(Key::E);
    window.click("Choose folder and name…");
    window.until("it is chosen", |window| path_of(window) == path.display().to_string());
    assert!(window.node("Path of the file").is_focused());
    window.click("Export");
    let done = format!("Exported {}", path.display());
    window.until("the picture is there", |window| window.sees(&done));
    // The dialog has asked before a file is replaced, and the button says so.
    window.ctrl(Key::E);
    window.click("Choose folder and name…");
    window.until("it is chosen", |window| path_of(window) == path.display().to_string());
    window.click("Replace");
    assert!(!window.sees("Path of the file"), "{}", window.names());
}
