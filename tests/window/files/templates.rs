//! The user's own templates.

use std::path::Path;

use dripline::ui::context::view_state::Overlay;
use dripline::workbench::editor::Editor;
use eframe::egui::Key;

use super::{changed, rename};
use crate::harness::{Opening, Window};

/// A window that keeps templates in this folder.
fn with_templates(folder: &Path) -> Window {
    let mut window = changed();
    window.app_mut().keep_templates_in(folder.join("templates"));
    window
}

fn save_template(window: &mut Window, name: &str) {
    window.click("File");
    window.click("Save as template…");
    assert!(window.node("Template name").is_focused());
    window.ctrl(Key::A);
    window.type_text(name);
}

#[test]
fn a_campaign_is_saved_as_a_template_and_opened_as_a_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = with_templates(folder.path());
    save_template(&mut window, "Follow-up");
    window.key(Key::Enter);
    assert!(window.reads("Saved the template “Follow-up”"), "{}", window.names());
    assert_eq!(window.campaign().name, "Spring", "the campaign keeps its name");
    assert!(window.sees("Unsaved changes"), "a template is no file of the campaign");
    window.click("File");
    window.click("Open sample or template…");
    assert!(window.reads("Your templates"));
    window.click("Follow-up. ");
    window.click("Don't save");
    assert_eq!((window.campaign().name.as_str(), window.app().editor.path()), ("Follow-up", None));
    window.ctrl(Key::K);
    window.type_text("open template follow");
    window.key(Key::Enter);
    assert_eq!(window.campaign().name, "Follow-up");
}

#[test]
fn a_template_is_replaced_only_with_the_button_that_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = with_templates(folder.path());
    save_template(&mut window, "Follow-up");
    window.click("Save template");
    rename(&mut window, "Summer");
    save_template(&mut window, "Follow-up");
    assert!(window.reads("A template with this name already exists"));
    window.key(Key::Enter);
    assert_eq!(window.app().view.overlay, Overlay::SaveTemplate, "Enter replaces nothing");
    window.click("Replace");
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn a_template_is_deleted_after_it_was_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = with_templates(folder.path());
    save_template(&mut window, "Follow-up");
    window.click("Save template");
    window.click("File");
    window.click("Open sample or template…");
    window.click("Delete template “Follow-up”");
    window.click("Keep it");
    window.click("Delete template “Follow-up”");
    window.click("Delete permanently");
    assert!(window.reads("Deleted the template “Follow-up”") && !window.reads("Your templates"), "{}", window.names());
    assert!(window.reads("Samples"));
}

#[test]
fn samples_and_templates_are_in_view_in_a_small_window_in_both_themes() {
    for is_dark in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let opening = Opening::of(Editor::new("UTC")).sized(800.0, 600.0);
        let mut window = if is_dark { opening.dark() } else { opening }.open();
        window.app_mut().keep_templates_in(folder.path().to_owned());
        save_template(&mut window, "Mine");
        window.key(Key::Enter);
        window.click("File");
        window.click("Open sample or template…");
        let card = window.place("Mine. ");
        assert!(card.left() >= 0.0 && card.right() <= 800.0 && card.bottom() <= 600.0, "{card:?}");
    }
}
