//! The quiet buttons of bars: an icon, with the name that a screen reader says and a tooltip shows.

use eframe::egui::{self, Role, WidgetInfo};

use super::theme::{color, glyph};
use crate::picture::theme::{Ink, Theme};

/// Draws one.
pub fn tool_button(
    ui: &mut egui::Ui,
    theme: Theme,
    icon: lucide_icons::Icon,
    name: &str,
    tip: &str,
    enabled: bool,
) -> egui::Response {
    let ink = if enabled { Ink::Text } else { Ink::Muted };
    let text = glyph(icon).size(17.0).color(color(ink, theme));
    let response = ui.add_enabled(enabled, egui::Button::new(text).min_size(egui::vec2(28.0, 28.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response.on_hover_text(tip).on_disabled_hover_text(tip)
}
