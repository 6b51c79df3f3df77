//! Saved runs: the list, and what can be done with each.

pub mod compare;
pub mod state;

use std::sync::atomic::Ordering;

use eframe::egui::{self, Align, Button, Color32, Layout, RichText, Sense, Ui, WidgetText, vec2};
use lucide_icons::Icon;

use self::state::RunsState;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, KeptRuns};
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::look;
use crate::ui::controls::modal::{main_button, modal, other_button};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::under_way::bar;
use crate::ui::controls::words;
use crate::workbench::runs::kept_run::KeptRun;

/// The button that saves the shown run.
const KEEP: &str = "Save run";
/// How high a row with buttons is.
const BUTTON: f32 = 30.0;
/// The height of a run's name, or of the field for renaming it.
const NAME: f32 = 26.0;
/// Seconds between two updates of the progress.
const STEP: f32 = 0.05;

/// Draws the list, over the window.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut RunsState, is_new: bool) {
    if is_new {
        *state = RunsState::default();
        // A running task reads the list at its end.
        if panel.keeping.progress().is_none() {
            panel.wants(Action::Runs(KeptRuns::List));
        }
    }
    let mut done = false;
    let closed = modal(ctx, "saved runs", "Saved runs", 760.0, |ui| {
        keep(ui, panel, state);
        ui.separator();
        if let Some(repaired) = panel.keeping.repaired() {
            ui.label(RichText::new(repaired.to_string()).color(color(ColorRole::Held, panel.theme)));
        }
        list(ui, panel, state);
        line(ui, BUTTON, |ui| {
            under_way(ui, panel);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                done = other_button(ui, "Close").clicked();
            });
        });
    });
    if done || closed {
        panel.wants(Action::Close);
    }
}

/// A row of the dialog with this height, with everything on one line.
fn line<R>(ui: &mut Ui, high: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), high);
    look::slot(ui, size, Layout::left_to_right(Align::Center), content)
}

/// The current task, its progress, and a button to cancel it. The button comes first, so that it doesn't move while
/// the text changes.
fn under_way(ui: &mut Ui, panel: &mut Panel<'_>) {
    let stopping = panel.keeping.is_stopping().then_some("Stopping…");
    let Some(control) = panel.keeping.progress() else {
        if let Some(stopping) = stopping {
            ui.label(RichText::new(stopping).color(color(ColorRole::Muted, panel.theme)));
        }
        return;
    };
    let share = (control.total.load(Ordering::Relaxed) > 0).then(|| control.share());
    let (doing, share) = match (control.doing(), stopping) {
        // The task is still waiting.
        ("", Some(stopping)) => (stopping.to_owned(), Some(0.0)),
        ("", None) => ("Working…".to_owned(), share),
        (doing, _) => (format!("{doing}…"), share),
    };
    if other_button(ui, "Stop").clicked() {
        panel.wants(Action::Runs(KeptRuns::Cancel));
    }
    bar(ui, &doing, share);
    let percent = share.filter(|share| *share > 0.0).map(|share| format!(" {:.0} %", (share * 100.0).floor()));
    ui.label(format!("{doing}{}", percent.unwrap_or_default()));
    // A running task doesn't wake the window.
    ui.ctx().request_repaint_after_secs(STEP);
}

/// Draws the field and button for saving the shown run.
fn keep(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut RunsState) {
    let Some(shown) = panel.rehearsing.shown() else {
        ui.label("Run a rehearsal, then save the run here.");
        return;
    };
    if panel.rehearsing.reopened().is_some() {
        ui.horizontal(|ui| {
            ui.label("This is a saved run.");
            if main_button(ui, panel.theme, "Back to the campaign’s own run").clicked() {
                panel.wants(Action::Rehearse(crate::ui::context::action::Rehearse::CloseReopened));
            }
        });
        return;
    }
    let proposed = crate::workbench::runs::proposed_name(&shown.scene);
    let free = panel.keeping.progress().is_none();
    let name = state.name.get_or_insert(proposed);
    let mut wanted = None;
    let words = RichText::new(KEEP).family(semibold());
    let button = WidgetText::from(words).into_galley(ui, None, f32::INFINITY, egui::TextStyle::Button).rect.width()
        + ui.spacing().button_padding.x * 2.0;
    line(ui, BUTTON, |ui| {
        let width = (ui.available_width() - button - ui.spacing().item_spacing.x).max(120.0);
        ui.add(egui::TextEdit::singleline(name).desired_width(width)).accessible_name("Name of the run");
        // At the right edge, like the rows below.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add_enabled_ui(free && !name.trim().is_empty(), |ui| look::filled(ui, KEEP)).inner.clicked() {
                wanted = Some(name.trim().to_owned());
            }
        });
    });
    if let Some(name) = wanted {
        panel.wants(Action::Runs(KeptRuns::Keep(name)));
    }
}

