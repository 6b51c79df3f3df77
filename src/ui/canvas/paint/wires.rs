//! Links: curves with arrowheads, which follow dragged items.

use crate::picture::draw::Pen;
use crate::picture::draw::wire::{LinkStroke, is_level, parts};
use crate::picture::geometry::{Point, point};
use crate::picture::scene::wire::extent;
use crate::picture::scene::{Scene, Wire, curve, on_curve};
use crate::picture::shape::{Paint, Shape, Stroke};
use crate::picture::theme::ColorRole;

use super::brush::{Brush, pos};
use super::lens::{Lens, shift, shifted, strength};
use super::look::{CanvasLook, Hover};
use super::mesh;

/// Visits every link that may be visible once. Those of dragged items come last.
pub fn each(lens: &Lens<'_>, scene: &Scene, look: &CanvasLook<'_>, mut visit: impl FnMut(&Wire)) {
    let Some(moved) = look.moved else { return scene.wires_in(lens.seen).for_each(visit) };
    let is_moved = |place: usize| moved.ids.contains(&scene.faces[place].id);
    scene.wires_in(lens.seen).filter(|wire| !is_moved(wire.from) && !is_moved(wire.to)).for_each(&mut visit);
    for id in moved.ids {
        for wire in scene.wires_of(*id) {
            // A link from another dragged item is visited with that item.
            let comes_here = scene.faces[wire.from].id == *id || !is_moved(wire.from);
            if comes_here && extent(&curve_now(scene, look, wire)).meets(&lens.seen) {
                visit(wire);
            }
        }
    }
}

/// The curve of a link while its ends are dragged.
fn curve_now(scene: &Scene, look: &CanvasLook<'_>, wire: &Wire) -> [Point; 4] {
    let end = |place: usize| shift(look, scene.faces[place].id);
    let (from, to) = (end(wire.from), end(wire.to));
    match from == to {
        true => wire.curve.map(|at| shifted(at, from)),
        false => curve(shifted(scene.faces[wire.from].middle, from), shifted(scene.faces[wire.to].middle, to)),
    }
}

/// Paints the links of a sequence.
pub fn paint(brush: &mut Brush<'_>, lens: &Lens<'_>, scene: &Scene, look: &CanvasLook<'_>) {
    each(lens, scene, look, |wire| {
        let alpha = strength(look, scene.faces[wire.from].id).min(strength(look, scene.faces[wire.to].id));
        let pen = Pen { origin: point(0.0, 0.0), zoom: lens.zoom(), strength: alpha };
        let curve = curve_now(scene, look, wire).map(|at| lens.pixel(at));
        let has_come = |place: usize| look.lit.is_some_and(|lit| lit.contains(&scene.faces[place].id));
        let is_lit = has_come(wire.from) && has_come(wire.to);
        one(brush, curve, lens.zoom(), styled(LinkStroke::new(&pen, wire.way), look, wire.link, is_lit));
    });
    if let Some(wire) = look.drop_link.and_then(|link| scene.wire(link)) {
        let curve = curve_now(scene, look, wire).map(|at| lens.pixel(at));
        plus(brush, on_curve(&curve, 0.5));
    }
}

fn styled(line: LinkStroke, look: &CanvasLook<'_>, link: usize, is_lit: bool) -> LinkStroke {
    let accent = |width: f32| LinkStroke { paint: Paint::from(ColorRole::Accent), width, ..line };
    match () {
        () if look.drop_link == Some(link) => accent(line.width + 2.0),
        () if look.selected_link == Some(link) => accent(line.width + 1.2),
        () if look.hovered == Some(Hover::Link(link)) => accent(line.width + 0.4),
        () if is_lit => accent(line.width + 0.8),
        () => line,
    }
}

/// Paints one link, with its curve in pixels.
pub fn one(brush: &mut Brush<'_>, curve: [Point; 4], zoom: f32, line: LinkStroke) {
    let (points, head) = parts(curve, zoom);
    let stroke = Stroke { width: line.width, paint: line.paint, dash: line.dash };
    match is_level(&curve) {
        true => brush.line(&[pos(points[0]), pos(points[3])], stroke),
        false => brush.curve(&points, stroke),
    }
    let color = brush.ink(line.paint);
    let head = head.map(pos);
    mesh::triangle(&mut brush.gathered, head, color);
    // A line along its slanted edges makes them soft.
    mesh::ribbon(&mut brush.gathered, &head, brush.soft, brush.soft, color);
}

/// Paints a plus, where something will be inserted.
fn plus(brush: &mut Brush<'_>, middle: Point) {
    let fill = Some(Paint::from(ColorRole::Accent));
    brush.shape(&Shape::Circle { middle, radius: 9.0, fill, stroke: None });
    for (dx, dy) in [(4.5, 0.0), (0.0, 4.5)] {
        let ends = [pos(point(middle.x - dx, middle.y - dy)), pos(point(middle.x + dx, middle.y + dy))];
        brush.line(&ends, Stroke::solid(1.75, ColorRole::OnAccent));
    }
}
