//! Links: lines with arrowheads, which follow dragged items.

use crate::picture::draw::Pen;
use crate::picture::draw::wire::{LinkStroke, parts};
use crate::picture::geometry::{Point, point};
use crate::picture::scene::{LinkPath, Scene, Wire};
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
            if comes_here && path_now(scene, look, wire).extent().meets(&lens.seen) {
                visit(wire);
            }
        }
    }
}

/// The line of a link while its ends are dragged.
fn path_now(scene: &Scene, look: &CanvasLook<'_>, wire: &Wire) -> LinkPath {
    let end = |place: usize| shift(look, scene.faces[place].id);
    let (from, to) = (end(wire.from), end(wire.to));
    match from == to {
        true => wire.path.map(|at| shifted(at, from)),
        false => {
            LinkPath::between(shifted(scene.faces[wire.from].middle, from), shifted(scene.faces[wire.to].middle, to))
        }
    }
}

/// Paints the links of a sequence.
pub fn paint(brush: &mut Brush<'_>, lens: &Lens<'_>, scene: &Scene, look: &CanvasLook<'_>) {
    each(lens, scene, look, |wire| {
        let alpha = strength(look, scene.faces[wire.from].id).min(strength(look, scene.faces[wire.to].id));
        let pen = Pen { origin: point(0.0, 0.0), zoom: lens.zoom(), strength: alpha };
        let path = path_now(scene, look, wire).map(|at| lens.pixel(at));
        let has_come = |place: usize| look.lit.is_some_and(|lit| lit.contains(&scene.faces[place].id));
        let is_lit = has_come(wire.from) && has_come(wire.to);
        one(brush, path, lens.zoom(), styled(LinkStroke::new(&pen, wire.way), look, wire.link, is_lit));
    });
    if let Some(wire) = look.drop_link.and_then(|link| scene.wire(link)) {
        let path = path_now(scene, look, wire).map(|at| lens.pixel(at));
        plus(brush, path.at(0.5));
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

/// Paints one link, with its line in pixels.
pub fn one(brush: &mut Brush<'_>, path: LinkPath, zoom: f32, line: LinkStroke) {
    let (points, head) = parts(path, zoom);
    let stroke = Stroke { width: line.width, paint: line.paint, dash: line.dash };
    match points {
        LinkPath::Curve(curve) if path.is_level() => brush.line(&[pos(curve[0]), pos(curve[3])], stroke),
        LinkPath::Curve(curve) => brush.curve(&curve, stroke),
        LinkPath::Step(_) | LinkPath::Around(_) => {
            let points: Vec<_> = points.points(zoom).into_iter().map(pos).collect();
            brush.line(&points, stroke);
        }
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
