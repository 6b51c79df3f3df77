//! Tooltips on the canvas: they wait until the pointer rests, and stand where they cover no item, if there is such a
//! place near what they tell of.

use std::time::Duration;

use eframe::egui::{self, Align2, Area, Frame, Id, Order, Rect, Vec2, vec2};

use super::free;
use super::viewport::Viewport;
use crate::ui::context::panel::RehearsalView;

/// The distance from what a tooltip tells of.
const GAP: f32 = 6.0;
/// The widest tooltip.
const WIDEST: f32 = 360.0;
/// The usual size, until a tooltip was drawn once.
const USUAL: Vec2 = vec2(260.0, 48.0);

/// The tooltip of the last frame: what it told of, and the number of the frame.
#[derive(Clone, Copy, PartialEq)]
struct Shown(Id, u64);

/// Shows a tooltip about a rectangle under the pointer, once the pointer rests.
pub fn show(
    ui: &egui::Ui,
    panel: &RehearsalView<'_>,
    viewport: &Viewport,
    (id, about): (Id, Rect),
    add: impl FnOnce(&mut egui::Ui),
) {
    let ctx = ui.ctx();
    let (key, frame) = (Id::unique("tip of the canvas"), ctx.cumulative_frame_nr());
    let is_open = ctx.data(|data| data.get_temp::<Shown>(key)).is_some_and(|Shown(of, at)| of == id && at + 1 >= frame);
    let delay = ui.style().interaction.tooltip_delay;
    let rests = ctx.input(|input| input.pointer.time_since_last_movement());
    if !is_open && rests < delay {
        ctx.request_repaint_after(Duration::from_secs_f32(delay - rests));
        return;
    }
    ctx.data_mut(|data| data.insert_temp(key, Shown(id, frame)));
    let area = id.with("tip");
    let size = ctx.memory(|memory| memory.area_rect(area)).map_or(USUAL, |rect| rect.size());
    let place = place(panel, viewport, about, size);
    let area = Area::new(area).order(Order::Tooltip).interactable(false).fixed_pos(place.min);
    area.constrain_to(viewport.rect).show(ctx, |ui| {
        Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_max_width(WIDEST);
            add(ui);
        });
    });
}

/// The nearest place where nothing lies: below, above, at the right, at the left. In a dense drawing, the first of them
/// that leaves free what the tooltip tells of.
fn place(panel: &RehearsalView<'_>, viewport: &Viewport, about: Rect, size: Vec2) -> Rect {
    let around = about.expand(GAP);
    let aside = vec2(around.width() / 2.0 + size.x / 2.0, around.height() / 2.0 + size.y / 2.0);
    let at = |by: Vec2| {
        let rect = Rect::from_center_size(around.center() + by, size);
        let room = viewport.rect.shrink(4.0);
        rect.translate((room.min - rect.min).max(Vec2::ZERO) + (room.max - rect.max).min(Vec2::ZERO))
    };
    let near = [vec2(0.0, aside.y), vec2(0.0, -aside.y), vec2(aside.x, 0.0), vec2(-aside.x, 0.0)];
    // Further away, beyond the item's own texts.
    let farther = [1.0, 2.0, 3.0].into_iter().flat_map(|far| {
        let down = aside.y + far * 40.0;
        [vec2(0.0, down), vec2(0.0, -down)]
    });
    let mut places = near.into_iter().chain(farther).map(at).filter(|rect| !rect.intersects(about));
    let free = free::first(panel, viewport, places.clone());
    let below = Align2::CENTER_TOP.anchor_size(around.center_bottom(), size);
    free.or_else(|| places.next()).unwrap_or(below)
}
