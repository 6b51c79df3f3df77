//! The fonts installed on this computer, for characters that the bundled fonts lack.

use std::path::{Path, PathBuf};

use crate::storage::endings;

/// Most bytes of font files that are loaded.
const MOST: u64 = 200 << 20;
/// Deepest level of folders that are searched for fonts.
const DEEPEST: usize = 6;

/// The installed font files that can be read.
pub fn installed() -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    folders().iter().for_each(|folder| find(folder, DEEPEST, &mut files));
    files.sort();
    let mut left = MOST;
    let taken = files.into_iter().filter_map(|path| {
        let size = path.metadata().ok()?.len();
        left = left.checked_sub(size)?;
        std::fs::read(path).ok()
    });
    taken.collect()
}

fn folders() -> Vec<PathBuf> {
    let fixed = ["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts"];
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let own = home.into_iter().flat_map(|home| [home.join(".fonts"), home.join(".local/share/fonts")]);
    let windows = std::env::var_os("WINDIR").map(|folder| PathBuf::from(folder).join("Fonts"));
    fixed.into_iter().map(PathBuf::from).chain(own).chain(windows).collect()
}

fn find(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && depth > 0 => find(&path, depth - 1, files),
            Ok(_) if is_font(&path) => files.push(path),
            _ => {}
        }
    }
}

fn is_font(path: &Path) -> bool {
    ["ttf", "otf", "ttc", "otc"].contains(&endings::of(path).as_str())
}
