//! The user's own templates: campaigns in a folder of the program, opened as copies, like samples.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::People;
use crate::storage::campaign_file;
use crate::storage::endings;

use super::editor::Editor;
use super::files;

/// Largest file, in bytes, that is read for the list. Larger ones are listed by the names of their files.
const LARGEST: u64 = 2 << 20;

/// Which template it is: its file. An index would mean another one once the list is read again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TemplateId(PathBuf);

/// A template of the user.
#[derive(Clone, Debug)]
pub struct Template {
    /// The name of the template: that of its campaign.
    pub name: String,
    /// The campaign; `None` if it can't be read, or is too large to be read for the list.
    pub campaign: Option<Arc<Campaign>>,
    /// Which template it is.
    pub id: TemplateId,
    /// The length of the file and when it was last changed.
    version: (u64, Option<SystemTime>),
}

/// The templates in a folder.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    folder: Option<PathBuf>,
    listed: Vec<Template>,
    /// Counts how often the list was read.
    number: u64,
}

impl Templates {
    /// The templates in this folder, which is made when the first one is saved.
    pub fn at(folder: PathBuf) -> Self {
        let mut templates = Self { folder: Some(folder), ..Self::default() };
        templates.refresh();
        templates
    }

    /// The templates by name, as they were when the list was last read.
    pub fn listed(&self) -> &[Template] {
        &self.listed
    }

    /// A number that changes when the list may have changed.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Reads the folder again. Unchanged files are not read again.
    pub fn refresh(&mut self) {
        self.number += 1;
        let before = std::mem::take(&mut self.listed);
        let entries = self.folder.as_deref().and_then(|folder| std::fs::read_dir(folder).ok());
        let paths = entries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        self.listed = paths
            .filter(|path| endings::is_of_campaign(path))
            .filter_map(|path| {
                let about = std::fs::metadata(&path).ok().filter(Metadata::is_file)?;
                let version = (about.len(), about.modified().ok());
                let known = before.iter().find(|known| known.id.0 == path && known.version == version);
                Some(known.cloned().unwrap_or_else(|| Template::of(path, version)))
            })
            .collect();
        self.listed.sort_by_cached_key(|template| (template.name.to_lowercase(), template.id.0.clone()));
    }

    /// Whether a template of this name would replace another.
    pub fn has(&self, name: &str) -> bool {
        self.path_of(name).is_some_and(|path| files::is_there(&path))
    }

    /// Saves the open campaign as a template of this name, and replaces an earlier one.
    ///
    /// # Errors
    /// If there is no folder for templates, or the file can't be written.
    pub fn save(&mut self, name: &str, editor: &Editor) -> Result<(), String> {
        let (folder, path) =
            self.folder.clone().zip(self.path_of(name)).ok_or("this computer has no folder for templates")?;
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut campaign = editor.campaign().clone();
        campaign.name = name.trim().to_owned();
        name_lists_fully(&mut campaign, editor.path());
        campaign_file::save(&path, &campaign).map_err(|error| error.to_string())?;
        self.refresh();
        Ok(())
    }

    /// Opens a copy of a template.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn open(&self, id: &TemplateId) -> Result<Editor, String> {
        let template = self.template(id)?;
        let campaign = match &template.campaign {
            Some(campaign) => Campaign::clone(campaign),
            None => Editor::open(&template.id.0).map_err(|error| error.to_string())?.campaign().clone(),
        };
        Ok(Editor::of(campaign))
    }

    /// Deletes a template. Returns its name.
    ///
    /// # Errors
    /// If the file can't be deleted.
    pub fn delete(&mut self, id: &TemplateId) -> Result<String, String> {
        let (name, TemplateId(path)) = (self.template(id)?.name.clone(), id);
        std::fs::remove_file(path).map_err(|error| format!("{}: {error}", path.display()))?;
        self.refresh();
        Ok(name)
    }

    fn template(&self, id: &TemplateId) -> Result<&Template, String> {
        let found = self.listed.iter().find(|template| template.id == *id);
        found.ok_or_else(|| "this template no longer exists".to_owned())
    }

    /// The file of a template of this name: an existing one with any ending of a campaign, or a new one.
    fn path_of(&self, name: &str) -> Option<PathBuf> {
        let folder = self.folder.as_deref()?;
        let mut paths = files::CAMPAIGNS.iter().map(|ending| folder.join(files::proposed_name(name, ending)));
        let existing = paths.clone().find(|path| files::is_there(path));
        existing.or_else(|| paths.next())
    }
}

