//! A path while it is typed.

use std::path::{Path, PathBuf};

use crate::workbench::files;

/// What was typed so far.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub(super) text: String,
    /// What is wrong with it.
    pub(super) error: Option<String>,
    /// There is a file at this path already, and the person was told.
    pub(super) replaces: Option<PathBuf>,
    pub(super) completions: Vec<String>,
}

impl Typed {
    /// Begins with this text.
    pub(super) fn new(text: String, completions: Vec<String>) -> Self {
        Self { text, completions, ..Self::default() }
    }

    /// Whether the path ends so.
    pub(super) fn ends_with(&self, ending: &str) -> bool {
        Path::new(&self.text).extension().is_some_and(|has| has.eq_ignore_ascii_case(ending))
    }

    /// The same path with another ending.
    pub(super) fn set_ending(&mut self, ending: &str) {
        self.text = Path::new(&self.text).with_extension(ending).display().to_string();
        (self.error, self.replaces) = (None, None);
    }

    /// The path that is meant.
    pub(super) fn to_save(&self, folder: &Path, ending: &str) -> Result<PathBuf, String> {
        files::to_save(&self.text, folder, ending)
    }

    /// Whether nothing is replaced by writing there, but what is `own`, or the person agreed to; otherwise
    /// it is told.
    pub(super) fn may_write(&mut self, path: &Path, own: Option<&Path>) -> bool {
        let may = own == Some(path) || self.replaces.as_deref() == Some(path) || !files::is_there(path);
        if !may {
            self.replaces = Some(path.to_owned());
        }
        may
    }
}
