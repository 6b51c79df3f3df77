//! Importing contacts: the question for a file, and the rehearsal that takes its contacts.

use std::path::Path;

use eframe::egui;

use super::app::App;
use super::picker::PathPurpose;
use crate::campaign::edit::{Edit, RehearsalsEdit};
use crate::campaign::history::Grouping;
use crate::campaign::rehearsal::{People, Rehearsal};
use crate::campaign::text::free_name;
use crate::ui::context::action::ImportInto;
use crate::ui::context::parts::WindowPart;
use crate::ui::context::view_state::Overlay;
use crate::ui::panels::population::chosen;
use crate::workbench::files;

impl App {
    /// Asks for a contacts file. Nothing changes until one is chosen.
    pub(super) fn import_contacts(&mut self, ctx: &egui::Context) {
        self.view.overlay = Overlay::None;
        self.ask_for_people(ctx);
    }

    /// Opens the system's dialog for a contacts file; without one, the path is typed.
    pub(super) fn ask_for_people(&mut self, ctx: &egui::Context) {
        let folder = self.settings.contacts_folder(self.editor.path());
        if !self.picker.ask(ctx, PathPurpose::People, folder, String::new()) {
            self.type_path(PathPurpose::People);
        }
    }

    /// Imports a contacts file. If the current rehearsal has contacts that the user has chosen or typed, the user is
    /// asked first which rehearsal takes them.
    pub(super) fn import_from(&mut self, path: &Path) {
        let path = files::absolute(path);
        self.close();
        self.show_part(WindowPart::Contacts);
        self.settings.contacts_folder = path.parent().map(Path::to_owned);
        let current = self.current_rehearsal();
        match &current.people {
            People::File(file) if *file == self.named(&path) => self.read_contacts_again(),
            people if is_of_user(people) => self.view.overlay = Overlay::ReplaceContacts(path),
            People::Generated { .. } | People::File(_) | People::People(_) => {
                self.import_into(&path, ImportInto::Current);
            }
        }
    }

    /// Lets a rehearsal take its contacts from a file.
    pub(super) fn import_into(&mut self, path: &Path, into: ImportInto) {
        self.close();
        let people = People::File(self.named(path));
        match into {
            ImportInto::Current => {
                let (campaign, sequence) = (self.editor.campaign(), self.view.selection.sequence);
                if let Some(edit) = chosen::with_people(campaign, sequence, &self.rehearsing, people) {
                    self.edit(&edit, Grouping::Alone);
                }
            }
            ImportInto::New => {
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                let name = if name.trim().is_empty() { "Rehearsal" } else { name.trim() };
                let campaign = self.editor.campaign();
                let name = free_name(name, " ", |name| campaign.rehearsal(name).is_some());
                let new = Rehearsal { name: name.clone(), people, ..self.current_rehearsal() };
                if self.edit(&Edit::Rehearsals(RehearsalsEdit::Add(new)), Grouping::Alone) {
                    self.rehearsing.choose_new(self.view.selection.sequence, &name);
                }
            }
        }
    }

    /// Reads the file of the current rehearsal again.
    fn read_contacts_again(&mut self) {
        self.rehearsing.again();
        self.panels.population.file_may_have_changed();
    }

    fn current_rehearsal(&self) -> Rehearsal {
        let sequence = self.view.selection.sequence;
        chosen::looked_at(self.editor.campaign(), sequence, &self.rehearsing).rehearsal.into_owned()
    }

    /// The path as the campaign stores it.
    fn named(&self, path: &Path) -> String {
        files::named_from(self.editor.path(), path)
    }

    /// Opens the first file that was dropped onto the window, or imports its contacts.
    pub(super) fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.open_or_import(ctx, &path);
        }
    }

    /// Opens a campaign file, or imports the contacts of a contacts file.
    pub(super) fn open_or_import(&mut self, ctx: &egui::Context, path: &Path) {
        match files::is_of_contacts(path) {
            true => self.import_from(path),
            false => self.open(ctx, path),
        }
    }
}

/// Whether the user has chosen or typed these contacts, so that replacing them must be asked.
fn is_of_user(people: &People) -> bool {
    match people {
        People::Generated { .. } => false,
        People::File(path) => !path.is_empty(),
        People::People(people) => people.iter().any(|person| !person.0.is_empty()),
    }
}
