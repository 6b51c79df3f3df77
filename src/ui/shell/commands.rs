//! What each command does: one exhaustive match, so that every command has a handler.

use eframe::egui;

use super::app::App;
use crate::campaign::edit::SequencesEdit;
use crate::ui::context::command::Command;
use crate::ui::context::settings::{DateOrder, ThemeChoice, WeekStart, WhoseTime};
use crate::ui::context::view_state::{LeftPanel, Overlay, RenameTarget, WindowMode};
use crate::workbench::arrange::selected::AlignmentAxis;
use crate::workbench::rehearse::ClockStep;
use crate::workbench::rehearse::live::LiveMoment;

impl App {
    /// Runs a command.
    pub(super) fn run(&mut self, ctx: &egui::Context, command: Command) {
        use Command as C;
        match command {
            C::New => self.new_campaign(ctx),
            C::Open => self.ask_to_open(ctx),
            C::OpenRecent(place) => self.open_recent(ctx, place),
            C::ClearRecent => self.settings.recent.clear(),
            C::Gallery => self.show_overlay(Overlay::Gallery),
            C::Save => self.save(ctx),
            C::SaveAs => self.ask_to_save(ctx),
            C::SaveAsTemplate => self.show_overlay(Overlay::SaveTemplate),
            C::ImportContacts => self.import_contacts(ctx),
            C::ExportAll => self.export_result(),
            C::Export => self.export_canvas(),
            C::OpenLast => self.settings.opens_last = !self.settings.opens_last,
            C::Quit => self.quit(ctx),

            C::Undo => self.undo(),
            C::Redo => self.redo(),
            C::Cut => self.cut(ctx),
            C::Copy => _ = self.copy(ctx),
            C::Paste => self.ask_to_paste(ctx),
            C::Duplicate => self.duplicate(),
            C::Delete => self.delete(),
            C::SelectAll => self.select_all(),
            C::EditItem => self.edit_selected(),
            C::EditText => self.edit_text_of_selected(ctx),
            C::Rename => self.rename_selected(),
            C::RenameCampaign => self.name(Some(RenameTarget::Campaign)),
            C::Find => self.view.overlay = Overlay::Find,
            C::Commands => self.show_overlay(Overlay::Commands),
            C::Directory => self.view.overlay = Overlay::Directory,

            C::ZoomIn => self.zoom(|camera| camera.next_zoom(true)),
            C::ZoomOut => self.zoom(|camera| camera.next_zoom(false)),
            C::ActualSize => self.zoom(|_| 1.0),
            C::Fit => self.canvas.views.fits = true,
            C::Build => self.view.mode = WindowMode::Build,
            C::Rehearse => self.view.mode = WindowMode::Rehearse,
            C::Report => self.view.mode = WindowMode::Report,
            C::ShowLeft => self.settings.left = self.shows_in_build(self.settings.left),
            C::ShowPalette => {
                (self.settings.left, self.view.left) = (true, LeftPanel::Palette);
                self.view.mode = WindowMode::Build;
            }
            C::ShowOutline => {
                (self.settings.left, self.view.left) = (true, LeftPanel::Outline);
                self.view.mode = WindowMode::Build;
                self.panels.outline.take_keyboard();
            }
            C::ShowInspector => self.settings.inspector = self.shows_in_build(self.settings.inspector),
            C::ShowProblems => {
                let shows = self.shows_in_build(self.view.problems == Some(true));
                self.unfold_problems(shows);
            }
            C::ShowMinimap => self.settings.minimap = !self.settings.minimap,
            C::Snap => self.settings.snap = !self.settings.snap,
            C::Light => self.settings.theme = ThemeChoice::Light,
            C::Dark => self.settings.theme = ThemeChoice::Dark,
            C::System => self.settings.theme = ThemeChoice::System,
            C::DayFirst => self.settings.dates = DateOrder::DayFirst,
            C::MonthFirst => self.settings.dates = DateOrder::MonthFirst,
            C::YearFirst => self.settings.dates = DateOrder::YearFirst,
            C::Hours24 => self.settings.twelve_hours = false,
            C::Hours12 => self.settings.twelve_hours = true,
            C::WeekMonday => self.settings.week_starts = WeekStart::Monday,
            C::WeekSunday => self.settings.week_starts = WeekStart::Sunday,
            C::WeekSaturday => self.settings.week_starts = WeekStart::Saturday,
            C::CampaignTime => self.show_times_of(WhoseTime::Campaign),
            C::ContactTime => self.show_times_of(WhoseTime::Contact),
            C::MyTime => self.show_times_of(WhoseTime::Mine),
            C::Larger => self.settings.rescale(1.0),
            C::Smaller => self.settings.rescale(-1.0),
            C::UsualSize => self.settings.scale = 1.0,
            C::Present => self.present(ctx),

            C::Insert(offer) => self.insert(offer),
            C::NewNote => self.new_note(),
            C::NewFrame => self.new_frame(),
            C::NewSequence => self.new_sequence(),
            C::Tidy => self.tidy(),
            C::AlignRow => self.align(AlignmentAxis::Row),
            C::AlignColumn => self.align(AlignmentAxis::Column),
            C::ConnectTo => self.connect_to(),
            C::MarkReady => self.mark_ready(true),
            C::MarkDraft => self.mark_ready(false),
            C::Disconnect => self.disconnect(),
            C::NextSequence => self.show_sequence(1),
            C::PreviousSequence => self.show_sequence(-1),
            C::MoveSequenceRight => self.move_sequence(1),
            C::MoveSequenceLeft => self.move_sequence(-1),
            C::RenameSequence => self.name(Some(RenameTarget::Sequence(self.view.selection.sequence))),
            C::DuplicateSequence => self.sequences_edit(SequencesEdit::Duplicate(self.view.selection.sequence)),
            C::DeleteSequence => self.sequences_edit(SequencesEdit::Remove(self.view.selection.sequence)),

            C::RehearseNow => self.rehearse_now(),
            C::Play => self.play_or_pause(),
            C::ToStart => self.step(ClockStep::ToStart),
            C::StepBack => self.step(ClockStep::Back),
            C::StepForward => self.step(ClockStep::Forward),
            C::NextDay => self.step(ClockStep::NextDay),
            C::ToEnd => self.step(ClockStep::ToEnd),
            C::RunToHere => self.run_to_selected(),
            C::Slower => self.change_speed(false),
            C::Faster => self.change_speed(true),
            C::FollowNobody => self.rehearsing.follow_contact(None),
            C::CopySends => self.copy_sends(ctx),
            C::Preview => self.preview_selected(ctx),
            C::Population => {
                self.view.shows_population = !self.view.shows_population || self.view.mode != WindowMode::Rehearse;
                self.view.mode = WindowMode::Rehearse;
            }
            C::KeptRuns => self.view.overlay = Overlay::Runs,
            C::ReadAgain => self.rehearsing.again(),
            C::Live => self.settings.live = !self.settings.live,
            C::LiveAtClock => self.live_at(LiveMoment::Clock),
            C::LiveAtDate => self.choose_live_date(),
            C::LiveAtEnd => self.live_at(LiveMoment::End),
            C::ReduceMotion => self.settings.reduce_motion = !self.settings.reduce_motion,

            C::Rules => self.view.overlay = Overlay::Rules(None),
            C::Keys => self.view.overlay = Overlay::Keys,
            C::About => self.view.overlay = Overlay::About,
        }
    }
}
