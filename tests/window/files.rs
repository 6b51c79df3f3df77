//! New, open, save, close, recent files, dropped files; and the question before changes are lost.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use dripline::campaign::edit::Edit;
use dripline::campaign::rehearsal::People;
use dripline::ui::context::action::Action;
use dripline::ui::context::command::Command;
use dripline::ui::context::settings::Settings;
use dripline::ui::context::view_state::{Overlay, WindowMode};
use dripline::workbench::editor::Editor;
use eframe::egui::{Key, Modifiers, ViewportCommand, ViewportId};

use crate::harness::{Opening, Window};

fn sample(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::copy("saved-campaigns/birthday.ron", &path).expect("a copy");
    path
}

/// A window with a renamed campaign that was not saved.
fn changed() -> Window {
    let mut window = Window::new();
    rename(&mut window, "Spring");
    window
}

fn rename(window: &mut Window, name: &str) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::edit(Edit::RenameCampaign(name.to_owned())));
    window.settle();
}

/// The last window title that was set.
fn title(window: &Window) -> String {
    let title = window.asked().into_iter().rev().find_map(|command| match command {
        ViewportCommand::Title(title) => Some(title),
        _ => None,
    });
    title.expect("a title was set")
}

fn closes(window: &Window) -> bool {
    window.asked().contains(&ViewportCommand::Close)
}

#[test]
fn a_new_campaign_is_saved_under_a_typed_path_and_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = changed();
    assert!(window.sees("Unsaved changes"));
    assert_eq!(title(&window), "Spring • – Dripline");
    window.ctrl(Key::S);
    window.fill("Path of the file", &folder.path().join("spring").display().to_string());
    window.key(Key::Enter);
    let path = folder.path().join("spring.ron");
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
    assert!(window.reads("There is no file"));
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::None);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.fill("Path of the file", &folder.path().join("no/where.ron").display().to_string());
    window.click("Save");
    assert!(window.reads("There is no folder"));
    window.click("Cancel");
    assert_eq!(window.campaign().name, "Spring");
    assert!(window.sees("Unsaved changes"));
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
    assert!(window.reads("is not there any more"));
    assert_eq!(window.app().settings.recent, std::slice::from_ref(&here));
    window.click("File");
    window.click("Open recent");
    let name = format!("here.ron – {}", folder.path().file_name().expect("a name").to_string_lossy());
    window.click(&name);
    assert_eq!(window.app().editor.path(), Some(here.as_path()));
}

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
    let path = sample(folder.path(), "dropped.ron");
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
    let path = folder.path().join("people.csv");
    std::fs::write(&path, "Id,First Name,Email\n1,Ana,ana@example.com\n").expect("a file");
    let mut window = Window::new();
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    window.settle();
    let file = path.display().to_string();
    assert!(matches!(&window.campaign().rehearsals[0].people, People::File(named) if *named == file));
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    window.until("the file is read", |window| window.reads("1 person read"));
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
        assert_eq!(window.app().view.mode, WindowMode::Rehearse);
        assert!(window.node("Contacts file").is_focused(), "{mode:?}: {}", window.names());
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("people.csv");
        std::fs::write(&path, "Id,First Name,Email\n1,Ana,ana@example.com\n").expect("a file");
        window.type_text(&path.display().to_string());
        window.key(Key::Enter);
        window.until("the file is read", |window| window.reads("1 person read"));
    }
}

#[test]
fn a_contacts_file_chosen_with_open_is_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("people.csv");
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
    assert!(gone.reads("gone.ron was open last, but is not there any more"), "{}", gone.names());
    let mut window = begun(false, vec![path]);
    window.click("File");
    window.click("Open recent");
    window.click("Open the last file at start");
    assert!(window.app().settings.opens_last);
}

/// A window that keeps templates in this folder.
fn with_templates(folder: &Path) -> Window {
    let mut window = changed();
    window.app_mut().keep_templates_in(folder.join("templates"));
    window
}

fn save_template(window: &mut Window, name: &str) {
    window.click("File");
    window.click("Save as template…");
    assert!(window.node("Name of the template").is_focused());
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
    assert!(window.reads("There is a template of this name already"));
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
    window.click("Delete for good");
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
