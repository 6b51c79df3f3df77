//! What all pictures draw with: room, and lines of text.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align2, FontId, Galley, Painter, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use crate::picture::theme::{ColorRole, Theme};
use crate::ui::controls::theme::color;

/// The size of all texts in a picture.
pub(super) const TEXT: f32 = 11.5;

/// Room for a picture, with its words for screen readers.
pub(super) fn room(ui: &mut Ui, size: Vec2, spoken: &str) -> (Rect, Painter) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken));
    (rect, ui.painter_at(rect.expand(2.0)))
}

/// Writes a line of text that stays between two edges. Returns its rectangle.
pub(super) fn line(painter: &Painter, at: Pos2, words: &str, ink: (ColorRole, Theme), edges: (f32, f32)) -> Rect {
    let (rect, galley) = placed(painter, at, words, ink, edges);
    painter.galley(rect.min, galley, color(ink.0, ink.1));
    rect
}

/// Where [`line()`] writes a text, and the text laid out.
pub(super) fn placed(
    painter: &Painter,
    at: Pos2,
    words: &str,
    ink: (ColorRole, Theme),
    edges: (f32, f32),
) -> (Rect, Arc<Galley>) {
    let galley = painter.layout_no_wrap(words.to_owned(), FontId::proportional(TEXT), color(ink.0, ink.1));
    let left = at.x.min(edges.1 - galley.rect.width()).max(edges.0);
    (galley.rect.translate(pos2(left, at.y).to_vec2()), galley)
}

/// Writes a text in the middle of a column, on several lines if needed. Returns its lower edge.
pub(super) fn column(
    painter: &Painter,
    top: Pos2,
    width: f32,
    words: &str,
    font: FontId,
    ink: (ColorRole, Theme),
) -> f32 {
    let ink = color(ink.0, ink.1);
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, ink));
    job.wrap = TextWrapping { max_width: width, max_rows: 3, ..TextWrapping::default() };
    job.halign = eframe::egui::Align::Center;
    let galley = painter.layout_job(job);
    let bottom = top.y + galley.rect.height();
    painter.galley(top, galley, ink);
    bottom
}

/// Writes a text around a point.
pub(super) fn middle(painter: &Painter, at: Pos2, words: &str, ink: (ColorRole, Theme)) -> Rect {
    painter.text(at, Align2::CENTER_CENTER, words, FontId::proportional(TEXT), color(ink.0, ink.1))
}
