//! Does what panels and commands request.

use eframe::egui;

use super::app::App;
use crate::campaign::directory::List;
use crate::campaign::document::Campaign;
use crate::campaign::edit::{CanvasEdit, DirectoryEdit, Edit, RehearsalsEdit, SequencesEdit};
use crate::campaign::history::Grouping;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::selection::Selection;
use crate::campaign::uses::count_all;
use crate::ui::context::action::Action;
use crate::ui::context::first_control;
use crate::ui::context::view_state::{Overlay, RenameTarget, WindowMode};
use crate::ui::panels::directory::state::DirectoryPart;

impl App {
    /// Does one action that was requested.
    pub fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Edit(edit, grouping) => {
                self.edit(&edit, grouping);
            }
            Action::Select(selection) => self.view.selection = selection,
            Action::Reveal(selection) => self.reveal(selection),
            Action::BringIntoView => self.canvas.reveals = true,
            Action::Run(command) => self.run(ctx, command),
            Action::Show(overlay) => self.show_overlay(overlay),
            Action::ShowPart(part) => self.show_part(part),
            Action::FindText(text) => {
                self.panels.find.look_for(text);
                self.view.overlay = Overlay::Find;
            }
            Action::Close => self.close(),
            Action::FocusCanvas => self.canvas.takes_keyboard = true,
            Action::EditSettings => self.edit_settings(),
            Action::EditField(label) => {
                self.edit_settings();
                self.panels.inspector.enters = Some(label);
            }
            Action::OpenDirectory(list) => self.open_directory(list),
            Action::OpenMenu(menu) => self.bar.opens = Some(menu),
            Action::Name(naming) => self.name(naming),
            Action::ShowPopulation(shows) => self.view.shows_population = shows,
            Action::CloseTrouble => self.view.trouble = None,
            Action::Open(path) => self.open_or_import(ctx, &path),
            Action::OpenSample(place) => self.open_sample(ctx, place),
            Action::SaveTemplate(name) => self.save_template(&name),
            Action::OpenTemplate(id) => self.open_template(ctx, &id),
            Action::DeleteTemplate(id) => self.delete_template(&id),
            Action::Recover(wish) => self.recover(ctx, wish),
            Action::SaveTo(path) => self.save_chosen(ctx, &path),
            Action::BrowsePath(from) => self.browse(ctx, from),
            Action::ChoosePeople => self.ask_for_people(ctx),
            Action::ImportContacts(path) => self.import_from(&path),
            Action::ImportInto(path, into) => self.import_into(&path, into),
            Action::ExportPicture(path, choices) => self.export_picture(ctx, path, choices),
            Action::ExportReport(path, export, choices) => self.export_report(ctx, path, export, choices),
            Action::Answer(answer) => self.answer(ctx, answer),
            Action::StopWaiting { type_instead } => self.stop_waiting(type_instead),
            Action::StoryTimes(whose) => self.settings.story_times = whose,
            Action::ShowPeople(filter) => self.show_people(filter),
            Action::Runs(wish) => self.act_on_runs(ctx, wish),
            Action::TestPost(wish) => self.act_on_post_test(ctx, wish),
            Action::Preview(wish) => self.preview(ctx, wish),
            Action::EditText(item) => self.edit_text(ctx, item),
            Action::Rehearse(wish) => self.rehearse(wish),
            Action::Say(text) => self.toasts.tell(text),
            Action::Refuse(why) => self.toasts.warn(why),
        }
        ctx.request_repaint();
    }

    /// Applies an edit. A refusal is shown, and a deletion can be undone from its message.
    pub(super) fn edit(&mut self, edit: &Edit, grouping: Grouping) -> bool {
        let before = self.editor.history().state();
        let left = still_naming(self.editor.campaign(), edit);
        let renamed = renamed_rehearsal(self.editor.campaign(), edit);
        match self.editor.apply(edit, &self.view.selection, grouping) {
            Ok(selection) => {
                if let Some((place, was)) = renamed {
                    let name = &self.editor.campaign().rehearsals[place].name;
                    self.settings.live_moments.renamed(self.editor.path(), &was, name);
                }
                if let Edit::Sequences(SequencesEdit::Duplicate(from)) = edit {
                    self.canvas.views.copy(*from, selection.sequence);
                }
                self.view.selection = selection;
                let history = self.editor.history();
                if let Some(said) = history.undo_label().filter(|_| history.state() != before).and_then(deleted) {
                    self.toasts.tell_with_undo(said + &left, history.state());
                }
                true
            }
            Err(refused) => {
                self.toasts.warn(refused.to_string());
                false
            }
        }
    }

    /// Closes the overlay, and focuses the canvas.
    pub(super) fn close(&mut self) {
        self.view.overlay = Overlay::None;
        self.canvas.takes_keyboard = true;
    }

    /// Starts renaming something in place; `None` stops it. The field is drawn before the canvas, and takes focus. The
    /// canvas was to get focus after the click on a tab, but must not take it from the field.
    pub(super) fn name(&mut self, naming: Option<RenameTarget>) {
        self.canvas.takes_keyboard &= naming.is_none();
        self.view.naming = naming;
    }

    /// Shows the settings in Build mode, since other modes don't show them, and focuses the first one that is missing,
    /// else the name.
    pub(super) fn edit_settings(&mut self) {
        let selection = &self.view.selection;
        let sequence = self.editor.campaign().sequence_or_first(selection.sequence);
        let item = selection.single().and_then(|id| sequence.item(id));
        let directory = IndexedDirectory::new(&self.editor.campaign().directory);
        self.panels.inspector.enters = item.and_then(|item| first_control::of_missing(&item.kind, &directory));
        self.view.mode = WindowMode::Build;
        self.settings.inspector = true;
        self.panels.inspector.takes_keyboard = true;
        // What led here, a menu or the list of commands, may have wanted the canvas to have focus.
        self.canvas.takes_keyboard = false;
    }

    pub(super) fn open_directory(&mut self, list: Option<List>) {
        self.panels.directory.part = list.map_or(DirectoryPart::Campaign, DirectoryPart::Entries);
        self.view.overlay = Overlay::Directory;
    }

    fn reveal(&mut self, selection: Selection) {
        self.view.selection = selection;
        self.canvas.reveals = true;
    }

    pub(super) fn canvas_edit(&mut self, edit: CanvasEdit) {
        self.edit(&Edit::Canvas(self.view.selection.sequence, edit), Grouping::Alone);
    }

    pub(super) fn undo(&mut self) {
        if let Some(selection) = self.editor.undo() {
            self.after_history(selection);
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(selection) = self.editor.redo() {
            self.after_history(selection);
        }
    }

    /// Scrolls to the selection after undo or redo.
    fn after_history(&mut self, selection: Selection) {
        self.view.naming = None;
        self.reveal(selection);
    }
}

