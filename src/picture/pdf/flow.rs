//! Puts pieces of a text, one below the other, on as many pages as they need.

use std::rc::Rc;

use crate::picture::geometry::{Point, Rect, point};
use crate::picture::measure::{Weight, fit};
use crate::picture::options::{Background, Options};
use crate::picture::paper::Paper;
use crate::picture::shape::{Shape, Text};
use crate::picture::svg::{Picture, Svg, write};
use crate::picture::theme::ColorRole;

use super::document::{Bookmark, PagePart, PdfPage};

/// The empty edge on the left and right of a page, in points.
const SIDE: f32 = 40.0;
/// The empty edge above the text.
const TOP: f32 = 42.0;
/// The empty edge below the text, with the page's number in it.
const BOTTOM: f32 = 48.0;

/// Where a piece may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PieceStart {
    /// Below the piece before it.
    #[default]
    Below,
    /// At the top of a page.
    NewPage,
    /// At the top of a page that is wider than high. The next piece gets a new page.
    Across,
}

/// A picture in a piece.
#[derive(Clone, Debug)]
pub struct PieceFigure {
    /// The picture.
    pub svg: Svg,
    /// The largest height that it may have; it fills the width of the page otherwise.
    pub highest: f32,
}

/// A part of a text that isn't split between pages.
#[derive(Clone, Debug, Default)]
pub struct DocPiece {
    /// The height, in points.
    pub height: f32,
    /// The gap above it, unless it is at the top of a page.
    pub above: f32,
    /// The shapes, from the piece's top left corner.
    pub shapes: Vec<Shape<'static>>,
    /// A picture, below the shapes.
    pub figure: Option<PieceFigure>,
    /// Whether the next piece must start on the same page.
    pub keeps_next: bool,
    /// The head of the table that it is a row of, repeated at the top of a page.
    pub head: Option<Rc<DocPiece>>,
    /// Where it may be.
    pub start: PieceStart,
    /// The caption of the bookmark that leads to it.
    pub bookmark: Option<String>,
}

/// The width of a text on this paper, in points.
pub fn text_width(paper: Paper) -> f32 {
    paper.size().0 - 2.0 * SIDE
}

/// A page that is being filled.
struct OpenPage {
    size: (f32, f32),
    y: f32,
    shapes: Vec<Shape<'static>>,
    figures: Vec<PagePart>,
    has_some: bool,
}

impl OpenPage {
    fn new(paper: Paper, across: bool) -> Self {
        let (short, long) = paper.size();
        let size = if across { (long, short) } else { (short, long) };
        Self { size, y: TOP, shapes: Vec::new(), figures: Vec::new(), has_some: false }
    }

    fn end(&self) -> f32 {
        self.size.1 - BOTTOM
    }

    /// The size of a picture on this page.
    fn figure_size(&self, figure: &PieceFigure, above: f32) -> (f32, f32) {
        let (width, most) = (self.size.0 - 2.0 * SIDE, figure.highest.min(self.end() - TOP - above));
        let scale = (width / figure.svg.width.max(1.0)).min(most / figure.svg.height.max(1.0));
        (figure.svg.width * scale, figure.svg.height * scale)
    }

    /// The height of a piece on this page.
    fn height(&self, piece: &DocPiece) -> f32 {
        piece.height + piece.figure.as_ref().map_or(0.0, |figure| self.figure_size(figure, piece.height).1)
    }

    fn add(&mut self, piece: &DocPiece) {
        if self.has_some {
            self.y += piece.above;
        }
        let at = point(SIDE, self.y);
        self.shapes.extend(piece.shapes.iter().cloned().map(|shape| shape.moved(at)));
        if let Some(figure) = &piece.figure {
            let (width, height) = self.figure_size(figure, piece.height);
            let area = Rect::at(point(SIDE, self.y + piece.height), width, height);
            self.figures.push(PagePart { svg: figure.svg.clone(), area });
        }
        self.y += self.height(piece);
        self.has_some = true;
    }
}

