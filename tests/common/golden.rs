//! Files that released versions wrote. They are never rewritten.

use std::path::{Path, PathBuf};

/// A golden file.
pub fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// Copies golden files into a new folder, under their own names. Returns the folder and the path of the first one.
pub fn copied(names: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    for name in names {
        std::fs::copy(golden(name), folder.path().join(name)).expect("copied");
    }
    let first = folder.path().join(names[0]);
    (folder, first)
}
