//! Fails, and kills the program at, every system call of a save.

use std::fs;
use std::path::Path;

use dripline::storage::campaign_file::read;
use dripline::storage::replace::backup;

use crate::common::tools::works;
use crate::saving::child::{acknowledged, number, run};

/// The system calls that change, check or create files.
const CALLS: &str = "openat,open,creat,write,writev,pwrite64,ftruncate,fsync,fdatasync,fchmod,chmod,link,linkat,\
                     rename,renameat,renameat2,unlink,unlinkat,statx,newfstatat,readlink,readlinkat,read,close";

/// The system calls of a save in this folder, in order: the name, and the number of the call among those of this name.
fn calls(folder: &Path, file: &Path) -> Vec<(String, usize)> {
    let log = folder.join("log");
    let trace = format!("trace={CALLS}");
    run(&["strace", "-f", "-qq", "-y", "-o", log.to_str().expect("a path"), "-e", &trace], file, 1);
    let text = fs::read_to_string(&log).expect("a log");
    fs::remove_file(&log).expect("removed");
    let name =
        |line: &str| line.split_once(' ').map(|(_, rest)| rest.trim_start().split('(').next().unwrap_or("").to_owned());
    let mut before = std::collections::BTreeMap::<String, usize>::new();
    let mut found = Vec::new();
    let own = folder.to_str().expect("a path");
    for line in text.lines() {
        let Some(name) = name(line).filter(|name| CALLS.split(',').any(|call| call == name)) else { continue };
        let count = before.entry(name.clone()).or_default();
        *count += 1;
        if line.contains(own) {
            found.push((name, *count));
        }
    }
    found
}

/// A folder with a file of version 2, and one backup.
fn saved_twice() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("spring.ron");
    assert_eq!(acknowledged(&run(&[], &file, 2)), Some(2));
    (folder, file)
}

fn version(path: &Path) -> u64 {
    let loaded = read(path).unwrap_or_else(|error| panic!("{} is torn: {error}", path.display()));
    number(&loaded.campaign.description)
}

#[test]
fn every_call_of_a_save_fails_once_and_is_the_last_once() {
    if works(&[vec!["strace", "-qq", "-o", "/dev/null", "true"]]).is_none() {
        return;
    }
    let (folder, file) = saved_twice();
    let calls = calls(folder.path(), &file);
    assert!(calls.len() > 12, "{calls:?}");
    let mut tried = 0;
    for (name, count) in &calls {
        for fault in ["error=EIO", "error=ENOSPC", "signal=KILL"] {
            let (_folder, file) = saved_twice();
            let inject = format!("inject={name}:{fault}:when={count}");
            let trace = format!("trace={name}");
            let said = run(&["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject], &file, 1);
            let (found, told) = (version(&file), acknowledged(&said));
            assert!(found == 2 || found == 3, "{name} {count} {fault}: {found}");
            assert!(told.is_none_or(|told| told <= found), "{name} {count} {fault}: {told:?} told, {found} found");
            if found == 3 {
                assert_eq!(version(&backup(&file, 1)), 2, "{name} {count} {fault}: the version before is lost");
            }
            // The file can be saved again afterwards.
            assert_eq!(acknowledged(&run(&[], &file, 1)), Some(found + 1), "{name} {count} {fault}");
            tried += 1;
        }
    }
    println!("{tried} faults in {} calls of the system", calls.len());
}
