//! The campaign's file: new, open, save, close, and the question before changes are lost.

use std::path::{Path, PathBuf};

use eframe::egui::{self, ViewportCommand};

use super::app::App;
use super::pending::{AfterSaving, Replaces};
use super::picker::{PathPurpose, PickedPath};
use super::presentation;
use crate::ui::context::action::{Action, BrowsedPath, UnsavedChoice};
use crate::ui::context::command::Command;
use crate::ui::context::view_state::Overlay;
use crate::workbench::editor::{Editor, Over};
use crate::workbench::{files, samples};

impl App {
    pub(super) fn new_campaign(&mut self, ctx: &egui::Context) {
        self.wish(ctx, AfterSaving::New);
    }

    pub(super) fn open_sample(&mut self, ctx: &egui::Context, place: usize) {
        if let Some(campaign) = samples::SAMPLES.get(place).and_then(samples::Sample::campaign) {
            self.wish(ctx, AfterSaving::Replace(Box::new(Editor::of(campaign))));
        }
    }

    pub(super) fn open_recent(&mut self, ctx: &egui::Context, place: usize) {
        let Some(path) = self.settings.recent.get(place).cloned() else { return };
        if files::is_there(&path) {
            self.open(ctx, &path);
        } else {
            self.settings.recent.remove(place);
            self.toasts.warn(format!("{} no longer exists, so it is no longer listed.", path.display()));
        }
    }

    pub(super) fn ask_to_open(&mut self, ctx: &egui::Context) {
        let folder = files::usual_folder(self.editor.path());
        if !self.picker.ask(ctx, PathPurpose::Open, folder, String::new()) {
            self.view.overlay = Overlay::OpenPath;
        }
    }

    pub(super) fn save(&mut self, ctx: &egui::Context) {
        match self.editor.path().map(Path::to_owned) {
            Some(_) if self.editor.has_comments() => self.view.overlay = Overlay::Comments,
            Some(path) => self.save_to(ctx, &path, Over::Known),
            None => self.ask_to_save(ctx),
        }
    }

    pub(super) fn ask_to_save(&mut self, ctx: &egui::Context) {
        let folder = files::usual_folder(self.editor.path());
        let name = files::proposed_name(&self.editor.campaign().name, files::CAMPAIGN);
        self.view.overlay = Overlay::None;
        if !self.picker.ask(ctx, PathPurpose::Save, folder, name) {
            self.view.overlay = Overlay::SavePath;
        }
    }

    /// Saves to a file that the user has chosen: its own file if it is unchanged, or another one that the user agreed
    /// to replace.
    pub(super) fn save_chosen(&mut self, ctx: &egui::Context, path: &Path) {
        let is_own = self.editor.path() == Some(files::absolute(path).as_path());
        self.save_to(ctx, path, if is_own { Over::Known } else { Over::Anything });
    }

    /// Saves, and continues with what waited for the save.
    pub(super) fn save_to(&mut self, ctx: &egui::Context, path: &Path, over: Over) {
        let path = files::absolute(path);
        let before = self.editor.path().map(Path::to_owned);
        match self.editor.save(&path, over) {
            Ok(()) => {
                self.settings.live_moments.saved(before.as_deref(), &path);
                self.view.trouble = None;
                self.close();
                self.toasts.tell(format!("Saved {}", path.display()));
                self.remember(path);
                if let Some(wish) = self.wish.take() {
                    self.fulfil(ctx, wish);
                }
            }
            // What waits for the save keeps waiting, since the user may decide to save over the file.
            Err(error) if error.is_changed_outside() => self.view.overlay = Overlay::ChangedOutside,
            Err(error) => {
                self.wish = None;
                self.view.trouble = Some(error.to_string());
                self.view.overlay = Overlay::None;
            }
        }
    }

