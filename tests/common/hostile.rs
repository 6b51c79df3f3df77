//! Files that nobody means well with, as large as they come: whatever is done with them comes to an end, can be
//! cancelled in the middle, and takes no memory without bound.
//!
//! How long it takes is for `.ci/measure-hostile` to print, of the release program.

use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use dripline::simulate::run::Control;

/// Letters from right to left, of no width, marks without a letter, and controls.
pub const ODD_TEXTS: [&str; 8] = [
    "\u{202E}evil\u{202C}",
    "\u{200B}\u{200D}\u{FEFF}",
    "עברית مرحبا",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{0}\u{1}\u{7F}\u{85}\u{2028}\u{FFFE}",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "=cmd|' /C calc'!A0",
    "'; DROP TABLE runs; --",
];

/// A large file that takes no room: `top`, then zeros up to a length, then `end`.
pub fn sparse(folder: &tempfile::TempDir, name: &str, top: &str, length: u64, end: &str) -> PathBuf {
    let path = folder.path().join(name);
    let mut file = std::fs::File::create(&path).expect("a file");
    file.write_all(top.as_bytes()).expect("written");
    file.set_len(length).expect("a length");
    file.seek(SeekFrom::End(0)).expect("its end");
    file.write_all(end.as_bytes()).expect("written");
    path
}

/// Far more than anything here takes on any machine, in any build: only what hangs, or whose time grows with the square
/// of a large file, takes longer.
pub const FOREVER: Duration = Duration::from_secs(300);

/// What `work` gives, which must come to an end.
#[track_caller]
pub fn ends<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < FOREVER, "{what} took {:?}", start.elapsed());
    result
}

/// What `work` gives when it is cancelled once `when` holds. That it left something undone is for the caller to see.
pub fn cancelled<T>(when: impl Fn(&Control) -> bool + Send, work: impl FnOnce(&Control) -> T) -> T {
    let control = Arc::new(Control::default());
    thread::scope(|scope| {
        let watched = Arc::clone(&control);
        let stop = scope.spawn(move || {
            let start = Instant::now();
            while !when(&watched) && start.elapsed() < FOREVER {
                thread::sleep(Duration::from_millis(1));
            }
            watched.cancel.store(true, Ordering::Relaxed);
        });
        let result = work(&control);
        stop.join().expect("it was cancelled");
        result
    })
}

/// A pipe in a folder; nobody writes into it yet.
#[cfg(unix)]
pub fn pipe(folder: &tempfile::TempDir, name: &str) -> PathBuf {
    let path = folder.path().join(name);
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo");
    assert!(made.success());
    path
}

/// A file of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
