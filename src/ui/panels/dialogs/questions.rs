//! Questions before something is lost, and the hint while a file is dragged over the window.

use std::path::Path;

use eframe::egui::{self, Align2, RichText};

use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::{Action, UnsavedChoice};
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::dates;
use crate::ui::controls::modal::{main_button, modal, other_button};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme;
use crate::workbench::files;

/// The question whether to save before continuing.
pub fn unsaved(ctx: &egui::Context, panel: &mut Panel<'_>, is_new: bool) {
    let mut answer = None;
    let title = format!("Save changes to “{}”?", panel.campaign.name);
    let closed = modal(ctx, "unsaved changes", &title, 420.0, |ui| {
        ui.label("If you don't save them, they are lost.");
        ui.horizontal(|ui| {
            let save = main_button(ui, panel.theme, "Save");
            if is_new {
                save.request_focus();
            }
            if save.clicked() {
                answer = Some(UnsavedChoice::Save);
            }
            if other_button(ui, "Don't save").clicked() {
                answer = Some(UnsavedChoice::DontSave);
            }
            if other_button(ui, "Cancel").clicked() {
                answer = Some(UnsavedChoice::Cancel);
            }
        });
    });
    if let Some(answer) = answer.or(closed.then_some(UnsavedChoice::Cancel)) {
        panel.wants(Action::Answer(answer));
    }
}

/// Asks whether to save over a file whose comments would be lost.
pub fn comments(ctx: &egui::Context, panel: &mut Panel<'_>, is_new: bool) {
    let mut answered = false;
    let closed = modal(ctx, "comments", "Save without the file's comments?", 440.0, |ui| {
        ui.label("This file has comments that were written by hand. Saving keeps the campaign, not the comments.");
        ui.horizontal(|ui| {
            let save = main_button(ui, panel.theme, "Save without comments");
            if is_new {
                save.request_focus();
            }
            if save.clicked() {
                answered = true;
                if let Some(path) = panel.editor.path() {
                    panel.wants(Action::SaveTo(path.to_owned()));
                }
            }
            if other_button(ui, "Save as…").clicked() {
                answered = true;
                panel.wants(Action::Run(Command::SaveAs));
            }
            if other_button(ui, "Cancel").clicked() {
                answered = true;
                panel.wants(Action::Answer(UnsavedChoice::Cancel));
            }
        });
    });
    if answered {
        panel.wants(Action::Close);
    } else if closed {
        panel.wants(Action::Answer(UnsavedChoice::Cancel));
    }
}

/// The question what to do about a file that was changed elsewhere. Nothing is replaced without a choice.
pub fn changed_outside(ctx: &egui::Context, panel: &mut Panel<'_>, is_new: bool) {
    let mut answer = None;
    let name = panel.editor.path().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    let title = format!("“{name}” was changed outside this window");
    let is_unsaved = panel.editor.is_unsaved();
    let closed = modal(ctx, "changed outside", &title, 520.0, |ui| {
        let at = panel.editor.path().and_then(files::changed_at);
        let at = at.map(|at| ShownZone::of(panel).date_time(panel.settings, dates::instant(at)));
        let when = at.map(|at| format!("The file was changed elsewhere: {at}. "));
        let lost = if is_unsaved { "; your unsaved changes are lost" } else { "" };
        ui.label(format!(
            "{}Open it again to see the new version{lost}. Save over it to keep the version in this window; the other \
             version stays next to the file as {name}.bak1.",
            when.unwrap_or_default()
        ));
        ui.horizontal_wrapped(|ui| {
            if other_button(ui, "Open it again").clicked() {
                answer = Some(Action::Answer(UnsavedChoice::Reopen));
            }
            if other_button(ui, "Save over it").clicked() {
                answer = Some(Action::Answer(UnsavedChoice::SaveOver));
            }
            if other_button(ui, "Save as…").clicked() {
                answer = Some(Action::Run(Command::SaveAs));
            }
            let cancel = main_button(ui, panel.theme, "Cancel");
            if is_new {
                cancel.request_focus();
            }
            if cancel.clicked() {
                answer = Some(Action::Answer(UnsavedChoice::Cancel));
            }
        });
    });
    if let Some(answer) = answer.or(closed.then_some(Action::Answer(UnsavedChoice::Cancel))) {
        panel.wants(answer);
    }
}

/// The hint while a file is dragged over the window.
pub fn drop_to_open(ctx: &egui::Context, theme: Theme) {
    let area = egui::Area::new(egui::Id::unique("drop to open")).anchor(Align2::CENTER_CENTER, egui::Vec2::ZERO);
    area.order(egui::Order::Tooltip).interactable(false).show(ctx, |ui| {
        let frame = egui::Frame::new()
            .fill(theme::color(ColorRole::Accent, theme))
            .corner_radius(12)
            .inner_margin(egui::Margin::symmetric(28, 18));
        frame.show(ui, |ui| {
            let text = RichText::new("Drop to open").family(theme::semibold()).size(20.0);
            ui.label(text.color(theme::color(ColorRole::OnAccent, theme)));
        });
    });
}
