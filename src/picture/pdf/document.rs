//! A document as plain data: pages with pictures, bookmarks, and what it says about itself.

use crate::picture::geometry::Rect;
use crate::picture::svg::Svg;

/// A page of a document, in points (1/72 inch).
#[derive(Clone, Debug, Default)]
pub struct PdfPage {
    /// The width of the page.
    pub width: f32,
    /// The height of the page.
    pub height: f32,
    /// The pictures on the page, from back to front.
    pub parts: Vec<PagePart>,
}

/// A picture on a page.
#[derive(Clone, Debug)]
pub struct PagePart {
    /// The picture.
    pub svg: Svg,
    /// Where it is on the page. It is scaled to this area, and cut at its edges.
    pub area: Rect,
}

/// A bookmark: a caption that leads to a place in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// The caption.
    pub caption: String,
    /// The index of the page.
    pub page: usize,
    /// The distance from the top of the page.
    pub top: f32,
}

/// What a document says about itself.
#[derive(Clone, Debug, Default)]
pub struct PdfAbout {
    /// The title.
    pub title: String,
    /// The UTC date and time at which it was made: year, month, day, hour, minute, second.
    pub made: Option<(u16, [u8; 5])>,
    /// The bookmarks, in order.
    pub bookmarks: Vec<Bookmark>,
}

/// Why a PDF can't be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PdfError {
    /// The work was cancelled.
    #[error("the document was stopped")]
    Stopped,
    /// The document could not be made, for this reason.
    #[error("the document could not be made: {0}")]
    Drawing(String),
}
