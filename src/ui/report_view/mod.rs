//! Report: what came of a rehearsal, in tables and plots.

use eframe::egui;

use super::app::Panel;

/// Draws what lies around the canvas.
pub fn show(_ui: &mut egui::Ui, _panel: &mut Panel<'_>) {}
