//! A drawing on pages: on one, upright or across, or on several that overlap if it would be too small to read.

use crate::picture::geometry::{Point, Rect, point};
use crate::picture::measure::{Weight, fit};
use crate::picture::options::{Background, Options};
use crate::picture::paper::Paper;
use crate::picture::shape::{Shape, Stroke, Text};
use crate::picture::svg::{Picture, write};
use crate::picture::theme::{ColorRole, Theme};

use super::document::{Bookmark, PagePart, PdfError, PdfPage};

/// The empty edge of a page, in points.
const MARGIN: f32 = 30.0;
/// The height of the line with the title, in points.
const HEAD: f32 = 24.0;
/// Points on paper for a point of the canvas, at most: its usual size on a screen.
const LARGEST: f32 = 0.75;
/// At smaller scales, texts can't be read on paper.
const READABLE: f32 = 0.40;
/// The scale of a drawing that is split over pages.
const SPLIT: f32 = 0.55;
/// What two neighbouring pages both show, in points of the canvas: an item with its texts.
const SHARED: f32 = 170.0;
/// Most items of a drawing on pages: a document with 42,000 items takes minutes and two gigabytes, and no program shows
/// it well.
pub const MOST_ITEMS: usize = 10_000;
/// Most pages that a drawing is split over.
const MOST_PAGES: usize = 100;

/// A drawing on pages.
#[derive(Clone, Debug, Default)]
pub struct DrawingPages {
    /// The pages: the whole drawing, then its parts if it is split.
    pub pages: Vec<PdfPage>,
    /// A bookmark for each part.
    pub bookmarks: Vec<Bookmark>,
    /// Whether texts are too small to read on paper, since splitting would need too many pages.
    pub is_tiny: bool,
}

/// A drawing that is put on pages.
#[derive(Clone, Copy, Debug)]
pub struct PagedDrawing<'a> {
    /// The shapes, from back to front.
    pub shapes: &'a [Shape<'a>],
    /// The rectangle that they cover.
    pub bounds: Rect,
    /// The title of each page.
    pub title: &'a str,
    /// The size of the pages.
    pub paper: Paper,
    /// The colours, and whether the background is painted.
    pub options: &'a Options,
}

/// The part of a drawing that a page shows, and how large.
struct PageFrame {
    size: (f32, f32),
    scale: f32,
}

impl PageFrame {
    /// The page, upright or across, on which this area is larger.
    fn fitting(paper: Paper, area: Rect) -> Self {
        let (short, long) = paper.size();
        let [upright, across] = [(short, long), (long, short)].map(|size| {
            let (width, height) = room(size);
            let scale = (width / area.width().max(1.0)).min(height / area.height().max(1.0)).min(LARGEST);
            PageFrame { size, scale }
        });
        if across.scale >= upright.scale { across } else { upright }
    }
}

/// The room for a drawing on a page of this size.
fn room((width, height): (f32, f32)) -> (f32, f32) {
    (width - 2.0 * MARGIN, height - 2.0 * MARGIN - HEAD)
}

/// Puts a drawing on pages. `watch` is called before each page, and returns whether to continue.
///
/// # Errors
/// If `watch` returned false.
pub fn pages(drawing: &PagedDrawing<'_>, watch: &dyn Fn() -> bool) -> Result<DrawingPages, PdfError> {
    let go_on = || watch().then_some(()).ok_or(PdfError::Stopped);
    go_on()?;
    let whole = PageFrame::fitting(drawing.paper, drawing.bounds);
    // The extent of a text is its measured width, so each is found only once.
    let extents: Vec<Rect> = match whole.scale < READABLE {
        true => drawing.shapes.iter().map(Shape::extent).collect(),
        false => Vec::new(),
    };
    let parts = if whole.scale < READABLE { parts(drawing, &extents, whole.size) } else { Vec::new() };
    let is_tiny = whole.scale < READABLE && parts.is_empty();
    let marks = overview_marks(&parts, whole.scale);
    let all = 1 + parts.len();
    let mut pages = vec![page(drawing, &whole, drawing.bounds, drawing.shapes, &marks, (1, all))];
    let mut bookmarks = Vec::new();
    let frame = PageFrame { size: whole.size, scale: SPLIT };
    for (place, part) in parts.iter().enumerate() {
        go_on()?;
        let on_part = drawing.shapes.iter().zip(&extents).filter(|(_, extent)| extent.meets(part));
        let shown: Vec<Shape<'_>> = on_part.map(|(shape, _)| shape.clone()).collect();
        pages.push(page(drawing, &frame, *part, &shown, &[], (place + 2, all)));
        bookmarks.push(Bookmark { caption: format!("Part {}", place + 1), page: place + 1, top: 0.0 });
    }
    Ok(DrawingPages { pages, bookmarks, is_tiny })
}