/// The list has the same height for any number of runs, so that the dialog doesn't jump.
fn list(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut RunsState) {
    let tall = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 320.0);
    let runs: Vec<KeptRun> = panel.keeping.listed().map(<[KeptRun]>::to_vec).unwrap_or_default();
    let size = vec2(ui.available_width(), tall);
    look::slot(ui, size, Layout::top_down(Align::Min), |ui| {
        if runs.is_empty() {
            let words = if panel.keeping.listed().is_some() { "No saved runs yet." } else { "Reading the list…" };
            ui.label(RichText::new(words).color(color(ColorRole::Muted, panel.theme)));
            return;
        }
        egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            for run in &runs {
                ui.push_id(run.run, |ui| row(ui, panel, state, run));
            }
        });
    });
}

fn row(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut RunsState, run: &KeptRun) {
    look::card(ui, |ui| {
        ui.horizontal(|ui| {
            let size = vec2((ui.available_width() - 292.0).max(140.0), NAME + 17.0);
            look::slot(ui, size, Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let size = vec2(ui.available_width(), NAME);
                look::slot(ui, size, Layout::left_to_right(Align::Center), |ui| name(ui, panel, state, run));
                let about = RichText::new(about(panel, run)).size(12.0).color(color(ColorRole::Muted, panel.theme));
                ui.add(egui::Label::new(about).truncate()).on_hover_text(details(run));
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons(ui, panel, state, run));
        });
    });
}

/// The name, or the field for renaming it.
fn name(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut RunsState, run: &KeptRun) {
    if let Some((_, text)) = state.renaming.as_mut().filter(|(renaming, _)| *renaming == run.run) {
        let field = ui.add(egui::TextEdit::singleline(text).desired_width(ui.available_width() - 8.0));
        let field = field.accessible_name("New name");
        if field.lost_focus() {
            let agreed = !ui.input(|input| input.key_pressed(egui::Key::Escape));
            let text = text.trim().to_owned();
            state.renaming = None;
            if agreed && !text.is_empty() && text != run.name {
                panel.wants(Action::Runs(KeptRuns::Rename(run.run, text)));
            }
        } else {
            field.request_focus();
        }
        return;
    }
    let label = egui::Label::new(RichText::new(&run.name).family(semibold())).truncate().sense(Sense::click());
    if ui.add(label).on_hover_text("Double-click to rename").double_clicked() {
        state.renaming = Some((run.run, run.name.clone()));
    }
}

fn buttons(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut RunsState, run: &KeptRun) {
    let free = panel.keeping.progress().is_none();
    if state.deleting == Some(run.run) {
        if ui.button("Keep it").clicked() {
            state.deleting = None;
        }
        let words = RichText::new("Delete permanently").color(Color32::WHITE);
        if ui.add_enabled(free, Button::new(words).fill(color(ColorRole::Held, panel.theme))).clicked() {
            state.deleting = None;
            panel.wants(Action::Runs(KeptRuns::Delete(run.run)));
        }
        return;
    }
    if look::icon_button(ui, Icon::Trash2, "Delete run").clicked() {
        state.deleting = Some(run.run);
    }
    if look::icon_button(ui, Icon::Pencil, "Rename run").clicked() {
        state.renaming = Some((run.run, run.name.clone()));
    }
    let shown = panel.rehearsing.shown().is_some();
    let tip = "Compare it with the shown run";
    if ui.add_enabled(free && shown && run.can_open, Button::new("Compare")).on_hover_text(tip).clicked() {
        panel.wants(Action::Runs(KeptRuns::Compare(run.run)));
    }
    let open = ui.add_enabled(free && run.can_open, Button::new("Open"));
    if open.on_disabled_hover_text("This run was saved by an earlier version and can’t be opened").clicked() {
        panel.wants(Action::Runs(KeptRuns::Open(run.run)));
    }
}

/// When the run was saved, with which contacts, of which campaign and sequence. The last part is shortened first, since
/// the name mostly says it.
fn about(panel: &RehearsalView<'_>, run: &KeptRun) -> String {
    let when = match &run.kept {
        Ok(kept) => ShownZone::of(panel).date_time(panel.settings, *kept),
        Err(text) => text.clone(),
    };
    let people = words::people(run.contacts);
    let seed = run.seed.map(|seed| format!(", variation {seed}")).unwrap_or_default();
    format!("{when} · {people}{seed} · {} · {}", run.campaign, run.sequence)
}

/// Everything known about the run.
fn details(run: &KeptRun) -> String {
    let seed = run.seed.map(|seed| format!(", variation {seed}")).unwrap_or_default();
    format!(
        "Contacts: {}{seed}, {} rejected\nVisits: {}\nEnd: {} ({})\nRules: {}\nZone data {}, Dripline {}\nCampaign {}",
        run.population,
        run.rejected,
        words::count(run.visits, "visit", "visits"),
        run.until,
        run.time_zone,
        run.rules,
        run.zone_data,
        run.program,
        run.fingerprint(),
    )
}
