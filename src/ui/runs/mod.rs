//! Kept runs: the list, and what can be done with each.

mod act;
pub mod compare;

use eframe::egui::{self, Button, Color32, RichText, Sense, Ui, vec2};
use lucide_icons::Icon;

use crate::calendar::{Instant, Zone};
use crate::picture::theme::Ink;
use crate::storage::run_store::list::Listed;

use super::action::{Action, KeptRuns};
use super::app::Panel;
use super::controls::look;
use super::dialogs::{close, main_button, modal, other_button};
use super::theme::{color, semibold};
use super::{dates, words};

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The name for the run that is shown, while it is typed.
    name: Option<String>,
    /// The run whose name is being changed, and what stands in its field.
    renaming: Option<(i64, String)>,
    /// The run that is to be deleted, once that is agreed to.
    deleting: Option<i64>,
}

/// Draws the list, over the window.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, is_new: bool) {
    if is_new {
        panel.view.runs = State::default();
        panel.wants(Action::Runs(KeptRuns::List));
    }
    let mut done = false;
    let closed = modal(ctx, "kept runs", "Kept runs", 760.0, |ui| {
        keep(ui, panel);
        ui.separator();
        if let Some(repaired) = panel.keeping.repaired() {
            ui.label(RichText::new(repaired.to_string()).color(color(Ink::Held, panel.theme)));
        }
        list(ui, panel);
        ui.horizontal(|ui| {
            if let Some(control) = panel.keeping.progress() {
                let doing = control.doing();
                ui.spinner();
                ui.label(if doing.is_empty() { "Working…".to_owned() } else { format!("{doing}…") });
                if other_button(ui, "Stop").clicked() {
                    panel.wants(Action::Runs(KeptRuns::Cancel));
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                done = other_button(ui, "Close").clicked();
            });
        });
    });
    if done || closed {
        close(panel);
    }
}

/// The run that is shown can be kept under a name.
fn keep(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(shown) = panel.rehearsing.shown() else {
        ui.label("Once a rehearsal has been run, it can be kept here.");
        return;
    };
    if panel.rehearsing.reopened().is_some() {
        ui.horizontal(|ui| {
            ui.label("A kept run is shown.");
            if main_button(ui, panel, "Back to the campaign’s own").clicked() {
                panel.wants(Action::Rehearse(super::action::Rehearse::CloseReopened));
            }
        });
        return;
    }
    let proposed = crate::workbench::runs::proposed_name(&shown.scene);
    let free = panel.keeping.progress().is_none();
    let name = panel.view.runs.name.get_or_insert(proposed);
    let mut wanted = None;
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 130.0).max(120.0);
        ui.add(egui::TextEdit::singleline(name).desired_width(width)).accessible_name("Name of the run");
        if ui.add_enabled_ui(free && !name.trim().is_empty(), |ui| look::filled(ui, "Keep this run")).inner.clicked() {
            wanted = Some(name.trim().to_owned());
        }
    });
    if let Some(name) = wanted {
        panel.wants(Action::Runs(KeptRuns::Keep(name)));
    }
}

fn list(ui: &mut Ui, panel: &mut Panel<'_>) {
    let tall = (ui.ctx().content_rect().height() - 260.0).max(120.0);
    let runs: Vec<Listed> = panel.keeping.listed().map(<[Listed]>::to_vec).unwrap_or_default();
    if runs.is_empty() {
        let words = if panel.keeping.listed().is_some() { "No run is kept yet." } else { "Reading the list…" };
        ui.label(RichText::new(words).color(color(Ink::Muted, panel.theme)));
        return;
    }
    egui::ScrollArea::vertical().max_height(tall).min_scrolled_height(tall.min(320.0)).show(ui, |ui| {
        for run in &runs {
            ui.push_id(run.run, |ui| row(ui, panel, run));
        }
    });
}

