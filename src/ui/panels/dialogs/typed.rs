//! A path that is being typed.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::workbench::files;

/// The text typed so far.
#[derive(Clone, Debug, Default)]
pub struct TypedPath {
    pub(super) text: String,
    /// The error of the path.
    pub(super) error: Option<String>,
    /// The existing file that the user was told would be replaced.
    pub(super) replaces: Option<PathBuf>,
    pub(super) completions: Vec<String>,
    /// Whether the field takes focus, since its path was chosen elsewhere.
    pub(super) takes_keyboard: bool,
    /// The same path in other folders; only for a path to write to.
    pub(super) elsewhere: Vec<String>,
    /// Whether the path is written to, and not opened.
    pub(super) writes: bool,
}

impl TypedPath {
    /// A path to open that starts with this text.
    pub(super) fn to_open(text: String, folder: &Path, endings: &[&str]) -> Self {
        let mut typed = Self { text, ..Self::default() };
        typed.changed(folder, endings);
        typed
    }

    /// A path to write to that starts with this text.
    pub(super) fn to_write(text: String, folder: &Path) -> Self {
        let elsewhere = files::in_folders(&text, folder);
        Self { text, elsewhere, writes: true, ..Self::default() }
    }

    /// After the text has changed: finds what it can be completed to.
    pub(super) fn changed(&mut self, folder: &Path, endings: &[&str]) {
        (self.error, self.replaces) = (None, None);
        self.completions = files::completions(&self.text, folder, endings);
        self.elsewhere = if self.writes { files::in_folders(&self.text, folder) } else { Vec::new() };
    }

    /// Takes a file of the list. The list stays.
    pub(super) fn choose_listed(&mut self, path: String) {
        (self.error, self.replaces) = (None, None);
        self.text = path;
    }

    /// The paths that a press leads to. While a name to write to begins none, these are the folders next to it.
    pub(super) fn listed(&self) -> &[String] {
        if self.completions.is_empty() { &self.elsewhere } else { &self.completions }
    }

    /// The name in the list: of the folder or the file that is chosen.
    pub(super) fn name_in_list<'a>(&self, path: &'a str) -> &'a str {
        let ends = |at: usize| path[..at].trim_end_matches('/').rfind('/').map_or(0, |slash| slash + 1);
        let end = match self.completions.is_empty() {
            true => path.rfind('/').map_or(path.len(), |slash| slash + 1),
            false => path.len(),
        };
        &path[ends(end)..end]
    }

    /// Takes a path that was chosen in the system's dialog. That has asked before replacing a file, if one is written.
    pub(super) fn choose(&mut self, path: &Path, saves: bool) {
        let replaces = (saves && files::is_there(path)).then(|| path.to_owned());
        let text = path.display().to_string();
        *self = Self { text, replaces, takes_keyboard: true, writes: saves, ..Self::default() };
    }

    /// The folder and the name, for the system's dialog; `folder` is that of short names.
    pub(super) fn begin(&self, folder: &Path) -> (PathBuf, String) {
        let Ok(path) = files::meant(&self.text, folder) else { return (folder.to_owned(), String::new()) };
        if self.text.trim_end().ends_with('/') {
            return (path, String::new());
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        (path.parent().unwrap_or(folder).to_owned(), name)
    }

    /// Whether the path has this ending.
    pub(super) fn ends_with(&self, ending: &str) -> bool {
        Path::new(&self.text).extension().is_some_and(|has| has.eq_ignore_ascii_case(ending))
    }

    /// The same path with another ending.
    pub(super) fn set_ending(&mut self, ending: &str) {
        self.text = Path::new(&self.text).with_extension(ending).display().to_string();
        (self.error, self.replaces) = (None, None);
    }

    /// Where the name without folder and ending is, in characters; the end if there is no name.
    pub(super) fn stem(&self) -> Range<usize> {
        let is_separator = |letter| letter == '/' || std::path::is_separator(letter);
        let start = self.text.rfind(is_separator).map_or(0, |at| at + 1);
        let name = &self.text[start..];
        let stem = name.rfind('.').filter(|dot| *dot > 0).unwrap_or(name.len());
        let before = self.text[..start].chars().count();
        before..before + name[..stem].chars().count()
    }

    /// The end of the text, in characters.
    pub(super) fn end(&self) -> Range<usize> {
        let end = self.text.chars().count();
        end..end
    }

    /// The path that the user means.
    pub(super) fn to_save(&self, folder: &Path, ending: &str) -> Result<PathBuf, String> {
        files::to_save(&self.text, folder, ending)
    }

    /// Whether writing there replaces nothing, only `own`, or a file that the user agreed to replace. Otherwise, shows
    /// that it would.
    pub(super) fn may_write(&mut self, path: &Path, own: Option<&Path>) -> bool {
        let may = own == Some(path) || self.replaces.as_deref() == Some(path) || !files::is_there(path);
        if !may {
            self.replaces = Some(path.to_owned());
        }
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dialog_of_the_system_begins_where_the_typed_path_is() {
        for (text, folder, name) in [
            ("/a/b/Welcome.ron", "/a/b", "Welcome.ron"),
            ("Welcome.ron", "/c", "Welcome.ron"),
            ("/a/b/", "/a/b/", ""),
            ("", "/c", ""),
        ] {
            let begun = TypedPath { text: text.to_owned(), ..TypedPath::default() }.begin(Path::new("/c"));
            assert_eq!(begun, (PathBuf::from(folder), name.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_list_names_what_is_chosen() {
        let name = |completions: &[&str], path| {
            let completions = completions.iter().map(|&path| path.to_owned()).collect();
            TypedPath { completions, ..TypedPath::default() }.name_in_list(path)
        };
        assert_eq!(name(&["/a/b.ron", "/a/c/"], "/a/b.ron"), "b.ron");
        assert_eq!(name(&["/a/b.ron", "/a/c/"], "/a/c/"), "c/");
        assert_eq!(name(&[], "/a/lists/spring.ron"), "lists/", "the folder that the file goes to");
        assert_eq!(name(&[], "lists/spring.ron"), "lists/");
    }

    #[test]
    fn the_stem_is_the_name_without_folder_and_ending() {
        for (text, stem) in [
            ("/zoë/Welcome.ron", "Welcome"),
            ("Welcome report.pdf", "Welcome report"),
            ("/a.b/Wélcome", "Wélcome"),
            ("/a.b/.hidden", ".hidden"),
            ("/a/Offer 1.5.xlsx", "Offer 1.5"),
            ("/zoë/", ""),
            ("", ""),
        ] {
            let typed = TypedPath { text: text.to_owned(), ..TypedPath::default() };
            let range = typed.stem();
            assert_eq!(text.chars().skip(range.start).take(range.len()).collect::<String>(), stem, "{text}");
        }
    }
}
