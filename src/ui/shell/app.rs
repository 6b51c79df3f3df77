//! The app: its state, and each frame: panels are drawn, then their actions are done.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use super::bar::TopBars;
use super::checks::BackgroundChecks;
use super::pending::{AfterSaving, Awaited, PendingExport, Recovering};
use super::picker::Picker;
use super::presentation::PressedKeys;
use super::{presentation, shortcuts};
use crate::calendar::Zone;
use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;
use crate::findings::Finding;
use crate::picture::counts::ItemCounts;
use crate::picture::scene::Scene;
use crate::ui::canvas::views::SavedView;
use crate::ui::canvas::{Canvas, ids};
use crate::ui::context::badges::{Badges, badges};
use crate::ui::context::facts::CampaignFacts;
use crate::ui::context::settings::Settings;
use crate::ui::context::view_state::{Overlay, RenameTarget, ViewState};
use crate::ui::controls::theme;
use crate::ui::controls::toasts::Toasts;
use crate::ui::panels::states::States;
use crate::workbench::editor::Editor;
use crate::workbench::post_test::PostTest;
use crate::workbench::rehearse::Rehearsing;
use crate::workbench::rehearse::keeping::{Compared, Keeping};
use crate::workbench::templates::Templates;

/// The whole state of the window.
pub struct App {
    /// The campaign that is open.
    pub editor: Editor,
    /// The view state: what is visible and selected.
    pub view: ViewState,
    /// The settings of the user.
    pub settings: Settings,
    /// The canvas: its views, and what is in progress on it.
    pub canvas: Canvas,
    /// The states of all panels.
    pub panels: States,
    pub(super) bar: TopBars,
    pub(super) toasts: Toasts,
    /// The overlay of the last frame.
    pub(super) drawn: Overlay,
    /// Whether closing was confirmed.
    pub(super) may_close: bool,
    /// What continues once unsaved changes are handled.
    pub(super) wish: Option<AfterSaving>,
    /// The system's time zone, for new campaigns, and for times that are to be shown in it.
    pub(super) my_zone: Zone,
    pub(super) picker: Picker,
    /// The file that is being opened, if any.
    pub(super) awaited: Option<Awaited>,
    /// The export that is being written, if any.
    pub(super) under_way: Option<PendingExport>,
    /// The recently pressed keys, while presenting.
    pub(super) pressed: PressedKeys,
    /// Whether the window was full screen before presenting.
    pub(super) was_fullscreen: bool,
    /// The view before presenting.
    pub(super) seen_before: Option<SavedView>,
    /// The view before the report was shown.
    pub(super) before_report: Option<SavedView>,
    /// The last title of the window.
    pub(super) title: String,
    pub(super) rehearsing: Rehearsing,
    /// The list of saved runs.
    pub(super) keeping: Keeping,
    /// The test of an HTTP post, while its dialog is open.
    pub(super) post_test: Option<PostTest>,
    pub(super) compared: Option<Compared>,
    /// The user's own templates.
    pub(super) templates: Templates,
    /// The numbers on the items at the clock's time.
    pub(super) counts: Option<Arc<ItemCounts>>,
    pub(super) recovering: Recovering,
    pub(super) checks: BackgroundChecks,
    pub(super) computed: Computed,
}

/// What is computed from the document, when it has changed.
#[derive(Default)]
pub(super) struct Computed {
    pub(super) scene: Scene,
    /// The revision and the sequence that the scene belongs to.
    scene_of: Option<(u64, SequenceId)>,
    pub(super) badges: Badges,
    /// The number of the findings, and the sequence, that the badges belong to.
    badges_of: Option<(u64, SequenceId)>,
    pub(super) facts: CampaignFacts,
    /// The revision that the facts belong to.
    facts_of: Option<u64>,
}

impl App {
    /// The app for a campaign.
    pub fn new(ctx: &egui::Context, editor: Editor, settings: Settings, time_zone: &str) -> Self {
        theme::install(ctx);
        let selection = Selection::none(editor.campaign().sequences[0].id);
        let mut app = Self {
            editor,
            view: ViewState { selection, ..ViewState::default() },
            settings: settings.checked(),
            canvas: Canvas::new(),
            panels: States::default(),
            bar: TopBars::default(),
            toasts: Toasts::default(),
            drawn: Overlay::None,
            may_close: false,
            wish: None,
            my_zone: Zone::named(time_zone).unwrap_or_else(Zone::utc),
            picker: Picker::default(),
            awaited: None,
            under_way: None,
            pressed: PressedKeys::default(),
            was_fullscreen: false,
            seen_before: None,
            before_report: None,
            title: String::new(),
            rehearsing: Rehearsing::default(),
            keeping: Keeping::default(),
            post_test: None,
            compared: None,
            templates: Templates::default(),
            counts: None,
            recovering: Recovering::default(),
            checks: BackgroundChecks::default(),
            computed: Computed::default(),
        };
        app.go_on();
        app
    }

    /// Draws the window, then does the requested actions.
    pub fn show(&mut self, ui: &mut egui::Ui) {
        let ctx = &ui.ctx().clone();
        theme::apply(ctx, &self.settings, if self.view.presenting { presentation::ENLARGED } else { 1.0 });
        let closing = self.guard_closing(ctx);
        self.follow_work(ctx);
        self.keep_selection_possible();
        self.enter_or_leave_report();
        self.compute(ctx);
        let revision = self.editor.revision();
        let field = self.lasting_field(ctx);
        let mut actions = Vec::new();
        if self.view.presenting {
            self.pressed.note(ctx);
        }
        let late = shortcuts::read(ctx, &self.view, &mut actions);
        self.draw(ui, &mut actions);
        // Drawing must never change the document.
        debug_assert_eq!(revision, self.editor.revision(), "the document changed while it was drawn");
        let is_left = !late.is_empty();
        for action in actions.into_iter().chain(late).chain(closing) {
            self.act(ctx, action);
        }
        if is_left {
            self.go_on_typing(ctx, field);
        }
        self.keep_copies(ctx);
        self.keep_title(ctx);
    }

