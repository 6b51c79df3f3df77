//! Converts the shapes of `picture` to what egui paints, in as few parts as possible.

use std::sync::Arc;

use eframe::egui::epaint::text::{PlacedRow, Row};
use eframe::egui::epaint::{CircleShape, Mesh, PathShape, PathStroke, RectShape, TessellationOptions, Tessellator};
use eframe::egui::{self, Color32, CornerRadius, Painter, Pos2, StrokeKind, Vec2, pos2};

use super::letters::{Laid, Letters};
use super::mesh;
use super::tint::ink;
use crate::picture::draw::tile::round_outline;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::on_curve;
use crate::picture::shape::{Paint, Shape, Stroke, Text};
use crate::picture::theme::Theme;

/// Converts a point to egui's type.
pub fn pos(at: Point) -> Pos2 {
    pos2(at.x, at.y)
}

/// Converts a rectangle to egui's type.
pub fn rect(area: Rect) -> egui::Rect {
    egui::Rect::from_min_max(pos(area.min), pos(area.max))
}

/// Collects everything that is painted into one shape, letters included: hundreds of texts and tiles are one shape to
/// egui.
///
/// The texture coordinates of letters are in texels, as in egui's galleys. They can be scaled to the texture only at
/// the end of the frame, since it may still grow. So a mesh with letters is passed to egui as a row of a galley. A
/// stamp is another row, which egui moves to its position while copying it.
pub struct Brush<'a> {
    /// The painter that receives everything.
    pub painter: &'a Painter,
    /// The theme: light or dark.
    pub theme: Theme,
    /// The triangles collected since the last row.
    pub gathered: Mesh,
    /// The width of a soft edge: one pixel, in points of the screen.
    pub soft: f32,
    /// The cache of laid-out texts.
    pub letters: &'a mut Letters,
    tessellator: Tessellator,
    /// Pixels per point of the screen.
    scale: f32,
    /// Whether letters were painted since the last shape was passed to egui.
    lettered: bool,
    /// The finished rows, from back to front.
    rows: Vec<PlacedRow>,
    points: Vec<Pos2>,
}

impl<'a> Brush<'a> {
    /// A brush for this frame.
    pub fn new(painter: &'a Painter, theme: Theme, letters: &'a mut Letters) -> Self {
        let scale = painter.pixels_per_point();
        // The tessellator never gets letters, so the size of the font texture doesn't matter.
        let tessellator = Tessellator::new(scale, TessellationOptions::default(), [1, 1], Vec::new());
        let (soft, gathered) = (1.0 / scale, letters.spare());
        Self {
            painter,
            theme,
            gathered,
            soft,
            letters,
            tessellator,
            scale,
            lettered: false,
            rows: Vec::new(),
            points: Vec::new(),
        }
    }

    /// The colour in the brush's theme.
    pub fn ink(&self, paint: impl Into<Paint>) -> Color32 {
        ink(paint.into(), self.theme)
    }

