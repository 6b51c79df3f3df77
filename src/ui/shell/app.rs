//! The app: panels are drawn, then what they ask for is done, here and nowhere else.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;
use rustc_hash::FxHashMap;

use super::checks::Checks;
use super::document::Wish;
use super::entering::Before;
use super::exporting::UnderWay;
use super::opening::Awaited;
use super::picker::Picker;
use super::presentation::PressedKeys;
use super::recovering::Recovering;
use super::{presentation, tabs, top_bar};
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;
use crate::findings::Finding;
use crate::picture::counts::Counts;
use crate::picture::scene::Scene;
use crate::picture::theme::Theme;
use crate::storage::campaign_file::Fingerprint;
use crate::storage::recovery::LeftBehind;
use crate::ui::canvas;
use crate::ui::canvas::fitted::Stance;
use crate::ui::context::action::Action;
use crate::ui::context::badges::{Badges, badges};
use crate::ui::context::camera::Camera;
use crate::ui::context::command::Command;
use crate::ui::context::facts::Facts;
use crate::ui::context::settings::Settings;
use crate::ui::context::view_state::{Left, Mode, Naming, Overlay, ViewState};
use crate::ui::controls::theme;
use crate::ui::controls::toasts::Toasts;
use crate::ui::panels::{
    commands, dialogs, directory, find, inspector, outline, palette, problems, rehearse, report, rules,
};
use crate::workbench::editor::Editor;
use crate::workbench::post_test::PostTest;
use crate::workbench::rehearse::Rehearsing;
use crate::workbench::rehearse::keeping::{Compared, Keeping};

/// What a panel may read, what it may change of the view, and where it says what it wants.
pub struct Panel<'a> {
    /// The document.
    pub campaign: &'a Campaign,
    /// The open campaign: its file, its history, whether it is saved.
    pub editor: &'a Editor,
    /// The open sequence, laid out.
    pub scene: &'a Scene,
    /// What is wrong or odd in the campaign; a large one's are of a moment ago while it is edited.
    pub findings: &'a [Finding],
    /// A number that differs whenever the findings may.
    pub findings_number: u64,
    /// What of it the open sequence's items, notes and links show.
    pub badges: &'a Badges,
    /// What else follows from the document.
    pub facts: &'a Facts,
    /// The rehearsal of the open sequence: its run, its clock, who is followed.
    pub rehearsing: &'a Rehearsing,
    /// The runs that are kept, and the work with them that is under way.
    pub keeping: &'a Keeping,
    /// The test of an HTTP post that is looked at.
    pub post_test: Option<&'a PostTest>,
    /// A kept run beside the one that was shown when they were compared.
    pub compared: Option<&'a Compared>,
    /// What was not saved when a program ended otherwise.
    pub left: &'a [LeftBehind],
    /// The numbers on the items at the clock's instant; none before there is a run, or while they are switched off.
    pub counts: Option<&'a Counts>,
    /// What is seen and selected.
    pub view: &'a mut ViewState,
    /// How the person likes the window.
    pub settings: &'a mut Settings,
    /// What is wanted; done after all panels were drawn.
    pub actions: &'a mut Vec<Action>,
    /// Light or dark.
    pub theme: Theme,
}

impl Panel<'_> {
    /// The open sequence, by its id.
    pub fn place(&self) -> SequenceId {
        self.view.selection.sequence
    }

    /// The open sequence.
    pub fn sequence(&self) -> &Sequence {
        self.campaign.sequence_or_first(self.place())
    }

    /// Asks for something.
    pub fn wants(&mut self, action: Action) {
        self.actions.push(action);
    }
}

/// The whole state of the window.
pub struct App {
    /// The open campaign.
    pub editor: Editor,
    /// What is seen and selected.
    pub view: ViewState,
    /// How the person likes the window.
    pub settings: Settings,
    pub(super) toasts: Toasts,
    pub(super) canvas: canvas::Canvas,
    /// Closing was asked for and agreed to.
    pub(super) may_close: bool,
    /// What goes on once unsaved changes are dealt with.
    pub(super) wish: Option<Wish>,
    /// The system's time zone, for new campaigns.
    pub(super) time_zone: String,
    pub(super) picker: Picker,
    /// What somebody else has made of the file, once that was said.
    pub(super) noticed: Option<Fingerprint>,
    /// The file that is being opened.
    pub(super) awaited: Option<Awaited>,
    /// The picture that is being written.
    pub(super) under_way: Option<UnderWay>,
    /// The keys that were pressed lately, while presenting.
    pub(super) pressed: PressedKeys,
    /// Whether the window had the whole screen before it presented.
    pub(super) was_fullscreen: bool,
    /// What was seen before it presented.
    pub(super) seen_before: Option<(FxHashMap<SequenceId, Camera>, Stance)>,
    /// What was seen before the report was shown.
    pub(super) before_report: Before,
    /// The window's title as it was last set.
    pub(super) title: String,
    pub(super) rehearsing: Rehearsing,
    /// The runs that are kept.
    pub(super) keeping: Keeping,
    /// The test of an HTTP post, while its dialog is open.
    pub(super) post_test: Option<PostTest>,
    pub(super) compared: Option<Compared>,
    /// The numbers on the items at the clock's instant.
    pub(super) counts: Option<Arc<Counts>>,
    pub(super) recovering: Recovering,
    checks: Checks,
    computed: Computed,
}

