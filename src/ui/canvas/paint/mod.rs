//! Paints a scene with egui: what `picture` decides, in screen space, culled by the scene's index.

pub mod look;

use eframe::egui::{self, Color32, Painter, Stroke};

use crate::picture::geometry;
use crate::picture::scene::Scene;
use crate::picture::theme::{Ink, Theme};

use super::camera::Camera;
use crate::ui::theme::color;

pub use look::Look;

/// What is kept between frames, so that little is made anew.
#[derive(Default)]
pub struct PaintCache {}

/// Paints what is seen of a scene into `view`, the canvas's rectangle on the screen.
pub fn paint(
    painter: &Painter,
    view: egui::Rect,
    camera: &Camera,
    scene: &Scene,
    look: &Look<'_>,
    _cache: &mut PaintCache,
) {
    let painter = painter.with_clip_rect(view.intersect(painter.clip_rect()));
    painter.rect_filled(view, 0.0, color(Ink::Paper, look.theme));
    let shift = |id: u64| match look.moved {
        Some(moved) if moved.ids.contains(&id) => egui::vec2(moved.dx, moved.dy) * camera.zoom,
        _ => egui::Vec2::ZERO,
    };
    for wire in &scene.wires {
        let [a, .., b] = wire.curve.map(|at| camera.to_screen(view, at));
        let (from, to) = (scene.faces[wire.from].id, scene.faces[wire.to].id);
        painter.line_segment([a + shift(from), b + shift(to)], Stroke::new(1.5, color(Ink::Wire, look.theme)));
    }
    for face in scene.faces_in(camera.seen(view)) {
        let at = camera.to_screen(view, face.middle) + shift(face.id);
        let tile = egui::Rect::from_center_size(at, egui::Vec2::splat(64.0 * camera.zoom));
        let edge = if look.selected.contains(&face.id) { Ink::Accent } else { Ink::TimerEdge };
        painter.rect(tile, 12.0, Color32::GRAY, Stroke::new(1.5, color(edge, look.theme)), egui::StrokeKind::Inside);
    }
}

/// Paints the whole scene small into `rect`, with a frame around the part that is `seen`. Returns
/// where points of the small picture are on the canvas.
pub fn paint_minimap(
    painter: &Painter,
    rect: egui::Rect,
    scene: &Scene,
    seen: geometry::Rect,
    theme: Theme,
) -> Minimap {
    let bounds = scene.bounds().map_or(seen, |bounds| bounds.union(&seen));
    let map = Minimap::new(rect, bounds);
    painter.rect_filled(rect, 8.0, color(Ink::Panel, theme));
    map
}

/// How a minimap lies over the canvas.
#[derive(Clone, Copy, Debug)]
pub struct Minimap {
    rect: egui::Rect,
    middle: geometry::Point,
    scale: f32,
}

impl Minimap {
    /// All of `bounds` in `rect`.
    pub fn new(rect: egui::Rect, bounds: geometry::Rect) -> Self {
        let room = rect.shrink(8.0);
        let scale = (room.width() / bounds.width().max(1.0)).min(room.height() / bounds.height().max(1.0));
        Self { rect, middle: bounds.middle(), scale }
    }

    /// Where a point of the canvas is on the map.
    pub fn to_map(&self, at: geometry::Point) -> egui::Pos2 {
        self.rect.center() + egui::vec2(at.x - self.middle.x, at.y - self.middle.y) * self.scale
    }

    /// Which point of the canvas is there on the map.
    pub fn to_canvas(&self, at: egui::Pos2) -> geometry::Point {
        let from = (at - self.rect.center()) / self.scale.max(f32::MIN_POSITIVE);
        geometry::point(self.middle.x + from.x, self.middle.y + from.y)
    }
}
