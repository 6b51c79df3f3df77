//! Levels of detail, and text sizes at each zoom. This is the one place that decides them.

/// How much of an item is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// A square in the family's colour; links are straight.
    Dot,
    /// The tile with its icon, and its name and counts as long as those can be read.
    Tile,
    /// Everything is drawn, texts included.
    Full,
}

/// The lowest zoom at which everything is drawn.
pub const FULL: f32 = 0.58;
/// The lowest zoom at which counts are drawn as numbers; below it, they would be too close together to read.
pub const NUMBERS: f32 = 0.4;
/// The lowest zoom at which two exact counts, such as 9,999, fit below an item at the usual distance from its
/// neighbours. Below it all counts of the picture are shortened.
pub const EXACT: f32 = 0.48;
/// The lowest zoom at which they fit with an outline.
pub const PILLS: f32 = 0.62;
/// The lowest zoom at which names are drawn.
pub const NAMES: f32 = 0.4;
/// The lowest zoom at which tiles and curves are drawn.
pub const TILES: f32 = 0.3;

impl Level {
    /// The level at a zoom.
    pub fn at(zoom: f32) -> Self {
        match zoom {
            zoom if zoom >= FULL => Level::Full,
            zoom if zoom >= TILES => Level::Tile,
            _ => Level::Dot,
        }
    }
}

/// The size at a zoom of a text that is `size` at 100 %. It is in whole pixels, since each size of each letter takes
/// memory on the graphics card, and at least `least`, so it stays readable.
pub fn text_size(size: f32, zoom: f32, least: f32) -> f32 {
    // At 100 %, sizes are exact.
    if zoom == 1.0 { size } else { (size * zoom).round().max(least) }
}

/// The size of names at 100 %, and their smallest size, in pixels.
pub const NAME: (f32, f32) = (13.0, 10.0);
/// The size of a timer's sentence at 100 %, and its smallest size, in pixels.
pub const SENTENCE: (f32, f32) = (11.5, 10.0);
/// The size of counts at 100 %, and their smallest size, in pixels.
pub const COUNT: (f32, f32) = (11.5, 11.0);
/// The size of the word in a pill at 100 %, and its smallest size, in pixels.
pub const PILL: (f32, f32) = (10.5, 10.0);
