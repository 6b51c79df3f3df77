//! Notes and frames, which are painted behind the items.

use crate::campaign::item::Position;
use crate::picture::draw::{Pen, frame, note};
use crate::picture::geometry::{Rect, point};
use crate::picture::level::{Level, text_size};
use crate::picture::measure::Weight;
use crate::picture::scene::{Scene, area};
use crate::picture::shape::{Anchor, Paint, Shape, Stroke, Text, TextSpan};
use crate::picture::theme::ColorRole;

use super::brush::Brush;
use super::lens::{Lens, shift, shifted};
use super::look::{CanvasLook, Hover};

/// The current rectangle of a note or frame on the screen.
fn now(lens: &Lens<'_>, look: &CanvasLook<'_>, id: u64, position: Position, size: Position) -> Rect {
    let area = match look.sized {
        Some((sized, area)) if sized == id => area,
        _ => {
            let (area, by) = (area(position, size), shift(look, id));
            Rect { min: shifted(area.min, by), max: shifted(area.max, by) }
        }
    };
    lens.area(area)
}

fn is_seen(lens: &Lens<'_>, area: &Rect) -> bool {
    let view = lens.area(lens.seen);
    area.meets(&view)
}

/// Whether a thing is dragged or resized, and so may come into view.
fn may_come(look: &CanvasLook<'_>, id: u64) -> bool {
    look.moved.is_some_and(|moved| moved.ids.contains(&id)) || look.sized.is_some_and(|(sized, _)| sized == id)
}

/// Paints the frames of a sequence.
pub fn frames(brush: &mut Brush<'_>, lens: &Lens<'_>, scene: &Scene, look: &CanvasLook<'_>) {
    let at_rest = scene.frames_in(lens.seen).filter(|frame| !may_come(look, frame.id));
    let coming = scene.frames.iter().filter(|frame| may_come(look, frame.id));
    for each in at_rest.chain(coming) {
        let area = now(lens, look, each.id, each.position, each.size);
        if !is_seen(lens, &area.grown(40.0)) {
            continue;
        }
        let pen = Pen::new(area.min, lens.zoom());
        let mut shapes = Vec::new();
        frame::draw(&mut shapes, &pen, area, each, look.editing != Some(each.id));
        brush.shapes(&shapes);
        outline(brush, look, each.id, Hover::Frame(each.id), area, 14.0 * lens.zoom());
    }
}

/// Paints the notes of a sequence.
pub fn notes(brush: &mut Brush<'_>, lens: &Lens<'_>, scene: &Scene, look: &CanvasLook<'_>) {
    let at_rest = scene.sheets_in(lens.seen).filter(|(note, _)| !may_come(look, note.id));
    let all = || scene.notes.iter().zip(&scene.sheets);
    let coming = all().filter(|(note, _)| may_come(look, note.id)).map(|(note, sheet)| (note, sheet.as_slice()));
    for (each, sheet) in at_rest.chain(coming) {
        let area = now(lens, look, each.id, each.position, each.size);
        if !is_seen(lens, &area) {
            continue;
        }
        let pen = Pen::new(area.min, lens.zoom());
        let mut shapes = Vec::new();
        note::paper(&mut shapes, &pen, area, each);
        brush.shapes(&shapes);
        if look.editing != Some(each.id) && Level::at(lens.zoom()) != Level::Dot {
            let sized = look.sized.filter(|(id, _)| *id == each.id);
            let anew = sized.map(|(_, area)| note::sheet(each, (area.width(), area.height())));
            let mut lines = Vec::new();
            note::text(&mut lines, &pen, anew.as_deref().unwrap_or(sheet));
            if each.text.trim().is_empty() && Level::at(lens.zoom()) == Level::Full && look.handles {
                lines.push(Shape::Text(how_to_write(&pen)));
            }
            brush.shapes(&lines);
        }
        outline(brush, look, each.id, Hover::Note(each.id), area, 8.0 * lens.zoom());
    }
}

/// The hint in an empty note, shown only in the window.
fn how_to_write(pen: &Pen) -> Text<'static> {
    let size = text_size(13.0, pen.zoom, 10.0);
    let at = pen.at(note::MARGIN, note::MARGIN);
    let at = point(at.x, at.y + size / 2.0);
    let muted = Paint::from(ColorRole::Muted);
    let span = TextSpan { text: "Double-click to write".into(), weight: Weight::Regular, italic: false, paint: muted };
    Text { at, anchor: Anchor::Left, size, spans: vec![span] }
}

/// Paints the outline of selected or hovered notes and frames, with corner handles for a single selected one.
fn outline(brush: &mut Brush<'_>, look: &CanvasLook<'_>, id: u64, hover: Hover, area: Rect, radius: f32) {
    let selected = look.selected.contains(&id);
    if !selected && look.hovered != Some(hover) {
        return;
    }
    let (width, alpha) = if selected { (2.0, 1.0) } else { (1.5, 0.55) };
    let stroke = Some(Stroke::solid(width, Paint { ink: ColorRole::Accent, alpha }));
    brush.shape(&Shape::Box { area: area.grown(2.0), radius: radius + 2.0, fill: None, stroke });
    if selected && look.selected.len() == 1 && look.handles {
        let corners =
            [(area.min.x, area.min.y), (area.max.x, area.min.y), (area.min.x, area.max.y), (area.max.x, area.max.y)];
        for (x, y) in corners {
            let area = Rect::around(point(x, y), 8.0, 8.0);
            let stroke = Some(Stroke::solid(1.5, ColorRole::Accent));
            brush.shape(&Shape::Box { area, radius: 2.0, fill: Some(ColorRole::Panel.into()), stroke });
        }
    }
}
