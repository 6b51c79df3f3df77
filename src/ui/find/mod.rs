//! Find, over all texts and settings of all sequences.

use eframe::egui;

use super::app::Panel;

/// What find keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct Find {}

/// Draws it.
pub fn show(_ui: &mut egui::Ui, _panel: &mut Panel<'_>) {}
