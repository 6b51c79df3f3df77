//! The rules reference.

use eframe::egui;

use super::app::Panel;

/// What the reference keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct Reference {}

/// Draws it.
pub fn show(_ui: &mut egui::Ui, _panel: &mut Panel<'_>) {}
