//! The list of everything in a contacts file that isn't read: its filters, the keyboard, its export.

use std::path::{Path, PathBuf};

use dripline::ui::context::view_state::Overlay;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers, Rect, pos2};
use egui_kittest::kittest::NodeT;

use crate::harness::{Opening, Role, Window};

/// A file of which two cells of each row can't be read, and the last row is a repeated one.
fn bad_file(folder: &Path, rows: usize) -> PathBuf {
    let mut text = "Email,Birthday,Time Zone\n".to_owned();
    for row in 0..rows {
        text.push_str(&format!("c{row}@x.com,soon {row},Mars/Base {row}\n"));
    }
    text.push_str("c0@x.com,,\n");
    let path = folder.join("contacts.csv");
    std::fs::write(&path, text).expect("a file");
    path
}

/// A window with the contacts panel, which has read the file.
fn with_file(path: &Path, rows: &str, (width, height): (f32, f32)) -> Window {
    let mut window = Opening::of(Editor::of(samples::first())).sized(width, height).open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click("Show contacts to rehearse");
    window.click_role(Role::RadioButton, "File");
    window.fill("Contacts file", &path.display().to_string());
    window.key(Key::Enter);
    window.until("the file is read", |window| window.reads(rows));
    window.settle();
    window
}

/// Chooses an option of a list.
fn choose(window: &mut Window, list: &str, option: &str) {
    window.click(list);
    if window.sees("Search") {
        window.type_text(option);
    }
    window.click_role(Role::ListBoxOption, option);
}

#[test]
fn the_list_is_filtered_by_column_kind_and_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = bad_file(folder.path(), 30);
    let mut window = with_file(&path, "31 rows: 30 contacts read, 1 row rejected", (1280.0, 1400.0));
    // Each column says what of it isn't read, and opens its part of the list.
    window.click("30 cells aren’t read in Birthday");
    assert!(window.reads("30 of 61 not read."), "{}", window.names());
    assert!(window.reads("31 rows: 30 contacts read, 1 row rejected. 93 cells: 31 read, 2 empty, 60 not read."));
    assert!(window.sees("Line 2, Birthday: “soon 0”. Isn't a date"), "{}", window.names());
    let entries = |window: &Window| -> Vec<String> {
        window.labels(Role::ListItem).into_iter().filter(|label| label.starts_with("Line ")).collect()
    };
    assert!(entries(&window).iter().all(|entry| entry.contains(", Birthday: ")), "{}", window.names());
    window.click("Clear");
    assert!(window.reads("61 not read."), "{}", window.names());
    choose(&mut window, "Kind", "Repeated row (1)");
    let repeated = "Line 32, Repeated row: “c0@x.com”. Line 2 is the same contact, `c0@x.com`";
    assert_eq!(entries(&window), [repeated]);
    window.click("Clear");
    window.fill("Search what isn’t read", "base 17");
    assert!(window.reads("1 of 61 not read."), "{}", window.names());
    assert!(window.reads("Line 19, Time Zone: “Mars/Base 17”"), "{}", window.names());
    window.fill("Search what isn’t read", "no such text");
    assert!(window.reads("Nothing matches."), "{}", window.names());
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn a_hundred_thousand_entries_are_walked_with_the_keyboard_and_few_are_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = bad_file(folder.path(), 50_000);
    let mut window = with_file(&path, "50,001 rows: 50,000 contacts read", (1280.0, 1400.0));
    window.click("See all 100,001 not read…");
    let drawn = |window: &Window| -> Vec<String> {
        window.labels(Role::ListItem).into_iter().filter(|label| label.starts_with("Line ")).collect()
    };
    assert!(!drawn(&window).is_empty() && drawn(&window).len() < 60, "{}", drawn(&window).len());
    window.click("Line 2, Birthday: “soon 0”. Isn't a date");
    window.key(Key::End);
    window.settle();
    assert!(drawn(&window).iter().any(|label| label.starts_with("Line 50,002, Repeated row")), "{:?}", drawn(&window));
    assert!(drawn(&window).len() < 60);
    window.key(Key::Home);
    window.key(Key::ArrowDown);
    window.settle();
    assert!(drawn(&window)[0].starts_with("Line 2, Birthday"), "{:?}", drawn(&window));
}

#[test]
fn the_list_is_exported_as_csv_for_excel_with_all_its_entries() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = bad_file(folder.path(), 40);
    let mut window = with_file(&path, "41 rows: 40 contacts read", (1280.0, 800.0));
    window.click("See all 81 not read…");
    window.click("Export as CSV…");
    let list = folder.path().join("contacts not read.csv");
    let proposed = window.node("Path of the file").accesskit_node().value();
    assert_eq!(proposed.as_deref(), list.to_str(), "{}", window.names());
    // The contacts file itself is never replaced.
    window.fill("Path of the file", &path.display().to_string());
    window.click("Export");
    assert!(window.reads("This is the contacts file."), "{}", window.names());
    window.fill("Path of the file", &list.display().to_string());
    window.click("Export");
    let done = format!("Exported {}", list.display());
    window.until("it is written", |window| window.sees(&done));
    assert_eq!(window.app().view.overlay, Overlay::NotRead, "back at the list");
    let text = std::fs::read_to_string(&list).expect("the list");
    assert!(text.starts_with("\u{FEFF}line,column,kind,text,reason\r\n"), "{text}");
    assert_eq!(text.matches("\r\n").count(), 82);
    // Not for Excel.
    window.click("Export as CSV…");
    window.click("For Excel");
    window.click("Export");
    window.click("Replace");
    window.until("it is written again", |_| !std::fs::read_to_string(&list).expect("the list").contains('\r'));
    assert_eq!(
        std::fs::read_to_string(&list).expect("the list"),
        text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n")
    );
}

#[test]
fn the_list_fits_into_a_small_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = bad_file(folder.path(), 200);
    for size in [(800.0, 600.0), (1280.0, 800.0), (1440.0, 900.0)] {
        let mut window = with_file(&path, "201 rows: 200 contacts read", size);
        // In a small window, the panel is scrolled to the button.
        window.node("See all 401 not read…").focus();
        window.settle();
        window.key(Key::Space);
        window.settle();
        let screen = Rect::from_min_max(pos2(0.0, 0.0), pos2(size.0, size.1));
        for label in ["Search what isn’t read", "Column", "Kind", "Export as CSV…", "Close"] {
            assert!(screen.contains_rect(window.place(label)), "{label}: {:?} at {size:?}", window.place(label));
        }
        let first = window.place("Line 2, Birthday: “soon 0”. Isn't a date");
        assert!(first.top() > window.place("Kind").bottom() && first.bottom() < window.place("Close").top());
    }
}
