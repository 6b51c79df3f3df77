//! In a narrow window the settings have no column of their own: they lie over the canvas while something is selected.

use super::panel::DocumentView;
use super::view_state::WindowMode;

/// Smallest window width at which the settings don't lie over the canvas.
const NARROW_WINDOW: f32 = 1_100.0;
/// The width of the settings, and their distance from the edge of the canvas.
pub const SETTINGS: (f32, f32) = (312.0, 8.0);

/// Whether the settings lie over the canvas in a window of this width.
pub fn is_narrow(window: f32) -> bool {
    window < NARROW_WINDOW
}

/// The width of the settings that lie over the canvas, in a window of this width.
pub fn settings_width(window: f32) -> f32 {
    SETTINGS.0.min(window - 2.0 * SETTINGS.1)
}

/// How much of the canvas's right side the settings cover now; `None` if they don't lie over it.
pub fn settings_over_canvas(panel: &DocumentView<'_>, window: f32) -> Option<f32> {
    let is_shown = is_narrow(window)
        && panel.view.mode == WindowMode::Build
        && panel.settings.inspector
        && !panel.view.presenting
        && !panel.view.selection.is_empty();
    is_shown.then(|| settings_width(window) + SETTINGS.1)
}
