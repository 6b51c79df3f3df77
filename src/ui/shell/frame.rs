//! The layout of the window: which panels are drawn, where, and in which order.

use eframe::egui;

use super::app::App;
use super::{tabs, top_bar};
use crate::ui::canvas;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel, RehearsalView};
use crate::ui::context::view_state::{LeftPanel, Overlay, WindowMode};
use crate::ui::controls::{dialog_focus, focus, theme};
use crate::ui::panels::dialogs::{
    about, export, gallery, import_question, keys, notices, path_field, questions, recovery, report as exports,
    save_template,
};
use crate::ui::panels::states::States;
use crate::ui::panels::{
    commands, directory, find, inspector, message, outline, palette, population, post_test, problems, rehearse, report,
    rules, runs, transport,
};
use crate::workbench::post_test::PostTest;
use crate::workbench::recovery::Offer;

impl App {
    /// Draws everything; requested actions are added to `actions`.
    pub(super) fn draw(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let ctx = &ui.ctx().clone();
        self.draw_panels(ui, actions);
        if self.view.presenting {
            self.leave_presentation(ctx, actions);
            self.pressed.show(ctx);
        }
        dialog_focus::keep(ctx);
        focus::ring(ctx);
    }

    fn draw_panels(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        let document = DocumentView {
            campaign: self.editor.campaign(),
            editor: &self.editor,
            scene: &self.computed.scene,
            findings: self.checks.findings(),
            findings_number: self.checks.number(),
            checked_with: self.checks.checked_with(self.view.selection.sequence),
            badges: &self.computed.badges,
            facts: &self.computed.facts,
            view: &self.view,
            settings: &self.settings,
            my_zone: &self.my_zone,
            templates: &self.templates,
            theme: theme::of(ui.ctx()),
        };
        let rehearsal = RehearsalView {
            document,
            rehearsing: &self.rehearsing,
            counts: self.counts.as_deref(),
            keeping: &self.keeping,
            compared: self.compared.as_ref(),
        };
        let panel = &mut Panel { rehearsal, actions };
        let states = &mut self.panels;
        if !panel.view.presenting {
            top_bar::show(ui, panel, &mut self.bar);
            tabs::show(ui, panel, &mut self.bar, &mut self.canvas);
            notices::trouble(ui, panel);
            around(ui, panel, states);
        }
        canvas::show(ui, panel, &mut self.canvas);
        if !self.canvas.shows_what_arrives() {
            palette::ghost(ui.ctx(), panel.theme);
        }
        let is_new = self.drawn != self.view.overlay;
        self.drawn.clone_from(&self.view.overlay);
        over(ui, panel, states, is_new, (&self.recovering.left, self.post_test.as_ref()));
        let state = self.editor.history().state();
        let undone = match self.canvas.free_places(panel) {
            Some((on, is_free)) => self.toasts.show(ui.ctx(), state, on, is_free),
            None => self.toasts.show(ui.ctx(), state, ui.ctx().content_rect(), |_| true),
        };
        if undone {
            panel.wants(Action::Run(Command::Undo));
        }
    }

    /// Esc ends the presentation, unless something else takes it first.
    fn leave_presentation(&self, ctx: &egui::Context, actions: &mut Vec<Action>) {
        let nothing_open = self.view.overlay == Overlay::None && !egui::Popup::is_any_open(ctx);
        if nothing_open && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            actions.push(Action::Run(Command::Present));
        }
    }
}

/// Draws the panels around the canvas.
fn around(ui: &mut egui::Ui, panel: &mut Panel<'_>, states: &mut States) {
    match panel.view.mode {
        WindowMode::Build => {
            if panel.settings.left {
                match panel.view.left {
                    LeftPanel::Palette => palette::show(ui, panel),
                    LeftPanel::Outline => outline::show(ui, panel, &mut states.outline),
                }
            }
            if panel.settings.inspector {
                inspector::show(ui, panel, &mut states.inspector);
            }
            problems::show(ui, panel, &mut states.problems);
        }
        WindowMode::Rehearse => {
            transport::show(ui, panel, &mut states.transport);
            population::show(ui, panel, &mut states.population);
            rehearse::right::show(ui, panel, &mut states.rehearse);
        }
        WindowMode::Report => {
            report::show(ui, panel, &mut states.report);
            transport::slim(ui, panel, &mut states.transport);
        }
    }
}

/// Draws the overlay; `is_new` if it was not open in the last frame.
fn over(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    states: &mut States,
    is_new: bool,
    (left, test): (&[Offer], Option<&PostTest>),
) {
    // These panels draw nothing while they are closed.
    directory::show(ui, panel, &mut states.directory);
    find::show(ui, panel, &mut states.find);
    commands::show(ui, panel, &mut states.commands);
    rules::show(ui, panel, &mut states.rules);
    let ctx = &ui.ctx().clone();
    let dialogs = &mut states.dialogs;
    match &panel.view.overlay {
        Overlay::None | Overlay::Directory | Overlay::Find | Overlay::Commands | Overlay::Rules(_) => {}
        Overlay::OpenPath | Overlay::SavePath | Overlay::ContactsPath => {
            path_field::show(ctx, panel, &mut dialogs.path, is_new)
        }
        Overlay::ReplaceContacts(path) => import_question::show(ctx, panel, path, is_new),
        Overlay::Unsaved => questions::unsaved(ctx, panel, is_new),
        Overlay::Comments => questions::comments(ctx, panel, is_new),
        Overlay::ChangedOutside => questions::changed_outside(ctx, panel, is_new),
        Overlay::Recovery => recovery::show(ctx, panel, left, is_new),
        Overlay::Gallery => gallery::show(ctx, panel, &mut dialogs.gallery, is_new),
        Overlay::SaveTemplate => save_template::show(ctx, panel, dialogs, is_new),
        Overlay::Keys => keys::show(ctx, panel),
        Overlay::Export => export::show(ctx, panel, dialogs, is_new),
        Overlay::ExportReport => exports::show(ctx, panel, dialogs, is_new),
        Overlay::Runs => runs::show(ctx, panel, &mut states.runs, is_new),
        Overlay::TestPost => {
            if let Some(test) = test {
                post_test::show(ctx, panel, &mut states.post_test, test);
            }
        }
        Overlay::Preview => message::preview::show(ctx, panel, &mut states.message),
        Overlay::TextEditor => message::editor::show(ctx, panel, &mut states.message),
        Overlay::About => about::show(ctx, panel),
    }
    if panel.view.awaits_path {
        notices::waiting(ctx, panel);
    }
    if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
        questions::drop_to_open(ctx, panel.theme);
    }
}
