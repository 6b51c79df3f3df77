//! On a file system in memory, every step of a save fails once, and the power fails at every step.

use std::path::{Path, PathBuf};

use dripline::storage::replace::{BACKUPS, backup, replace};
use proptest::prelude::*;

use crate::saving::forgetful::{Contents, Forgetful, Lie};

const FILE: &str = "spring.ron";

fn version(number: usize) -> Vec<u8> {
    format!("version {number}, {}", "and so on, ".repeat(number + 2)).into_bytes()
}

/// A disk on which this number of versions was saved and synced.
fn saved(versions: usize, has_links: bool) -> Forgetful {
    let disk = Forgetful::new(has_links);
    for number in 0..versions {
        replace(&disk, Path::new(FILE), &version(number)).expect("saved");
    }
    disk.settle();
    disk
}

/// The existing backups, newest first.
fn backups(contents: &Contents) -> Vec<Vec<u8>> {
    let names = (1..=BACKUPS + 2).map(|number| backup(Path::new(FILE), number));
    names.filter_map(|name| contents.file(&name).map(<[u8]>::to_vec)).collect()
}

/// The number of calls that saving another version makes.
fn calls(versions: usize, has_links: bool) -> usize {
    let disk = saved(versions, has_links).powered_until(usize::MAX);
    replace(&disk, Path::new(FILE), &version(versions)).expect("saved");
    disk.calls()
}

#[test]
fn the_last_three_versions_are_kept_the_newest_first() {
    for has_links in [true, false] {
        for versions in 1..8 {
            let contents = saved(versions, has_links).seen();
            assert_eq!(contents.file(Path::new(FILE)), Some(version(versions - 1).as_slice()));
            let before: Vec<Vec<u8>> = (0..versions - 1).rev().take(BACKUPS).map(version).collect();
            assert_eq!(backups(&contents), before);
            assert_eq!(contents.names().count(), 1 + before.len(), "nothing else is left");
        }
    }
}

#[test]
fn saving_the_same_again_pushes_no_version_out() {
    let disk = saved(3, true);
    let before = backups(&disk.seen());
    replace(&disk, Path::new(FILE), &version(2)).expect("saved");
    assert_eq!(backups(&disk.seen()), before);
}

#[test]
fn long_names_have_backups_of_their_own() {
    let name = |last: char| PathBuf::from(format!("{}{last}.ron", "ä".repeat(124)));
    let (one, other) = (backup(&name('a'), 1), backup(&name('b'), 1));
    assert_ne!(one, other);
    assert!(one.as_os_str().len() <= 255 && backup(&name('a'), 2) != one, "{one:?}");
}

/// After an error at any step, the file has the old or the new version, all earlier versions exist, and nothing else
/// does.
#[test]
fn any_step_may_fail() {
    let mut tried = 0;
    for has_links in [true, false] {
        for versions in 0..6 {
            for at in 0..calls(versions, has_links) {
                let disk = saved(versions, has_links).failing(at);
                let done = replace(&disk, Path::new(FILE), &version(versions));
                let contents = disk.seen();
                let now = contents.file(Path::new(FILE)).map(<[u8]>::to_vec);
                let (old, new) = (versions.checked_sub(1).map(version), Some(version(versions)));
                match &done {
                    Ok(()) => assert_eq!(now, new),
                    Err(error) if error.is_in_place => assert_eq!(now, new),
                    Err(_) => assert_eq!(now, old),
                }
                let all: Vec<Vec<u8>> = now.iter().cloned().chain(backups(&contents)).collect();
                let known = versions.min(BACKUPS);
                let kept = (versions - known..versions).rev().filter(|number| all.contains(&version(*number))).count();
                assert!(kept >= known.min(BACKUPS), "{versions} versions, step {at}: {kept} kept");
                let own = |name: &&PathBuf| name.to_string_lossy().contains(".tmp");
                // The first save has two names for the new file. The temporary one may stay if it can't be removed.
                let may_stay = usize::from(versions == 0 && done.is_ok() && has_links);
                assert!(contents.names().filter(own).count() <= may_stay, "{versions} versions, step {at}: {done:?}");
                // The next save succeeds.
                replace(&disk, Path::new(FILE), b"after").expect("saved");
                assert_eq!(disk.seen().file(Path::new(FILE)), Some(b"after".as_slice()));
                tried += 1;
            }
        }
    }
    assert!(tried > 150, "{tried}");
}

/// The error in the contents after a loss of power; `None` if there is none.
fn loss(found: &Contents, versions: usize, done: bool) -> Option<String> {
    let now = found.file(Path::new(FILE)).map(<[u8]>::to_vec);
    let (old, new) = (versions.checked_sub(1).map(version), Some(version(versions)));
    if now != new && (done || now != old) {
        return Some(format!("done: {done}, found {now:?}"));
    }
    let is_lost = |old: &Vec<u8>| now.as_ref() != Some(old) && !backups(found).contains(old);
    old.filter(is_lost).map(|_| "the version before is lost".to_owned())
}

/// Checks that the test below would notice a save that forgets to sync.
#[test]
fn a_disk_that_lies_about_syncing_is_found_out() {
    for lie in [Lie::Files, Lie::Folders] {
        let found_out = (0..calls(2, true)).any(|at| {
            let disk = saved(2, true).lying(lie).powered_until(at + 1);
            let done = replace(&disk, Path::new(FILE), &version(2)).is_ok();
            let all_but =
                |left_out: usize| disk.after_power_loss(|number, length| if number == left_out { 0 } else { length });
            let none = disk.after_power_loss(|_, _| 0);
            (0..40).map(all_but).chain([none]).any(|found| loss(&found, 2, done).is_some())
        });
        assert!(found_out, "{lie:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// The power fails at any step, and any part of the pending changes is lost. The file has the old version or the
    /// new one, complete; the new one if the save had succeeded. The old version is never lost.
    #[test]
    fn the_power_may_go_at_any_moment(
        versions in 0_usize..6,
        has_links: bool,
        share in 0.0..1.2_f64,
        arrived in prop::collection::vec(0_usize..12, 40),
    ) {
        let at = (calls(versions, has_links) as f64 * share) as usize;
        let disk = saved(versions, has_links).powered_until(at);
        let done = replace(&disk, Path::new(FILE), &version(versions)).is_ok();
        let found = disk.after_power_loss(|number, length| match arrived[number % arrived.len()] {
            0..4 => 0,
            some @ 4..8 => some - 3,
            _ => length,
        });
        prop_assert_eq!(loss(&found, versions, done), None);
    }
}
