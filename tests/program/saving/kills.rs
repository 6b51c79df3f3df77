//! Kills the program three hundred times while it saves: every file stays complete, and no acknowledged save is lost.

use std::path::Path;

use dripline::storage::campaign_file::read;
use dripline::storage::replace::{BACKUPS, backup};

use crate::killing::{killed, moments};
use crate::saving::child::{acknowledged, number, start};

const KILLS: u32 = 300;

/// The version in a file. Panics if the file is not complete.
fn version(path: &Path) -> u64 {
    let loaded = read(path).unwrap_or_else(|error| panic!("{} is torn: {error}", path.display()));
    number(&loaded.campaign.description)
}

#[test]
fn three_hundred_kills_tear_no_file_and_lose_no_acknowledged_save() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("spring.ron");
    let (mut last, mut in_a_save) = (0, 0);
    for (kill, moment) in (0..KILLS).zip(moments(500, 40_000)) {
        let said = killed(start(&[], &file, u64::MAX / 2), moment);
        last = acknowledged(&said).unwrap_or(last);
        if !file.exists() {
            assert_eq!(last, 0, "kill {kill}: the file is gone");
            continue;
        }
        let found = version(&file);
        assert!(found >= last, "kill {kill}: version {last} was acknowledged, {found} is found");
        in_a_save += u32::from(found > last || !is_clean(folder.path()));
        for number in 1..=BACKUPS {
            let backup = backup(&file, number);
            if backup.exists() {
                assert!(version(&backup) <= found);
            }
        }
        last = found;
        sweep(folder.path());
    }
    println!("{KILLS} kills, at least {in_a_save} of them within a save; {last} versions were saved");
    assert!(in_a_save > KILLS / 10, "only {in_a_save} kills were within a save");
}

/// Whether the folder has no unfinished files.
fn is_clean(folder: &Path) -> bool {
    unfinished(folder).is_empty()
}

fn unfinished(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "tmp")).collect()
}

fn sweep(folder: &Path) {
    unfinished(folder).iter().for_each(|path| std::fs::remove_file(path).expect("removed"));
}
