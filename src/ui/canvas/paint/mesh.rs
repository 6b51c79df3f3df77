//! Triangles for what is painted often: squares, lines, curves, and copies of what was made once.

use eframe::egui::epaint::text::Row;
use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Pos2, Vec2, pos2, vec2};

/// A rectangle with sharp edges.
pub fn quad(mesh: &mut Mesh, min: Pos2, max: Pos2, color: Color32) {
    let first = mesh.vertices.len() as u32;
    let corners = [min, pos2(max.x, min.y), max, pos2(min.x, max.y)];
    mesh.vertices.extend(corners.map(|pos| Vertex { pos, uv: WHITE_UV, color }));
    mesh.indices.extend([0, 1, 2, 0, 2, 3].map(|corner| first + corner));
}

/// A straight line with sharp edges, for what is far away.
pub fn thin_line(mesh: &mut Mesh, a: Pos2, b: Pos2, width: f32, color: Color32) {
    let along = b - a;
    let length = along.length();
    if length < 0.01 {
        return;
    }
    let aside = vec2(-along.y, along.x) * (width / 2.0 / length);
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend([a + aside, b + aside, b - aside, a - aside].map(|pos| Vertex { pos, uv: WHITE_UV, color }));
    mesh.indices.extend([0, 1, 2, 0, 2, 3].map(|corner| first + corner));
}

/// A line through points, with soft edges of `soft`.
pub fn ribbon(mesh: &mut Mesh, points: &[Pos2], width: f32, soft: f32, color: Color32) {
    if points.len() < 2 {
        return;
    }
    // Thinner than a pixel: as wide as one, and paler.
    let (width, color) = if width < soft { (soft, color.gamma_multiply(width / soft)) } else { (width, color) };
    let (outer, inner) = ((width + soft) / 2.0, (width - soft) / 2.0);
    let first = mesh.vertices.len() as u32;
    for (place, at) in points.iter().enumerate() {
        let before = points[place.saturating_sub(1)];
        let after = points[(place + 1).min(points.len() - 1)];
        let along = (after - before).normalized();
        let aside = vec2(-along.y, along.x);
        let vertex = |by: f32, color: Color32| Vertex { pos: *at + aside * by, uv: WHITE_UV, color };
        let clear = Color32::TRANSPARENT;
        mesh.vertices.extend([
            vertex(-outer, clear),
            vertex(-inner, color),
            vertex(inner, color),
            vertex(outer, clear),
        ]);
    }
    for place in 0..points.len() as u32 - 1 {
        let (here, next) = (first + place * 4, first + place * 4 + 4);
        for side in 0..3 {
            mesh.indices.extend([
                here + side,
                here + side + 1,
                next + side,
                next + side,
                here + side + 1,
                next + side + 1,
            ]);
        }
    }
}

/// A line through points in dashes.
pub fn dashed(mesh: &mut Mesh, points: &[Pos2], width: f32, soft: f32, color: Color32, (dash, gap): (f32, f32)) {
    let (dash, gap) = (dash.max(1.0), gap.max(1.0));
    let mut piece: Vec<Pos2> = Vec::new();
    let (mut drawing, mut left) = (true, dash);
    for ends in points.windows(2) {
        let (mut from, to) = (ends[0], ends[1]);
        if drawing && piece.is_empty() {
            piece.push(from);
        }
        let mut rest = from.distance(to);
        while rest > left {
            from += (to - from) * (left / rest);
            rest -= left;
            if drawing {
                piece.push(from);
                ribbon(mesh, &piece, width, soft, color);
                piece.clear();
            } else {
                piece.push(from);
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
        left -= rest;
        if drawing {
            piece.push(to);
        }
    }
    ribbon(mesh, &piece, width, soft, color);
}

/// A triangle with sharp edges.
pub fn triangle(mesh: &mut Mesh, corners: [Pos2; 3], color: Color32) {
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend(corners.map(|pos| Vertex { pos, uv: WHITE_UV, color }));
    mesh.indices.extend([first, first + 1, first + 2]);
}

/// A copy of another mesh, somewhere else.
pub fn copy(mesh: &mut Mesh, of: &Mesh, by: Vec2) {
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend(of.vertices.iter().map(|vertex| Vertex { pos: vertex.pos + by, ..*vertex }));
    mesh.indices.extend(of.indices.iter().map(|index| first + index));
}

/// A row of letters from `at` on. Those without a colour of their own get `color`; coloured pictures only its strength.
pub fn letters(mesh: &mut Mesh, row: &Row, at: Pos2, color: Color32) {
    let of = &row.visuals.mesh;
    let first = mesh.vertices.len() as u32;
    let inked = |vertex: &Vertex| Vertex {
        pos: at + vertex.pos.to_vec2(),
        color: if vertex.color == Color32::PLACEHOLDER { color } else { vertex.color },
        ..*vertex
    };
    mesh.vertices.extend(of.vertices.iter().map(inked));
    mesh.indices.extend(of.indices.iter().map(|index| first + index));
    for glyph in row.glyphs.iter().filter(|glyph| glyph.is_color && !glyph.uv_rect.is_nothing()) {
        let corners = (first + glyph.first_vertex) as usize..;
        for vertex in mesh.vertices[corners].iter_mut().take(4) {
            vertex.color = Color32::from_white_alpha(vertex.color.a());
        }
    }
}