/// How high the transport of Rehearse mode is.
const TRANSPORT: f32 = 136.0;

/// What follows from the document: made anew when it changed.
#[derive(Default)]
struct Computed {
    scene: Scene,
    /// The revision and the sequence the scene is of.
    scene_of: Option<(u64, SequenceId)>,
    badges: Badges,
    /// The number of the findings and the sequence the badges are of.
    badges_of: Option<(u64, SequenceId)>,
    facts: Facts,
    /// The revision the facts are of.
    facts_of: Option<u64>,
}

impl App {
    /// The window of a campaign.
    pub fn new(ctx: &egui::Context, editor: Editor, settings: Settings, time_zone: &str) -> Self {
        theme::install(ctx);
        let selection = Selection::none(editor.campaign().sequences[0].id);
        Self {
            editor,
            view: ViewState { selection, focus_canvas: true, ..ViewState::default() },
            settings: settings.checked(),
            toasts: Toasts::default(),
            canvas: canvas::Canvas::default(),
            may_close: false,
            wish: None,
            time_zone: time_zone.to_owned(),
            picker: Picker::default(),
            noticed: None,
            awaited: None,
            under_way: None,
            pressed: PressedKeys::default(),
            was_fullscreen: false,
            seen_before: None,
            before_report: Before::default(),
            title: String::new(),
            rehearsing: Rehearsing::default(),
            keeping: Keeping::default(),
            post_test: None,
            compared: None,
            counts: None,
            recovering: Recovering::default(),
            checks: Checks::default(),
            computed: Computed::default(),
        }
    }

    /// Draws the window and does what was asked for.
    pub fn show(&mut self, ui: &mut egui::Ui) {
        let ctx = &ui.ctx().clone();
        theme::apply(ctx, &self.settings, if self.view.presenting { presentation::ENLARGED } else { 1.0 });
        let closing = self.guard_closing(ctx);
        self.take_picked(ctx);
        self.take_dropped(ctx);
        self.notice_changes_outside(ctx);
        self.follow_opening(ctx);
        self.follow_export(ctx);
        self.follow_runs();
        self.follow_post_test();
        self.keep_selection_possible();
        self.enter_or_leave_report();
        self.compute(ctx);
        let revision = self.editor.revision();
        let mut actions = Vec::new();
        if self.view.presenting {
            self.pressed.note(ctx);
        }
        let field = self.lasting_field(ctx);
        let late = super::shortcuts::read(ctx, &mut self.view, &mut actions);
        let overlay = self.view.overlay.clone();
        self.panels(ui, &mut actions);
        if self.view.overlay != overlay {
            // What was closed while it was drawn is still to be seen in this frame.
            ctx.request_repaint();
        }
        if self.view.presenting {
            self.leave_presentation(ctx, &mut actions);
            self.pressed.show(ctx);
        }
        // The bar over time stays free.
        let is_watched = self.view.mode == Mode::Rehearse && !self.view.presenting;
        if self.toasts.show(ctx, self.editor.history().state(), if is_watched { TRANSPORT } else { 0.0 }) {
            actions.push(Action::Run(Command::Undo));
        }
        // An alarm: drawing never changes the document.
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

    /// The text field that has the keyboard, unless it is gone once it is left.
    fn lasting_field(&self, ctx: &egui::Context) -> Option<egui::Id> {
        let goes = canvas::is_typing(ctx) || self.view.naming.is_some() || self.view.outline.is_renaming();
        ctx.memory(|memory| memory.focused()).filter(|_| !goes && ctx.text_edit_focused())
    }

    /// A field that was left for a command has the keyboard again, if nothing lies over it now.
    fn go_on_typing(&mut self, ctx: &egui::Context, field: Option<egui::Id>) {
        if let Some(field) = field.filter(|_| self.view.overlay == Overlay::None) {
            self.view.focus_canvas = false;
            ctx.memory_mut(|memory| memory.request_focus(field));
        }
    }

    /// What is wrong or odd in the open campaign; a large one's come a moment after an edit.
    pub fn findings(&self) -> &[Finding] {
        self.checks.findings()
    }

    /// The rehearsal of the open sequence.
    pub fn rehearsing(&self) -> &Rehearsing {
        &self.rehearsing
    }

    /// The numbers on the items, if there are any.
    pub fn counts(&self) -> Option<&Counts> {
        self.counts.as_deref()
    }

    /// Who was on the way in the last frame: where on the screen, and whose place in the list.
    pub fn on_their_way(&self) -> &[(egui::Pos2, u64)] {
        self.canvas.on_their_way()
    }

    /// Runs are kept in this file instead of the person's own store.
    pub fn keep_runs_in(&mut self, path: PathBuf) {
        self.keeping = Keeping::at(Some(path));
    }

    /// The dialogs of the system are asked for paths, where it has them; otherwise a path is typed.
    pub fn use_system_dialogs(&mut self) {
        self.picker.uses_system = true;
    }

    /// Esc leaves the presentation, unless something nearer takes it.
    fn leave_presentation(&mut self, ctx: &egui::Context, actions: &mut Vec<Action>) {
        let nothing_open = self.view.overlay == Overlay::None && !egui::Popup::is_any_open(ctx);
        if nothing_open && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            actions.push(Action::Run(Command::Present));
        }
    }

