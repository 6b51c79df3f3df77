//! Paints previews of drags: the link being drawn, the item from the palette, guides, the selection rectangle.

use crate::picture::draw::wire::LinkStroke;
use crate::picture::draw::{Pen, tile};
use crate::picture::looks::{ItemState, Tile, WordRoom};
use crate::picture::shape::{Paint, Shape, Stroke};
use crate::picture::theme::ColorRole;

use super::brush::{Brush, pos};
use super::lens::Lens;
use super::look::CanvasLook;
use super::wires;

/// Paints the previews of all drags.
pub fn paint(brush: &mut Brush<'_>, lens: &Lens<'_>, look: &CanvasLook<'_>) {
    for guide in look.guides {
        let ends = [pos(lens.pixel(guide.from)), pos(lens.pixel(guide.to))];
        brush.line(&ends, Stroke::solid(1.0, Paint { ink: ColorRole::Accent, alpha: 0.8 }));
    }
    if let Some(ghost) = look.ghost {
        let ink = if ghost.refused { ColorRole::Held } else { ColorRole::Accent };
        let dash = ghost.refused.then_some((5.0, 5.0));
        let line = LinkStroke { paint: Paint::from(ink), width: 2.25, dash };
        wires::one(brush, ghost.path.map(|at| lens.pixel(at)), lens.zoom(), line);
    }
    if let Some(ghost) = look.ghost_item {
        let pen = Pen { origin: lens.pixel(ghost.middle), zoom: lens.zoom(), strength: 0.75 };
        let looks = Tile {
            family: ghost.family,
            icon: ghost.icon,
            state: ItemState::Solid,
            blocked: false,
            word: WordRoom::default(),
        };
        let mut shapes = Vec::new();
        tile::draw(&mut shapes, &pen, looks);
        brush.shapes(&shapes);
    }
    if let Some(band) = look.band {
        let fill = Some(Paint { ink: ColorRole::Accent, alpha: 0.1 });
        let stroke = Some(Stroke::solid(1.0, ColorRole::Accent));
        brush.shape(&Shape::Box { area: lens.area(band), radius: 0.0, fill, stroke });
    }
}
