//! Paths as the user types them: the home folder, names without an ending, completion, existing files.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::picture::paper::Paper;
use crate::storage::endings;
use crate::storage::spreadsheets;
use crate::workbench::samples::system_zone;

/// The ending of new campaign files, without the dot.
pub const CAMPAIGN: &str = endings::CAMPAIGN;
/// The endings of campaign files, the one of new files first.
pub const CAMPAIGNS: [&str; 2] = endings::CAMPAIGNS;
/// The ending of documents to read and print.
pub const PDF: &str = endings::PDF;
/// The endings of contacts files, whatever program wrote them.
pub const CONTACTS: [&str; 8] = endings::CONTACTS;

/// The usual paper where this computer is: by the country of its locale, else by its time zone.
pub fn usual_paper() -> Paper {
    let locales = ["LC_ALL", "LC_PAPER", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    locales
        .into_iter()
        .find(|locale| !locale.is_empty())
        .and_then(|locale| Paper::of_locale(&locale))
        .unwrap_or_else(|| Paper::of_zone(&system_zone()))
}

/// Most completions.
const MOST: usize = 8;

/// The path that the user means: `~` is the home folder, and relative paths are in `folder`. A whole path that was typed
/// after a proposed folder begins anew, at the last `//` or `/~/`.
///
/// # Errors
/// If nothing was typed.
pub fn meant(typed: &str, folder: &Path) -> Result<PathBuf, String> {
    let typed = typed.trim();
    let anew = [typed.rfind("//"), typed.rfind("/~/")].into_iter().flatten().max();
    let typed = anew.map_or(typed, |slash| &typed[slash + 1..]);
    if typed.is_empty() {
        return Err("Type the path of a file.".to_owned());
    }
    let path = match (typed.strip_prefix('~'), home()) {
        (Some(""), Some(home)) => home,
        (Some(rest), Some(home)) if rest.starts_with('/') => home.join(rest.trim_start_matches('/')),
        _ => PathBuf::from(typed),
    };
    Ok(if path.is_absolute() { path } else { folder.join(path) })
}

/// The path to open. Without an ending, it is a file with the first of `endings` that there is.
///
/// # Errors
/// If nothing was typed, or the path isn't a file.
pub fn to_open(typed: &str, folder: &Path, endings: &[&str]) -> Result<PathBuf, String> {
    let path = meant(typed, folder)?;
    let mut with_endings = endings.iter().map(|ending| path.with_extension(ending));
    let with_ending = with_endings.find(|path| path.is_file()).filter(|_| path.extension().is_none());
    match path {
        path if path.is_dir() => Err(format!("{} is a folder. Add the name of a file in it.", path.display())),
        path if path.is_file() => Ok(path),
        path => with_ending.ok_or_else(|| format!("{} doesn't exist.", path.display())),
    }
}

/// The path to save to; `ending` is added if there is none.
///
/// # Errors
/// If nothing was typed, the path is a folder, or its folder doesn't exist.
pub fn to_save(typed: &str, folder: &Path, ending: &str) -> Result<PathBuf, String> {
    let mut path = meant(typed, folder)?;
    if path.is_dir() || typed.trim().ends_with('/') {
        return Err(format!("{} is a folder. Add the name of a file.", path.display()));
    }
    if path.extension().is_none() {
        path.set_extension(ending);
    }
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() && !parent.is_dir() => {
            Err(format!("The folder {} doesn't exist. Create it, or choose another.", parent.display()))
        }
        _ => Ok(path),
    }
}

/// Whether the file is a table of contacts, or a zip of them, by its ending or its first bytes. A text file may be a
/// campaign.
pub fn is_of_contacts(path: &Path) -> bool {
    let ending = endings::of(path);
    CONTACTS.contains(&ending.as_str()) && ending != endings::TEXT || spreadsheets::is_packed(path)
}

/// Whether the path exists.
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// When a file was last changed, if the system knows.
pub fn changed_at(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|there| there.modified()).ok()
}

/// Existing paths that begin with the typed text: folders with a `/` at the end, then files with these endings.
pub fn completions(typed: &str, folder: &Path, endings: &[&str]) -> Vec<String> {
    let (stem, begun) = match typed.rfind('/') {
        Some(slash) => typed.split_at(slash + 1),
        None => ("", typed),
    };
    let inside = if stem.is_empty() { Ok(folder.to_owned()) } else { meant(stem, folder) };
    let Some(entries) = inside.ok().and_then(|folder| std::fs::read_dir(folder).ok()) else { return Vec::new() };
    let begun = begun.to_lowercase();
    // A folder may have millions of files, so not all are listed.
    let mut found: Vec<(bool, String)> = entries
        .take(20_000)
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            let is_folder = entry.path().is_dir();
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let ending = Path::new(&name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            let fits = !hidden && name.to_lowercase().starts_with(&begun) && (is_folder || endings.contains(&ending));
            fits.then(|| (!is_folder, format!("{stem}{name}{}", if is_folder { "/" } else { "" })))
        })
        .collect();
    found.sort();
    found.truncate(MOST);
    found.into_iter().map(|(_, name)| name).filter(|name| name != typed).collect()
}

