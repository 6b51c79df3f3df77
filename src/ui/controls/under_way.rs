//! Shows work in the background at the top of the window, once it takes noticeable time.

use eframe::egui::{self, Align, Align2, Layout, ProgressBar, Spinner, Ui, vec2};

use super::look;
use crate::picture::theme::ColorRole;

/// The width of the progress bar.
const BAR: f32 = 160.0;

/// Seconds of work before its progress is shown.
const PATIENCE: f64 = 0.2;
/// Seconds between two updates of the progress.
const STEP: f32 = 0.05;

/// Whether work that began at `since`, in egui's seconds, takes long enough to be shown. Requests a repaint for when it
/// does, and regularly from then on.
pub(in crate::ui) fn is_long(ctx: &egui::Context, since: f64) -> bool {
    let waited = ctx.input(|input| input.time) - since;
    let is_long = waited >= PATIENCE;
    ctx.request_repaint_after_secs(if is_long { STEP } else { (PATIENCE - waited) as f32 });
    is_long
}

/// A row at the top of the window: what is being done, its progress, and a way to cancel it.
pub(in crate::ui) fn show<T>(ctx: &egui::Context, id: &str, row: impl FnOnce(&mut Ui) -> T) -> T {
    let area = egui::Area::new(egui::Id::unique(id));
    let area = area.anchor(Align2::CENTER_TOP, egui::vec2(0.0, 56.0)).order(egui::Order::Foreground);
    let shown = area.show(ctx, |ui| egui::Frame::popup(ui.style()).show(ui, |ui| ui.horizontal(row)));
    shown.inner.inner.inner
}

/// The progress of work: a bar, or a spinner while the progress is unknown. Both have the same size, so that what is
/// next to them doesn't move.
pub(in crate::ui) fn bar(ui: &mut Ui, doing: &str, share: Option<f32>) {
    let size = vec2(BAR, ui.spacing().interact_size.y);
    look::slot(ui, size, Layout::left_to_right(Align::Center), |ui| match share {
        Some(share) => {
            let bar = ProgressBar::new(share).desired_width(BAR).desired_height(14.0);
            ui.add(bar.fill(look::ink(ui, ColorRole::Accent))).accessible_name(doing);
        }
        None => {
            ui.add(Spinner::new().size(16.0));
        }
    });
}
