//! The blocks of a document's text as pieces: headings, paragraphs, facts, figures.

use crate::picture::geometry::{Rect, point};
use crate::picture::measure::{Weight, wrap};
use crate::picture::paper::Paper;
use crate::picture::shape::{Shape, Stroke, Text};
use crate::picture::svg::Svg;
use crate::picture::theme::ColorRole;

use super::flow::{DocPiece, PieceFigure, PieceStart, text_width};

/// The height of a line, as a multiple of the font size.
pub(super) const LEADING: f32 = 1.4;
/// Most lines of one text. The rest is cut, with “…”.
pub(super) const MOST_LINES: usize = 24;
/// The font size of paragraphs and tables.
pub(super) const BODY: f32 = 9.0;

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub struct TextLook {
    /// The font size.
    pub size: f32,
    /// The weight of the font.
    pub weight: Weight,
    /// The colour.
    pub ink: ColorRole,
}

impl TextLook {
    /// The usual text.
    pub const BODY: TextLook = TextLook { size: BODY, weight: Weight::Regular, ink: ColorRole::Text };
    /// Less important text.
    pub const MUTED: TextLook = TextLook { ink: ColorRole::Muted, ..TextLook::BODY };
    /// Text that stands out.
    pub const STRONG: TextLook = TextLook { weight: Weight::SemiBold, ..TextLook::BODY };
    const TITLE: TextLook = TextLook { size: 20.0, weight: Weight::SemiBold, ink: ColorRole::Text };
    const LEAD: TextLook = TextLook { size: 11.0, weight: Weight::Regular, ink: ColorRole::Muted };
    const HEADING: TextLook = TextLook { size: 14.0, weight: Weight::SemiBold, ink: ColorRole::Text };
    const SMALLER: TextLook = TextLook { size: 11.0, weight: Weight::SemiBold, ink: ColorRole::Text };
}

/// The lines of a text, from this top left corner; `right` is the right end of a right-aligned text. Returns the shapes
/// and their height.
pub(super) fn lines(text: &str, look: TextLook, left: f32, top: f32, room: f32) -> (Vec<Shape<'static>>, f32) {
    let height = look.size * LEADING;
    let lines = wrap(text, look.weight, look.size, room, MOST_LINES);
    let count = lines.len() as f32;
    let shapes = lines.into_iter().zip(0u16..).map(|(line, place)| {
        let at = point(left, top + height * (f32::from(place) + 0.5));
        Shape::Text(Text::from_left(line, at, look.size, look.weight, look.ink))
    });
    (shapes.collect(), height * count)
}

fn block(text: &str, look: TextLook, above: f32, paper: Paper) -> DocPiece {
    let (shapes, height) = lines(text, look, 0.0, 0.0, text_width(paper));
    DocPiece { height, above, shapes, ..DocPiece::default() }
}

/// The title of a document.
pub fn title(text: &str, paper: Paper) -> DocPiece {
    block(text, TextLook::TITLE, 0.0, paper)
}

/// The line below the title.
pub fn lead(text: &str, paper: Paper) -> DocPiece {
    block(text, TextLook::LEAD, 2.0, paper)
}

/// The heading of a section, with a bookmark.
pub fn heading(text: &str, start: PieceStart, paper: Paper) -> DocPiece {
    let piece = block(text, TextLook::HEADING, 22.0, paper);
    let height = piece.height + 5.0;
    DocPiece { height, keeps_next: true, start, bookmark: Some(text.to_owned()), ..piece }
}

/// The heading of a part of a section.
pub fn smaller_heading(text: &str, paper: Paper) -> DocPiece {
    let piece = block(text, TextLook::SMALLER, 14.0, paper);
    DocPiece { height: piece.height + 3.0, keeps_next: true, ..piece }
}

/// A paragraph.
pub fn paragraph(text: &str, look: TextLook, paper: Paper) -> DocPiece {
    block(text, look, 4.0, paper)
}

/// Something that is the case: a label and a value beside it.
pub fn fact(label: &str, value: &str, paper: Paper) -> DocPiece {
    const LABEL: f32 = 112.0;
    let (mut shapes, first) = lines(label, TextLook::MUTED, 0.0, 0.0, LABEL - 8.0);
    let (more, height) = lines(value, TextLook::BODY, LABEL, 0.0, text_width(paper) - LABEL);
    shapes.extend(more);
    DocPiece { height: height.max(first), above: 2.0, shapes, ..DocPiece::default() }
}

/// Numbers in boxes, side by side, each with its words.
pub fn tiles(tiles: &[(String, &str)], paper: Paper) -> DocPiece {
    const GAP: f32 = 8.0;
    const BELOW: f32 = 25.0;
    let many = tiles.len().max(1) as f32;
    let width = (text_width(paper) - GAP * (many - 1.0)) / many;
    let (mut shapes, mut boxes, mut height) = (Vec::new(), Vec::new(), 0.0_f32);
    for ((number, words), place) in tiles.iter().zip(0u16..) {
        let left = f32::from(place) * (width + GAP);
        let (number, _) = lines(number, TextLook::HEADING, left + 8.0, 5.0, width - 12.0);
        let (words, high) = lines(words, TextLook::MUTED, left + 8.0, BELOW, width - 12.0);
        shapes.extend(number.into_iter().chain(words));
        height = height.max(BELOW + high + 6.0);
        boxes.push(left);
    }
    // All are as high as the one with the most lines.
    let boxes = boxes.into_iter().map(|left| {
        let stroke = Some(Stroke::solid(0.7, ColorRole::Line));
        Shape::Box { area: Rect::at(point(left, 0.0), width, height), radius: 4.0, fill: None, stroke }
    });
    let shapes = boxes.chain(shapes).collect();
    DocPiece { height, above: 6.0, shapes, ..DocPiece::default() }
}

/// A picture that fills the width of the text, or that is this high at most.
pub fn figure(svg: Svg, highest: f32) -> DocPiece {
    DocPiece { figure: Some(PieceFigure { svg, highest }), above: 6.0, ..DocPiece::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_are_as_high_as_their_words() {
        for paper in [Paper::A4, Paper::Letter] {
            let words = ["finished", "are waiting at a timer", "have not entered"];
            let tiles =
                tiles(&[words[0], words[1], words[2], words[0], words[0]].map(|at| ("1".to_owned(), at)), paper);
            let boxes: Vec<_> = tiles.shapes.iter().filter(|shape| matches!(shape, Shape::Box { .. })).collect();
            assert_eq!(boxes.len(), 5);
            for shape in &tiles.shapes {
                let extent = shape.extent();
                assert!(boxes.iter().any(|area| area.extent().max.y + 0.1 >= extent.max.y), "{extent:?}");
                assert!(extent.max.y <= tiles.height + 1.0, "{extent:?}");
            }
        }
    }
}
