//! Recovery copies: when they are made, which program owns them, and when they are removed.

use std::path::Path;

use dripline::campaign::edit::Edit;
use dripline::campaign::history::Grouping;
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::{SaveError, read};
use dripline::workbench::editor::{Editor, Over};
use dripline::workbench::recovery::{AT_LEAST, Offer, QUIET, Recovery, offered};
use dripline::workbench::samples;

fn rename(editor: &mut Editor, name: &str) {
    let edit = Edit::RenameCampaign(name.to_owned());
    editor.apply(&edit, &Selection::default(), Grouping::Alone).expect("renamed");
}

/// The campaigns in a folder's copies, whichever program owns them.
fn copies(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").path());
    let copies = entries.filter(|path| path.extension().is_some_and(|ending| ending == "dripline"));
    copies.map(|copy| read(&copy).expect("it opens by hand, too").campaign.name).collect()
}

fn name(offer: &Offer) -> &str {
    &offer.campaign().expect("a copy").name
}

#[test]
fn a_copy_is_made_one_second_after_the_last_change_and_every_thirty_while_they_go_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut recovery = Recovery::start(folder.path()).expect("a place");
    let mut editor = Editor::of(samples::first());
    assert_eq!(recovery.follow(&editor, 0.0), None, "nothing is changed");
    rename(&mut editor, "One");
    assert_eq!(recovery.follow(&editor, 10.0), Some(QUIET));
    assert_eq!(recovery.follow(&editor, 10.0 + QUIET * 0.75), Some(QUIET * 0.25));
    recovery.finish();
    assert!(copies(folder.path()).is_empty(), "not yet");
    assert_eq!(recovery.follow(&editor, 10.0 + QUIET), None);
    recovery.finish();
    assert_eq!(copies(folder.path()), ["One"]);
    // From here on, the campaign changes twice a second.
    let mut made = Vec::new();
    for half in 0..150 {
        let now = 20.0 + f64::from(half) / 2.0;
        rename(&mut editor, &format!("Half second {half}"));
        if recovery.follow(&editor, now).is_none() {
            recovery.finish();
            assert_eq!(copies(folder.path()), [format!("Half second {half}")]);
            made.push(now - 20.0);
        }
    }
    assert_eq!(made, [AT_LEAST, 2.0 * AT_LEAST + 0.5], "each counts from the first change that is in no copy");
    assert!(recovery.follow(&editor, 20.0 + 74.5 + QUIET).is_none());
}

#[test]
fn a_copy_goes_once_everything_is_saved_or_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("spring.ron");
    let places = folder.path().join("recovery");
    let mut recovery = Recovery::start(&places).expect("a place");
    let mut editor = Editor::of(samples::first());
    let mut copy = |editor: &Editor, now: f64| {
        recovery.follow(editor, now);
        recovery.follow(editor, now + QUIET);
        recovery.finish();
        copies(&places).len()
    };
    rename(&mut editor, "One");
    assert_eq!(copy(&editor, 0.0), 1);
    editor.save(&file, Over::Known).expect("saved");
    assert_eq!(copy(&editor, 5.0), 0);
    rename(&mut editor, "Two");
    assert_eq!(copy(&editor, 10.0), 1);
    editor.undo();
    assert_eq!(copy(&editor, 15.0), 0);
}

#[test]
fn a_running_programs_copy_is_not_offered_and_what_it_leaves_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut editor = Editor::of(samples::first());
    rename(&mut editor, "Not saved");
    let mut running = Recovery::start(folder.path()).expect("a place");
    running.copy_now(&editor).expect("written");
    assert!(offered(folder.path()).is_empty(), "it still runs");
    let mut other = Recovery::start(folder.path()).expect("another place");
    rename(&mut editor, "Of the other");
    other.copy_now(&editor).expect("written");
    drop(running);
    let left = offered(folder.path());
    assert_eq!(left.iter().map(name).collect::<Vec<_>>(), ["Not saved"]);
    drop(other);
    assert_eq!(offered(folder.path()).iter().map(name).collect::<Vec<_>>(), ["Of the other", "Not saved"]);
    left[0].remove().expect("removed");
    assert_eq!(offered(folder.path()).len(), 1);
}

#[test]
fn what_is_in_the_file_already_is_not_offered() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, places) = (folder.path().join("spring.ron"), folder.path().join("recovery"));
    let mut editor = Editor::of(samples::first());
    editor.save(&file, Over::Known).expect("saved");
    rename(&mut editor, "Saved in the end");
    let mut recovery = Recovery::start(&places).expect("a place");
    recovery.copy_now(&editor).expect("written");
    editor.save(&file, Over::Known).expect("saved");
    // The program ends after saving, before the copy is removed.
    drop(recovery);
    assert_eq!(copies(&places).len(), 1);
    assert!(offered(&places).is_empty());
    assert!(copies(&places).is_empty(), "and the copy is gone");
}

#[test]
fn a_recovered_campaign_never_overwrites_a_newer_file_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, places) = (folder.path().join("spring.ron"), folder.path().join("recovery"));
    let mut editor = Editor::of(samples::first());
    editor.save(&file, Over::Known).expect("saved");
    rename(&mut editor, "Lost and found");
    let mut recovery = Recovery::start(&places).expect("a place");
    recovery.copy_now(&editor).expect("written");
    drop(recovery);
    let recovered = || offered(&places).remove(0).open().expect("a copy");
    let mut first = recovered();
    assert_eq!((first.path(), first.is_unsaved()), (Some(file.as_path()), true));
    // Another program changes the file.
    let mut other = Editor::open(&file).expect("opened");
    rename(&mut other, "Newer");
    other.save(&file, Over::Known).expect("saved");
    assert!(matches!(first.save(&file, Over::Known), Err(SaveError::ChangedOutside { .. })));
    assert_eq!(read(&file).expect("a campaign").campaign.name, "Newer");
    first.save(&file, Over::Anything).expect("agreed to");
    assert_eq!(read(&file).expect("a campaign").campaign.name, "Lost and found");
}

#[test]
fn a_damaged_copy_is_offered_with_what_is_wrong_and_harms_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in
        [("1-0", ""), ("2-0", "not a copy"), ("3-0", "// Dripline recovery copy: {\"path\":null,\"known\":null}\n(((")]
    {
        std::fs::write(folder.path().join(name).with_extension("ron"), text).expect("written");
    }
    std::fs::write(folder.path().join("note.txt"), "somebody's").expect("written");
    let left = offered(folder.path());
    assert_eq!(left.len(), 3);
    for copy in &left {
        let why = copy.campaign().expect_err("damaged");
        assert!(why.contains(&copy.file().display().to_string()), "{why}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 4, "nothing is taken away");
}