    /// Paints shapes, in order.
    pub fn shapes(&mut self, shapes: &[Shape<'_>]) {
        shapes.iter().for_each(|shape| self.shape(shape));
    }

    /// Paints one shape of `picture`.
    pub fn shape(&mut self, shape: &Shape<'_>) {
        match shape {
            Shape::Text(text) => self.text(text, Vec2::ZERO),
            Shape::Icon { icon, middle, size, paint } => self.icon(*icon, pos(*middle), *size, *paint),
            other => self.solid(other),
        }
    }

    /// Paints a shape without letters.
    fn solid(&mut self, shape: &Shape<'_>) {
        match shape {
            Shape::Box { area, radius, fill, stroke } => self.round_box(*area, *radius, *fill, *stroke),
            Shape::Circle { middle, radius, fill, stroke } => {
                let stroke = stroke.map_or(egui::Stroke::NONE, |stroke| self.stroke(stroke));
                let fill = fill.map_or(Color32::TRANSPARENT, |paint| self.ink(paint));
                let circle = CircleShape { center: pos(*middle), radius: *radius, fill, stroke };
                self.tessellator.tessellate_circle(circle, &mut self.gathered);
            }
            Shape::Polygon { points, fill } => {
                let points = points.iter().map(|at| pos(*at)).collect();
                let path = PathShape { points, closed: true, fill: self.ink(*fill), stroke: PathStroke::NONE };
                self.tessellator.tessellate_path(&path, &mut self.gathered);
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
            self.tessellator.tessellate_rect(&shape.with_round_to_pixels(false), &mut self.gathered);
        }
        if let Some(stroke) = dashed {
            let mut points: Vec<Pos2> = round_outline(area, radius).into_iter().map(pos).collect();
            points.extend(points.first().copied());
            self.line(&points, stroke);
        }
    }

    /// Paints a line through points.
    pub fn line(&mut self, points: &[Pos2], stroke: Stroke) {
        let color = self.ink(stroke.paint);
        match stroke.dash {
            None => mesh::ribbon(&mut self.gathered, points, stroke.width, self.soft, color),
            Some(dash) => mesh::dashed(&mut self.gathered, points, stroke.width, self.soft, color, dash),
        }
    }

    /// Paints a curve, with a number of segments that depends on its length.
    pub fn curve(&mut self, curve: &[Point; 4], stroke: Stroke) {
        let length = (curve[3].x - curve[0].x).abs() + (curve[3].y - curve[0].y).abs();
        let pieces = (length / 9.0).clamp(6.0, 28.0) as usize;
        let mut points = std::mem::take(&mut self.points);
        points.clear();
        points.extend((0..=pieces).map(|piece| pos(on_curve(curve, piece as f32 / pieces as f32))));
        self.line(&points, stroke);
        self.points = points;
    }

    /// Paints a line of text, shifted by `by`.
    pub fn text(&mut self, text: &Text<'_>, by: Vec2) {
        let Some(first) = text.spans.first() else { return };
        let laid = self.letters.line(self.painter, text, self.theme);
        let color = self.ink(first.paint);
        self.laid(pos(text.at) + by, &laid, color);
    }

    /// Paints a glyph of the icon font.
    pub fn icon(&mut self, icon: char, middle: Pos2, size: f32, paint: Paint) {
        let laid = self.letters.icon(self.painter, icon, size);
        let color = self.ink(paint);
        self.laid(middle, &laid, color);
    }

    /// Paints laid-out letters at a whole pixel. Letters without their own colour get `color`.
    fn laid(&mut self, at: Pos2, laid: &Laid, color: Color32) {
        // Rounds the same everywhere: halves are rounded up, also below zero.
        let at = (((at + laid.corner).to_vec2() * self.scale + Vec2::splat(0.5)).floor() / self.scale).to_pos2();
        for row in &laid.galley.rows {
            mesh::letters(&mut self.gathered, row, at + row.pos.to_vec2() * laid.scale, laid.scale, color);
        }
        self.lettered = true;
    }

    /// Paints a row from [`Brush::made`], with its origin at `at`.
    pub fn stamp(&mut self, made: &Arc<Row>, at: Pos2) {
        self.end_row();
        self.rows.push(PlacedRow { pos: at, row: Arc::clone(made), ends_with_newline: false });
    }

    /// Returns the mesh that `paint` fills, without adding it to the brush's own. `room` is an empty mesh to fill.
    pub fn apart(&mut self, room: Mesh, paint: impl FnOnce(&mut Self)) -> Mesh {
        let before = (std::mem::replace(&mut self.gathered, room), self.lettered);
        paint(self);
        self.lettered = before.1;
        std::mem::replace(&mut self.gathered, before.0)
    }

    /// Returns the row that `paint` fills, for [`Brush::stamp`]; `None` if it paints nothing. Rows are kept for a long
    /// time, so the row gets a new mesh without spare capacity.
    pub fn made(&mut self, paint: impl FnOnce(&mut Self)) -> Option<Arc<Row>> {
        let mesh = self.apart(Mesh::default(), paint);
        let bounds = mesh.calc_bounds();
        self.letters.row(mesh, bounds)
    }

    /// Paints a mesh without letters as a separate shape, without visiting its vertices one by one.
    pub fn mesh(&mut self, mesh: &Arc<Mesh>) {
        self.hand_over();
        if !mesh.is_empty() {
            let painted = self.letters.hand_mesh(Arc::clone(mesh));
            self.painter.add(painted);
        }
    }

    /// Ends the row, so that everything painted later is above it.
    fn end_row(&mut self) {
        if !self.gathered.is_empty() {
            let room = self.letters.spare();
            let mesh = std::mem::replace(&mut self.gathered, room);
            let row = self.letters.row(mesh, self.painter.clip_rect());
            self.rows.extend(row.map(|row| PlacedRow { pos: Pos2::ZERO, row, ends_with_newline: false }));
        }
    }

    /// Passes everything collected so far to the painter.
    fn hand_over(&mut self) {
        let is_lettered = std::mem::take(&mut self.lettered);
        if self.rows.is_empty() && !is_lettered && !self.gathered.is_empty() {
            let room = self.letters.spare();
            let mesh = std::mem::replace(&mut self.gathered, room);
            let painted = self.letters.hand_mesh(Arc::new(mesh));
            self.painter.add(painted);
        }
        self.end_row();
        if !self.rows.is_empty() {
            let painted = self.letters.hand(self.painter, std::mem::take(&mut self.rows));
            self.painter.add(painted);
        }
    }

    /// Passes everything to the painter.
    pub fn finish(mut self) {
        self.hand_over();
    }
}
