//! Converts a picture to PNG, from its SVG and the bundled fonts. No display is needed.

use resvg::tiny_skia::{BYTES_PER_PIXEL, Color, Pixmap, Transform};
use resvg::usvg::Tree;

use super::svg::Svg;
use super::svg_fonts::usvg_options;

/// Most pixels of a side.
pub const LONGEST_SIDE: f32 = 16_384.0;
/// Most pixels of a picture: 400 MB while it is drawn.
pub const MOST_PIXELS: f32 = 100_000_000.0;

/// Why a PNG can't be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PngError {
    /// The picture would be too large.
    #[error(
        "the picture would be {width} × {height} pixels, and at most 16,384 a side and 100 million in all can be made: \
         use a scale of {largest} or less, or write an SVG"
    )]
    TooLarge {
        /// The width, in pixels.
        width: f32,
        /// The height, in pixels.
        height: f32,
        /// The largest scale at which the picture can be made.
        largest: f32,
    },
    /// The work was cancelled.
    #[error("the picture was stopped")]
    Stopped,
    /// The picture could not be drawn, for this reason.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
}

/// Pixel rows that are drawn together.
const BAND: u32 = 1_024;
/// Extra rows drawn above and below each band, since lines look slightly different where they are cut.
const MARGIN: u32 = 8;

/// Draws a picture as PNG. `scale` is the scale that the SVG was written with; `more_fonts` are font files for
/// characters that the bundled fonts lack. `watch` receives the number of parts done and of all parts, and returns
/// whether to continue.
///
/// # Errors
/// If the picture would be too large, or `watch` returned false.
pub fn draw(
    svg: &Svg,
    scale: f32,
    more_fonts: Vec<Vec<u8>>,
    watch: &dyn Fn(u32, u32) -> bool,
) -> Result<Vec<u8>, PngError> {
    let (width, height) = (svg.width, svg.height);
    if width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS {
        return Err(PngError::TooLarge { width, height, largest: largest(width / scale, height / scale) });
    }
    let told = |error: &dyn std::fmt::Display| PngError::Drawing(error.to_string());
    let tree = Tree::from_str(&svg.text, &usvg_options(more_fonts)).map_err(|error| told(&error))?;
    let mut pixels = Pixmap::new(width.max(1.0) as u32, height.max(1.0) as u32)
        .ok_or_else(|| PngError::Drawing("it has no size".to_owned()))?;
    render(&tree, &mut pixels, BAND, watch)?;
    pixels.encode_png().map_err(|error| told(&error))
}

/// Draws one band after another. Encoding counts as one more part.
fn render(tree: &Tree, pixels: &mut Pixmap, band: u32, watch: &dyn Fn(u32, u32) -> bool) -> Result<(), PngError> {
    let (width, height, bands) = (pixels.width(), pixels.height(), pixels.height().div_ceil(band));
    let mut part = Pixmap::new(width, band.min(height) + 2 * MARGIN)
        .ok_or_else(|| PngError::Drawing("it has no size".to_owned()))?;
    let row = width as usize * BYTES_PER_PIXEL;
    for (number, rows) in (0..).zip(pixels.data_mut().chunks_mut(row * band as usize)) {
        if !watch(number, bands + 1) {
            return Err(PngError::Stopped);
        }
        part.fill(Color::TRANSPARENT);
        let up = MARGIN as f32 - (number * band) as f32;
        resvg::render(tree, Transform::from_translate(0.0, up), &mut part.as_mut());
        rows.copy_from_slice(&part.data()[row * MARGIN as usize..][..rows.len()]);
    }
    if watch(bands, bands + 1) { Ok(()) } else { Err(PngError::Stopped) }
}

/// The largest scale within the limits, rounded down (to hundredths if it is large enough).
fn largest(width: f32, height: f32) -> f32 {
    let side = (LONGEST_SIDE / width.max(height)).min((MOST_PIXELS / (width * height)).sqrt());
    let unit = if side >= 0.1 { 100.0 } else { 10_000.0 };
    // A pixel less, since sides are rounded up.
    ((side * 0.999) * unit).floor() / unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::Sequence;
    use crate::picture::options::Options;
    use crate::picture::scene::Scene;
    use crate::picture::svg;

    fn scene(name: &str) -> Scene {
        let mut sequence = Sequence::with_start("A");
        sequence.items[0].name = name.to_owned();
        Scene::new(&sequence, &IndexedDirectory::new(&Default::default()))
    }

    fn pixels(name: &str, band: u32) -> Vec<u8> {
        let svg = svg::draw(&scene(name), None, &Options { scale: 2.0, ..Options::default() });
        let tree = Tree::from_str(&svg.text, &usvg_options(Vec::new())).expect("an SVG");
        let mut pixels = Pixmap::new(svg.width as u32, svg.height as u32).expect("a size");
        render(&tree, &mut pixels, band, &|_, _| true).expect("nobody stops it");
        pixels.data().to_vec()
    }

    #[test]
    fn a_picture_is_the_same_in_bands() {
        let (whole, bands) = (pixels("Welcome, all of you", BAND), pixels("Welcome, all of you", 37));
        let far: Vec<u8> = whole.iter().zip(&bands).map(|(a, b)| a.abs_diff(*b)).filter(|far| *far > 2).collect();
        assert_eq!(whole.len(), bands.len());
        // Coordinates are rounded to fractions of a pixel, from another origin in each band. There is no visible seam.
        assert!(far.len() < 40 && far.iter().all(|far| *far < 32), "{} differ: {far:?}", far.len());
    }

    #[test]
    fn emoji_are_drawn_on_every_computer() {
        // Characters that no font has all leave the same gap.
        assert_eq!(pixels("\u{10FFF0}", BAND), pixels("\u{10FFF1}", BAND));
        assert_ne!(pixels("\u{1F389}", BAND), pixels("\u{1F382}", BAND));
    }

    #[test]
    fn whoever_watches_can_stop_it() {
        let svg = svg::draw(&scene("A"), None, &Options::default());
        let stopped = draw(&svg, 1.0, Vec::new(), &|done, parts| done + 1 < parts);
        assert_eq!(stopped, Err(PngError::Stopped));
    }
}
