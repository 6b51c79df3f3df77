//! Short messages in a corner: what happened, with Undo after a deletion, and what was refused.
//!
//! Not `egui-notify` (0.24): its messages are painted, not built of widgets. So none can have a button, as
//! Undo is; screen readers and the keyboard find neither message nor cross; a long text isn't wrapped; and
//! while one is shown, the window repaints without pause.

use std::time::Duration;

use eframe::egui::{self, Align2, Rect, Role, Vec2, WidgetInfo, vec2};
use lucide_icons::Icon;

use super::theme;
use crate::picture::theme::{ColorRole, Theme};

/// Seconds that a message stays.
const STAYS: f64 = 5.0;
/// Seconds that a warning stays, so that it can be read.
const WARNING_STAYS: f64 = 9.0;
/// Most messages at the same time; older ones are removed.
const MOST: usize = 3;

/// The distance from the edges.
const EDGE: f32 = 20.0;
/// The usual size, until the messages were drawn once.
const USUAL: Vec2 = vec2(320.0, 44.0);
/// Where the messages can be, best first.
const PLACES: [Align2; 8] = [
    Align2::CENTER_BOTTOM,
    Align2::CENTER_TOP,
    Align2::LEFT_BOTTOM,
    Align2::RIGHT_BOTTOM,
    Align2::LEFT_TOP,
    Align2::RIGHT_TOP,
    Align2::LEFT_CENTER,
    Align2::RIGHT_CENTER,
];
/// Columns and rows of the cells by which places are compared if none is free.
const CELLS: (u8, u8) = (6, 2);

/// The messages that are shown.
#[derive(Default)]
pub struct Toasts {
    shown: Vec<Toast>,
    next: u64,
    /// Where the messages are.
    place: Option<Align2>,
}

/// The kind of a message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ToastKind {
    /// Something was done as requested.
    Done,
    /// Something was cancelled, as the user asked.
    Note,
    /// Playing stopped by itself.
    Stopped,
    /// Something could not be done.
    Warning,
}

struct Toast {
    number: u64,
    text: String,
    kind: ToastKind,
    /// The state of the history that Undo reverts.
    undoes: Option<u64>,
    /// When the message disappears, in egui's seconds; set when it is first drawn.
    goes: Option<f64>,
}

impl Toasts {
    /// Shows a message about what happened.
    pub fn tell(&mut self, text: String) {
        self.add(text, ToastKind::Done, None);
    }

    /// Neutral message: a cancelled action, or something that changed by itself.
    pub fn note(&mut self, text: String) {
        self.add(text, ToastKind::Note, None);
    }

    /// Shows why playing stopped by itself.
    pub fn stopped(&mut self, text: String) {
        self.add(text, ToastKind::Stopped, None);
    }

    /// Shows what was deleted, with a button that undoes the step to this state.
    pub fn tell_with_undo(&mut self, text: String, state: u64) {
        self.add(text, ToastKind::Done, Some(state));
    }

    /// Shows what could not be done.
    pub fn warn(&mut self, text: String) {
        self.add(text, ToastKind::Warning, None);
    }

    fn add(&mut self, text: String, kind: ToastKind, undoes: Option<u64>) {
        self.shown.retain(|toast| toast.text != text || toast.undoes.is_some());
        self.next += 1;
        self.shown.push(Toast { number: self.next, text, kind, undoes, goes: None });
        let too_many = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..too_many);
    }

    /// Draws the messages within `on`, if possible where `is_free` says that nothing lies, and never on the field that is
    /// being edited. `state` is the current state of the history: Undo is only offered for that. Returns whether Undo
    /// was pressed.
    pub fn show(&mut self, ctx: &egui::Context, state: u64, on: Rect, is_free: impl Fn(Rect) -> bool) -> bool {
        let now = ctx.input(|input| input.time);
        self.shown.retain(|toast| toast.goes.is_none_or(|goes| now < goes));
        self.shown.retain(|toast| toast.undoes.is_none_or(|undoes| undoes == state));
        if self.shown.is_empty() {
            self.place = None;
            return false;
        }
        let theme = theme::of(ctx);
        let (mut undone, mut closed) = (false, None);
        // Above dialogs too, so that a deletion in the directory can be undone without closing it.
        let place = self.place(ctx, on, is_free);
        let area = egui::Area::new(toasts_id()).pivot(place).fixed_pos(place.pos_in_rect(&on.shrink(EDGE)));
        area.constrain_to(on).order(egui::Order::Tooltip).show(ctx, |ui| {
            for toast in &mut self.shown {
                toast.goes.get_or_insert(now + if toast.kind == ToastKind::Warning { WARNING_STAYS } else { STAYS });
                match draw(ui, toast, theme) {
                    Some(Pressed::Undo) => undone = true,
                    Some(Pressed::Close) => closed = Some(toast.number),
                    None => {}
                }
            }
        });
        self.shown.retain(|toast| Some(toast.number) != closed && !(undone && toast.undoes.is_some()));
        // Repaint exactly when the next one disappears.
        let next = self.shown.iter().filter_map(|toast| toast.goes).fold(f64::INFINITY, f64::min);
        if next.is_finite() {
            ctx.request_repaint_after(Duration::from_secs_f64((next - now).max(0.0) + 0.01));
        }
        undone
    }
}

