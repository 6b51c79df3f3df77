//! The dotted background: the texture of one dot, repeated by the graphics card, so that any area costs as much as one
//! dot.

use eframe::egui::epaint::{Mesh, Shape};
use eframe::egui::{
    Color32, ColorImage, Painter, Rect, TextureOptions, TextureWrapMode, Vec2, emath::GuiRounding, vec2,
};

use super::kept::CachedTexture;
use super::lens::Lens;
use crate::picture::geometry::point;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::controls::theme::color;

/// The distance between dots at 100 %, and the smallest distance on the screen.
const STEP: (f32, f32) = (20.0, 15.0);
/// The size of a dot on the screen, in points.
const DOT: f32 = 2.0;

/// The texture of a dot, kept while it looks the same.
#[derive(Default)]
pub struct DotTexture {
    kept: CachedTexture<Cell>,
}

/// One dot with its background.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cell {
    /// The width and height, in pixels.
    side: usize,
    /// The size of the dot, in pixels.
    dot: f32,
    ink: Color32,
    paper: Color32,
}

impl DotTexture {
    /// Paints the background with its dots.
    pub fn paint(&mut self, painter: &Painter, lens: &Lens<'_>, theme: Theme) {
        let scale = painter.pixels_per_point();
        let apart = apart(lens.zoom());
        let cell = Cell {
            side: ((apart * scale).round() as usize).clamp(2, 1024),
            dot: scale * DOT,
            ink: color(ColorRole::Dots, theme),
            paper: color(ColorRole::Paper, theme),
        };
        let options = TextureOptions { wrap_mode: TextureWrapMode::Repeat, ..TextureOptions::LINEAR };
        let texture = self.kept.get(painter.ctx(), "dotted paper", cell, options, || cell.image());
        // A dot is at the centre of a cell. The cell nearest to the corner is used, to keep the numbers small.
        let first = lens.on_screen(point(0.0, 0.0)).round_to_pixels(scale);
        let from = (lens.view.min - first) / apart + Vec2::splat(0.5);
        let from = (from - from.floor()).to_pos2();
        let mut mesh = Mesh::with_texture(texture);
        mesh.add_rect_with_uv(lens.view, Rect::from_min_size(from, lens.view.size() / apart), Color32::WHITE);
        painter.add(Shape::mesh(mesh));
    }
}

/// The distance between dots on the screen, in points.
fn apart(zoom: f32) -> f32 {
    let mut apart = STEP.0 * zoom;
    while apart < STEP.1 {
        apart *= 2.0;
    }
    apart
}

impl Cell {
    fn image(self) -> ColorImage {
        let middle = self.side as f32 / 2.0;
        // The share of a pixel that the dot covers, in each direction.
        let covers = |at: usize| {
            let (low, high) = (at as f32, at as f32 + 1.0);
            (high.min(middle + self.dot / 2.0) - low.max(middle - self.dot / 2.0)).clamp(0.0, 1.0)
        };
        let pixel = |place: usize| {
            let part = covers(place % self.side) * covers(place / self.side);
            self.paper.lerp_to_gamma(self.ink, part)
        };
        let pixels = (0..self.side * self.side).map(pixel).collect();
        ColorImage { size: [self.side; 2], source_size: vec2(self.side as f32, self.side as f32), pixels }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_never_too_close_and_lie_on_the_grid() {
        for zoom in [0.1_f32, 0.26, 0.5, 0.76, 1.0, 2.5, 4.0] {
            let apart = apart(zoom);
            let steps = apart / (STEP.0 * zoom);
            assert!(apart >= STEP.1 && steps.log2().fract().abs() < 1e-3, "{zoom}: {apart}");
        }
    }

    #[test]
    fn a_cell_holds_one_dot_in_its_middle() {
        let cell = Cell { side: 21, dot: 1.0, ink: Color32::BLACK, paper: Color32::WHITE };
        let image = cell.image();
        let dark: Vec<usize> = (0..21 * 21).filter(|place| image.pixels[*place] != Color32::WHITE).collect();
        assert_eq!(dark, [10 * 21 + 10]);
        assert_eq!(image.pixels[dark[0]], Color32::BLACK);
    }
}
