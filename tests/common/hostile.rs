//! Malicious files, as large as possible. Working on them must end, can be cancelled at any time, and doesn't use
//! unlimited memory.
//!
//! `.ci/measure-hostile` prints how long the release program needs for them.

use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use dripline::simulate::run::Control;

/// Right-to-left text, zero-width characters, combining marks and control characters.
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

/// A large file that uses little disk space: `top`, then zeros up to `length` bytes, then `end`.
pub fn sparse(folder: &tempfile::TempDir, name: &str, top: &str, length: u64, end: &str) -> PathBuf {
    let path = folder.path().join(name);
    let mut file = std::fs::File::create(&path).expect("a file");
    file.write_all(top.as_bytes()).expect("written");
    file.set_len(length).expect("a length");
    file.seek(SeekFrom::End(0)).expect("its end");
    file.write_all(end.as_bytes()).expect("written");
    path
}

/// Much longer than anything here takes on any machine, in any build. Only work that hangs, or whose time grows with
/// the square of the file's size, takes longer.
pub const FOREVER: Duration = Duration::from_secs(300);

/// The result of `work`, which must end.
#[track_caller]
pub fn ends<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < FOREVER, "{what} took {:?}", start.elapsed());
    result
}

/// The result of `work`, which is cancelled once `when` returns true. The caller checks that the work was not
/// completed.
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

/// A pipe in a folder, without a writer yet.
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
