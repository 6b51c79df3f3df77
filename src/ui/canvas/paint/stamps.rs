//! Tiles made once for each look and zoom, then copied.

use std::sync::Arc;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, Galley, Pos2, Vec2};
use rustc_hash::FxHashMap;

use crate::picture::draw::{Pen, tile};
use crate::picture::geometry::point;
use crate::picture::shape::Shape;
use crate::picture::theme::Theme;

use super::brush::{Brush, pos};
use super::mesh;

/// What a stamp depends on beside its tile.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Setting {
    zoom: f32,
    theme: Theme,
    scale: f32,
}

/// The tiles at one zoom.
#[derive(Default)]
pub struct Stamps {
    setting: Setting,
    made: FxHashMap<(tile::Tile, u32), Arc<Stamp>>,
}

/// A tile around (0, 0).
pub struct Stamp {
    layers: Vec<Layer>,
}

enum Layer {
    Mesh(Mesh),
    Letters(Vec2, Arc<Galley>, Color32),
}

impl Stamps {
    /// Forgets those of another zoom, and all when the letters are new.
    pub fn begin(&mut self, zoom: f32, theme: Theme, scale: f32, letters_are_new: bool) {
        let setting = Setting { zoom, theme, scale };
        if setting != self.setting || letters_are_new {
            self.made.clear();
        }
        self.setting = setting;
    }

    /// Paints a tile.
    pub fn paint(&mut self, brush: &mut Brush<'_>, at: Pos2, look: tile::Tile, strength: f32) {
        let key = (look, strength.to_bits());
        let stamp = match self.made.get(&key) {
            Some(stamp) => stamp.clone(),
            None => {
                let stamp = Arc::new(make(brush, look, self.setting.zoom, strength));
                self.made.insert(key, stamp.clone());
                stamp
            }
        };
        for layer in &stamp.layers {
            match layer {
                Layer::Mesh(made) => mesh::copy(&mut brush.mesh, made, at.to_vec2()),
                Layer::Letters(by, galley, color) => brush.galley(at + *by, galley.clone(), *color),
            }
        }
    }
}

fn make(brush: &mut Brush<'_>, look: tile::Tile, zoom: f32, strength: f32) -> Stamp {
    let mut shapes = Vec::new();
    tile::draw(&mut shapes, &Pen { origin: point(0.0, 0.0), zoom, strength }, look);
    let before = std::mem::take(&mut brush.mesh);
    let mut layers = Vec::new();
    for shape in &shapes {
        let letters = match shape {
            Shape::Icon { icon, middle, size, paint } => {
                let (galley, corner) = brush.letters.icon(brush.painter, *icon, *size);
                Some(Layer::Letters(pos(*middle).to_vec2() + corner, galley, brush.ink(*paint)))
            }
            Shape::Text(text) => text.spans.first().map(|span| {
                let (galley, corner) = brush.letters.line(brush.painter, text, brush.theme);
                Layer::Letters(pos(text.at).to_vec2() + corner, galley, brush.ink(span.paint))
            }),
            other => {
                brush.shape(other);
                None
            }
        };
        if let Some(letters) = letters {
            if !brush.mesh.is_empty() {
                layers.push(Layer::Mesh(std::mem::take(&mut brush.mesh)));
            }
            layers.push(letters);
        }
    }
    if !brush.mesh.is_empty() {
        layers.push(Layer::Mesh(std::mem::take(&mut brush.mesh)));
    }
    brush.mesh = before;
    Stamp { layers }
}
