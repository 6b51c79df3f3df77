//! Where the program keeps what is not a campaign: runs, recovery copies, crash reports.

use std::path::PathBuf;

/// The user's folder for this program's data; none where the system has no home for them.
pub fn data() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "dripline").map(|folders| folders.data_dir().to_owned())
}

/// Where recovery copies lie.
pub fn recovery() -> Option<PathBuf> {
    data().map(|data| data.join("recovery"))
}

/// Where reports of crashes lie.
pub fn crashes() -> Option<PathBuf> {
    data().map(|data| data.join("crashes"))
}
