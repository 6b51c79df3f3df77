//! Colours of plain data as egui has them.

use eframe::egui::Color32;

use crate::picture::shape::Paint;
use crate::picture::theme::Theme;
use crate::ui::controls::theme::color;

/// A colour as egui has it.
pub fn ink(paint: Paint, theme: Theme) -> Color32 {
    let full = color(paint.ink, theme);
    if paint.alpha >= 1.0 { full } else { full.gamma_multiply(paint.alpha.max(0.0)) }
}