/// The folders in the folder of the typed path, each as the same path in it: `a/lists/spring.ron` for
/// `a/spring.ron`.
pub fn in_folders(typed: &str, folder: &Path) -> Vec<String> {
    let (stem, name) = typed.rfind('/').map_or(("", typed), |slash| typed.split_at(slash + 1));
    // No file has an empty list of endings, so only folders are found.
    completions(stem, folder, &[]).into_iter().map(|folder| folder + name).collect()
}

/// The path of a file as stored in a campaign: relative if it is in the campaign's folder, so that both can be moved
/// together.
pub fn named_from(campaign: Option<&Path>, file: &Path) -> String {
    let folder = campaign.and_then(Path::parent);
    let below = folder.and_then(|folder| file.strip_prefix(folder).ok());
    below.unwrap_or(file).display().to_string()
}

/// The folder to look for files first: that of the campaign's file, or the home folder.
pub fn usual_folder(campaign: Option<&Path>) -> PathBuf {
    let beside = campaign.and_then(Path::parent).filter(|folder| folder.is_dir()).map(Path::to_owned);
    beside.or_else(home).unwrap_or_else(|| PathBuf::from("/"))
}

/// A file name for a campaign: its own name, without characters that file names can't have.
pub fn proposed_name(campaign: &str, ending: &str) -> String {
    let fit = |c: char| if c.is_alphanumeric() || " -_.".contains(c) { c } else { '-' };
    let name: String = campaign.trim().chars().map(fit).take(80).collect();
    let name = name.trim_matches(['.', ' ', '-']);
    format!("{}.{ending}", if name.is_empty() { "campaign" } else { name })
}

/// A short path for a menu: the file name and its folder.
pub fn short_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    match path.parent().and_then(Path::file_name) {
        Some(folder) => format!("{name} – {}", folder.to_string_lossy()),
        None => name.into_owned(),
    }
}

/// The absolute path, which doesn't depend on the current folder.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["alpha.ron", "Album.dripline", "album.txt", ".hidden.ron", "new.dripline", "new.ron"] {
            std::fs::write(folder.path().join(name), "").expect("a file");
        }
        std::fs::create_dir(folder.path().join("all")).expect("a folder");
        folder
    }

    #[test]
    fn completions_offer_folders_then_campaigns_in_either_case() {
        let folder = folder();
        assert_eq!(completions("al", folder.path(), &CAMPAIGNS), ["all/", "Album.dripline", "alpha.ron"]);
        assert_eq!(completions(".h", folder.path(), &CAMPAIGNS), [".hidden.ron"]);
        assert!(completions("nothing/here", folder.path(), &CAMPAIGNS).is_empty());
    }

    #[test]
    fn a_file_to_save_can_go_into_a_folder_that_is_there() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name).display().to_string();
        assert_eq!(in_folders("spring.ron", folder.path()), ["all/spring.ron"]);
        assert_eq!(in_folders(&at("spring.ron"), Path::new("/")), [at("all/spring.ron")]);
        assert!(in_folders(&at("all/spring.ron"), folder.path()).is_empty());
    }

    #[test]
    fn a_typed_name_means_a_file_in_the_folder_with_its_ending() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(to_open(" alpha ", folder.path(), &CAMPAIGNS), Ok(at("alpha.ron")));
        assert_eq!(to_open("new", folder.path(), &CAMPAIGNS), Ok(at("new.dripline")), "the usual ending comes first");
        assert_eq!(to_open("new.ron", folder.path(), &CAMPAIGNS), Ok(at("new.ron")));
        assert_eq!(to_save("other", folder.path(), CAMPAIGN), Ok(at("other.dripline")));
        assert_eq!(to_save("other.ron", folder.path(), CAMPAIGN), Ok(at("other.ron")));
        assert_eq!(to_save("new.txt", folder.path(), CAMPAIGN), Ok(at("new.txt")));
        assert!(to_open("nothing", folder.path(), &CAMPAIGNS).is_err_and(|why| why.contains("doesn't exist")));
        assert!(to_open("all", folder.path(), &CAMPAIGNS).is_err_and(|why| why.contains("is a folder")));
        assert!(to_save("nowhere/new", folder.path(), CAMPAIGN).is_err_and(|why| why.contains("The folder")));
        assert!(to_save("", folder.path(), CAMPAIGN).is_err());
        let home = home().expect("a home folder");
        assert_eq!(meant("~/x.ron", folder.path()), Ok(home.join("x.ron")));
        assert_eq!(meant("/a/b//c/x.ron", folder.path()), Ok(PathBuf::from("/c/x.ron")));
        assert_eq!(meant("/a/b/~/x.ron", folder.path()), Ok(home.join("x.ron")));
    }

    #[test]
    fn a_file_below_the_campaign_is_named_from_there() {
        let campaign = Some(Path::new("/a/spring/welcome.ron"));
        assert_eq!(named_from(campaign, Path::new("/a/spring/lists/a.csv")), "lists/a.csv");
        assert_eq!(named_from(campaign, Path::new("/a/b.csv")), "/a/b.csv");
        assert_eq!(named_from(None, Path::new("/a/b.csv")), "/a/b.csv");
    }

    #[test]
    fn a_campaigns_name_becomes_a_file_name() {
        assert_eq!(proposed_name("Welcome / onboarding: 2026", CAMPAIGN), "Welcome - onboarding- 2026.dripline");
        assert_eq!(proposed_name("../..", CAMPAIGN), "campaign.dripline");
    }
}
