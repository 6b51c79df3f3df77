//! Files that another program has changed: saving asks before it overwrites them.

use std::fs;
use std::path::Path;
use std::sync::Barrier;

use dripline::campaign::edit::Edit;
use dripline::campaign::history::Grouping;
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::{SaveError, read};
use dripline::storage::replace::backup;
use dripline::workbench::editor::{Editor, Over};
use dripline::workbench::samples;

/// A saved sample in a folder.
fn saved() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("spring.ron");
    Editor::of(samples::first()).save(&file, Over::Known).expect("saved");
    (folder, file)
}

fn rename(editor: &mut Editor, name: &str) {
    let edit = Edit::RenameCampaign(name.to_owned());
    editor.apply(&edit, &Selection::default(), Grouping::Alone).expect("renamed");
}

fn name(file: &Path) -> String {
    read(file).expect("a campaign").campaign.name
}

#[test]
fn of_two_windows_the_second_to_save_is_asked() {
    let (_folder, file) = saved();
    let [mut one, mut other] = [(); 2].map(|()| Editor::open(&file).expect("opened"));
    rename(&mut one, "One");
    rename(&mut other, "Other");
    one.save(&file, Over::Known).expect("nobody was before");
    assert_eq!(one.changed_outside(), None);
    assert!(other.changed_outside().is_some());
    let refused = other.save(&file, Over::Known);
    assert!(matches!(&refused, Err(SaveError::ChangedOutside { .. })), "{refused:?}");
    assert!(other.is_unsaved());
    assert_eq!(name(&file), "One");
    other.save(&file, Over::Anything).expect("agreed to");
    assert_eq!((name(&file).as_str(), name(&backup(&file, 1)).as_str()), ("Other", "One"));
    other.save(&file, Over::Known).expect("its own");
}

#[test]
fn a_file_that_appears_where_none_was_is_not_replaced() {
    let (_folder, file) = saved();
    let before = fs::read(&file).expect("bytes");
    let mut editor = Editor::new("UTC");
    assert!(matches!(editor.save(&file, Over::Known), Err(SaveError::ChangedOutside { .. })));
    assert_eq!(fs::read(&file).expect("bytes"), before);
}

#[test]
fn a_file_that_was_damaged_outside_is_not_replaced_either_and_one_that_is_gone_is_made_again() {
    let (_folder, file) = saved();
    let mut editor = Editor::open(&file).expect("opened");
    rename(&mut editor, "Mine");
    fs::write(&file, b"\xFF not a campaign").expect("written");
    assert!(matches!(editor.save(&file, Over::Known), Err(SaveError::ChangedOutside { .. })));
    fs::remove_file(&file).expect("removed");
    assert_eq!(editor.changed_outside(), None);
    editor.save(&file, Over::Known).expect("saved");
    assert_eq!(name(&file), "Mine");
}

/// Several editors save at nearly the same time: one succeeds, the others are asked.
#[test]
fn of_many_who_save_at_once_one_does() {
    let (_folder, file) = saved();
    for round in 0..20 {
        let editors: Vec<Editor> = (0..6).map(|_| Editor::open(&file).expect("opened")).collect();
        let start = Barrier::new(editors.len());
        let save = |(number, mut editor): (usize, Editor)| {
            rename(&mut editor, &format!("Round {round}, number {number}"));
            start.wait();
            match editor.save(&file, Over::Known) {
                Ok(()) => Some(editor.campaign().name.clone()),
                Err(SaveError::ChangedOutside { .. }) => None,
                Err(other) => panic!("{other}"),
            }
        };
        let saved: Vec<Option<String>> = std::thread::scope(|scope| {
            let threads: Vec<_> = editors.into_iter().enumerate().map(|one| scope.spawn(|| save(one))).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        let saved: Vec<String> = saved.into_iter().flatten().collect();
        assert_eq!(saved.len(), 1, "{saved:?}");
        assert_eq!(name(&file), saved[0]);
    }
}