fn row(ui: &mut Ui, panel: &mut Panel<'_>, run: &Listed) {
    look::card(ui, |ui| {
        ui.horizontal(|ui| {
            ui.allocate_ui_with_layout(
                vec2((ui.available_width() - 292.0).max(140.0), 38.0),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    name(ui, panel, run);
                    let about = RichText::new(about(panel, run)).size(12.0).color(color(Ink::Muted, panel.theme));
                    ui.add(egui::Label::new(about).truncate()).on_hover_text(details(run));
                },
            );
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| buttons(ui, panel, run));
        });
    });
}

/// The name, or the field in which it is changed.
fn name(ui: &mut Ui, panel: &mut Panel<'_>, run: &Listed) {
    if let Some((_, text)) = panel.view.runs.renaming.as_mut().filter(|(renaming, _)| *renaming == run.run) {
        let field = ui.add(egui::TextEdit::singleline(text).desired_width(ui.available_width() - 8.0));
        let field = field.accessible_name("New name");
        if field.lost_focus() {
            let agreed = !ui.input(|input| input.key_pressed(egui::Key::Escape));
            let text = text.trim().to_owned();
            panel.view.runs.renaming = None;
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
        panel.view.runs.renaming = Some((run.run, run.name.clone()));
    }
}

fn buttons(ui: &mut Ui, panel: &mut Panel<'_>, run: &Listed) {
    let free = panel.keeping.progress().is_none();
    if panel.view.runs.deleting == Some(run.run) {
        if ui.button("Keep it").clicked() {
            panel.view.runs.deleting = None;
        }
        let words = RichText::new("Delete for good").color(Color32::WHITE);
        if ui.add_enabled(free, Button::new(words).fill(color(Ink::Held, panel.theme))).clicked() {
            panel.view.runs.deleting = None;
            panel.wants(Action::Runs(KeptRuns::Delete(run.run)));
        }
        return;
    }
    if look::icon_button(ui, Icon::Trash2, "Delete run").clicked() {
        panel.view.runs.deleting = Some(run.run);
    }
    if look::icon_button(ui, Icon::Pencil, "Rename run").clicked() {
        panel.view.runs.renaming = Some((run.run, run.name.clone()));
    }
    let shown = panel.rehearsing.shown().is_some();
    let tip = "Beside the run that is shown";
    if ui.add_enabled(free && shown && run.can_open, Button::new("Compare")).on_hover_text(tip).clicked() {
        panel.wants(Action::Runs(KeptRuns::Compare(run.run)));
    }
    let open = ui.add_enabled(free && run.can_open, Button::new("Open"));
    if open.on_disabled_hover_text("It was kept by an earlier version, without what opening it needs").clicked() {
        panel.wants(Action::Runs(KeptRuns::Open(run.run)));
    }
}

/// When it was kept, with whom, of what: the last is what its name mostly says already, and is cut first.
fn about(panel: &Panel<'_>, run: &Listed) -> String {
    let zone = Zone::named(&run.time_zone).unwrap_or_else(Zone::utc);
    let kept = Instant::parse_with_offset(&run.stored_at);
    let when = kept.map_or(run.stored_at.clone(), |at| dates::moment(panel.settings, zone.wall_at(at)));
    let people = words::people(run.contacts);
    let seed = run.seed.map(|seed| format!(", seed {seed}")).unwrap_or_default();
    format!("{when} · {people}{seed} · {} · {}", run.campaign, run.sequence)
}

/// All that is known of it.
fn details(run: &Listed) -> String {
    let seed = run.seed.map(|seed| format!(", seed {seed}")).unwrap_or_default();
    format!(
        "People: {}{seed}, {} left out\nVisits: {}\nUntil: {} ({})\nRules: {}\nZone data {}, Dripline {}\nCampaign {}",
        run.population,
        run.rejected,
        words::count(run.visits, "visit", "visits"),
        run.until,
        run.time_zone,
        run.rules,
        run.zone_data,
        run.program,
        run.campaign_fingerprint.chars().take(12).collect::<String>(),
    )
}
