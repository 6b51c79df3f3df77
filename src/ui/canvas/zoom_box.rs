//! The buttons for zooming, beside the tabs: there they cover nothing of the canvas.

use eframe::egui::{self, Align2, Sense, WidgetInfo, pos2, vec2};

use super::ids::focus_id;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::focus;
use crate::ui::controls::theme::{color, icon};

/// The size of the buttons together.
const SIZE: egui::Vec2 = vec2(148.0, 28.0);
/// The room that must stay free for [`show`].
pub const ROOM: f32 = SIZE.x + 8.0;

/// Draws the buttons, with the canvas's zoom among them.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, zoom: f32) {
    let (rect, _) = ui.allocate_exact_size(SIZE, Sense::hover());
    let line = egui::Stroke::new(1.0, color(ColorRole::Line, panel.theme));
    ui.painter().rect(rect, 8.0, color(ColorRole::Panel, panel.theme), line, egui::StrokeKind::Inside);
    let percent = format!("{} %", (zoom * 100.0).round());
    let glyph = |icon: lucide_icons::Icon| char::from(icon).to_string();
    let parts = [
        (glyph(lucide_icons::Icon::Minus), Command::ZoomOut, 32.0),
        (percent, Command::ActualSize, 52.0),
        (glyph(lucide_icons::Icon::Plus), Command::ZoomIn, 32.0),
        (glyph(lucide_icons::Icon::Maximize), Command::Fit, 32.0),
    ];
    let mut left = rect.min.x;
    for (text, command, width) in parts {
        let part = egui::Rect::from_min_size(pos2(left, rect.min.y), vec2(width, SIZE.y));
        left += width;
        if control(ui, panel, part, (&text, command)) {
            panel.wants(Action::Run(command));
        }
    }
}

fn control(ui: &mut egui::Ui, panel: &DocumentView<'_>, rect: egui::Rect, (text, command): (&str, Command)) -> bool {
    let response = ui.interact(rect, focus_id().with(command), Sense::click());
    let is_percent = command == Command::ActualSize;
    let name = if is_percent { format!("Actual size, now {text}") } else { command.label() };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink(3.0), 6.0, color(ColorRole::AccentField, panel.theme));
    }
    if focus::shows_itself(&response) {
        let ring = egui::Stroke::new(2.0, color(ColorRole::Accent, panel.theme));
        ui.painter().rect_stroke(rect.shrink(2.0), 6.0, ring, egui::StrokeKind::Inside);
    }
    let font = if is_percent { egui::FontId::proportional(12.5) } else { egui::FontId::new(15.0, icon()) };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, color(ColorRole::Text, panel.theme));
    let keys = command.shown_keys(ui.ctx());
    response.on_hover_text(format!("{} ({keys})", command.label())).clicked()
}