    /// Opens the campaign's file again. Unsaved changes are discarded: the user has agreed.
    pub(super) fn reopen(&mut self, ctx: &egui::Context) {
        self.wish = None;
        let Some(path) = self.editor.path().map(Path::to_owned) else { return };
        self.begin_to_open(ctx, &path, Replaces::Agreed);
    }

    /// Checks whether the file was changed elsewhere, whenever the window gets focus.
    pub(super) fn notice_changes_outside(&mut self, ctx: &egui::Context) {
        let is_turned_to = ctx.input(|input| input.events.contains(&egui::Event::WindowFocused(true)));
        // The user is told once, and not over another question.
        if !is_turned_to || self.view.overlay.is_modal() || !self.editor.notices_change_outside() {
            return;
        }
        let Some(path) = self.editor.path() else { return };
        if self.editor.is_unsaved() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let what = "Saving asks before replacing it.";
            self.toasts.warn(format!("{name} was changed outside this window. {what}"));
        } else {
            self.view.overlay = Overlay::ChangedOutside;
        }
    }

    pub(super) fn quit(&mut self, ctx: &egui::Context) {
        self.wish(ctx, AfterSaving::Quit);
    }

    /// Asks before something that would lose unsaved changes.
    pub(super) fn wish(&mut self, ctx: &egui::Context, wish: AfterSaving) {
        if self.editor.is_unsaved() {
            self.wish = Some(wish);
            self.view.overlay = Overlay::Unsaved;
        } else {
            self.fulfil(ctx, wish);
        }
    }

    pub(super) fn fulfil(&mut self, ctx: &egui::Context, wish: AfterSaving) {
        match wish {
            AfterSaving::New => {
                self.replace(Editor::new(self.my_zone.name()));
                self.view.overlay = Overlay::None;
                let place = self.my_zone.place();
                self.toasts.note(format!("The new campaign is in the time zone of this computer, {place}"));
            }
            AfterSaving::Replace(editor) => {
                let path = editor.path().map(Path::to_owned);
                self.replace(*editor);
                self.view.overlay = Overlay::None;
                if let Some(path) = path {
                    self.remember(path);
                }
            }
            AfterSaving::Recover(editor, file) => {
                self.replace(*editor);
                self.adopt_copy(&file);
                self.view.overlay = Overlay::None;
            }
            AfterSaving::Quit => {
                self.may_close = true;
                self.finish_copies();
                // Presenting ends first, so that the window's state before it is saved.
                if self.view.presenting {
                    self.present(ctx);
                }
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    pub(super) fn answer(&mut self, ctx: &egui::Context, answer: UnsavedChoice) {
        self.view.overlay = Overlay::None;
        match answer {
            UnsavedChoice::Save => self.save(ctx),
            UnsavedChoice::DontSave => {
                if let Some(wish) = self.wish.take() {
                    self.fulfil(ctx, wish);
                }
            }
            UnsavedChoice::SaveOver => {
                if let Some(path) = self.editor.path().map(Path::to_owned) {
                    self.save_to(ctx, &path, Over::Anything);
                }
            }
            UnsavedChoice::Reopen => self.reopen(ctx),
            UnsavedChoice::Cancel => {
                self.wish = None;
                self.canvas.takes_keyboard = true;
            }
        }
    }

    /// Takes the answer of the system's dialog, if there is one.
    pub(super) fn take_picked(&mut self, ctx: &egui::Context) {
        match self.picker.poll(ctx) {
            None => {}
            Some(PickedPath::Path(PathPurpose::Open, path)) => self.open_or_import(ctx, &path),
            Some(PickedPath::Path(PathPurpose::Save, path)) => self.save_picked(ctx, path),
            Some(PickedPath::Path(PathPurpose::People, path)) => self.import_from(&path),
            Some(PickedPath::Path(PathPurpose::FieldToOpen, path)) => self.panels.dialogs.choose_path(&path, false),
            Some(PickedPath::Path(PathPurpose::FieldToSave, path)) => self.panels.dialogs.choose_path(&path, true),
            // The field is still there, and so is what waits for it.
            Some(PickedPath::Cancelled(PathPurpose::FieldToOpen | PathPurpose::FieldToSave)) => {}
            Some(PickedPath::Cancelled(_)) => self.wish = None,
            Some(PickedPath::NoDialog(purpose)) => self.type_path(purpose),
        }
        self.view.awaits_path = self.picker.is_waiting();
        self.view.has_file_dialog = self.picker.has_dialog();
    }

    /// Saves to a path from the system's dialog, which asks before replacing a file, but adds no ending.
    fn save_picked(&mut self, ctx: &egui::Context, path: PathBuf) {
        let with_ending = path.with_extension(files::CAMPAIGN);
        match path.extension() {
            None if files::is_there(&with_ending) => {
                self.toasts.warn(format!("{} already exists.", with_ending.display()));
                self.type_path(PathPurpose::Save);
            }
            None => self.save_chosen(ctx, &with_ending),
            Some(_) => self.save_chosen(ctx, &path),
        }
    }

    pub(super) fn stop_waiting(&mut self, type_instead: bool) {
        match self.picker.stop() {
            Some(purpose) if type_instead => self.type_path(purpose),
            _ => self.wish = None,
        }
    }

    pub(super) fn type_path(&mut self, purpose: PathPurpose) {
        match purpose {
            PathPurpose::Open => self.view.overlay = Overlay::OpenPath,
            PathPurpose::Save => self.view.overlay = Overlay::SavePath,
            PathPurpose::People => self.view.overlay = Overlay::ContactsPath,
            PathPurpose::FieldToOpen | PathPurpose::FieldToSave => {
                self.toasts.warn("The system’s file dialog doesn’t open here. Type the path.".to_owned());
            }
        }
    }

    /// Opens the system's dialog for the path in the field of the open dialog.
    pub(super) fn browse(&mut self, ctx: &egui::Context, BrowsedPath { folder, name, saves }: BrowsedPath) {
        let purpose = if saves { PathPurpose::FieldToSave } else { PathPurpose::FieldToOpen };
        if !self.picker.ask(ctx, purpose, folder, name) {
            self.type_path(purpose);
        }
    }

    /// Asks before closing with unsaved changes, after a text that is being edited was sent.
    pub(super) fn guard_closing(&mut self, ctx: &egui::Context) -> Option<Action> {
        let closes = ctx.input(|input| input.viewport().close_requested());
        if !closes || self.may_close || !self.editor.is_unsaved() && !ctx.text_edit_focused() {
            return None;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        super::shortcuts::leave_text(ctx);
        Some(Action::Run(Command::Quit))
    }

    /// Sets the window's title when it changes.
    pub(super) fn keep_title(&mut self, ctx: &egui::Context) {
        let mark = if self.editor.is_unsaved() { " •" } else { "" };
        let title = format!("{}{mark} – Dripline", self.editor.campaign().name);
        if self.title != title {
            self.title = title;
            ctx.send_viewport_cmd(ViewportCommand::Title(self.title.clone()));
        }
    }

    /// Starts or ends presenting: full screen, only the canvas, fitted to the sequence until the user pans or zooms.
    /// Afterwards the view is restored.
    pub(super) fn present(&mut self, ctx: &egui::Context) {
        self.view.presenting = !self.view.presenting;
        self.canvas.takes_keyboard = true;
        let presenting = self.view.presenting;
        if presenting {
            self.was_fullscreen = ctx.input(|input| input.viewport().fullscreen.unwrap_or_default());
            self.seen_before = Some(self.canvas.views.fit_all());
        } else if let Some(seen) = self.seen_before.take() {
            self.canvas.views.restore(seen);
        }
        self.pressed = match presenting {
            true => presentation::PressedKeys::beginning(ctx),
            false => presentation::PressedKeys::default(),
        };
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(presenting || self.was_fullscreen));
    }
}
