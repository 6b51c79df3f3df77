//! Rehearse: the sequence happens, under a clock that a person moves.

use eframe::egui;

use super::app::Panel;
use super::population;

/// Draws what lies around the canvas.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    population::show(ui, panel);
}