/// Puts pieces on pages. `foot` is written below each, with the number of the page.
pub fn pages(pieces: &[DocPiece], paper: Paper, foot: &str) -> (Vec<PdfPage>, Vec<Bookmark>) {
    let (mut done, mut bookmarks) = (Vec::new(), Vec::new());
    let mut open = OpenPage::new(paper, false);
    let mut was_across = false;
    let mut place = 0;
    while place < pieces.len() {
        // What must be on one page: a heading and what follows it.
        let group = place..place + 1 + pieces[place..].iter().take_while(|piece| piece.keeps_next).count();
        let group = &pieces[group.start..group.end.min(pieces.len())];
        let first = &group[0];
        let high: f32 = group.iter().map(|piece| open.height(piece) + piece.above).sum();
        let forced = first.start != PieceStart::Below || was_across;
        if open.has_some && (forced || open.y + high > open.end()) || first.start == PieceStart::Across {
            let across = first.start == PieceStart::Across;
            let full = std::mem::replace(&mut open, OpenPage::new(paper, across));
            if full.has_some {
                done.push(full);
            }
            if let Some(head) = &first.head {
                open.add(head);
            }
        }
        was_across = first.start == PieceStart::Across;
        for piece in group {
            if let Some(caption) = &piece.bookmark {
                bookmarks.push(Bookmark { caption: caption.clone(), page: done.len(), top: open.y });
            }
            open.add(piece);
        }
        place += group.len();
    }
    done.push(open);
    let all = done.len();
    let pages = done.into_iter().zip(1..).map(|(page, number)| finished(page, foot, number, all));
    (pages.collect(), bookmarks)
}

/// A page with its foot.
fn finished(mut page: OpenPage, foot: &str, number: usize, all: usize) -> PdfPage {
    let (width, height) = page.size;
    let middle = height - BOTTOM / 2.0;
    let right = point(width - SIDE, middle);
    let words = format!("Page {number} of {all}");
    let foot = fit(foot, Weight::Regular, 8.0, width - 2.0 * SIDE - 80.0);
    let left = point(SIDE, middle);
    page.shapes.push(Shape::Text(Text::from_left(foot, left, 8.0, Weight::Regular, ColorRole::Muted)));
    page.shapes.push(Shape::Text(Text::to_right(words, right, 8.0, Weight::Regular, ColorRole::Muted)));
    let bounds = Rect::at(Point::default(), width, height);
    let picture = Picture { shapes: &page.shapes, bounds, ground: Background::None, words: None };
    let svg = write(&picture, &Options::default());
    let sheet = PagePart { area: Rect::at(Point::default(), svg.width, svg.height), svg };
    PdfPage { width, height, parts: page.figures.into_iter().chain([sheet]).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> DocPiece {
        let at = point(0.0, 10.0);
        let text = Text::from_left(words.to_owned(), at, 10.0, Weight::Regular, ColorRole::Text);
        DocPiece { height: 20.0, shapes: vec![Shape::Text(text)], ..DocPiece::default() }
    }

    fn texts(page: &PdfPage) -> Vec<String> {
        let svg = &page.parts.last().expect("a sheet").svg.text;
        svg.split("</text>").filter_map(|part| Some(part.rsplit_once('>')?.1.to_owned())).collect()
    }

    #[test]
    fn rows_break_between_pages_below_a_repeated_head() {
        let head = Rc::new(line("Head"));
        let mut pieces = vec![(*head).clone()];
        pieces[0].keeps_next = true;
        pieces.extend((0..100).map(|row| DocPiece { head: Some(Rc::clone(&head)), ..line(&format!("Row {row}")) }));
        let (pages, _) = pages(&pieces, Paper::A4, "Foot");
        assert_eq!(pages.len(), 3);
        let mut rows = 0;
        for page in &pages {
            let texts = texts(page);
            assert_eq!(texts.iter().filter(|text| *text == "Head").count(), 1, "{texts:?}");
            assert_eq!(texts[0], "Head");
            rows += texts.iter().filter(|text| text.starts_with("Row ")).count();
        }
        assert_eq!(rows, 100);
    }

    #[test]
    fn a_heading_stays_with_what_follows_it() {
        for before in 30..40 {
            let mut pieces: Vec<DocPiece> = (0..before).map(|row| line(&format!("Row {row}"))).collect();
            pieces.push(DocPiece { keeps_next: true, bookmark: Some("Heading".to_owned()), ..line("Heading") });
            pieces.push(line("What follows"));
            let (pages, bookmarks) = pages(&pieces, Paper::Letter, "Foot");
            let on = pages.iter().position(|page| texts(page).contains(&"Heading".to_owned())).expect("a page");
            assert!(texts(&pages[on]).contains(&"What follows".to_owned()), "{before} rows before");
            assert_eq!(bookmarks[0].page, on);
        }
    }

    #[test]
    fn a_page_across_stands_alone() {
        let across = DocPiece { start: PieceStart::Across, ..line("Across") };
        let (pages, _) = pages(&[line("A"), across, line("B")], Paper::A4, "Foot");
        let sizes: Vec<bool> = pages.iter().map(|page| page.width > page.height).collect();
        assert_eq!(sizes, [false, true, false]);
    }
}
