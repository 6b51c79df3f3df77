//! The minimap: the whole scene, small.

use eframe::egui::epaint::Mesh;
use eframe::egui::{self, Id, Painter, Stroke, StrokeKind, Vec2};
use rustc_hash::FxHashSet;

use crate::picture::draw::{frame, tile};
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::scene::{Scene, State, area};
use crate::picture::shape::Paint;
use crate::picture::theme::{Ink, Theme};
use crate::ui::theme::color;

use super::{brush, mesh};

/// How a minimap lies over the canvas.
#[derive(Clone, Copy, Debug)]
pub struct Minimap {
    rect: egui::Rect,
    middle: Point,
    scale: f32,
}

impl Minimap {
    /// All of `bounds` in `rect`.
    pub fn new(rect: egui::Rect, bounds: Rect) -> Self {
        let room = rect.shrink(8.0);
        let scale = (room.width() / bounds.width().max(1.0)).min(room.height() / bounds.height().max(1.0));
        // A few items are not drawn as large as the map.
        Self { rect, middle: bounds.middle(), scale: scale.clamp(f32::MIN_POSITIVE, 0.12) }
    }

    /// Where a point of the canvas is on the map.
    pub fn to_map(&self, at: Point) -> egui::Pos2 {
        self.rect.center() + egui::vec2(at.x - self.middle.x, at.y - self.middle.y) * self.scale
    }

    /// Which point of the canvas is there on the map.
    pub fn to_canvas(&self, at: egui::Pos2) -> Point {
        let from = (at - self.rect.center()) / self.scale;
        point(self.middle.x + from.x, self.middle.y + from.y)
    }

    fn area(&self, area: Rect) -> egui::Rect {
        egui::Rect::from_min_max(self.to_map(area.min), self.to_map(area.max))
    }
}

/// What was drawn last, and for what.
#[derive(Clone, Default)]
struct Kept {
    of: Option<(u64, egui::Rect, Rect, Theme)>,
    mesh: std::sync::Arc<Mesh>,
}

/// Paints the whole scene small into `rect`, with a frame around the part that is `seen`.
pub fn paint(painter: &Painter, rect: egui::Rect, scene: &Scene, seen: Rect, theme: Theme) -> Minimap {
    let bounds = scene.bounds().map_or(seen, |bounds| bounds.union(&seen));
    let map = Minimap::new(rect, bounds);
    painter.rect(rect, 8.0, color(Ink::Panel, theme), Stroke::new(1.0, color(Ink::Line, theme)), StrokeKind::Inside);
    let of = Some((scene.stamp(), rect, bounds, theme));
    let id = Id::unique("minimap of the canvas");
    let mut kept = painter.ctx().data(|data| data.get_temp::<Kept>(id)).unwrap_or_default();
    if kept.of != of {
        kept = Kept { of, mesh: std::sync::Arc::new(drawn(&map, scene, theme)) };
        painter.ctx().data_mut(|data| data.insert_temp(id, kept.clone()));
    }
    painter.add(egui::Shape::Mesh(kept.mesh));
    let window = map.area(seen).intersect(rect.shrink(1.0));
    painter.rect(
        window,
        3.0,
        color(Ink::Accent, theme).gamma_multiply(0.08),
        Stroke::new(1.5, color(Ink::Accent, theme)),
        StrokeKind::Inside,
    );
    map
}

fn drawn(map: &Minimap, scene: &Scene, theme: Theme) -> Mesh {
    let mut out = Mesh::default();
    let mut sheet = |area: egui::Rect, paint: Paint| mesh::quad(&mut out, area.min, area.max, brush::ink(paint, theme));
    for each in &scene.frames {
        sheet(map.area(area(each.position, each.size)), Paint { ink: frame::inks(each.color).1, alpha: 0.3 });
    }
    for each in &scene.notes {
        sheet(map.area(area(each.position, each.size)), Paint { ink: frame::inks(each.color).1, alpha: 0.45 });
    }
    let side = (64.0 * map.scale).clamp(2.0, 9.0);
    // Of many items on one spot, one is drawn.
    let mut taken = FxHashSet::default();
    for face in &scene.faces {
        let at = map.to_map(face.middle);
        if taken.insert(((at.x * 2.0 / side) as i32, (at.y * 2.0 / side) as i32)) {
            let (edge, _) = tile::inks(face.family);
            let ink = if face.state == State::NotSetUp { Ink::Held } else { edge };
            let alpha = if face.blocked { 0.5 } else { 1.0 };
            sheet(egui::Rect::from_center_size(at, Vec2::splat(side)), Paint { ink, alpha });
        }
    }
    out
}
