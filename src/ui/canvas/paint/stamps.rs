//! What looks the same from frame to frame, made once for each zoom, then copied: tiles, labels, marks of findings.

use eframe::egui::Pos2;
use eframe::egui::epaint::Mesh;
use rustc_hash::FxHashMap;

use crate::findings::Severity;
use crate::picture::draw::{Pen, Shapes, item, tile};
use crate::picture::geometry::point;
use crate::picture::looks;
use crate::picture::scene::{Face, Scene};
use crate::picture::theme::Theme;

use super::brush::Brush;

/// What all stamps depend on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Setting {
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
    /// What stands below the tile of the item of this id.
    Label(u64),
    /// The mark of a finding.
    Mark(Severity),
}

/// Those of one scene at one zoom.
#[derive(Default)]
pub struct Stamps {
    setting: Setting,
    made: FxHashMap<(Shows, u32), Stamp>,
}

/// Something around (0, 0), and whether there are letters in it.
struct Stamp(Mesh, bool);

impl Stamps {
    /// Forgets those of another scene or zoom, and all when the letters are new.
    pub fn begin(&mut self, scene: &Scene, zoom: f32, theme: Theme, scale: f32, letters_are_new: bool) {
        let setting = Setting { scene: scene.stamp(), zoom, theme, scale };
        if setting != self.setting || letters_are_new {
            self.made.clear();
        }
        self.setting = setting;
    }

    /// Paints a tile.
    pub fn tile(&mut self, brush: &mut Brush<'_>, at: Pos2, look: looks::Tile, strength: f32) {
        self.paint(brush, at, Shows::Tile(look), strength, |out, pen| tile::draw(out, pen, look));
    }

    /// Paints name and sentence.
    pub fn label(&mut self, brush: &mut Brush<'_>, at: Pos2, face: &Face, strength: f32) {
        self.paint(brush, at, Shows::Label(face.id), strength, |out, pen| item::label(out, pen, face));
    }

    /// Paints the mark of the worst finding.
    pub fn mark(&mut self, brush: &mut Brush<'_>, at: Pos2, worst: Severity, strength: f32) {
        self.paint(brush, at, Shows::Mark(worst), strength, |out, pen| tile::mark(out, pen, worst));
    }

    fn paint<'a>(
        &mut self,
        brush: &mut Brush<'_>,
        at: Pos2,
        shows: Shows,
        strength: f32,
        draw: impl FnOnce(&mut Shapes<'a>, &Pen),
    ) {
        let zoom = self.setting.zoom;
        let Stamp(mesh, lettered) = self.made.entry((shows, strength.to_bits())).or_insert_with(|| {
            let mut shapes = Vec::new();
            draw(&mut shapes, &Pen { origin: point(0.0, 0.0), zoom, strength });
            let (mesh, lettered) = brush.apart(|brush| brush.shapes(&shapes));
            Stamp(mesh, lettered)
        });
        brush.copy(mesh, *lettered, at.to_vec2());
    }
}
