//! The user's own templates: saved, opened as copies, deleted.

use std::path::PathBuf;

use eframe::egui;

use super::app::App;
use super::pending::AfterSaving;
use crate::workbench::templates::{TemplateId, Templates};

impl App {
    /// Keeps the user's templates in this folder.
    pub fn keep_templates_in(&mut self, folder: PathBuf) {
        self.templates = Templates::at(folder);
    }

    pub(super) fn save_template(&mut self, name: &str) {
        self.close();
        match self.templates.save(name, &self.editor) {
            Ok(()) => self.toasts.tell(format!("Saved the template “{}”: it is shown with the samples", name.trim())),
            Err(why) => self.toasts.warn(format!("The template was not saved: {why}")),
        }
    }

    pub(super) fn open_template(&mut self, ctx: &egui::Context, id: &TemplateId) {
        match self.templates.open(id) {
            Ok(editor) => self.wish(ctx, AfterSaving::Replace(Box::new(editor))),
            Err(why) => {
                self.close();
                self.view.trouble = Some(why);
            }
        }
    }

    pub(super) fn delete_template(&mut self, id: &TemplateId) {
        match self.templates.delete(id) {
            Ok(name) => self.toasts.tell(format!("Deleted the template “{name}”")),
            Err(why) => self.toasts.warn(format!("The template was not deleted: {why}")),
        }
    }
}