/// The parts of a drawing, row by row, each for one page; parts without shapes are left out. Empty if there would be
/// too many.
fn parts(drawing: &PagedDrawing<'_>, extents: &[Rect], size: (f32, f32)) -> Vec<Rect> {
    let (width, height) = room(size);
    let (width, height) = (width / SPLIT, height / SPLIT);
    let steps = |length: f32, page: f32| ((length - SHARED) / (page - SHARED)).ceil().max(1.0) as usize;
    let (columns, rows) = (steps(drawing.bounds.width(), width), steps(drawing.bounds.height(), height));
    if columns.saturating_mul(rows) > MOST_PAGES {
        return Vec::new();
    }
    // Spread evenly, so that the last page isn't a narrow strip.
    let start = |from: f32, length: f32, page: f32, step: usize, steps: usize| {
        if steps < 2 { from } else { from + (length - page) * step as f32 / (steps - 1) as f32 }
    };
    let bounds = drawing.bounds;
    let mut parts = Vec::new();
    for row in 0..rows {
        let y = start(bounds.min.y, bounds.height(), height, row, rows);
        for column in 0..columns {
            let x = start(bounds.min.x, bounds.width(), width, column, columns);
            let part = Rect::at(point(x, y), width, height);
            if extents.iter().any(|extent| extent.meets(&part)) {
                parts.push(part);
            }
        }
    }
    parts
}

/// The numbers of the parts on the page with the whole drawing.
fn overview_marks(parts: &[Rect], scale: f32) -> Vec<Shape<'static>> {
    let mut marks = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let stroke =
            Stroke { width: 0.7 / scale, paint: ColorRole::Muted.into(), dash: Some((4.0 / scale, 3.0 / scale)) };
        marks.push(Shape::Box { area: *part, radius: 0.0, fill: None, stroke: Some(stroke) });
        let at = point(part.min.x + 6.0 / scale, part.min.y + 10.0 / scale);
        let number = (place + 1).to_string();
        marks.push(Shape::Text(Text::from_left(number, at, 11.0 / scale, Weight::SemiBold, ColorRole::Muted)));
    }
    marks
}

