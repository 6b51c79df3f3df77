//! The directory: what items may name, and the campaign's zone and rules.

use eframe::egui;

use super::app::Panel;

/// Draws it.
pub fn show(_ui: &mut egui::Ui, _panel: &mut Panel<'_>) {}
