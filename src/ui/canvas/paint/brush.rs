//! Turns the shapes of `picture` into what egui paints, in as few pieces as it takes.

use eframe::egui::epaint::{
    CircleShape, Mesh, PathShape, PathStroke, RectShape, TessellationOptions, Tessellator, TextShape,
};
use eframe::egui::{self, Color32, CornerRadius, Painter, Pos2, Shape as Painted, StrokeKind, Vec2, pos2};

use crate::picture::draw::tile::round_outline;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::on_curve;
use crate::picture::shape::{Paint, Shape, Stroke, Text};
use crate::picture::theme::Theme;
use crate::ui::theme::color;

use super::letters::Letters;
use super::mesh;

/// A colour as egui has it.
pub fn ink(paint: Paint, theme: Theme) -> Color32 {
    let full = color(paint.ink, theme);
    if paint.alpha >= 1.0 { full } else { full.gamma_multiply(paint.alpha.max(0.0)) }
}

/// A point as egui has it.
pub fn pos(at: Point) -> Pos2 {
    pos2(at.x, at.y)
}

/// A rectangle as egui has it.
pub fn rect(area: Rect) -> egui::Rect {
    egui::Rect::from_min_max(pos(area.min), pos(area.max))
}

/// Gathers what is painted: small things in one mesh, texts between.
pub struct Brush<'a> {
    /// Where it all goes.
    pub painter: &'a Painter,
    /// Light or dark.
    pub theme: Theme,
    /// What is gathered since the last text.
    pub mesh: Mesh,
    /// How wide a soft edge is.
    pub soft: f32,
    /// Laid-out texts.
    pub letters: &'a mut Letters,
    tessellator: Tessellator,
    out: Vec<Painted>,
    points: Vec<Pos2>,
}

impl<'a> Brush<'a> {
    /// One for this frame.
    pub fn new(painter: &'a Painter, theme: Theme, letters: &'a mut Letters) -> Self {
        let scale = painter.pixels_per_point();
        // Nothing of what it is given has letters in it.
        let tessellator = Tessellator::new(scale, TessellationOptions::default(), [1, 1], Vec::new());
        let (soft, mesh) = (1.0 / scale, Mesh::default());
        Self { painter, theme, mesh, soft, letters, tessellator, out: Vec::new(), points: Vec::new() }
    }

    /// A colour.
    pub fn ink(&self, paint: impl Into<Paint>) -> Color32 {
        ink(paint.into(), self.theme)
    }

    /// Paints shapes.
    pub fn shapes(&mut self, shapes: &[Shape<'_>]) {
        shapes.iter().for_each(|shape| self.shape(shape));
    }

    /// Paints one shape.
    pub fn shape(&mut self, shape: &Shape<'_>) {
        match shape {
            Shape::Text(text) => self.text(text, Vec2::ZERO),
            Shape::Icon { icon, middle, size, paint } => self.icon(*icon, pos(*middle), *size, *paint),
            other => self.solid(other),
        }
    }

    /// Paints what has no letters.
    fn solid(&mut self, shape: &Shape<'_>) {
        match shape {
            Shape::Box { area, radius, fill, stroke } => self.round_box(*area, *radius, *fill, *stroke),
            Shape::Circle { middle, radius, fill, stroke } => {
                let stroke = stroke.map_or(egui::Stroke::NONE, |stroke| self.stroke(stroke));
                let fill = fill.map_or(Color32::TRANSPARENT, |paint| self.ink(paint));
                let circle = CircleShape { center: pos(*middle), radius: *radius, fill, stroke };
                self.tessellator.tessellate_circle(circle, &mut self.mesh);
            }
            Shape::Polygon { points, fill } => {
                let points = points.iter().map(|at| pos(*at)).collect();
                let path = PathShape { points, closed: true, fill: self.ink(*fill), stroke: PathStroke::NONE };
                self.tessellator.tessellate_path(&path, &mut self.mesh);
            }
            Shape::Curve { points, stroke } => self.curve(points, *stroke),
            Shape::Line { ends, stroke } => self.line(&ends.map(pos), *stroke),
            Shape::Text(_) | Shape::Icon { .. } => {}
        }
    }

    fn stroke(&self, stroke: Stroke) -> egui::Stroke {
        egui::Stroke::new(stroke.width, self.ink(stroke.paint))
    }

    fn round_box(&mut self, area: Rect, radius: f32, fill: Option<Paint>, stroke: Option<Stroke>) {
        let dashed = stroke.filter(|stroke| stroke.dash.is_some());
        let solid = stroke.filter(|stroke| stroke.dash.is_none()).map(|stroke| self.stroke(stroke));
        if fill.is_some() || solid.is_some() {
            let fill = fill.map_or(Color32::TRANSPARENT, |paint| self.ink(paint));
            let radius = CornerRadius::same(radius.clamp(0.0, 255.0).round() as u8);
            let shape = RectShape::new(rect(area), radius, fill, solid.unwrap_or_default(), StrokeKind::Middle);
            self.tessellator.tessellate_rect(&shape.with_round_to_pixels(false), &mut self.mesh);
        }
        if let Some(stroke) = dashed {
            let mut points: Vec<Pos2> = round_outline(area, radius).into_iter().map(pos).collect();
            points.extend(points.first().copied());
            self.line(&points, stroke);
        }
    }

    /// A line through points.
    pub fn line(&mut self, points: &[Pos2], stroke: Stroke) {
        let color = self.ink(stroke.paint);
        match stroke.dash {
            None => mesh::ribbon(&mut self.mesh, points, stroke.width, self.soft, color),
            Some(dash) => mesh::dashed(&mut self.mesh, points, stroke.width, self.soft, color, dash),
        }
    }

    /// A curve, with as many pieces as its length asks for.
    pub fn curve(&mut self, curve: &[Point; 4], stroke: Stroke) {
        let length = (curve[3].x - curve[0].x).abs() + (curve[3].y - curve[0].y).abs();
        let pieces = (length / 9.0).clamp(6.0, 28.0) as usize;
        let mut points = std::mem::take(&mut self.points);
        points.clear();
        points.extend((0..=pieces).map(|piece| pos(on_curve(curve, piece as f32 / pieces as f32))));
        self.line(&points, stroke);
        self.points = points;
    }

    /// A line of text, shifted.
    pub fn text(&mut self, text: &Text<'_>, by: Vec2) {
        let Some(first) = text.spans.first() else { return };
        let (galley, corner) = self.letters.line(self.painter, text, self.theme);
        let color = self.ink(first.paint);
        self.flush();
        self.out.push(TextShape::new(pos(text.at) + corner + by, galley, color).into());
    }

    /// A glyph of the icon font.
    pub fn icon(&mut self, icon: char, middle: Pos2, size: f32, paint: Paint) {
        let (galley, corner) = self.letters.icon(self.painter, icon, size);
        let color = self.ink(paint);
        self.flush();
        self.out.push(TextShape::new(middle + corner, galley, color).into());
    }

    /// Letters that are laid out already.
    pub fn galley(&mut self, at: Pos2, galley: std::sync::Arc<egui::Galley>, color: Color32) {
        self.flush();
        self.out.push(TextShape::new(at, galley, color).into());
    }

    fn flush(&mut self) {
        if !self.mesh.is_empty() {
            self.out.push(Painted::mesh(std::mem::take(&mut self.mesh)));
        }
    }

    /// Hands everything to the painter.
    pub fn finish(mut self) {
        self.flush();
        self.painter.extend(self.out);
    }
}
