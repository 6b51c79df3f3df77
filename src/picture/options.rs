//! The options of a picture, for both the window and the command line.

use super::theme::Theme;

/// The largest scale: an item is 640 pixels wide then.
pub const LARGEST_SCALE: f32 = 10.0;
/// The smallest scale: 1000 points of the canvas become one pixel.
pub const SMALLEST_SCALE: f32 = 0.001;

/// The options of `render`, of each picture that the window exports, and of those in the report's page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The theme, light or dark, that colours are taken from.
    pub theme: Theme,
    /// Whether the background is left transparent.
    pub transparent: bool,
    /// Pixels for each point of the canvas, or of a plot. At 1 an item is 64 pixels wide, and a plot 960.
    pub scale: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { theme: Theme::Light, transparent: false, scale: 1.0 }
    }
}

impl Options {
    /// The scale, limited to the allowed range; 1 if it isn't finite.
    pub fn scale(&self) -> f32 {
        if self.scale.is_finite() { self.scale.clamp(SMALLEST_SCALE, LARGEST_SCALE) } else { 1.0 }
    }

    /// The background: `paper`, unless the picture is transparent.
    pub fn ground(&self, paper: Background) -> Background {
        if self.transparent { Background::None } else { paper }
    }
}

/// The background of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// No background: the picture is transparent.
    None,
    /// A plain background in the canvas's colour.
    #[default]
    Plain,
    /// The background of the canvas, with its dots.
    Dotted,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_that_cannot_be_drawn_is_brought_within_bounds() {
        let scale = |scale| Options { scale, ..Options::default() }.scale();
        assert_eq!(
            [scale(2.0), scale(100.0), scale(0.0), scale(-1.0)],
            [2.0, LARGEST_SCALE, SMALLEST_SCALE, SMALLEST_SCALE]
        );
        assert_eq!([scale(f32::NAN), scale(f32::INFINITY)], [1.0, 1.0]);
    }

    #[test]
    fn what_is_transparent_has_no_paper() {
        let ground = |transparent| Options { transparent, ..Options::default() }.ground(Background::Dotted);
        assert_eq!([ground(false), ground(true)], [Background::Dotted, Background::None]);
    }
}
