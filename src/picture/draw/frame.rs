//! Frames around groups: a coloured edge behind the items, with the title above it.

use crate::campaign::sequence::{Color, Frame};
use crate::picture::geometry::{Rect, point};
use crate::picture::level::text_size;
use crate::picture::measure::{Weight, fit};
use crate::picture::shape::{Paint, Shape, Stroke, Text};
use crate::picture::theme::ColorRole;

use super::{Pen, Shapes};

/// The size of titles at 100 %.
pub const TITLE: f32 = 12.5;

/// The colours of notes and frames: paper and edge.
pub fn inks(color: Color) -> (ColorRole, ColorRole) {
    match color {
        Color::Yellow => (ColorRole::YellowPaper, ColorRole::YellowEdge),
        Color::Blue => (ColorRole::BluePaper, ColorRole::BlueEdge),
        Color::Green => (ColorRole::GreenPaper, ColorRole::GreenEdge),
        Color::Pink => (ColorRole::PinkPaper, ColorRole::PinkEdge),
        Color::Grey => (ColorRole::GreyPaper, ColorRole::GreyEdge),
    }
}

/// Draws a frame whose rectangle is given in pixels.
pub fn draw(out: &mut Shapes<'_>, pen: &Pen, area: Rect, frame: &Frame, with_title: bool) {
    let (paper, edge) = inks(frame.color);
    let stroke = Stroke::solid(pen.line(1.5), Paint::from(edge).faded(pen.strength));
    let fill = Paint::from(paper).faded(0.45 * pen.strength);
    out.push(Shape::Box { area, radius: 14.0 * pen.zoom, fill: Some(fill), stroke: Some(stroke) });
    if !with_title || pen.zoom < 0.3 || frame.title.trim().is_empty() {
        return;
    }
    let size = text_size(TITLE, pen.zoom, 10.0);
    let room = area.width() - 8.0 * pen.zoom;
    let title = fit(&frame.title, Weight::SemiBold, size, room);
    let at = point(area.min.x + 4.0 * pen.zoom, area.min.y - size * 0.85);
    out.push(Shape::Text(Text::from_left(
        title,
        at,
        size,
        Weight::SemiBold,
        Paint::from(ColorRole::Text).faded(pen.strength),
    )));
}
