//! Where nothing lies on the canvas, so that something can float there.

use eframe::egui::{Align2, Rect, Vec2};

use super::hit::title_band;
use super::viewport::Viewport;
use crate::picture::draw::Pen;
use crate::picture::draw::item::covered;
use crate::picture::geometry::{self, point};
use crate::picture::scene::area;
use crate::ui::context::panel::RehearsalView;

/// The corners of the canvas, best first.
pub const CORNERS: [Align2; 4] = [Align2::RIGHT_BOTTOM, Align2::RIGHT_TOP, Align2::LEFT_BOTTOM, Align2::LEFT_TOP];
/// The distance from the edges of the canvas.
const EDGE: f32 = 12.0;
/// The number of steps along an edge.
const STEPS: u8 = 8;
/// How far an item's texts reach from its tile, in points of the screen and of the canvas.
const REACH: (f32, f32) = (60.0, 280.0);

/// A rectangle of this size in a corner of the canvas.
pub fn in_corner(viewport: &Viewport, corner: Align2, size: Vec2) -> Rect {
    corner.align_size_within_rect(size, viewport.rect.shrink(EDGE))
}

/// Places of this size along the edges of the canvas: the corners, best first, then what is between them.
pub fn along_edges(viewport: &Viewport, size: Vec2) -> Vec<Rect> {
    let room = viewport.rect.shrink(EDGE);
    let free = (room.size() - size).max(Vec2::ZERO);
    let at = |across: f32, down: f32| Rect::from_min_size(room.min + free * Vec2::new(across, down), size);
    let corners = CORNERS.into_iter().map(|corner| in_corner(viewport, corner, size));
    let parts = || (1..STEPS).rev().map(|step| f32::from(step) / f32::from(STEPS));
    let upright = [1.0, 0.0].into_iter().flat_map(|across| parts().map(move |down| at(across, down)));
    let level = [1.0, 0.0].into_iter().flat_map(|down| parts().map(move |across| at(across, down)));
    corners.chain(upright).chain(level).collect()
}

/// The first of these rectangles of the screen under which nothing lies.
pub fn first(panel: &RehearsalView<'_>, viewport: &Viewport, places: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    places.into_iter().find(|rect| is_free(panel, viewport, *rect))
}

/// The corner of the canvas in which a rectangle of this size covers least. Items count more than notes.
pub fn emptiest_corner(panel: &RehearsalView<'_>, viewport: &Viewport, size: Vec2) -> Align2 {
    const ITEM: u32 = 5;
    let weight = |cell: Rect| match (is_off_items(panel, viewport, cell), is_free(panel, viewport, cell)) {
        (false, _) => ITEM,
        (true, false) => 1,
        (true, true) => 0,
    };
    let covered = |corner: &Align2| cells(in_corner(viewport, *corner, size)).map(weight).sum::<u32>();
    CORNERS.into_iter().min_by_key(covered).unwrap_or(CORNERS[0])
}

/// Twelve cells of a rectangle, by which corners are compared.
fn cells(rect: Rect) -> impl Iterator<Item = Rect> {
    let size = rect.size() / Vec2::new(4.0, 3.0);
    (0..12_u8).map(move |cell| {
        let (column, row) = (f32::from(cell % 4), f32::from(cell / 4));
        Rect::from_min_size(rect.min + size * Vec2::new(column, row), size)
    })
}

/// Whether none of these captions lies under a rectangle of the screen.
pub fn is_off(captions: &[(Rect, u64)], rect: Rect) -> bool {
    !captions.iter().any(|(caption, _)| caption.intersects(rect))
}

/// Whether no item with its texts and numbers, no note and no title lies under a rectangle of the screen.
pub fn is_free(panel: &RehearsalView<'_>, viewport: &Viewport, rect: Rect) -> bool {
    let asked = geometry::Rect { min: viewport.on_canvas(rect.min), max: viewport.on_canvas(rect.max) };
    let scene = panel.scene;
    if scene.notes_in(asked).next().is_some() {
        return false;
    }
    let is_title = |frame| area_of_title(viewport, frame).intersects(rect);
    !scene.frames_in(asked).any(is_title) && is_off_items(panel, viewport, rect)
}

/// Whether no item with its texts and numbers lies under a rectangle of the screen.
fn is_off_items(panel: &RehearsalView<'_>, viewport: &Viewport, rect: Rect) -> bool {
    let asked = geometry::Rect { min: viewport.on_canvas(rect.min), max: viewport.on_canvas(rect.max) };
    let scene = panel.scene;
    let near = asked.grown(REACH.1 + viewport.points(REACH.0));
    let on_screen = geometry::Rect { min: point(rect.min.x, rect.min.y), max: point(rect.max.x, rect.max.y) };
    scene.faces_in(near).all(|face| {
        let middle = viewport.on_screen(face.middle);
        let pen = Pen::new(point(middle.x, middle.y), viewport.camera.zoom);
        let count = panel.counts.map(|counts| counts.of_item(scene.sequence.item(face.id))).unwrap_or_default();
        !covered(&pen, face, count).iter().any(|area| area.meets(&on_screen))
    })
}

fn area_of_title(viewport: &Viewport, frame: &crate::campaign::sequence::Frame) -> Rect {
    viewport.rect_on_screen(title_band(area(frame.position, frame.size)))
}