impl Toasts {
    /// Where in the rectangle the messages are. They stay there as long as they cover nothing.
    fn place(&mut self, ctx: &egui::Context, on: Rect, is_free: impl Fn(Rect) -> bool) -> Align2 {
        let size = ctx.memory(|memory| memory.area_rect(toasts_id())).map_or(USUAL, |rect| rect.size());
        let field = ctx.memory(|memory| memory.focused()).and_then(|id| ctx.read_response(id)).map(|field| field.rect);
        let covers_field = |rect: Rect| field.is_some_and(|field| field != on && field.intersects(rect));
        let at = |place: Align2| place.align_size_within_rect(size, on.shrink(EDGE));
        let places = || self.place.into_iter().chain(PLACES);
        let free = places().find(|place| !covers_field(at(*place)) && is_free(at(*place)));
        // Where everything is full, the place that covers least. Of equal ones the first, so that nothing jumps.
        let least = || {
            let others = places().filter(|place| !covers_field(at(*place)));
            others.min_by_key(|place| cells(at(*place)).filter(|cell| !is_free(*cell)).count())
        };
        let place = free.or_else(least).unwrap_or(PLACES[0]);
        self.place = Some(place);
        place
    }
}

/// The cells of a rectangle.
fn cells(rect: Rect) -> impl Iterator<Item = Rect> {
    let size = rect.size() / vec2(CELLS.0.into(), CELLS.1.into());
    let cell = move |column: u8, row: u8| Rect::from_min_size(rect.min + size * vec2(column.into(), row.into()), size);
    (0..CELLS.1).flat_map(move |row| (0..CELLS.0).map(move |column| cell(column, row)))
}

fn toasts_id() -> egui::Id {
    egui::Id::unique("toasts")
}

enum Pressed {
    Undo,
    Close,
}

fn draw(ui: &mut egui::Ui, toast: &Toast, theme: Theme) -> Option<Pressed> {
    let color = |ink| theme::color(ink, theme);
    let mut pressed = None;
    let (icon, ink, spoken) = match toast.kind {
        ToastKind::Warning => (Icon::TriangleAlert, ColorRole::Held, "Not done"),
        ToastKind::Note => (Icon::Info, ColorRole::Muted, "Note"),
        ToastKind::Stopped => (Icon::CirclePause, ColorRole::Accent, "Paused"),
        ToastKind::Done => (Icon::Check, ColorRole::Ran, "Done"),
    };
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(12, 8)).corner_radius(10);
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let sign = ui.add(egui::Label::new(theme::glyph(icon).size(15.0).color(color(ink))).selectable(false));
            sign.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken));
            let widest = (ui.ctx().content_rect().width() - 220.0).clamp(160.0, 560.0);
            ui.scope(|ui| {
                ui.set_max_width(widest);
                let said = ui.add(egui::Label::new(&toast.text).wrap());
                // Read aloud when it appears.
                ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
            });
            if toast.undoes.is_some() && ui.button("Undo").clicked() {
                pressed = Some(Pressed::Undo);
            }
            let close = ui.add(egui::Button::new(theme::glyph(Icon::X).color(color(ColorRole::Muted))).frame(false));
            close.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Close message"));
            if close.clicked() {
                pressed = Some(Pressed::Close);
            }
        });
    });
    pressed
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    #[test]
    fn where_no_place_is_free_messages_cover_as_little_as_possible() {
        let on = Rect::from_min_size(pos2(0.0, 0.0), vec2(900.0, 500.0));
        // Full but for a strip at the upper edge, which is too narrow for a message.
        let is_free = |rect: Rect| rect.max.y <= 48.0;
        let place = Toasts::default().place(&egui::Context::default(), on, is_free);
        assert_eq!(place, Align2::CENTER_TOP);
        let place = Toasts::default().place(&egui::Context::default(), on, |_| true);
        assert_eq!(place, Align2::CENTER_BOTTOM);
    }
}
