//! A picture as PNG, through its SVG and the bundled fonts: no display is needed.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree, fontdb};

use super::fonts;
use super::scene::Scene;
use super::svg::{self, Options};

/// The most pixels a side.
pub const LONGEST_SIDE: f32 = 16_384.0;
/// The most pixels in all: 400 MB while it is drawn.
pub const MOST_PIXELS: f32 = 100_000_000.0;

/// Why there is no PNG.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PngError {
    /// It would be too large.
    #[error(
        "the picture would be {width} × {height} pixels, and at most 16,384 a side and 100 million in all can be made: \
         use a scale of {largest} or less, or write an SVG"
    )]
    TooLarge {
        /// So many pixels across.
        width: f32,
        /// So many down.
        height: f32,
        /// The largest scale that works.
        largest: f32,
    },
    /// It could not be drawn.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
}

/// Draws a scene with `scale` pixels for each point; `more_fonts` are font files for letters the bundled ones lack.
///
/// # Errors
/// If the picture would be too large.
pub fn draw(scene: &Scene, options: &Options<'_>, scale: f32, more_fonts: Vec<Vec<u8>>) -> Result<Vec<u8>, PngError> {
    let svg = svg::draw(scene, options, scale);
    let (width, height) = (svg.width, svg.height);
    if width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS {
        return Err(PngError::TooLarge { width, height, largest: largest(width / scale, height / scale) });
    }
    let told = |error: &dyn std::fmt::Display| PngError::Drawing(error.to_string());
    let tree = Tree::from_str(&svg.text, &usvg_options(more_fonts)).map_err(|error| told(&error))?;
    let mut pixels = Pixmap::new(width.max(1.0) as u32, height.max(1.0) as u32)
        .ok_or_else(|| PngError::Drawing("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| told(&error))
}

/// The largest scale, in hundredths where it is large enough, that stays within the limits.
fn largest(width: f32, height: f32) -> f32 {
    let side = (LONGEST_SIDE / width.max(height)).min((MOST_PIXELS / (width * height)).sqrt());
    let unit = if side >= 0.1 { 100.0 } else { 10_000.0 };
    // A pixel less: sides are rounded up.
    ((side * 0.999) * unit).floor() / unit
}

fn usvg_options(more_fonts: Vec<Vec<u8>>) -> usvg::Options<'static> {
    let mut database = fontdb::Database::new();
    for file in [fonts::REGULAR, fonts::SEMIBOLD] {
        database.load_font_source(fontdb::Source::Binary(Arc::new(file)));
    }
    for file in more_fonts {
        database.load_font_data(file);
    }
    usvg::Options { fontdb: Arc::new(database), font_family: "Inter".to_owned(), ..usvg::Options::default() }
}
