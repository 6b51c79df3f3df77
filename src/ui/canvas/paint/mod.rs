//! Paints a scene with egui: the shapes that `picture` decides on, in screen space, culled by the scene's index.
//!
//! Start reading at [`paint`]; [`look`] says what else to show, [`brush`] how shapes become triangles.

pub mod brush;
pub mod crowds;
pub mod dots;
pub mod far;
pub mod hints;
pub mod items;
pub mod kept;
pub mod layer;
pub mod lens;
pub mod letters;
pub mod look;
pub mod map;
pub mod mesh;
pub mod stamps;
pub mod things;
pub mod tint;
pub mod until;
pub mod wires;

use eframe::egui::{self, Painter};

use crate::picture::geometry;
use crate::picture::level::Level;
use crate::picture::scene::Scene;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::camera::Camera;
use crate::ui::controls::theme::color;
use brush::Brush;
use lens::Lens;
use letters::Letters;
use stamps::Stamps;

use look::CanvasLook;
pub use map::Minimap;

/// Caches that are kept between frames.
#[derive(Default)]
pub struct PaintCache {
    letters: Letters,
    stamps: Stamps,
    links: layer::Links,
    dots: dots::DotTexture,
    map: kept::CachedTexture<map::MinimapKey>,
}

/// How far texts extend beyond their area at 100 %, since they keep a readable size at small zooms.
const REACH: f32 = 48.0;

/// Paints the visible part of a scene into `view`, the canvas's rectangle on the screen.
pub fn paint(
    painter: &Painter,
    view: egui::Rect,
    camera: &Camera,
    scene: &Scene,
    look: &CanvasLook<'_>,
    cache: &mut PaintCache,
) {
    let painter = painter.with_clip_rect(view.intersect(painter.clip_rect()));
    let anew = cache.letters.begin(&painter);
    let zooms = cache.stamps.begin(scene, camera.zoom, look.theme, painter.pixels_per_point(), anew);
    cache.letters.zooms(zooms);
    let lens = Lens { view, camera, seen: camera.seen(view).grown(REACH / camera.zoom) };
    match look.dots {
        true => cache.dots.paint(&painter, &lens, look.theme),
        false => _ = painter.rect_filled(view, 0.0, color(ColorRole::Paper, look.theme)),
    }
    let mut brush = Brush::new(&painter, look.theme, &mut cache.letters);
    things::frames(&mut brush, &lens, scene, look);
    things::notes(&mut brush, &lens, scene, look);
    let level = Level::at(camera.zoom);
    let links = if level == Level::Dot { far::wires } else { wires::paint };
    cache.links.paint(&mut brush, &lens, scene, look, links);
    match level {
        Level::Dot => far::items(&mut brush, &lens, scene, look),
        Level::Tile | Level::Full => items::paint(&mut brush, &lens, scene, look, &mut cache.stamps),
    }
    hints::paint(&mut brush, &lens, look);
    brush.finish();
    if cache.letters.has_near() {
        painter.ctx().request_repaint();
    }
}

/// Paints the whole scene into `rect`, with a frame around the visible part `seen`. Returns the mapping to the canvas.
pub fn paint_minimap(
    cache: &mut PaintCache,
    painter: &Painter,
    rect: egui::Rect,
    scene: &Scene,
    seen: geometry::Rect,
    theme: Theme,
) -> Minimap {
    map::paint(&mut cache.map, painter, rect, scene, seen, theme)
}