fn page(
    drawing: &PagedDrawing<'_>,
    frame: &PageFrame,
    area: Rect,
    shapes: &[Shape<'_>],
    marks: &[Shape<'_>],
    (number, all): (usize, usize),
) -> PdfPage {
    let (width, height) = frame.size;
    let sheet = sheet(drawing, frame.size, (number, all));
    let inner = Options { scale: 1.0, transparent: true, ..*drawing.options };
    let shown: Vec<Shape<'_>> = shapes.iter().chain(marks).cloned().collect();
    let svg = write(&Picture { shapes: &shown, bounds: area, ground: Background::None, words: None }, &inner);
    let (wide, high) = (svg.width * frame.scale, svg.height * frame.scale);
    let (room_wide, _) = room(frame.size);
    let left = MARGIN + ((room_wide - wide) / 2.0).max(0.0);
    let drawn = PagePart { area: Rect::at(point(left, MARGIN + HEAD), wide, high), svg };
    PdfPage { width, height, parts: vec![sheet, drawn] }
}

/// The background, the title and the number of a page.
fn sheet(drawing: &PagedDrawing<'_>, (width, height): (f32, f32), (number, all): (usize, usize)) -> PagePart {
    let bounds = Rect::at(Point::default(), width, height);
    let mut shapes = Vec::new();
    // Light paper is left white, which saves ink.
    if drawing.options.theme == Theme::Dark && !drawing.options.transparent {
        shapes.push(Shape::Box {
            area: bounds.grown(2.0),
            radius: 0.0,
            fill: Some(ColorRole::Paper.into()),
            stroke: None,
        });
    }
    let middle = MARGIN + 6.0;
    let title = fit(drawing.title, Weight::SemiBold, 11.0, width - 2.0 * MARGIN - 110.0);
    let (left, right) = (point(MARGIN, middle), point(width - MARGIN, middle));
    shapes.push(Shape::Text(Text::from_left(title, left, 11.0, Weight::SemiBold, ColorRole::Text)));
    if all > 1 {
        let words = if number == 1 { "Overview".to_owned() } else { format!("Part {} of {}", number - 1, all - 1) };
        shapes.push(Shape::Text(Text::to_right(words, right, 9.0, Weight::Regular, ColorRole::Muted)));
    }
    let options = Options { scale: 1.0, transparent: true, ..*drawing.options };
    let svg = write(&Picture { shapes: &shapes, bounds, ground: Background::None, words: None }, &options);
    PagePart { area: Rect::at(Point::default(), svg.width, svg.height), svg }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages_of(width: f32, height: f32) -> DrawingPages {
        watched(width, height, &|| true).expect("nobody stops it")
    }

    fn watched(width: f32, height: f32, watch: &dyn Fn() -> bool) -> Result<DrawingPages, PdfError> {
        let shapes: Vec<Shape<'_>> = (0..(width / 200.0) as usize)
            .map(|place| {
                let at = point(place as f32 * 200.0 + 100.0, height / 2.0);
                Shape::Text(Text::centred(place.to_string(), at, 13.0, Weight::Regular, ColorRole::Text))
            })
            .collect();
        let (bounds, options) = (Rect::at(Point::default(), width, height), Options::default());
        pages(&PagedDrawing { shapes: &shapes, bounds, title: "A", paper: Paper::A4, options: &options }, watch)
    }

    #[test]
    fn a_wide_drawing_gets_a_page_across_and_a_wider_one_several() {
        let tall = pages_of(400.0, 900.0);
        assert!(tall.pages.len() == 1 && tall.pages[0].width < tall.pages[0].height);
        let wide = pages_of(1_600.0, 600.0);
        assert!(wide.pages.len() == 1 && wide.pages[0].width > wide.pages[0].height);
        let wider = pages_of(6_000.0, 600.0);
        assert!(wider.pages.len() > 3 && !wider.is_tiny, "{}", wider.pages.len());
        assert_eq!(wider.bookmarks.len() + 1, wider.pages.len());
    }

    #[test]
    fn each_text_is_whole_on_a_part() {
        let wider = pages_of(6_000.0, 600.0);
        for place in 0..30 {
            let text = format!(">{place}</text>");
            let on = wider.pages[1..].iter().filter(|page| page.parts[1].svg.text.contains(&text)).count();
            assert!(on >= 1, "{place}");
        }
    }

    #[test]
    fn it_can_be_stopped_before_each_page() {
        let all = pages_of(6_000.0, 600.0).pages.len();
        for allowed in 0..all {
            let calls = std::cell::Cell::new(0);
            let watch = || calls.replace(calls.get() + 1) < allowed;
            assert_eq!(watched(6_000.0, 600.0, &watch).map(|pages| pages.pages.len()), Err(PdfError::Stopped));
            assert_eq!(calls.get(), allowed + 1, "it stops at once");
        }
    }

    #[test]
    fn a_huge_drawing_is_one_page_that_says_so() {
        let huge = pages_of(60_000.0, 40_000.0);
        assert!(huge.pages.len() == 1 && huge.is_tiny);
    }
}
