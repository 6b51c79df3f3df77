//! A table of a document: a row is not split between pages, and the head is repeated on each.

use std::rc::Rc;

use crate::picture::geometry::{Rect, point};
use crate::picture::paper::Paper;
use crate::picture::shape::{Anchor, Shape, Stroke};
use crate::picture::theme::ColorRole;

use super::blocks::{TextLook, lines};
use super::flow::{DocPiece, text_width};

/// The space between a cell's edge and its texts.
const PAD: f32 = 4.0;
/// The height of a bar.
const BAR: f32 = 6.0;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct PdfColumn<'a> {
    /// The caption.
    pub caption: &'a str,
    /// The width, compared with the other columns.
    pub share: f32,
    /// Whether it has numbers, which are right-aligned.
    pub is_number: bool,
}

/// A part of a bar: its colour, and its part of the whole.
pub type BarPart = (ColorRole, f32);

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct PdfCell {
    /// The texts, one below the other.
    pub texts: Vec<(String, TextLook)>,
    /// The parts of a bar below the texts.
    pub bar: Vec<BarPart>,
}

impl PdfCell {
    /// A cell with this text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::of(text, TextLook::BODY)
    }

    /// A cell with this text in this look.
    pub fn of(text: impl Into<String>, look: TextLook) -> Self {
        Self { texts: vec![(text.into(), look)], bar: Vec::new() }
    }
}

/// A table as pieces: its head, then a piece for each row.
pub fn table(columns: &[PdfColumn<'_>], rows: impl IntoIterator<Item = Vec<PdfCell>>, paper: Paper) -> Vec<DocPiece> {
    let all: f32 = columns.iter().map(|column| column.share).sum();
    let widths: Vec<f32> = columns.iter().map(|column| column.share / all * text_width(paper)).collect();
    let numbers: Vec<bool> = columns.iter().map(|column| column.is_number).collect();
    let look = TextLook { ink: ColorRole::Muted, ..TextLook::STRONG };
    let captions: Vec<PdfCell> = columns.iter().map(|column| PdfCell::of(column.caption, look)).collect();
    let head = row(&captions, &widths, &numbers, ColorRole::Wire);
    let repeated = Rc::new(DocPiece { above: 4.0, ..head });
    let first = DocPiece { keeps_next: true, ..(*repeated).clone() };
    let below = rows
        .into_iter()
        .map(|cells| DocPiece { head: Some(Rc::clone(&repeated)), ..row(&cells, &widths, &numbers, ColorRole::Line) });
    std::iter::once(first).chain(below).collect()
}

fn row(cells: &[PdfCell], widths: &[f32], numbers: &[bool], line: ColorRole) -> DocPiece {
    let (mut shapes, mut height, mut left) = (Vec::new(), 0.0_f32, 0.0);
    for ((cell, width), is_number) in cells.iter().zip(widths).zip(numbers) {
        let mut y = PAD;
        for (text, look) in &cell.texts {
            let (more, high) = lines(text, *look, left + PAD, y, width - 2.0 * PAD);
            let right = left + width - PAD;
            shapes.extend(more.into_iter().map(|shape| if *is_number { to_right(shape, right) } else { shape }));
            y += high;
        }
        if !cell.bar.is_empty() {
            y += 2.0;
            shapes.extend(bar(&cell.bar, left + PAD, y, width - 2.0 * PAD));
            y += BAR;
        }
        height = height.max(y + PAD);
        left += width;
    }
    let ends = [point(0.0, height), point(left, height)];
    shapes.push(Shape::Line { ends, stroke: Stroke::solid(0.6, line) });
    DocPiece { height, shapes, ..DocPiece::default() }
}

/// A text that ends at `right`.
fn to_right(shape: Shape<'static>, right: f32) -> Shape<'static> {
    match shape {
        Shape::Text(mut text) => {
            (text.at.x, text.anchor) = (right, Anchor::Right);
            Shape::Text(text)
        }
        other @ (Shape::Box { .. }
        | Shape::Polygon { .. }
        | Shape::Circle { .. }
        | Shape::Curve { .. }
        | Shape::Line { .. }
        | Shape::Icon { .. }) => other,
    }
}

fn bar(parts: &[BarPart], left: f32, top: f32, width: f32) -> Vec<Shape<'static>> {
    let mut x = left;
    let mut shapes = Vec::new();
    for (ink, share) in parts {
        // A small part is still visible.
        let wide = (share * width).max(0.8);
        let area = Rect::at(point(x, top), wide, BAR);
        shapes.push(Shape::Box { area, radius: 0.0, fill: Some((*ink).into()), stroke: None });
        x += wide;
    }
    shapes
}
