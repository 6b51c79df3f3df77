//! The minimap: the whole scene, small.

use eframe::egui::{
    self, Color32, ColorImage, Painter, Pos2, Stroke, StrokeKind, TextureOptions, Vec2, emath::GuiRounding, pos2,
};
use rustc_hash::FxHashSet;

use super::kept::CachedTexture;
use super::tint::ink;
use crate::picture::draw::{frame, tile};
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::scene::{ItemState, Scene, area};
use crate::picture::shape::Paint;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::controls::theme::color;

/// The mapping between a minimap and the canvas.
#[derive(Clone, Copy, Debug)]
pub struct Minimap {
    rect: egui::Rect,
    middle: Point,
    scale: f32,
}

impl Minimap {
    /// A mapping that shows all of `bounds` in `rect`.
    pub fn new(rect: egui::Rect, bounds: Rect) -> Self {
        let room = rect.shrink(8.0);
        let scale = (room.width() / bounds.width().max(1.0)).min(room.height() / bounds.height().max(1.0));
        // A limit, since a few items shouldn't fill the whole map.
        Self { rect, middle: bounds.middle(), scale: scale.clamp(f32::MIN_POSITIVE, 0.12) }
    }

    /// The position on the map of a point of the canvas.
    pub fn to_map(&self, at: Point) -> egui::Pos2 {
        self.rect.center() + egui::vec2(at.x - self.middle.x, at.y - self.middle.y) * self.scale
    }

    /// The point of the canvas at a position on the map.
    pub fn to_canvas(&self, at: egui::Pos2) -> Point {
        let from = (at - self.rect.center()) / self.scale;
        point(self.middle.x + from.x, self.middle.y + from.y)
    }

    fn area(&self, area: Rect) -> egui::Rect {
        egui::Rect::from_min_max(self.to_map(area.min), self.to_map(area.max))
    }
}

/// What the texture of a minimap depends on.
#[derive(PartialEq)]
pub struct MinimapKey {
    scene: u64,
    rect: egui::Rect,
    bounds: Rect,
    theme: Theme,
    scale: f32,
}

/// Paints the whole scene into `rect`, with a frame around the visible part `seen`.
pub fn paint(
    kept: &mut CachedTexture<MinimapKey>,
    painter: &Painter,
    rect: egui::Rect,
    scene: &Scene,
    seen: Rect,
    theme: Theme,
) -> Minimap {
    let scale = painter.pixels_per_point();
    let rect = rect.round_to_pixels(scale);
    let bounds = scene.bounds().map_or(seen, |bounds| bounds.union(&seen));
    let map = Minimap::new(rect, bounds);
    painter.rect(
        rect,
        8.0,
        color(ColorRole::Panel, theme),
        Stroke::new(1.0, color(ColorRole::Line, theme)),
        StrokeKind::Inside,
    );
    let shown = MinimapKey { scene: scene.stamp(), rect, bounds, theme, scale };
    let draw = || drawn(&map, scene, theme, scale);
    let picture = kept.get(painter.ctx(), "minimap", shown, TextureOptions::NEAREST, draw);
    painter.image(picture, rect, egui::Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)), Color32::WHITE);
    let window = map.area(seen).intersect(rect.shrink(1.0));
    painter.rect(
        window,
        3.0,
        color(ColorRole::Accent, theme).gamma_multiply(0.08),
        Stroke::new(1.5, color(ColorRole::Accent, theme)),
        StrokeKind::Inside,
    );
    map
}

/// The minimap as a texture: showing thousands of items costs no more than one.
fn drawn(map: &Minimap, scene: &Scene, theme: Theme, scale: f32) -> ColorImage {
    let size = (map.rect.size() * scale).round().max(Vec2::splat(1.0));
    let mut image = ColorImage::filled([size.x as usize, size.y as usize], Color32::TRANSPARENT);
    let mut sheet = |area: egui::Rect, paint: Paint| {
        let area = egui::Rect::from_min_max(
            ((area.min - map.rect.min) * scale).to_pos2(),
            ((area.max - map.rect.min) * scale).to_pos2(),
        );
        fill(&mut image, area, ink(paint, theme));
    };
    for each in &scene.frames {
        sheet(map.area(area(each.position, each.size)), Paint { ink: frame::inks(each.color).1, alpha: 0.3 });
    }
    for each in &scene.notes {
        sheet(map.area(area(each.position, each.size)), Paint { ink: frame::inks(each.color).1, alpha: 0.45 });
    }
    let side = (64.0 * map.scale).clamp(2.0, 9.0);
    // Only one of many items on the same pixel is drawn.
    let mut taken = FxHashSet::default();
    for face in &scene.faces {
        let at = map.to_map(face.middle);
        if taken.insert(((at.x * 2.0 / side) as i32, (at.y * 2.0 / side) as i32)) {
            let (edge, _) = tile::inks(face.family);
            let ink = if face.state == ItemState::NotSetUp { ColorRole::Held } else { edge };
            let alpha = if face.blocked { 0.5 } else { 1.0 };
            sheet(egui::Rect::from_center_size(at, Vec2::splat(side)), Paint { ink, alpha });
        }
    }
    image
}

/// Fills an area with a colour, at least one pixel in each direction.
fn fill(image: &mut ColorImage, area: egui::Rect, color: Color32) {
    let [width, height] = image.size;
    let span = |from: f32, to: f32, end: usize| {
        let from = from.round().max(0.0) as usize;
        from.min(end)..(to.round().max(0.0) as usize).max(from + 1).min(end)
    };
    for row in span(area.min.y, area.max.y, height) {
        for column in span(area.min.x, area.max.x, width) {
            let pixel = &mut image.pixels[row * width + column];
            *pixel = pixel.blend(color);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sticks_out_of_the_map_is_cut_and_what_is_tiny_is_a_pixel() {
        let mut image = ColorImage::filled([4, 3], Color32::TRANSPARENT);
        let area = |x: f32, y: f32, to_x: f32, to_y: f32| egui::Rect::from_min_max(pos2(x, y), pos2(to_x, to_y));
        fill(&mut image, area(-5.0, 1.2, 1.4, 1.3), Color32::RED);
        fill(&mut image, area(3.0, 2.0, 90.0, 90.0), Color32::BLUE);
        fill(&mut image, area(50.0, 50.0, 60.0, 60.0), Color32::GREEN);
        let painted: Vec<usize> = (0..12).filter(|place| image.pixels[*place] != Color32::TRANSPARENT).collect();
        assert_eq!(painted, [4, 11]);
    }
}
