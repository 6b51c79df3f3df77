//! The controls in the canvas's corners: zoom at the lower left, the minimap at the lower right. In Report mode there
//! is no minimap, and zoom is at the lower right, since the last track begins at the left.

use eframe::egui::{self, Align2, Sense, WidgetInfo};

use super::ids::focus_id;
use super::paint::{self, PaintCache};
use super::viewport::Viewport;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::context::view_state::WindowMode;
use crate::ui::controls::theme::{color, icon};

/// Largest size of the minimap, and its largest share of the canvas's width, so that it doesn't cover a small canvas.
const MAP: egui::Vec2 = egui::vec2(160.0, 100.0);
const MAP_SHARE: f32 = 0.17;
const EDGE: f32 = 12.0;

/// Draws zoom and minimap over the canvas.
pub fn show(cache: &mut PaintCache, ui: &mut egui::Ui, panel: &mut Panel<'_>, viewport: &mut Viewport) {
    if panel.view.presenting {
        return;
    }
    // In Report mode the whole sequence is visible, and there is little room.
    let is_report = panel.view.mode == WindowMode::Report;
    let roomy = viewport.rect.width() > 420.0 && viewport.rect.height() > 240.0 && !is_report;
    zoom(ui, panel, viewport, is_report);
    if panel.settings.minimap && roomy && !panel.scene.faces.is_empty() {
        map(ui, cache, panel, viewport);
    }
}

fn zoom(ui: &mut egui::Ui, panel: &mut Panel<'_>, viewport: &Viewport, at_right: bool) {
    let size = egui::vec2(168.0, 32.0);
    let corner = if at_right { Align2::RIGHT_BOTTOM } else { Align2::LEFT_BOTTOM };
    let rect = corner.align_size_within_rect(size, viewport.rect.shrink(EDGE));
    // The box itself takes presses, so that a press next to a button doesn't reach the canvas.
    ui.interact(rect, focus_id().with("zoom"), Sense::CLICK | Sense::DRAG);
    // A separate clip rectangle makes egui paint it as a separate mesh. Otherwise egui would enlarge the canvas's mesh,
    // and copy its many triangles.
    let painter = ui.painter().with_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    let line = egui::Stroke::new(1.0, color(ColorRole::Line, panel.theme));
    painter.rect(rect, 8.0, color(ColorRole::Panel, panel.theme), line, egui::StrokeKind::Inside);
    let percent = format!("{} %", (viewport.camera.zoom * 100.0).round());
    let glyph = |icon: lucide_icons::Icon| char::from(icon).to_string();
    let parts = [
        (glyph(lucide_icons::Icon::Minus), Command::ZoomOut, 36.0),
        (percent, Command::ActualSize, 60.0),
        (glyph(lucide_icons::Icon::Plus), Command::ZoomIn, 36.0),
        (glyph(lucide_icons::Icon::Maximize), Command::Fit, 36.0),
    ];
    let mut left = rect.min.x;
    for (text, command, width) in parts {
        let part = egui::Rect::from_min_size(egui::pos2(left, rect.min.y), egui::vec2(width, size.y));
        left += width;
        if control(ui, &painter, panel, part, (&text, command)) {
            panel.wants(Action::Run(command));
        }
    }
}

fn control(
    ui: &mut egui::Ui,
    painter: &egui::Painter,
    panel: &DocumentView<'_>,
    rect: egui::Rect,
    (text, command): (&str, Command),
) -> bool {
    let response = ui.interact(rect, focus_id().with(command), Sense::click());
    let is_percent = command == Command::ActualSize;
    let name = if is_percent { format!("Actual size, now {text}") } else { command.label() };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect.shrink(3.0), 6.0, color(ColorRole::AccentField, panel.theme));
    }
    let font = if is_percent { egui::FontId::proportional(12.5) } else { egui::FontId::new(15.0, icon()) };
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, color(ColorRole::Text, panel.theme));
    let keys = command.shown_keys(ui.ctx());
    response.on_hover_text(format!("{} ({keys})", command.label())).clicked()
}

fn map(ui: &mut egui::Ui, cache: &mut PaintCache, panel: &DocumentView<'_>, viewport: &mut Viewport) {
    let size = MAP * (viewport.rect.width() * MAP_SHARE / MAP.x).min(1.0);
    let rect = egui::Rect::from_min_size(viewport.rect.right_bottom() - size - egui::Vec2::splat(EDGE), size);
    let response = ui.interact(rect, focus_id().with("minimap"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Pane, true, "Minimap"));
    let painter = ui.painter().with_clip_rect(rect);
    let map = paint::paint_minimap(cache, &painter, rect, panel.scene, viewport.seen(), panel.theme);
    if (response.clicked() || response.dragged())
        && let Some(at) = response.interact_pointer_pos()
    {
        viewport.camera.middle = map.to_canvas(rect.clamp(at));
        ui.ctx().request_repaint();
    }
}
