//! Writes a document as PDF.

use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Rect as PdfRect, Transform};
use krilla::metadata::{DateTime as PdfDate, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use resvg::usvg::{Group, Node, Options, Tree};

use crate::picture::svg_fonts::usvg_options;

use super::document::{Bookmark, PagePart, PdfAbout, PdfError, PdfPage};
use super::outlines;
use super::texts::{self, DocumentFonts};

/// Shapes drawn between two calls of the watcher.
const PART: u32 = 1 << 9;

/// Writes a document. `more_fonts` are font files for characters that the bundled fonts lack. `watch` receives the
/// number of pages done and of all pages, and returns whether to continue. It is also called while a large page is
/// drawn.
///
/// # Errors
/// If a picture can't be drawn, or `watch` returned false.
pub fn write(
    about: &PdfAbout,
    pages: &[PdfPage],
    more_fonts: Vec<Vec<u8>>,
    watch: &dyn Fn(u32, u32) -> bool,
) -> Result<Vec<u8>, PdfError> {
    let options = usvg_options(more_fonts);
    let mut fonts = DocumentFonts::new(&options.fontdb);
    let mut document = Document::new();
    let all = pages.len() as u32;
    for (number, page) in (0..).zip(pages) {
        if !watch(number, all + 1) {
            return Err(PdfError::Stopped);
        }
        let settings = PageSettings::from_wh(page.width.max(1.0), page.height.max(1.0))
            .ok_or_else(|| PdfError::Drawing("a page has no size".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut pen = PdfPen { fonts: &mut fonts, nodes: 0, is_stopped: false, watch: &|| watch(number, all + 1) };
        for part in &page.parts {
            draw(&mut surface, part, &options, &mut pen)?;
        }
        let is_stopped = pen.is_stopped;
        surface.finish();
        sheet.finish();
        if is_stopped {
            return Err(PdfError::Stopped);
        }
    }
    if !watch(all, all + 1) {
        return Err(PdfError::Stopped);
    }
    document.set_metadata(metadata(about));
    document.set_outline(outline(&about.bookmarks));
    document.finish().map_err(|error| PdfError::Drawing(error.to_string()))
}

fn metadata(about: &PdfAbout) -> Metadata {
    let metadata = Metadata::new()
        .title(about.title.clone())
        .language("en-GB".to_owned())
        .creator("Dripline".to_owned())
        .producer(format!("Dripline {}", env!("CARGO_PKG_VERSION")));
    match about.made {
        None => metadata,
        Some((year, [month, day, hour, minute, second])) => metadata.creation_date(
            PdfDate::new(year).month(month).day(day).hour(hour).minute(minute).second(second).utc_offset_hour(0),
        ),
    }
}

fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    for bookmark in bookmarks {
        let to = XyzDestination::new(bookmark.page, krilla::geom::Point::from_xy(0.0, bookmark.top));
        outline.push_child(OutlineNode::new(bookmark.caption.clone(), to));
    }
    outline
}

/// What the shapes of a page are drawn with.
struct PdfPen<'a> {
    fonts: &'a mut DocumentFonts,
    /// The shapes drawn so far.
    nodes: u32,
    /// Whether the watcher said to stop. The rest is then left out.
    is_stopped: bool,
    watch: &'a dyn Fn() -> bool,
}

impl PdfPen<'_> {
    /// Counts a shape, and returns whether to draw it.
    fn goes_on(&mut self) -> bool {
        self.nodes += 1;
        if self.nodes.is_multiple_of(PART) && !self.is_stopped {
            self.is_stopped = !(self.watch)();
        }
        !self.is_stopped
    }
}