    fn panels(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let mut panel = Panel {
            campaign: self.editor.campaign(),
            editor: &self.editor,
            scene: &self.computed.scene,
            findings: self.checks.findings(),
            findings_number: self.checks.number(),
            badges: &self.computed.badges,
            facts: &self.computed.facts,
            rehearsing: &self.rehearsing,
            keeping: &self.keeping,
            post_test: self.post_test.as_ref(),
            compared: self.compared.as_ref(),
            left: &self.recovering.left,
            counts: self.counts.as_deref(),
            view: &mut self.view,
            settings: &mut self.settings,
            actions,
            theme: theme::of(ui.ctx()),
        };
        if !panel.view.presenting {
            top_bar::show(ui, &mut panel);
            tabs::show(ui, &mut panel);
            dialogs::trouble(ui, &mut panel);
            match panel.view.mode {
                Mode::Build => build(ui, &mut panel),
                Mode::Rehearse => rehearse::show(ui, &mut panel),
                Mode::Report => report::show(ui, &mut panel),
            }
        }
        canvas::show(ui, &mut panel, &mut self.canvas);
        if !self.canvas.shows_what_arrives() {
            palette::ghost(ui.ctx(), panel.theme);
        }
        directory::show(ui, &mut panel);
        find::show(ui, &mut panel);
        commands::show(ui, &mut panel);
        rules::show(ui, &mut panel);
        dialogs::show(ui, &mut panel);
    }

    /// After undo or a deletion, what is selected may be gone.
    fn keep_selection_possible(&mut self) {
        let campaign = self.editor.campaign();
        let selection = &mut self.view.selection;
        let sequence = campaign.sequence_or_first(selection.sequence);
        if selection.sequence != sequence.id {
            *selection = Selection::none(sequence.id);
        }
        selection.link = selection.link.filter(|link| *link < sequence.links.len());
        if let Some((Naming::Sequence(id), _)) = self.view.naming
            && campaign.sequence(id).is_none()
        {
            self.view.naming = None;
        }
    }

    fn compute(&mut self, ctx: &egui::Context) {
        self.checks.follow(ctx, &self.editor);
        self.follow_rehearsal(ctx);
        let place = self.view.selection.sequence;
        let campaign = self.editor.campaign();
        let revision = self.editor.revision();
        if self.computed.facts_of != Some(revision) {
            (self.computed.facts, self.computed.facts_of) = (Facts::default(), Some(revision));
        }
        let scene_of = Some((revision, place));
        if self.computed.scene_of != scene_of {
            let known = self.computed.facts.known(campaign);
            self.computed.scene = Scene::new(campaign.sequence_or_first(place), &known);
            self.computed.scene_of = scene_of;
        }
        let badges_of = Some((self.checks.number(), place));
        if self.computed.badges_of != badges_of {
            self.computed.badges = badges(self.checks.findings(), place);
            self.computed.badges_of = badges_of;
        }
    }

    /// Opens another campaign in the place of this one.
    pub(super) fn replace(&mut self, editor: Editor) {
        self.editor = editor;
        self.noticed = None;
        self.forget_copy();
        self.computed = Computed::default();
        self.checks.forget();
        self.rehearsing.forget();
        self.compared = None;
        // Nothing that was under way, or kept for the other one's revisions, is meant for this one.
        let rect = self.canvas.rect;
        self.canvas = canvas::Canvas::default();
        self.canvas.rect = rect;
        self.view.selection = Selection::none(self.editor.campaign().sequences[0].id);
        self.view.cameras.clear();
        self.forget_before_report();
        self.view.forget_document();
        self.view.naming = None;
        self.view.trouble = None;
        self.view.focus_canvas = true;
    }

    /// Puts a file at the head of the recent ones.
    pub(super) fn remember(&mut self, path: PathBuf) {
        self.settings.recent.retain(|recent| *recent != path);
        self.settings.recent.insert(0, path);
        self.settings.recent.truncate(12);
    }
}

/// What lies around the canvas while it is drawn on.
fn build(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    if panel.settings.left {
        match panel.view.left {
            Left::Palette => palette::show(ui, panel),
            Left::Outline => outline::show(ui, panel),
        }
    }
    if panel.settings.inspector {
        inspector::show(ui, panel);
    }
    problems::show(ui, panel);
}

impl eframe::App for App {
    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.finish_copies();
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.show(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, "settings", &self.settings);
        eframe::set_value(storage, "left side", &self.view.left);
    }
}
