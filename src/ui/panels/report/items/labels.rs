//! Shortening texts.

use eframe::egui::{self, Color32, FontId};

/// A line of text, shortened with “…” to a width.
pub fn cut(ui: &egui::Ui, text: String, font: FontId, ink: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text, font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}
