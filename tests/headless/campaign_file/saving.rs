//! Replacing a file on disk.

use std::fs;

use dripline::storage::campaign_file::{SaveError, read, save};

use super::{EXAMPLE, campaign};

#[test]
fn saving_replaces_the_whole_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.ron");
    let mut document = campaign(EXAMPLE);
    save(&file, &document).expect("saved");
    assert_eq!(fs::read_to_string(&file).expect("read"), EXAMPLE);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("set");
        document.name = "Other".to_owned();
        let link = folder.path().join("link.ron");
        std::os::unix::fs::symlink(&file, &link).expect("linked");
        save(&link, &document).expect("saved");
        assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        fs::remove_file(&link).expect("removed");
    }
    assert_eq!(read(&file).expect("loads").campaign, document);
    let names = fs::read_dir(folder.path()).expect("listed").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> = names.collect();
    names.sort();
    assert_eq!(names, ["a.ron", "a.ron.bak1"], "but for the version before, nothing is left beside it");
}

#[test]
fn what_could_not_be_opened_again_is_not_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.ron");
    fs::write(&file, "as it was").expect("written");
    let mut document = campaign(EXAMPLE);
    document.sequences[0].items[1].id = 1;
    assert!(matches!(save(&file, &document), Err(SaveError::NotReadable(_))));
    document.sequences[0].items[1].id = 2;
    document.sequences[0].items[1].position.0 = f64::NAN;
    assert!(matches!(save(&file, &document), Err(SaveError::NotReadable(_))));
    document.sequences[0].items[1].position.0 = 0.0;
    document.sequences[0].items[0].ready = true;
    assert_eq!(fs::read_to_string(&file).expect("read"), "as it was");
    save(&file, &document).expect("a Ready mark on a Start means nothing");
    assert!(matches!(save(folder.path(), &document), Err(SaveError::Io { .. })));
    assert!(matches!(save(&folder.path().join("no/a.ron"), &document), Err(SaveError::Io { .. })));
}
