//! A picture, or something of a rehearsal, that is being written beside the window: how far it is, and what came of it.

use std::path::PathBuf;

use eframe::egui;

use super::app::App;
use crate::picture::options::Options;
use crate::ui::controls::under_way;
use crate::ui::panels::dialogs::export::Export;
use crate::workbench::exporting::Exporting;
use crate::workbench::picture;
use crate::workbench::report_files::choice::What;

/// Work that is shorter than this, in seconds, shows nothing.
const PATIENCE: f64 = 0.3;
/// How often it is looked how far it is, in seconds.
const STEP: f32 = 0.1;

/// The picture that is being written, and since when, in egui's seconds.
pub struct UnderWay {
    exporting: Exporting,
    since: f64,
}

impl App {
    /// Begins to write the open sequence as a picture.
    pub(super) fn export(&mut self, ctx: &egui::Context, path: PathBuf, export: Export) {
        self.view.overlay = crate::ui::context::view_state::Overlay::None;
        self.view.focus_canvas = true;
        if let Some(UnderWay { exporting, .. }) = &self.under_way {
            return self.toasts.warn(format!("{} is still being written.", exporting.path().display()));
        }
        let wanted = picture::Wanted { format: export.format, options: export.options, counts: None };
        let (campaign, sequence) = (self.editor.campaign().clone(), self.view.selection.sequence);
        let wake = ctx.clone();
        let started = Exporting::start(campaign, sequence, wanted, path, move || wake.request_repaint());
        self.follow_started(ctx, started);
    }

    /// Begins to write something of the rehearsal that is shown, as it stands at the clock.
    pub(super) fn export_report(&mut self, ctx: &egui::Context, path: PathBuf, what: What, options: Options) {
        self.view.overlay = crate::ui::context::view_state::Overlay::None;
        if let Some(UnderWay { exporting, .. }) = &self.under_way {
            return self.toasts.warn(format!("{} is still being written.", exporting.path().display()));
        }
        let Some((run, at)) = self.rehearsing.shown().cloned().zip(self.rehearsing.at()) else {
            return self.toasts.warn("There is no run to export yet.".to_owned());
        };
        let wanted = match what.wanted(&path, options) {
            Ok(wanted) => wanted,
            Err(failure) => return self.toasts.warn(failure.to_string()),
        };
        let wake = ctx.clone();
        let when = (at, crate::ui::controls::dates::now());
        let started = Exporting::start_report(run, when, wanted, path, move || wake.request_repaint());
        self.follow_started(ctx, started);
    }

    fn follow_started(&mut self, ctx: &egui::Context, started: std::io::Result<Exporting>) {
        match started {
            Ok(exporting) => {
                let since = ctx.input(|input| input.time);
                self.under_way = Some(UnderWay { exporting, since });
            }
            Err(error) => self.toasts.warn(format!("It can't be exported: {error}")),
        }
    }

    /// Says what came of the picture, or shows how far it is.
    pub(super) fn follow_export(&mut self, ctx: &egui::Context) {
        let Some(UnderWay { exporting, since }) = &mut self.under_way else { return };
        let Some(ended) = exporting.poll() else {
            if under_way::is_long(ctx, *since, PATIENCE, STEP) {
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
        if ui.button("Cancel").on_hover_text("Nothing of it stays").clicked() {
            exporting.cancel();
        }
    });
}
