//! Saving on full disks, without free inodes, with a limit on file sizes, and in folders that can't be written.

use std::path::Path;
use std::process::Command;

use dripline::storage::campaign_file::read;
use dripline::storage::replace::backup;

use crate::common::tools::works;
use crate::saving::child::{acknowledged, command, number, run};

/// A command that starts a shell with the right to mount: as root, or as root of a separate user namespace.
fn shell() -> Option<&'static [&'static str]> {
    const MOUNTS: &str = "mount -t tmpfs -o size=64k tmpfs /mnt";
    let ways: [&[&str]; 2] = [&["unshare", "-m"], &["unshare", "-rm"]];
    works(&ways.map(|way| [way, &["bash", "-c", MOUNTS]].concat())).map(|way| ways[way])
}

/// Saves version 3 over version 2 in a folder that the shell script `prepare` makes hostile, then once more after
/// `mend`. `check` receives the messages of the first save, and the folder with the files after each save.
fn hostile(prepare: &str, mend: &str, check: impl Fn(&str, &Path)) {
    let Some(shell) = shell() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["disk", "before", "then", "after"] {
        std::fs::create_dir(folder.path().join(name)).expect("a folder");
    }
    run(&[], &folder.path().join("before/spring.ron"), 2);
    let save = command(&[], &folder.path().join("disk/spring.ron"), 1);
    let script = format!(
        "set -e\ncd \"$FOLDER\"\nmount -t tmpfs -o size=200k,nr_inodes=40 tmpfs disk\ncp -a before/. disk/\n{prepare}\n\
         (trap '' XFSZ; \"$0\" \"$@\") 2> then/said || true\nulimit -S -f unlimited\ncp -a disk/. then/\n{mend}\n\
         \"$0\" \"$@\" 2> after/said\ncp -a disk/. after/\n"
    );
    let mut bash = Command::new(shell[0]);
    bash.args(&shell[1..]).args(["bash", "-c", &script]).arg(save.get_program()).args(save.get_args());
    bash.envs(save.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("FOLDER", folder.path());
    let output = bash.output().expect("a shell");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = |name: &str| std::fs::read_to_string(folder.path().join(name).join("said")).expect("what was said");
    let version = |name: &str, of: &Path| {
        let path = folder.path().join(name).join(of);
        number(&read(&path).unwrap_or_else(|error| panic!("{} is torn: {error}", path.display())).campaign.description)
    };
    let file = Path::new("spring.ron");
    assert_eq!(acknowledged(&said("then")), None, "{}", said("then"));
    assert_eq!(version("then", file), 2, "{}", said("then"));
    let left = std::fs::read_dir(folder.path().join("then")).expect("listed");
    let left =
        left.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some_and(|it| it == "tmp")));
    assert_eq!(left.count(), 0, "an unfinished file is left");
    check(&said("then"), folder.path());
    assert_eq!(acknowledged(&said("after")), Some(3), "{}", said("after"));
    assert_eq!((version("after", file), version("after", &backup(file, 1))), (3, 2));
}

#[test]
fn a_full_disk_keeps_the_old_file() {
    hostile("head -c 1000000 /dev/zero > disk/filler || true", "rm disk/filler", |said, _| {
        assert!(said.contains("No space left on device"), "{said}");
    });
}

#[test]
fn a_disk_without_inodes_keeps_the_old_file() {
    let fill = "for n in $(seq 60); do touch disk/file$n 2> /dev/null || break; done";
    hostile(fill, "rm disk/file*", |said, _| assert!(said.contains("No space left on device"), "{said}"));
}

#[test]
fn a_limit_on_the_size_of_files_keeps_the_old_one() {
    hostile("ulimit -S -f 4", "true", |said, _| assert!(said.contains("File too large"), "{said}"));
}

#[test]
fn a_place_that_is_read_only_keeps_the_old_file() {
    hostile("mount -o remount,ro disk", "mount -o remount,rw disk", |said, _| {
        assert!(said.contains("Read-only file system"), "{said}");
    });
}

#[test]
fn a_folder_bound_read_only_keeps_the_old_file() {
    let bind = "mount --bind disk disk; mount -o remount,ro,bind disk";
    hostile(bind, "umount disk", |said, _| assert!(said.contains("Read-only file system"), "{said}"));
}
