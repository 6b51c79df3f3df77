//! Files as released formats wrote them, which are never written anew.

use std::path::{Path, PathBuf};

/// A golden file.
pub fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// A copy of a golden file in a folder of its own, under its own name.
pub fn copied(names: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    for name in names {
        std::fs::copy(golden(name), folder.path().join(name)).expect("copied");
    }
    let first = folder.path().join(names[0]);
    (folder, first)
}
