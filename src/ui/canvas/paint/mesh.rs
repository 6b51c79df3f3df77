//! Triangles for what is painted often: squares, lines, curves, letters.

use eframe::egui::epaint::text::Row;
use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Pos2, pos2, vec2};

/// A rectangle with sharp edges.
pub fn quad(mesh: &mut Mesh, min: Pos2, max: Pos2, color: Color32) {
    four(mesh, [min, pos2(max.x, min.y), max, pos2(min.x, max.y)], color);
}

/// A straight line with sharp edges, for small zooms.
pub fn thin_line(mesh: &mut Mesh, a: Pos2, b: Pos2, width: f32, color: Color32) {
    let along = b - a;
    let length = (along.x * along.x + along.y * along.y).sqrt();
    if length < 0.01 {
        return;
    }
    let aside = vec2(-along.y, along.x) * (width / 2.0 / length);
    four(mesh, [a + aside, b + aside, b - aside, a - aside], color);
}

/// A convex shape with four corners.
fn four(mesh: &mut Mesh, [a, b, c, d]: [Pos2; 4], color: Color32) {
    let first = mesh.vertices.len() as u32;
    let vertex = |pos| Vertex { pos, uv: WHITE_UV, color };
    mesh.vertices.extend_from_slice(&[vertex(a), vertex(b), vertex(c), vertex(d)]);
    mesh.indices.extend_from_slice(&[first, first + 1, first + 2, first, first + 2, first + 3]);
}

/// A line through points, with soft edges of width `soft`.
pub fn ribbon(mesh: &mut Mesh, points: &[Pos2], width: f32, soft: f32, color: Color32) {
    if points.len() < 2 {
        return;
    }
    let clear = Color32::TRANSPARENT;
    if width > soft {
        let (outer, inner) = ((width + soft) / 2.0, (width - soft) / 2.0);
        strip(mesh, points, [(-outer, clear), (-inner, color), (inner, color), (outer, clear)]);
    } else {
        // A line thinner than a pixel is one pixel wide, but paler. It consists only of its soft edges.
        strip(mesh, points, [(-soft, clear), (0.0, color.gamma_multiply(width / soft)), (soft, clear)]);
    }
}

/// Bands along points. `edges` are the sideways offsets of the bands' edges, and their colours.
fn strip<const EDGES: usize>(mesh: &mut Mesh, points: &[Pos2], edges: [(f32, Color32); EDGES]) {
    let first = mesh.vertices.len() as u32;
    mesh.vertices.reserve(points.len() * EDGES);
    mesh.indices.reserve((points.len() - 1) * (EDGES - 1) * 6);
    for (place, at) in points.iter().enumerate() {
        let before = points[place.saturating_sub(1)];
        let after = points[(place + 1).min(points.len() - 1)];
        let along = after - before;
        let length = (along.x * along.x + along.y * along.y).sqrt();
        let aside = if length > 0.0 { vec2(-along.y, along.x) / length } else { vec2(0.0, 0.0) };
        for (by, color) in edges {
            mesh.vertices.push(Vertex { pos: *at + aside * by, uv: WHITE_UV, color });
        }
    }
    for place in 0..points.len() as u32 - 1 {
        let here = first + place * EDGES as u32;
        let next = here + EDGES as u32;
        for side in 0..EDGES as u32 - 1 {
            let (a, b, c, d) = (here + side, here + side + 1, next + side, next + side + 1);
            mesh.indices.extend_from_slice(&[a, b, c, c, b, d]);
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

/// Adds a row of letters with its origin at `at`, enlarged by `scale`. Letters without their own colour get `color`;
/// coloured glyphs, such as emoji, only get its opacity.
pub fn letters(mesh: &mut Mesh, row: &Row, at: Pos2, scale: f32, color: Color32) {
    let of = &row.visuals.mesh;
    let first = mesh.vertices.len() as u32;
    let inked = |vertex: &Vertex| Vertex {
        pos: at + vertex.pos.to_vec2() * scale,
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
