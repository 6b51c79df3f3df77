//! A picture that is being written beside the window: how far it is, and what came of it.

use std::path::PathBuf;

use eframe::egui::{self, Align2, ProgressBar};

use crate::workbench::exporting::Exporting;
use crate::workbench::picture;

use super::app::App;
use super::dialogs::export::Export;

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
        self.view.overlay = super::view_state::Overlay::None;
        self.view.focus_canvas = true;
        if let Some(UnderWay { exporting, .. }) = &self.under_way {
            return self.toasts.warn(format!("{} is still being written.", exporting.path().display()));
        }
        let Export { format, theme, scale, transparent } = export;
        let wanted = picture::Wanted { format, theme, transparent, scale, counts: None };
        let (campaign, sequence) = (self.editor.campaign().clone(), self.view.selection.sequence);
        let wake = ctx.clone();
        match Exporting::start(campaign, sequence, wanted, path, move || wake.request_repaint()) {
            Ok(exporting) => {
                let since = ctx.input(|input| input.time);
                self.under_way = Some(UnderWay { exporting, since });
            }
            Err(error) => self.toasts.warn(format!("The picture can't be exported: {error}")),
        }
    }

    /// Says what came of the picture, or shows how far it is.
    pub(super) fn follow_export(&mut self, ctx: &egui::Context) {
        let Some(UnderWay { exporting, since }) = &mut self.under_way else { return };
        let Some(ended) = exporting.poll() else {
            let waited = ctx.input(|input| input.time) - *since;
            if waited < PATIENCE {
                ctx.request_repaint_after_secs((PATIENCE - waited) as f32);
            } else {
                ctx.request_repaint_after_secs(STEP);
                show(ctx, exporting);
            }
            return;
        };
        let path = exporting.path().display();
        match ended {
            Ok(()) => self.toasts.tell(format!("Exported {path}")),
            Err(_) if exporting.is_cancelled() => self.toasts.tell(format!("{path} was not exported")),
            Err(why) => self.toasts.warn(why),
        }
        self.under_way = None;
    }
}

fn show(ctx: &egui::Context, exporting: &Exporting) {
    let name = exporting.path().file_name().unwrap_or_default().to_string_lossy();
    let area = egui::Area::new(egui::Id::unique("exporting"));
    area.anchor(Align2::CENTER_TOP, egui::vec2(0.0, 56.0)).order(egui::Order::Foreground).show(ctx, |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            ui.horizontal(|ui| {
                if exporting.is_cancelled() {
                    ui.label(format!("Stopping the export of {name}"));
                    return;
                }
                let doing = format!("Exporting {name}");
                ui.label(&doing);
                ui.add(ProgressBar::new(exporting.progress()).desired_width(160.0)).accessible_name(&doing);
                if ui.button("Cancel").on_hover_text("Nothing of the picture stays").clicked() {
                    exporting.cancel();
                }
            });
        });
    });
}
