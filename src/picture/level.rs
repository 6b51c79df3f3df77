//! Levels of detail, and how large texts are at each zoom: the one place that says so.

/// How much of an item is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// A square in the family's colour; links are straight.
    Dot,
    /// The tile with its icon, and its name and counts as long as those can be read.
    Tile,
    /// Everything.
    Full,
}

/// From this zoom on, everything is drawn.
pub const FULL: f32 = 0.58;
/// From this zoom on, counts are numbers; below, their text would not be read beside its neighbours.
pub const NUMBERS: f32 = 0.4;
/// From this zoom on, names are.
pub const NAMES: f32 = 0.4;
/// From this zoom on, tiles and curves are.
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

/// The size of a text that is `size` at 100 %, in whole pixels (each size of each letter takes room on the
/// graphics card), and not below `least`: what is drawn can be read.
pub fn text_size(size: f32, zoom: f32, least: f32) -> f32 {
    // The sizes of the look itself stay as they are at 100 %.
    if zoom == 1.0 { size } else { (size * zoom).round().max(least) }
}

/// The size of names at 100 %, and the least.
pub const NAME: (f32, f32) = (13.0, 10.0);
/// The size of a timer's sentence.
pub const SENTENCE: (f32, f32) = (11.5, 10.0);
/// The size of counts.
pub const COUNT: (f32, f32) = (11.5, 11.0);
/// The size of a pill's word.
pub const PILL: (f32, f32) = (10.5, 10.0);