impl Template {
    fn of(path: PathBuf, version: (u64, Option<SystemTime>)) -> Self {
        let is_small = version.0 <= LARGEST;
        let read = is_small.then(|| campaign_file::read(&path).ok()).flatten();
        let campaign = read.map(|loaded| Arc::new(loaded.campaign));
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = campaign.as_ref().map(|campaign| campaign.name.clone()).filter(|name| !name.trim().is_empty());
        Self { name: name.unwrap_or(stem), campaign, id: TemplateId(path), version }
    }
}

/// Names contacts files by their full paths: a copy of the template has no folder of its own.
fn name_lists_fully(campaign: &mut Campaign, file: Option<&Path>) {
    let folder = file.and_then(Path::parent).unwrap_or(Path::new(""));
    for rehearsal in &mut campaign.rehearsals {
        if let People::File(path) = &mut rehearsal.people
            && !path.is_empty()
        {
            *path = files::absolute(&folder.join(&*path)).display().to_string();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::samples;

    #[test]
    fn a_template_is_listed_replaced_opened_as_a_copy_and_deleted() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut templates = Templates::at(folder.path().join("templates"));
        assert!(templates.listed().is_empty() && !templates.has("My / pattern"));
        let editor = Editor::of(samples::first());
        templates.save(" My / pattern ", &editor).expect("saved");
        assert!(templates.has("My / pattern"));
        templates.save("My / pattern", &editor).expect("replaced");
        assert_eq!(templates.listed().len(), 1, "its backups are not listed");
        assert_eq!(templates.listed()[0].name, "My / pattern");
        let id = templates.listed()[0].id.clone();
        let copy = templates.open(&id).expect("a copy");
        assert_eq!((copy.path(), copy.campaign().name.as_str()), (None, "My / pattern"));
        assert_eq!(copy.campaign().sequences, editor.campaign().sequences);
        assert_eq!(templates.delete(&id), Ok("My / pattern".to_owned()));
        assert!(templates.listed().is_empty() && templates.open(&id).is_err());
    }

    #[test]
    fn a_template_is_the_same_one_after_the_list_has_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut templates = Templates::at(folder.path().to_owned());
        let editor = Editor::of(samples::first());
        templates.save("Second", &editor).expect("saved");
        let second = templates.listed()[0].id.clone();
        templates.save("First", &editor).expect("saved");
        assert_eq!(templates.listed()[0].name, "First");
        assert_eq!(templates.open(&second).expect("a copy").campaign().name, "Second");
        assert_eq!(templates.delete(&second), Ok("Second".to_owned()));
        assert!(templates.delete(&second).is_err() && templates.has("First"), "nothing else is deleted");
    }

    #[test]
    fn a_damaged_template_is_listed_and_says_why_it_does_not_open() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("broken.ron"), "Campaign(").expect("a file");
        let templates = Templates::at(folder.path().to_owned());
        assert_eq!(templates.listed()[0].name, "broken");
        assert!(templates.open(&templates.listed()[0].id).is_err_and(|why| why.contains("broken.ron:1:")));
    }

    #[test]
    fn a_template_with_the_older_ending_is_replaced_and_not_doubled() {
        let folder = tempfile::tempdir().expect("a folder");
        let older = folder.path().join("Spring.ron");
        campaign_file::save(&older, &samples::first()).expect("a file");
        let mut templates = Templates::at(folder.path().to_owned());
        assert!(templates.has("Spring") && !templates.has("Summer"));
        templates.save("Spring", &Editor::of(samples::first())).expect("replaced");
        templates.save("Summer", &Editor::of(samples::first())).expect("saved");
        let names: Vec<_> = templates.listed().iter().map(|template| template.name.as_str()).collect();
        assert_eq!(names, ["Spring", "Summer"]);
        assert!(older.is_file() && folder.path().join("Summer.dripline").is_file());
    }

    #[test]
    fn the_contacts_file_of_a_template_is_found_from_anywhere() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut campaign = samples::first();
        campaign.rehearsals[0].people = People::File("lists/a.csv".to_owned());
        let path = folder.path().join("spring.ron");
        campaign_file::save(&path, &campaign).expect("a file");
        let mut templates = Templates::at(folder.path().join("templates"));
        templates.save("Spring", &Editor::open(&path).expect("a campaign")).expect("saved");
        let copy = templates.open(&templates.listed()[0].id).expect("a copy");
        let full = folder.path().join("lists/a.csv").display().to_string();
        assert_eq!(copy.campaign().rehearsals[0].people, People::File(full));
    }

    #[test]
    fn without_a_folder_nothing_is_saved() {
        let mut templates = Templates::default();
        assert!(templates.save("x", &Editor::new("UTC")).is_err_and(|why| why.contains("no folder")));
        assert!(!templates.has("x"));
    }
}
