//! Turns the shapes of `picture` into what egui paints, in as few pieces as it takes.

use eframe::egui::epaint::{CircleShape, Mesh, PathShape, PathStroke, RectShape, TessellationOptions, Tessellator};
use eframe::egui::{self, Color32, CornerRadius, Galley, Painter, Pos2, StrokeKind, Vec2, pos2};

use super::letters::Letters;
use super::mesh;
use super::tint::ink;
use crate::picture::draw::tile::round_outline;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::on_curve;
use crate::picture::shape::{Paint, Shape, Stroke, Text};
use crate::picture::theme::Theme;

/// A point as egui has it.
pub fn pos(at: Point) -> Pos2 {
    pos2(at.x, at.y)
}

/// A rectangle as egui has it.
pub fn rect(area: Rect) -> egui::Rect {
    egui::Rect::from_min_max(pos(area.min), pos(area.max))
}

/// Gathers what is painted in one mesh, letters included: hundreds of texts are then one shape to egui.
///
/// Letters have their places in the texture in texels, as egui's galleys have them; where they are in the whole texture
/// is known only at the end of the frame, as it may still grow. So a mesh with letters is handed over as a galley.
pub struct Brush<'a> {
    /// Where it all goes.
    pub painter: &'a Painter,
    /// Light or dark.
    pub theme: Theme,
    /// What is gathered.
    pub mesh: Mesh,
    /// How wide a soft edge is.
    pub soft: f32,
    /// Laid-out texts.
    pub letters: &'a mut Letters,
    tessellator: Tessellator,
    /// Pixels for a point of the screen.
    scale: f32,
    /// Whether there are letters in what is gathered.
    lettered: bool,
    points: Vec<Pos2>,
}

impl<'a> Brush<'a> {
    /// One for this frame.
    pub fn new(painter: &'a Painter, theme: Theme, letters: &'a mut Letters) -> Self {
        let scale = painter.pixels_per_point();
        // Nothing of what it is given has letters in it.
        let tessellator = Tessellator::new(scale, TessellationOptions::default(), [1, 1], Vec::new());
        let (soft, mesh) = (1.0 / scale, letters.spare());
        Self { painter, theme, mesh, soft, letters, tessellator, scale, lettered: false, points: Vec::new() }
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
        self.galley(pos(text.at) + corner + by, &galley, color);
    }

    /// A glyph of the icon font.
    pub fn icon(&mut self, icon: char, middle: Pos2, size: f32, paint: Paint) {
        let (galley, corner) = self.letters.icon(self.painter, icon, size);
        let color = self.ink(paint);
        self.galley(middle + corner, &galley, color);
    }

    /// Letters that are laid out already, from a whole pixel on; those without a colour of their own get this one.
    fn galley(&mut self, at: Pos2, galley: &Galley, color: Color32) {
        // The same wherever it is copied to: halves go up, on either side of zero.
        let at = ((at.to_vec2() * self.scale + Vec2::splat(0.5)).floor() / self.scale).to_pos2();
        for row in &galley.rows {
            mesh::letters(&mut self.mesh, row, at + row.pos.to_vec2(), color);
        }
        self.lettered = true;
    }

    /// A copy of what was gathered before, somewhere else; `lettered` says whether there are letters in it.
    pub fn copy(&mut self, made: &Mesh, lettered: bool, by: Vec2) {
        mesh::copy(&mut self.mesh, made, by);
        self.lettered |= lettered;
    }

    /// What this paints, apart from all else, and whether there are letters in it.
    pub fn apart(&mut self, paint: impl FnOnce(&mut Self)) -> (Mesh, bool) {
        let before = (std::mem::take(&mut self.mesh), std::mem::take(&mut self.lettered));
        paint(self);
        let made = (std::mem::replace(&mut self.mesh, before.0), std::mem::replace(&mut self.lettered, before.1));
        (made.0, made.1)
    }

    /// Hands everything to the painter.
    pub fn finish(mut self) {
        let mesh = std::mem::take(&mut self.mesh);
        let painted = self.letters.hand(self.painter, mesh, self.lettered);
        self.painter.add(painted);
    }
}
