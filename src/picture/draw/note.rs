//! Notes: paper with Markdown text, cut off at its lower edge.

use std::borrow::Cow;

use crate::campaign::sequence::Note;
use crate::picture::geometry::{Rect, point};
use crate::picture::markdown::{TextLine, lines};
use crate::picture::measure::{CAPITALS, width};
use crate::picture::shape::{Anchor, Paint, Shape, Stroke, Text, TextSpan};
use crate::picture::theme::ColorRole;

use super::frame::inks;
use super::{Pen, Shapes};

/// The distance from the paper's edge to the text, at 100 %.
pub const MARGIN: f32 = 14.0;

/// The lines of a note's text, at 100 %, that fit on paper of this size.
pub fn sheet(note: &Note, (wide, high): (f32, f32)) -> Vec<TextLine> {
    let mut sheet = lines(&note.text, wide - 2.0 * MARGIN);
    sheet.retain(|line| line.y + line.size * 0.6 <= high - MARGIN * 1.5);
    sheet
}

/// Draws a note's paper, whose rectangle is given in pixels.
pub fn paper(out: &mut Shapes<'_>, pen: &Pen, area: Rect, note: &Note) {
    let (paper, edge) = inks(note.color);
    let stroke = Stroke::solid(pen.line(1.0), Paint::from(edge).faded(pen.strength));
    let fill = Paint::from(paper).faded(pen.strength);
    out.push(Shape::Box { area, radius: 8.0 * pen.zoom, fill: Some(fill), stroke: Some(stroke) });
}

/// Draws a note's lines; the pen's origin is the paper's left upper corner.
pub fn text<'a>(out: &mut Shapes<'a>, pen: &Pen, sheet: &'a [TextLine]) {
    for line in sheet {
        let at = pen.at(MARGIN + line.x, MARGIN * 0.75 + line.y);
        // Rounded down to whole pixels, so that no line is wider than the note.
        let size = if pen.zoom == 1.0 { line.size } else { (line.size * pen.zoom).floor() };
        if size < 6.0 {
            greek(out, pen, line, at);
            continue;
        }
        let spans = line.spans.iter().map(|piece| TextSpan {
            text: Cow::Borrowed(piece.text.as_str()),
            weight: piece.style.weight,
            italic: piece.style.italic,
            paint: Paint::from(if piece.style.apart { ColorRole::NoteLink } else { ColorRole::Text })
                .faded(pen.strength),
        });
        let at = point(at.x, at.y + size * CAPITALS / 2.0);
        out.push(Shape::Text(Text { at, anchor: Anchor::Left, size, spans: spans.collect() }));
    }
}

/// Draws a bar in place of a line that is too small to read.
fn greek(out: &mut Shapes<'_>, pen: &Pen, line: &TextLine, at: crate::picture::geometry::Point) {
    let wide: f32 = line.spans.iter().map(|piece| width(&piece.text, piece.style.weight, line.size)).sum();
    let area = Rect::at(point(at.x, at.y - 1.5 * pen.zoom), wide * pen.zoom, 3.0 * pen.zoom);
    let fill = Paint::from(ColorRole::Text).faded(0.28 * pen.strength);
    out.push(Shape::Box { area, radius: 0.0, fill: Some(fill), stroke: None });
}
