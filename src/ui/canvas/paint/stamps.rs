//! Stamps: shapes that look the same in each frame, made once for each zoom, then copied. They show tiles, labels,
//! marks of findings, and numbers.

use std::sync::Arc;

use eframe::egui::Pos2;
use eframe::egui::epaint::text::Row;
use rustc_hash::FxHashMap;

use crate::findings::Severity;
use crate::picture::counts::Count;
use crate::picture::draw::layout::ItemLayout;
use crate::picture::draw::{Pen, Shapes, item, tile};
use crate::picture::geometry::point;
use crate::picture::looks;
use crate::picture::scene::{Face, Scene};
use crate::picture::theme::Theme;

use super::brush::Brush;

/// The settings that all stamps depend on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct StampSetting {
    scene: u64,
    zoom: f32,
    theme: Theme,
    scale: f32,
}

/// What a stamp shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Shows {
    /// The tile of all items that look like this.
    Tile(looks::Tile),
    /// The label below the tile of the item with this id, with this number of lines of the name and of the sentence.
    Label(u64, usize, usize),
    /// The mark of a finding.
    Mark(Severity),
}

/// The stamps of one scene at one zoom.
#[derive(Default)]
pub struct Stamps {
    setting: StampSetting,
    /// Whether the last frame had the same setting. Otherwise, stamps that only one item uses are not worth keeping.
    is_settled: bool,
    /// Whether only the zoom differs from the last frame: the user zooms.
    zooms: bool,
    made: FxHashMap<(Shows, u32), Stamp>,
    /// How each item is laid out, by item id, with the numbers that it was laid out for.
    layouts: FxHashMap<u64, (Count, ItemLayout)>,
    /// The stamp of each item's numbers, by item id, with the numbers and opacity that it shows.
    counts: FxHashMap<u64, ((Count, u32), Stamp)>,
}

/// The numbers of an item, and where they are.
#[derive(Clone, Copy)]
pub struct ShownCount {
    /// The id of the item.
    pub item: u64,
    /// Its numbers.
    pub count: Count,
    /// Where they are.
    pub layout: ItemLayout,
}

/// A drawing around (0, 0); `None` if it is empty.
struct Stamp(Option<Arc<Row>>);

impl Stamp {
    fn new<'a>(brush: &mut Brush<'_>, zoom: f32, strength: f32, draw: impl FnOnce(&mut Shapes<'a>, &Pen)) -> Self {
        let mut shapes = Vec::new();
        draw(&mut shapes, &Pen { origin: point(0.0, 0.0), zoom, strength });
        Self(brush.made(|brush| brush.shapes(&shapes)))
    }

    fn paint(&self, brush: &mut Brush<'_>, at: Pos2) {
        if let Some(row) = &self.0 {
            brush.stamp(row, at);
        }
    }
}

impl Stamps {
    /// Drops all stamps if the scene, the zoom, the theme or the font texture has changed. Returns whether the user
    /// zooms.
    pub fn begin(&mut self, scene: &Scene, zoom: f32, theme: Theme, scale: f32, letters_are_new: bool) -> bool {
        let setting = StampSetting { scene: scene.stamp(), zoom, theme, scale };
        // Stamps made while the user zoomed have scaled letters, so they are dropped.
        self.is_settled = setting == self.setting && !letters_are_new && !self.zooms;
        self.zooms = setting != self.setting && setting == StampSetting { zoom, ..self.setting } && !letters_are_new;
        if !self.is_settled {
            self.made.clear();
            self.counts.clear();
            self.layouts.clear();
        }
        self.setting = setting;
        self.zooms
    }

    /// How an item with these numbers is laid out.
    pub fn layout(&mut self, face: &Face, count: Count) -> ItemLayout {
        let zoom = self.setting.zoom;
        let new = || (count, ItemLayout::new(face, zoom, count));
        if !self.is_settled {
            return new().1;
        }
        let kept = self.layouts.entry(face.id).or_insert_with(new);
        if kept.0 != count {
            *kept = new();
        }
        kept.1
    }

    /// Paints an item's tile.
    pub fn tile(&mut self, brush: &mut Brush<'_>, at: Pos2, look: looks::Tile, strength: f32) {
        self.shared(brush, at, Shows::Tile(look), strength, |out, pen| tile::draw(out, pen, look));
    }

    /// Paints the mark of the worst finding.
    pub fn mark(&mut self, brush: &mut Brush<'_>, at: Pos2, worst: Severity, strength: f32) {
        self.shared(brush, at, Shows::Mark(worst), strength, |out, pen| tile::mark(out, pen, worst));
    }

    /// Paints name and sentence.
    pub fn label(&mut self, brush: &mut Brush<'_>, at: Pos2, face: &Face, layout: &ItemLayout, strength: f32) {
        if !self.is_settled {
            return self.once(brush, at, strength, |out, pen| item::label(out, pen, face, layout));
        }
        let shows = Shows::Label(face.id, layout.name_lines, layout.sentence_lines);
        self.shared(brush, at, shows, strength, |out, pen| item::label(out, pen, face, layout));
    }

    /// Paints the numbers of an item.
    pub fn counts(&mut self, brush: &mut Brush<'_>, at: Pos2, shown: &ShownCount, strength: f32) {
        let ShownCount { item, count, layout } = *shown;
        if count == Count::default() {
            return;
        }
        if !self.is_settled {
            return self.once(brush, at, strength, |out, pen| item::counts(out, pen, count, &layout));
        }
        let (of, zoom) = ((count, strength.to_bits()), self.setting.zoom);
        let new = |brush: &mut Brush<'_>| {
            Stamp::new(brush, zoom, strength, |out, pen| item::counts(out, pen, count, &layout))
        };
        let kept = self.counts.entry(item).or_insert_with(|| (of, new(brush)));
        if kept.0 != of {
            *kept = (of, new(brush));
        }
        kept.1.paint(brush, at);
    }

    /// Paints a kept stamp, or makes it first.
    fn shared<'a>(
        &mut self,
        brush: &mut Brush<'_>,
        at: Pos2,
        shows: Shows,
        strength: f32,
        draw: impl FnOnce(&mut Shapes<'a>, &Pen),
    ) {
        let zoom = self.setting.zoom;
        let made = self.made.entry((shows, strength.to_bits()));
        made.or_insert_with(|| Stamp::new(brush, zoom, strength, draw)).paint(brush, at);
    }

    /// Paints a drawing without keeping it as a stamp.
    fn once<'a>(&self, brush: &mut Brush<'_>, at: Pos2, strength: f32, draw: impl FnOnce(&mut Shapes<'a>, &Pen)) {
        let mut shapes = Vec::new();
        draw(&mut shapes, &Pen { origin: point(at.x, at.y), zoom: self.setting.zoom, strength });
        brush.shapes(&shapes);
    }
}
