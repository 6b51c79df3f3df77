//! Converts colours of `picture` to egui's type.

use eframe::egui::Color32;

use crate::picture::shape::Paint;
use crate::picture::theme::Theme;
use crate::ui::controls::theme::color;

/// Converts a colour to egui's type.
pub fn ink(paint: Paint, theme: Theme) -> Color32 {
    let full = color(paint.ink, theme);
    if paint.alpha >= 1.0 { full } else { full.gamma_multiply(paint.alpha.max(0.0)) }
}
