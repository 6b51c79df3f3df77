//! What an item is called in the table, and how a text fits its place.

use eframe::egui::{self, Color32, FontId};

use crate::report::table::ItemRow;

/// What an item is called.
pub fn name_of(item: &ItemRow) -> &str {
    if item.name.is_empty() { item.kind } else { &item.name }
}

/// A line of text, cut with “…” at a width.
pub fn cut(ui: &egui::Ui, text: String, font: FontId, ink: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text, font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}