/// Draws a picture in its area.
fn draw(
    surface: &mut Surface<'_>,
    part: &PagePart,
    options: &Options<'_>,
    pen: &mut PdfPen<'_>,
) -> Result<(), PdfError> {
    let tree = Tree::from_str(&part.svg.text, options).map_err(|error| PdfError::Drawing(error.to_string()))?;
    let (size, area) = (tree.size(), part.area);
    surface.push_transform(&Transform::from_translate(area.min.x, area.min.y));
    surface.push_transform(&Transform::from_scale(area.width() / size.width(), area.height() / size.height()));
    let clip = PdfRect::from_xywh(0.0, 0.0, size.width(), size.height()).and_then(|all| {
        let mut path = PathBuilder::new();
        path.push_rect(all);
        path.finish()
    });
    if let Some(clip) = &clip {
        surface.push_clip_path(clip, &FillRule::NonZero);
    }
    group(surface, tree.root(), pen);
    if clip.is_some() {
        surface.pop();
    }
    surface.pop();
    surface.pop();
    Ok(())
}

/// Draws the shapes of a group. Our pictures have no masks, filters or photos, and opacities only of single shapes.
fn group(surface: &mut Surface<'_>, group_of: &Group, pen: &mut PdfPen<'_>) {
    let transform = group_of.transform();
    if !transform.is_identity() {
        surface.push_transform(&outlines::transform(transform));
    }
    for node in group_of.children() {
        // What was pushed is taken off again, so it doesn't end in the middle.
        if !pen.goes_on() {
            break;
        }
        match node {
            Node::Group(inner) => group(surface, inner, pen),
            Node::Path(path) => outlines::draw(surface, path),
            Node::Text(text) => texts::draw(surface, text, pen.fonts),
            Node::Image(_) => {}
        }
    }
    if !transform.is_identity() {
        surface.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::Sequence;
    use crate::picture::geometry::{Rect, point};
    use crate::picture::options::Options as Looks;
    use crate::picture::scene::Scene;
    use crate::picture::svg;

    fn page(name: &str) -> PdfPage {
        let mut sequence = Sequence::with_start("A");
        sequence.items[0].name = name.to_owned();
        let scene = Scene::new(&sequence, &IndexedDirectory::new(&Default::default()));
        let svg = svg::draw(&scene, None, &Looks::default());
        let area = Rect::at(point(20.0, 20.0), svg.width, svg.height);
        PdfPage { width: 595.0, height: 842.0, parts: vec![PagePart { svg, area }] }
    }

    #[test]
    fn the_same_pages_give_the_same_bytes() {
        let about = PdfAbout { title: "A".to_owned(), made: Some((2026, [3, 6, 17, 30, 5])), ..PdfAbout::default() };
        let written = || write(&about, &[page("Welcome"), page("Offer")], Vec::new(), &|_, _| true).expect("a PDF");
        assert!(written().starts_with(b"%PDF-"));
        assert_eq!(written(), written());
    }

    #[test]
    fn whoever_watches_can_stop_it() {
        let pages = [page("A"), page("B")];
        for last in 0..=2 {
            let stopped = write(&PdfAbout::default(), &pages, Vec::new(), &|done, _| done < last);
            assert_eq!(stopped, Err(PdfError::Stopped), "{last}");
        }
    }

    #[test]
    fn a_large_page_can_be_stopped_while_it_is_drawn() {
        let line = r#"<g opacity="0.5"><path d="M0 0 L9 9" stroke="black"/></g>"#.repeat(2 * PART as usize);
        let text = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{line}</svg>"#);
        let svg = svg::Svg { text, width: 9.0, height: 9.0 };
        let area = Rect::at(point(0.0, 0.0), 9.0, 9.0);
        let large = PdfPage { width: 9.0, height: 9.0, parts: vec![PagePart { svg, area }] };
        let calls = std::cell::Cell::new(0);
        let watch = |_, _| {
            calls.set(calls.get() + 1);
            calls.get() < 3
        };
        let stopped = write(&PdfAbout::default(), &[large], Vec::new(), &watch);
        assert_eq!((stopped, calls.get()), (Err(PdfError::Stopped), 3), "before the page, and twice on it");
    }
}
