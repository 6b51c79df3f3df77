//! What is painted at a small zoom: items as squares, links as straight lines, in one mesh without letters.

use eframe::egui::{Vec2, pos2, vec2};

use crate::picture::draw::FADED;
use crate::picture::draw::tile::inks;
use crate::picture::geometry::Point;
use crate::picture::scene::{Face, ItemState, LinkPassage, Scene, TILE};
use crate::picture::shape::Paint;
use crate::picture::theme::ColorRole;

use super::brush::Brush;
use super::lens::{Lens, shift, shifted, strength};
use super::look::{CanvasLook, Hover};
use super::mesh;

/// Links as straight lines.
pub fn wires(brush: &mut Brush<'_>, lens: &Lens<'_>, scene: &Scene, look: &CanvasLook<'_>) {
    // At least a pixel, or it would fall between pixels and be invisible.
    let (width, half) = ((1.6 * lens.zoom()).max(brush.soft), TILE / 2.0);
    let plain = brush.ink(Paint { ink: ColorRole::Wire, alpha: 0.8 });
    let faint = brush.ink(Paint { ink: ColorRole::Wire, alpha: 0.35 });
    let left_out = brush.ink(ColorRole::Held);
    let chosen = brush.ink(ColorRole::Accent);
    let mut line = |from: &Face, to: &Face, link: usize, way: LinkPassage| {
        let a = shifted(from.middle, shift(look, from.id));
        let b = shifted(to.middle, shift(look, to.id));
        let special = look.selected_link == Some(link) || look.drop_link == Some(link);
        let dim = way == LinkPassage::Blocked || strength(look, from.id).min(strength(look, to.id)) < 1.0;
        let color = if special {
            chosen
        } else if way == LinkPassage::LeftOut {
            left_out
        } else if dim {
            faint
        } else {
            plain
        };
        let (a, b) = (Point { x: a.x + half, ..a }, Point { x: b.x - half, ..b });
        mesh::thin_line(
            &mut brush.gathered,
            lens.on_screen(a),
            lens.on_screen(b),
            if special { 2.0 } else { width },
            color,
        );
    };
    super::wires::each(lens, scene, look, |wire| {
        line(&scene.faces[wire.from], &scene.faces[wire.to], wire.link, wire.way);
    });
}

/// Items as squares in their families' colours.
pub fn items(brush: &mut Brush<'_>, lens: &Lens<'_>, scene: &Scene, look: &CanvasLook<'_>) {
    let half = (TILE / 2.0 * lens.zoom()).max(2.0);
    let accent = brush.ink(ColorRole::Accent);
    super::items::each(lens, scene, look, |face| {
        let (edge, _) = inks(face.family);
        let ink = if face.state == ItemState::NotSetUp { ColorRole::Held } else { edge };
        let alpha = if face.blocked { FADED } else { 1.0 } * strength(look, face.id);
        let at = lens.on_screen(shifted(face.middle, shift(look, face.id)));
        let is_hovered = look.hovered == Some(Hover::Item(face.id)) || look.drop_item == Some(face.id);
        if look.selected.contains(&face.id) || is_hovered {
            let around = Vec2::splat(half + 2.5);
            mesh::quad(&mut brush.gathered, at - around, at + around, accent);
        }
        let color = brush.ink(Paint { ink, alpha });
        mesh::quad(&mut brush.gathered, pos2(at.x - half, at.y - half), at + vec2(half, half), color);
    });
}