    /// Takes results from the background: answers, files, finished work.
    fn follow_work(&mut self, ctx: &egui::Context) {
        self.take_picked(ctx);
        self.take_dropped(ctx);
        self.notice_changes_outside(ctx);
        self.follow_opening(ctx);
        self.follow_export(ctx);
        self.follow_runs();
        self.follow_post_test();
    }

    /// The focused text field, unless it disappears when it is left.
    fn lasting_field(&self, ctx: &egui::Context) -> Option<egui::Id> {
        let goes = ids::is_typing(ctx) || self.view.naming.is_some() || self.panels.outline.is_renaming();
        ctx.memory(|memory| memory.focused()).filter(|_| !goes && ctx.text_edit_focused())
    }

    /// Focuses a field again that was left for a command, unless an overlay is open.
    fn go_on_typing(&mut self, ctx: &egui::Context, field: Option<egui::Id>) {
        if let Some(field) = field.filter(|_| self.view.overlay == Overlay::None) {
            self.canvas.takes_keyboard = false;
            ctx.memory_mut(|memory| memory.request_focus(field));
        }
    }

    /// The findings of the open campaign. Those of a large one come shortly after an edit.
    pub fn findings(&self) -> &[Finding] {
        self.checks.findings()
    }

    /// The rehearsal of the open sequence.
    pub fn rehearsing(&self) -> &Rehearsing {
        &self.rehearsing
    }

    /// The numbers on the items, if there are any.
    pub fn counts(&self) -> Option<&ItemCounts> {
        self.counts.as_deref()
    }

    /// The dots of the last frame: their screen position, and the contact's position in the list.
    pub fn on_their_way(&self) -> &[(egui::Pos2, u64)] {
        self.canvas.on_their_way()
    }

    /// Uses this run store instead of the user's own.
    pub fn keep_runs_in(&mut self, path: PathBuf) {
        self.keeping = Keeping::at(Some(path));
    }

    /// Uses the system's dialogs for paths, if there are any; otherwise a path is typed.
    pub fn use_system_dialogs(&mut self) {
        self.picker.use_system();
    }

    /// Answers every question for a path with this one, as if it were chosen in the system's dialog.
    pub fn answer_dialogs_with(&mut self, path: PathBuf) {
        self.picker.answer_with(path);
    }

    /// Removes things that don't exist from the selection.
    fn keep_selection_possible(&mut self) {
        let campaign = self.editor.campaign();
        let selection = &mut self.view.selection;
        let sequence = campaign.sequence_or_first(selection.sequence);
        if selection.sequence != sequence.id {
            *selection = Selection::none(sequence.id);
        }
        selection.link = selection.link.filter(|link| *link < sequence.links.len());
        if let Some(RenameTarget::Sequence(id)) = self.view.naming
            && campaign.sequence(id).is_none()
        {
            self.view.naming = None;
        }
    }

    fn compute(&mut self, ctx: &egui::Context) {
        self.view.outline_has_keyboard = self.panels.outline.has_keyboard(ctx);
        self.follow_rehearsal(ctx);
        self.checks.follow(ctx, &self.editor, &self.rehearsing);
        self.unfold_first_problems();
        let place = self.view.selection.sequence;
        let campaign = self.editor.campaign();
        let revision = self.editor.revision();
        if self.computed.facts_of != Some(revision) {
            (self.computed.facts, self.computed.facts_of) = (CampaignFacts::default(), Some(revision));
        }
        let scene_of = Some((revision, place));
        if self.computed.scene_of != scene_of {
            let known = self.computed.facts.known(campaign);
            let before = std::mem::take(&mut self.computed.scene);
            self.computed.scene = before.renewed(campaign.sequence_or_first(place), &known);
            self.computed.scene_of = scene_of;
        }
        let badges_of = Some((self.checks.number(), place));
        if self.computed.badges_of != badges_of {
            self.computed.badges = badges(self.checks.findings(), place);
            self.computed.badges_of = badges_of;
        }
    }

    /// Replaces the open campaign by another one.
    pub(super) fn replace(&mut self, editor: Editor) {
        self.leave_off();
        self.editor = editor;
        self.forget_copy();
        self.computed = Computed::default();
        self.checks.forget();
        self.rehearsing.forget();
        self.settings.live_moments.forget_unsaved();
        self.compared = None;
        self.canvas.forget_document();
        self.panels.forget_document();
        self.view.selection = Selection::none(self.editor.campaign().sequences[0].id);
        self.view.naming = None;
        self.view.problems = None;
        self.view.trouble = None;
        if let Some(seen) = &mut self.before_report {
            seen.forget();
        }
        self.go_on();
    }

    /// Adds a file at the top of the recent ones.
    pub(super) fn remember(&mut self, path: PathBuf) {
        self.settings.recent.retain(|recent| *recent != path);
        self.settings.recent.insert(0, path);
        self.settings.recent.truncate(12);
    }
}

impl eframe::App for App {
    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.finish_copies();
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.show(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        self.leave_off();
        eframe::set_value(storage, "settings", &self.settings);
        eframe::set_value(storage, "left side", &self.view.left);
        eframe::set_value(storage, "contacts panel", &self.view.shows_population);
    }
}
