//! A whole scene as shapes, for picture files.

use crate::campaign::item::Position;
use crate::picture::counts::ItemCounts;
use crate::picture::geometry::{Rect, point};
use crate::picture::scene::{FRAME_TITLE, Scene, area};

use super::layout::ItemLayout;
use super::{Pen, Shapes, frame, item, legend, note, tile, wire};

/// The margin around the scene, in points.
const MARGIN: f32 = 40.0;

/// The gap between the scene and the legend, in points.
const LEGEND: f32 = 20.0;

/// Draws a whole scene at 100 %, from back to front, with a legend if it has numbers, and returns the rectangle that it
/// covers.
pub fn draw<'a>(scene: &'a Scene, counts: Option<&ItemCounts>) -> (Shapes<'a>, Rect) {
    let mut out = Shapes::new();
    let at_origin = Pen::new(point(0.0, 0.0), 1.0);
    for each in &scene.frames {
        frame::draw(&mut out, &at_origin, area(each.position, each.size), each, true);
    }
    for (each, sheet) in scene.notes.iter().zip(&scene.sheets) {
        let Position(x, y) = each.position;
        let pen = Pen::new(point(x as f32, y as f32), 1.0);
        note::paper(&mut out, &pen, area(each.position, each.size), each);
        note::text(&mut out, &pen, sheet);
    }
    for each in &scene.wires {
        wire::draw(&mut out, each.path, 1.0, wire::LinkStroke::new(&at_origin, each.way));
    }
    for face in &scene.faces {
        let pen = Pen::new(face.middle, 1.0);
        let count = counts.map(|counts| counts.of_item(scene.sequence.item(face.id))).unwrap_or_default();
        item::barrier(&mut out, &pen, face, count);
        tile::draw(&mut out, &pen, face.looks());
        let layout = ItemLayout::new(face, 1.0, count);
        item::ground(&mut out, &pen, (scene, face), &layout);
        item::label(&mut out, &pen, face, &layout);
        item::counts(&mut out, &pen, count, &layout);
    }
    let mut bounds = bounds(scene, counts);
    if counts.is_some_and(|counts| !counts.is_empty()) {
        let at = point(bounds.min.x + MARGIN, bounds.max.y - MARGIN + LEGEND);
        let drawn = legend::draw(&mut out, at, &legend::entries(scene));
        bounds = bounds.union(&drawn.grown(MARGIN));
    }
    (out, bounds)
}

/// The rectangle around everything that is drawn, with a margin.
fn bounds(scene: &Scene, counts: Option<&ItemCounts>) -> Rect {
    let faces = scene.faces.iter().map(|face| {
        let mut extent = face.extent();
        let count = counts.map(|counts| counts.of_item(scene.sequence.item(face.id))).unwrap_or_default();
        let covered = item::covered(&Pen::new(face.middle, 1.0), face, count);
        extent.max.y = covered.iter().map(|area| area.max.y).fold(face.middle.y, f32::max);
        extent
    });
    let notes = scene.notes.iter().map(|note| area(note.position, note.size));
    let frames = scene.frames.iter().map(|frame| {
        let mut extent = area(frame.position, frame.size);
        extent.min.y -= FRAME_TITLE;
        extent
    });
    let all = faces.chain(notes).chain(frames).reduce(|a, b| a.union(&b));
    all.unwrap_or(Rect::at(point(0.0, 0.0), 320.0, 160.0)).grown(MARGIN)
}
