//! Exports in the background: their progress and result.

use std::path::PathBuf;

use eframe::egui;

use super::app::App;
use super::pending::PendingExport;
use crate::ui::context::view_state::{Overlay, WindowMode};
use crate::ui::controls::{dates, under_way};
use crate::ui::panels::report::state::ReportTab;
use crate::workbench::exporting::{ExportSubject, Exporting};
use crate::workbench::exports::canvas::CANVAS;
use crate::workbench::exports::export::{Choices, Export};
use crate::workbench::exports::listed::LISTED;

impl App {
    /// Starts to write the open sequence as a picture.
    pub(super) fn export_picture(&mut self, ctx: &egui::Context, path: PathBuf, choices: Choices) {
        self.close();
        let subject = ExportSubject::Sequence(self.editor.shared(), self.view.selection.sequence);
        self.begin_export(ctx, path, subject, &CANVAS, choices);
    }

    /// Asks where to write a picture of the canvas as it is seen: in Build mode only what is drawn, in other modes with
    /// the numbers of the rehearsal.
    pub(super) fn export_canvas(&mut self) {
        self.view.overlay = match self.view.mode {
            WindowMode::Build => Overlay::Export,
            WindowMode::Rehearse | WindowMode::Report => {
                self.panels.dialogs.propose_export(&CANVAS);
                Overlay::ExportReport
            }
        };
    }

    /// Asks what to export of the rehearsal. What is seen in the report is proposed.
    pub(super) fn export_result(&mut self) {
        let is_of_list = self.view.mode == WindowMode::Report && self.panels.report.tab == ReportTab::People;
        self.panels.dialogs.take_filter(self.panels.report.people_filter().clone());
        if is_of_list {
            self.panels.dialogs.propose_export(&LISTED);
        }
        self.view.overlay = Overlay::ExportReport;
    }

    /// Starts to write a result of the shown rehearsal, at the clock's time.
    pub(super) fn export_report(&mut self, ctx: &egui::Context, path: PathBuf, export: &Export, choices: Choices) {
        self.view.overlay = Overlay::None;
        let subject = match self.rehearsing.shown().cloned().zip(self.rehearsing.at()) {
            Some((run, clock)) => ExportSubject::Run { run, clock, now: dates::now() },
            None if !export.needs_run() => ExportSubject::Sequence(self.editor.shared(), self.view.selection.sequence),
            None => return self.toasts.warn("No run to export yet.".to_owned()),
        };
        self.begin_export(ctx, path, subject, export, choices);
    }

    fn begin_export(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        subject: ExportSubject,
        export: &Export,
        choices: Choices,
    ) {
        if let Some(PendingExport { exporting, .. }) = &self.under_way {
            return self.toasts.warn(format!("{} is still being written.", exporting.path().display()));
        }
        let form = match export.form(&path) {
            Ok(form) => form,
            Err(failure) => return self.toasts.warn(failure.to_string()),
        };
        let wake = ctx.clone();
        match Exporting::start(subject, (form, choices), path, move || wake.request_repaint()) {
            Ok(exporting) => {
                let since = ctx.input(|input| input.time);
                self.under_way = Some(PendingExport { exporting, since });
            }
            Err(error) => self.toasts.warn(format!("It can't be exported: {error}")),
        }
    }

    /// Shows the result of an export, or its progress.
    pub(super) fn follow_export(&mut self, ctx: &egui::Context) {
        let Some(PendingExport { exporting, since }) = &mut self.under_way else { return };
        let Some(ended) = exporting.poll() else {
            if under_way::is_long(ctx, *since) {
                show(ctx, exporting);
            }
            return;
        };
        let path = exporting.path().display();
        match ended {
            Ok(None) => self.toasts.tell(format!("Exported {path}")),
            Ok(Some(note)) => self.toasts.tell(format!("Exported {path}. {note}")),
            Err(_) if exporting.is_cancelled() => self.toasts.note(format!("{path} was not exported")),
            Err(why) => self.toasts.warn(why),
        }
        self.under_way = None;
    }
}

fn show(ctx: &egui::Context, exporting: &Exporting) {
    let name = exporting.path().file_name().unwrap_or_default().to_string_lossy();
    under_way::show(ctx, "exporting", |ui| {
        if exporting.is_cancelled() {
            ui.label(format!("Stopping the export of {name}"));
            return;
        }
        let doing = format!("Exporting {name}");
        ui.label(&doing);
        under_way::bar(ui, &doing, Some(exporting.progress()));
        if ui.button("Cancel").on_hover_text("The partial file is deleted").clicked() {
            exporting.cancel();
        }
    });
}