/// The index and the old name of the rehearsal that an edit renames.
fn renamed_rehearsal(campaign: &Campaign, edit: &Edit) -> Option<(usize, String)> {
    let Edit::Rehearsals(RehearsalsEdit::Rename(place, _)) = edit else { return None };
    campaign.rehearsals.get(*place).map(|was| (*place, was.name.clone()))
}

/// The addition to a deletion's message: the entry is still in use, or something else was deleted with it.
fn still_naming(campaign: &Campaign, edit: &Edit) -> String {
    if let Edit::Sequences(SequencesEdit::Remove(id)) = edit {
        return match campaign.rehearsals_of(*id).count() {
            0 => String::new(),
            1 => " and its rehearsal".to_owned(),
            many => format!(" and its {many} rehearsals"),
        };
    }
    let Edit::Directory(DirectoryEdit::Remove(list, place)) = edit else { return String::new() };
    match count_all(campaign).of(*list).get(*place) {
        None | Some(0) => String::new(),
        Some(1) => "; 1 place still names it and no longer works".to_owned(),
        Some(many) => format!("; {many} places still name it and no longer work"),
    }
}

/// The message for a step that deleted something: “Deleted 3 items”.
fn deleted(label: &str) -> Option<String> {
    let (verb, rest) = label.split_once(' ')?;
    let done = match verb {
        "Delete" => "Deleted",
        "Remove" => "Removed",
        _ => return None,
    };
    Some(format!("{done} {rest}"))
}
