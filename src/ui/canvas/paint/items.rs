//! Items: tiles, and at full detail what is around them.

use eframe::egui::{Pos2, emath::GuiRounding};

use crate::findings::Severity;
use crate::picture::draw::{Pen, item};
use crate::picture::geometry::{Rect, point};
use crate::picture::level::NAMES;
use crate::picture::scene::{Face, Scene, TILE};
use crate::picture::shape::{Paint, Shape, Stroke};
use crate::picture::theme::ColorRole;

use super::brush::Brush;
use super::lens::{Lens, shift, shifted, strength};
use super::look::{CanvasLook, Hover};
use super::stamps::{ShownCount, Stamps};

/// Visits every visible item once. Dragged ones come last, on top.
pub fn each<'s>(lens: &Lens<'_>, scene: &'s Scene, look: &CanvasLook<'_>, mut visit: impl FnMut(&'s Face)) {
    let Some(moved) = look.moved else { return scene.faces_in(lens.seen).for_each(visit) };
    scene.faces_in(lens.seen).filter(|face| !moved.ids.contains(&face.id)).for_each(&mut visit);
    for face in moved.ids.iter().filter_map(|id| scene.face(*id)) {
        let extent = face.extent();
        let by = (moved.dx, moved.dy);
        if (Rect { min: shifted(extent.min, by), max: shifted(extent.max, by) }).meets(&lens.seen) {
            visit(face);
        }
    }
}

/// Paints the items, then their numbers: at a small zoom, numbers reach the track below, and should be on top.
pub fn paint(brush: &mut Brush<'_>, lens: &Lens<'_>, scene: &Scene, look: &CanvasLook<'_>, stamps: &mut Stamps) {
    let scale = brush.painter.pixels_per_point();
    let mut numbers: Vec<(ShownCount, Pos2, f32)> = Vec::new();
    each(lens, scene, look, |face| {
        let at = lens.on_screen(shifted(face.middle, shift(look, face.id))).round_to_pixels(scale);
        let pen = Pen { origin: point(at.x, at.y), zoom: lens.zoom(), strength: strength(look, face.id) };
        outline(brush, lens, look, face, at);
        let count = look.counts.map(|counts| counts.of_item(scene.sequence.item(face.id)));
        let layout = stamps.layout(face, count.unwrap_or_default());
        if let Some(count) = count {
            if face.is_barrier() {
                let mut shapes = Vec::new();
                item::barrier(&mut shapes, &pen, face, count);
                brush.shapes(&shapes);
            }
            numbers.push((ShownCount { item: face.id, count, layout }, at, pen.strength));
        }
        stamps.tile(brush, at, face.looks(), pen.strength);
        let mark = look.marks.and_then(|marks| marks.of_item(scene.sequence.item(face.id)));
        if look.editing != Some(face.id) && pen.zoom >= NAMES {
            let mut ground = Vec::new();
            item::ground(&mut ground, &pen, (scene, face), &layout);
            brush.shapes(&ground);
            stamps.label(brush, at, face, &layout, pen.strength);
        }
        around(brush, &pen, look, face, at, mark, stamps);
    });
    for (shown, at, strength) in numbers {
        stamps.counts(brush, at, &shown, strength);
    }
}

/// Paints the finding's mark and the handle of an item.
fn around(
    brush: &mut Brush<'_>,
    pen: &Pen,
    look: &CanvasLook<'_>,
    face: &Face,
    at: Pos2,
    mark: Option<Severity>,
    stamps: &mut Stamps,
) {
    if let Some(worst) = mark {
        stamps.mark(brush, at, worst, pen.strength);
    }
    let hovered = [Hover::Item(face.id), Hover::Handle(face.id)].iter().position(|hover| look.hovered == Some(*hover));
    if let (Some(which), None, true) = (hovered, look.moved, look.handles) {
        handle(brush, pen, which == 1);
    }
}

/// Paints the outline of selected, hovered and possible target items.
fn outline(brush: &mut Brush<'_>, lens: &Lens<'_>, look: &CanvasLook<'_>, face: &Face, at: Pos2) {
    let ring = |brush: &mut Brush<'_>, out: f32, width: f32, alpha: f32| {
        let side = TILE * lens.zoom() + 2.0 * out;
        let area = Rect::around(point(at.x, at.y), side, side);
        let stroke = Stroke::solid(width, Paint { ink: ColorRole::Accent, alpha });
        brush.shape(&Shape::Box { area, radius: 13.0 * lens.zoom() + out, fill: None, stroke: Some(stroke) });
    };
    if look.drop_item == Some(face.id) {
        ring(brush, 5.0, 3.0, 1.0);
    } else if look.selected.contains(&face.id) {
        ring(brush, 4.0, 2.5, 1.0);
    } else if look.hovered == Some(Hover::Item(face.id)) {
        ring(brush, 3.5, 1.5, 0.55);
    }
    if look.focused == Some(face.id) {
        ring(brush, 8.0, 1.5, 0.5);
    }
}

/// Paints the handle at the right edge, from which links are drawn.
fn handle(brush: &mut Brush<'_>, pen: &Pen, is_hovered: bool) {
    let middle = pen.at(TILE / 2.0, 0.0);
    let (radius, fill) = if is_hovered { (7.0, ColorRole::Accent) } else { (5.5, ColorRole::Panel) };
    let stroke = Stroke::solid(2.0, ColorRole::Accent);
    brush.shape(&Shape::Circle { middle, radius, fill: Some(fill.into()), stroke: Some(stroke) });
}
