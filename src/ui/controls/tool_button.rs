//! The buttons of bars: an icon, with a name for screen readers and tooltips.

use eframe::egui::{self, Role, WidgetInfo};

use super::theme::{color, glyph};
use crate::picture::theme::{ColorRole, Theme};

/// Draws a tool button with an icon and a name.
pub fn tool_button(
    ui: &mut egui::Ui,
    theme: Theme,
    icon: lucide_icons::Icon,
    name: &str,
    tip: &str,
    enabled: bool,
) -> egui::Response {
    let ink = if enabled { ColorRole::Text } else { ColorRole::Muted };
    let text = glyph(icon).size(17.0).color(color(ink, theme));
    let response = ui.add_enabled(enabled, egui::Button::new(text).min_size(egui::vec2(28.0, 28.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response.on_hover_text(tip).on_disabled_hover_text(tip)
}
