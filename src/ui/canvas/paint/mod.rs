//! Paints a scene with egui: what `picture` decides, in screen space, culled by the scene's index.
//!
//! Start reading at [`paint`]; [`look`] says what else there is to show, [`brush`] how shapes become triangles.

pub mod brush;
pub mod crowds;
pub mod dots;
pub mod far;
pub mod hints;
pub mod items;
pub mod kept;
pub mod letters;
pub mod look;
pub mod map;
pub mod mesh;
pub mod stamps;
pub mod things;
pub mod until;
pub mod wires;

use eframe::egui::{self, Painter, Pos2};

use crate::picture::geometry::{self, Point};
use crate::picture::level::Level;
use crate::picture::scene::Scene;
use crate::picture::theme::{Ink, Theme};
use crate::ui::context::camera::Camera;
use crate::ui::controls::theme::color;
use brush::Brush;
use letters::Letters;
use stamps::Stamps;

pub use look::Look;
pub use map::Minimap;

/// What is kept between frames, so that little is made anew.
#[derive(Default)]
pub struct PaintCache {
    letters: Letters,
    stamps: Stamps,
    dots: dots::Dots,
    map: kept::Kept<map::Shown>,
}

/// Where the canvas is seen, and what of it.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    /// The canvas's rectangle on the screen.
    pub view: egui::Rect,
    /// Pan and zoom.
    pub camera: &'a Camera,
    /// The part of the canvas that is seen, with what reaches into it.
    pub seen: geometry::Rect,
}

impl Lens<'_> {
    /// Where a point of the canvas is on the screen.
    pub fn on_screen(&self, at: Point) -> Pos2 {
        self.camera.to_screen(self.view, at)
    }

    /// The same as plain data.
    pub fn pixel(&self, at: Point) -> Point {
        let at = self.on_screen(at);
        geometry::point(at.x, at.y)
    }

    /// Where a rectangle of the canvas is on the screen.
    pub fn area(&self, area: geometry::Rect) -> geometry::Rect {
        geometry::Rect { min: self.pixel(area.min), max: self.pixel(area.max) }
    }

    /// The zoom.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom
    }
}

/// Texts keep a readable size when far, and then reach this far out of the place they have at 100 %.
const REACH: f32 = 48.0;

/// Paints what is seen of a scene into `view`, the canvas's rectangle on the screen.
pub fn paint(
    painter: &Painter,
    view: egui::Rect,
    camera: &Camera,
    scene: &Scene,
    look: &Look<'_>,
    cache: &mut PaintCache,
) {
    let painter = painter.with_clip_rect(view.intersect(painter.clip_rect()));
    let anew = cache.letters.begin(&painter);
    cache.stamps.begin(scene, camera.zoom, look.theme, painter.pixels_per_point(), anew);
    let lens = Lens { view, camera, seen: camera.seen(view).grown(REACH / camera.zoom) };
    match look.dots {
        true => cache.dots.paint(&painter, &lens, look.theme),
        false => _ = painter.rect_filled(view, 0.0, color(Ink::Paper, look.theme)),
    }
    let mut brush = Brush::new(&painter, look.theme, &mut cache.letters);
    things::frames(&mut brush, &lens, scene, look);
    things::notes(&mut brush, &lens, scene, look);
    if Level::at(camera.zoom) == Level::Dot {
        far::wires(&mut brush, &lens, scene, look);
        far::items(&mut brush, &lens, scene, look);
    } else {
        wires::paint(&mut brush, &lens, scene, look);
        items::paint(&mut brush, &lens, scene, look, &mut cache.stamps);
    }
    hints::paint(&mut brush, &lens, look);
    brush.finish();
}

/// Paints the whole scene small into `rect`, with a frame around the part that is `seen`. Returns
/// where points of the small picture are on the canvas.
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

/// How far a thing is from where the scene has it, in points of the canvas.
fn shift(look: &Look<'_>, id: u64) -> (f32, f32) {
    match look.moved {
        Some(moved) if moved.ids.contains(&id) => (moved.dx, moved.dy),
        _ => (0.0, 0.0),
    }
}

fn shifted(at: Point, (dx, dy): (f32, f32)) -> Point {
    geometry::point(at.x + dx, at.y + dy)
}

/// How strong a thing's colours are: what is out of the light is faded.
fn strength(look: &Look<'_>, id: u64) -> f32 {
    match look.lit {
        Some(lit) if !lit.contains(&id) => 0.25,
        _ => 1.0,
    }
}
