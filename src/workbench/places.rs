//! The folders for runs, recovery copies, templates and crash reports.

use std::path::PathBuf;

/// The user's folder for this program's data; `None` if the system has none.
pub fn data() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "dripline").map(|folders| folders.data_dir().to_owned())
}

/// The folder of recovery copies.
pub fn recovery() -> Option<PathBuf> {
    data().map(|data| data.join("recovery"))
}

/// The folder of the user's templates.
pub fn templates() -> Option<PathBuf> {
    data().map(|data| data.join("templates"))
}

/// The folder of crash reports.
pub fn crashes() -> Option<PathBuf> {
    data().map(|data| data.join("crashes"))
}
