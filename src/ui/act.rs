//! Doing what panels and commands ask for.

use std::path::Path;

use eframe::egui;

use crate::campaign::edit::{CanvasEdit, Edit, SequencesEdit};
use crate::campaign::history::Grouping;
use crate::campaign::selection::Selection;
use crate::workbench::editor::Editor;

use super::action::Action;
use super::app::App;
use super::command::Command;
use super::settings::ThemeChoice;
use super::view_state::{Left, Overlay};

impl App {
    /// Does one thing.
    pub fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Edit(edit, grouping) => self.edit(&edit, grouping),
            Action::Select(selection) => self.view.selection = selection,
            Action::Reveal(selection) => {
                self.view.selection = selection;
                self.view.reveal = true;
            }
            Action::Run(command) => self.run(ctx, command),
            Action::Open(path) => self.open(&path),
            Action::SaveTo(path) => self.save_to(&path),
            Action::Say(text) => self.toasts.say(ctx, text),
        }
        ctx.request_repaint();
    }

    fn edit(&mut self, edit: &Edit, grouping: Grouping) {
        match self.editor.apply(edit, &self.view.selection, grouping) {
            Ok(selection) => self.view.selection = selection,
            Err(refused) => self.toasts.warn(refused.to_string()),
        }
    }

    fn open(&mut self, path: &Path) {
        match Editor::open(path) {
            Ok(editor) => {
                self.replace(editor);
                self.remember(path.to_owned());
                self.view.overlay = Overlay::None;
            }
            Err(error) => self.toasts.warn(error.to_string()),
        }
    }

    fn save_to(&mut self, path: &Path) {
        match self.editor.save(path) {
            Ok(()) => {
                self.remember(path.to_owned());
                self.toasts.tell(format!("Saved {}", path.display()));
            }
            Err(error) => self.toasts.warn(error.to_string()),
        }
    }

    fn canvas_edit(&mut self, edit: CanvasEdit) {
        self.edit(&Edit::Canvas(self.view.selection.sequence, edit), Grouping::Alone);
    }

    fn run(&mut self, ctx: &egui::Context, command: Command) {
        let place = self.view.selection.sequence;
        match command {
            Command::New => self.replace(Editor::new(&self.time_zone.clone())),
            Command::Open => self.view.overlay = Overlay::OpenPath,
            Command::Gallery => self.view.overlay = Overlay::Gallery,
            Command::Save => match self.editor.path().map(Path::to_owned) {
                Some(path) => self.save_to(&path),
                None => self.view.overlay = Overlay::SavePath,
            },
            Command::SaveAs => self.view.overlay = Overlay::SavePath,
            Command::Export => self.view.overlay = Overlay::Export,
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Undo => {
                if let Some(selection) = self.editor.undo() {
                    self.view.selection = selection;
                }
            }
            Command::Redo => {
                if let Some(selection) = self.editor.redo() {
                    self.view.selection = selection;
                }
            }
            Command::Delete => match self.view.selection.link {
                Some(link) => {
                    self.view.selection.link = None;
                    self.canvas_edit(CanvasEdit::Disconnect(link));
                }
                None => self.canvas_edit(CanvasEdit::Remove(self.view.selection.ids.iter().copied().collect())),
            },
            Command::SelectAll => {
                let sequence = &self.editor.campaign().sequences[place];
                let ids = sequence.items.iter().map(|item| item.id);
                let ids = ids.chain(sequence.notes.iter().map(|note| note.id));
                self.view.selection = Selection::of(place, ids.chain(sequence.frames.iter().map(|frame| frame.id)));
            }
            Command::MarkReady | Command::MarkDraft => {
                let ids = self.view.selection.ids.iter().copied().collect();
                self.canvas_edit(CanvasEdit::MarkReady(ids, command == Command::MarkReady));
            }
            Command::NewSequence => {
                let campaign = self.editor.campaign();
                let free = |name: &String| campaign.sequences.iter().all(|sequence| sequence.name != *name);
                let name = (1..).map(|n| format!("Sequence {n}")).find(free).unwrap_or_default();
                self.edit(&Edit::Sequences(SequencesEdit::Add(name)), Grouping::Alone);
            }
            Command::Find => self.view.overlay = Overlay::Find,
            Command::Commands => self.view.overlay = Overlay::Commands,
            Command::Directory => self.view.overlay = Overlay::Directory,
            Command::Rules => self.view.overlay = Overlay::Rules(None),
            Command::Keys => self.view.overlay = Overlay::Keys,
            Command::About => self.view.overlay = Overlay::About,
            Command::ShowLeft => self.settings.left = !self.settings.left,
            Command::ShowPalette => (self.settings.left, self.view.left) = (true, Left::Palette),
            Command::ShowOutline => {
                (self.settings.left, self.view.left) = (true, Left::Outline);
                self.view.outline.take_keyboard();
            }
            Command::ShowInspector => self.settings.inspector = !self.settings.inspector,
            Command::ShowProblems => self.settings.problems = !self.settings.problems,
            Command::ShowMinimap => self.settings.minimap = !self.settings.minimap,
            Command::Snap => self.settings.snap = !self.settings.snap,
            Command::Light => self.settings.theme = ThemeChoice::Light,
            Command::Dark => self.settings.theme = ThemeChoice::Dark,
            Command::System => self.settings.theme = ThemeChoice::System,
            Command::Present => self.view.presenting = !self.view.presenting,
            _ => {}
        }
    }
}
