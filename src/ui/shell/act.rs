//! Doing what panels and commands ask for.

use eframe::egui;

use super::app::App;
use crate::campaign::document::Campaign;
use crate::campaign::edit::{CanvasEdit, DirectoryEdit, Edit, SequencesEdit};
use crate::campaign::history::Grouping;
use crate::campaign::selection::Selection;
use crate::campaign::text::numbered_name;
use crate::campaign::uses::count_all;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::settings::{DateOrder, ThemeChoice, WeekStart};
use crate::ui::context::view_state::{Left, Naming, Overlay};

impl App {
    /// Does one thing.
    pub fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Edit(edit, grouping) => {
                self.edit(&edit, grouping);
            }
            Action::Select(selection) => self.view.selection = selection,
            Action::Reveal(selection) => self.reveal(selection),
            Action::Run(command) => self.run(ctx, command),
            Action::Open(path) => self.open(ctx, &path),
            Action::OpenSample(place) => self.open_sample(ctx, place),
            Action::Recover(wish) => self.recover(ctx, wish),
            Action::SaveTo(path) => self.save_chosen(ctx, &path),
            Action::ChoosePeople => self.ask_for_people(ctx),
            Action::ExportPicture(path, options) => self.export_picture(ctx, path, options),
            Action::ExportReport(path, export, choices) => self.export_report(ctx, path, export, choices),
            Action::Answer(answer) => self.answer(ctx, answer),
            Action::StopWaiting { type_instead } => self.stop_waiting(type_instead),
            Action::Runs(wish) => self.act_on_runs(ctx, wish),
            Action::TestPost(wish) => self.act_on_post_test(ctx, wish),
            Action::Rehearse(wish) => self.rehearse(wish),
            Action::Say(text) => self.toasts.tell(text),
            Action::Show(overlay) => self.view.overlay = overlay,
        }
        ctx.request_repaint();
    }

    /// Applies an edit; what is refused is said, and what was deleted can be brought back from its toast.
    pub(super) fn edit(&mut self, edit: &Edit, grouping: Grouping) -> bool {
        let before = self.editor.history().state();
        let left = still_naming(self.editor.campaign(), edit);
        match self.editor.apply(edit, &self.view.selection, grouping) {
            Ok(selection) => {
                if let Edit::Sequences(SequencesEdit::Duplicate(from)) = edit
                    && let Some(camera) = self.view.cameras.get(from).copied()
                {
                    self.view.cameras.insert(selection.sequence, camera);
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

    fn reveal(&mut self, selection: Selection) {
        self.view.selection = selection;
        self.view.reveal = true;
    }

    pub(super) fn canvas_edit(&mut self, edit: CanvasEdit) {
        self.edit(&Edit::Canvas(self.view.selection.sequence, edit), Grouping::Alone);
    }

    fn undo(&mut self) {
        if let Some(selection) = self.editor.undo() {
            self.after_history(selection);
        }
    }

    fn redo(&mut self) {
        if let Some(selection) = self.editor.redo() {
            self.after_history(selection);
        }
    }

    /// What was selected is brought into view.
    fn after_history(&mut self, selection: Selection) {
        self.view.naming = None;
        self.reveal(selection);
    }

    fn run(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::New => self.new_campaign(ctx),
            Command::Open => self.ask_to_open(ctx),
            Command::OpenRecent(place) => self.open_recent(ctx, place),
            Command::ClearRecent => self.settings.recent.clear(),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.ask_to_save(ctx),
            Command::Quit => self.quit(ctx),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Present => self.present(ctx),
            Command::Gallery => self.view.overlay = Overlay::Gallery,
            Command::KeptRuns => self.view.overlay = Overlay::Runs,
            Command::Export => self.view.overlay = Overlay::Export,
            Command::Find => self.view.overlay = Overlay::Find,
            Command::Commands => self.view.overlay = Overlay::Commands,
            Command::Directory => self.view.overlay = Overlay::Directory,
            Command::Rules => self.view.overlay = Overlay::Rules(None),
            Command::Keys => self.view.overlay = Overlay::Keys,
            Command::About => self.view.overlay = Overlay::About,
            Command::RenameCampaign => self.view.naming = Some((Naming::Campaign, None)),
            _ if self.run_on_canvas(ctx, command) || self.run_on_sequences(command) => {}
            _ if self.run_on_rehearsal(command) => {}
            _ => self.set(command),
        }
    }

    fn run_on_sequences(&mut self, command: Command) -> bool {
        let (campaign, id) = (self.editor.campaign(), self.view.selection.sequence);
        let count = campaign.sequences.len();
        let place = campaign.index_of(id).unwrap_or_default();
        let edit = match command {
            Command::NewSequence => {
                let is_taken = |name: &str| campaign.sequence_named(name).is_some();
                SequencesEdit::Add(numbered_name("Sequence", is_taken))
            }
            Command::DuplicateSequence => SequencesEdit::Duplicate(id),
            Command::DeleteSequence => SequencesEdit::Remove(id),
            Command::MoveSequenceRight if place + 1 < count => SequencesEdit::Move(id, place + 1),
            Command::MoveSequenceLeft if place > 0 => SequencesEdit::Move(id, place - 1),
            Command::MoveSequenceRight | Command::MoveSequenceLeft => return true,
            Command::NextSequence => return self.show_sequence((place + 1) % count),
            Command::PreviousSequence => return self.show_sequence((place + count - 1) % count),
            Command::RenameSequence => {
                self.view.naming = Some((Naming::Sequence(id), None));
                return true;
            }
            _ => return false,
        };
        self.edit(&Edit::Sequences(edit), Grouping::Alone);
        true
    }

    fn show_sequence(&mut self, place: usize) -> bool {
        let id = self.editor.campaign().sequences[place].id;
        if id != self.view.selection.sequence {
            self.view.selection = Selection::none(id);
        }
        true
    }

    /// How the person likes the window.
    fn set(&mut self, command: Command) {
        let settings = &mut self.settings;
        match command {
            Command::ShowLeft => settings.left = !settings.left,
            Command::ShowPalette => (settings.left, self.view.left) = (true, Left::Palette),
            Command::ShowOutline => {
                (settings.left, self.view.left) = (true, Left::Outline);
                self.view.outline.take_keyboard();
            }
            Command::ShowInspector => settings.inspector = !settings.inspector,
            Command::ShowProblems => settings.problems = !settings.problems,
            Command::ShowMinimap => settings.minimap = !settings.minimap,
            Command::Snap => settings.snap = !settings.snap,
            Command::Light => settings.theme = ThemeChoice::Light,
            Command::Dark => settings.theme = ThemeChoice::Dark,
            Command::System => settings.theme = ThemeChoice::System,
            Command::Larger => settings.rescale(1.0),
            Command::Smaller => settings.rescale(-1.0),
            Command::UsualSize => settings.scale = 1.0,
            Command::DayFirst => settings.dates = DateOrder::DayFirst,
            Command::MonthFirst => settings.dates = DateOrder::MonthFirst,
            Command::YearFirst => settings.dates = DateOrder::YearFirst,
            Command::Hours24 => settings.twelve_hours = false,
            Command::Hours12 => settings.twelve_hours = true,
            Command::WeekMonday => settings.week_starts = WeekStart::Monday,
            Command::WeekSunday => settings.week_starts = WeekStart::Sunday,
            Command::WeekSaturday => settings.week_starts = WeekStart::Saturday,
            _ => {}
        }
    }
}

/// What is added where a deleted entry of the directory was in use, or something else goes with what was deleted.
fn still_naming(campaign: &Campaign, edit: &Edit) -> String {
    if let Edit::Sequences(SequencesEdit::Remove(id)) = edit {
        return match campaign.rehearsals.iter().filter(|rehearsal| rehearsal.sequence() == Some(*id)).count() {
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

/// What is said of a step that took something away: “Deleted 3 items”.
fn deleted(label: &str) -> Option<String> {
    let (verb, rest) = label.split_once(' ')?;
    let done = match verb {
        "Delete" => "Deleted",
        "Remove" => "Removed",
        _ => return None,
    };
    Some(format!("{done} {rest}"))
}
