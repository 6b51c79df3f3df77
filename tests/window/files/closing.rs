//! The question before changes are lost.

use dripline::ui::context::view_state::Overlay;
use eframe::egui::{Key, ViewportCommand, ViewportId};

use super::{changed, closes};
use crate::harness::Window;

#[test]
fn a_window_without_changes_closes_at_once() {
    let mut window = Window::new();
    window.ctrl(Key::Q);
    assert!(closes(&window));
}

#[test]
fn closing_with_changes_asks_once_and_can_be_cancelled() {
    let mut window = changed();
    window.ctrl(Key::Q);
    assert!(!closes(&window) && window.reads("Save changes to “Spring”?"));
    window.click("Cancel");
    assert!(!closes(&window) && window.campaign().name == "Spring");
    window.ctrl(Key::Q);
    window.click("Don't save");
    assert!(closes(&window));
}

#[test]
fn the_window_systems_own_close_button_asks_too() {
    let mut window = changed();
    let viewport = window.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).expect("a viewport");
    viewport.events.push(eframe::egui::ViewportEvent::Close);
    window.settle();
    assert!(window.asked().contains(&ViewportCommand::CancelClose));
    assert!(window.reads("Save changes to “Spring”?"));
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn saving_from_the_question_goes_on_to_the_path_and_then_closes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = changed();
    window.ctrl(Key::Q);
    window.key(Key::Enter);
    window.fill("Path of the file", &folder.path().join("spring.ron").display().to_string());
    window.key(Key::Enter);
    assert!(folder.path().join("spring.ron").is_file());
    assert!(closes(&window));
}

#[test]
fn a_cancelled_path_forgets_what_waited_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = changed();
    window.ctrl(Key::Q);
    window.click("Save");
    window.click("Cancel");
    window.ctrl(Key::S);
    window.fill("Path of the file", &folder.path().join("spring.ron").display().to_string());
    window.click("Save");
    assert!(folder.path().join("spring.ron").is_file());
    assert!(!closes(&window));
}

#[test]
fn new_open_and_samples_ask_before_changes_are_lost() {
    let mut window = changed();
    window.ctrl(Key::N);
    assert!(window.reads("Save changes to “Spring”?"));
    window.click("Cancel");
    window.click("File");
    window.click("Open sample or template…");
    let card = window.campaign_card("lesson");
    window.click(&card);
    assert!(window.reads("Save changes to “Spring”?"));
    window.click("Don't save");
    assert_ne!(window.campaign().name, "Spring");
    assert_eq!(window.app().editor.path(), None, "a sample is opened as a copy");
    assert!(!window.sees("Unsaved changes"));
}

impl Window {
    /// The name of the gallery's card for the first sample whose file name contains `words`.
    fn campaign_card(&self, words: &str) -> String {
        let sample = dripline::workbench::samples::SAMPLES.iter().find(|sample| sample.file.contains(words));
        let campaign = sample.and_then(|sample| sample.campaign()).expect("a sample");
        format!("{}. {}", campaign.name, campaign.description)
    }
}
