//! Keyboard focus: controls that keep it, where it goes when its control disappears, and how it is shown.
//!
//! egui numbers controls in the order in which they are drawn, and forgets focus when the number is gone. So a note
//! that appears above a control would take focus from it. [`keyed`] gives controls ids that don't depend on what is
//! above them, and [`form`] passes focus on to the next control if one disappears.

use eframe::egui::{
    Context, CornerRadius, Id, Key, Modifiers, Popup, Response, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetRect,
    vec2,
};

use super::theme;
use crate::picture::theme::ColorRole;

/// Draws controls whose ids follow from `key`, not from what was drawn before them.
pub fn keyed<R>(ui: &mut Ui, key: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let mut id = ui.scope_id().with(("control", key));
    if ui.ctx().viewport(|viewport| viewport.this_pass.widgets.contains(id)) {
        // Two controls with one name would share their state.
        id = id.with(ui.next_auto_id());
    }
    ui.scope_builder(UiBuilder::new().scope_id(id), content).inner
}

/// Draws a form. If the control with focus disappears, the one that comes next in its place gets focus.
pub fn form<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let (ctx, layer, id) = (ui.ctx().clone(), ui.layer_id(), ui.scope_id().with("controls of the form"));
    let start = ctx.viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).count());
    let drawn = content(ui);
    let now: Vec<Id> = ctx.viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(layer).skip(start);
        widgets.filter(|widget| takes_focus(widget)).map(|widget| widget.id).collect()
    });
    let before = ctx.data(|data| data.get_temp::<Vec<Id>>(id)).unwrap_or_default();
    if let Some(lost) = ctx.memory(|memory| memory.focused()).filter(|focused| !is_drawn(&ctx, *focused))
        && let Some(next) = successor(&before, &now, lost)
    {
        ctx.memory_mut(|memory| memory.request_focus(next));
        ctx.request_repaint();
    }
    if before != now {
        ctx.data_mut(|data| data.insert_temp(id, now));
    }
    drawn
}

fn takes_focus(widget: &WidgetRect) -> bool {
    widget.enabled && widget.visible && widget.sense.is_focusable()
}

fn is_drawn(ctx: &Context, id: Id) -> bool {
    ctx.viewport(|viewport| viewport.this_pass.widgets.contains(id))
}

/// The control that takes the place of a lost one: the one after its last neighbour that is still there.
fn successor(before: &[Id], now: &[Id], lost: Id) -> Option<Id> {
    let at = before.iter().position(|id| *id == lost)?;
    let place = |id: &Id| now.iter().position(|other| other == id);
    match before[..at].iter().rev().find_map(place) {
        Some(neighbour) => now.get(neighbour + 1).or(now.get(neighbour)).copied(),
        None => before[at + 1..].iter().find_map(place).map(|next| now[next]),
    }
}

/// Draws controls. Returns whether Esc has just left one of them, so that focus would be nowhere. In an open list the
/// key is for the list.
pub fn left_with_escape(ui: &mut Ui, content: impl FnOnce(&mut Ui)) -> bool {
    let (ctx, layer, id) = (ui.ctx().clone(), ui.layer_id(), ui.scope_id().with("had the keyboard"));
    // A field that was changed takes the key to revert its text.
    let escapes = ui.input(|input| input.key_pressed(Key::Escape)) && !Popup::is_any_open(&ctx);
    let start = ctx.viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).count());
    content(ui);
    let focused = ctx.memory(|memory| memory.focused());
    let has_it = focused.is_some_and(|focused| {
        ctx.viewport(|viewport| {
            viewport.this_pass.widgets.get_layer(layer).skip(start).any(|widget| widget.id == focused)
        })
    });
    let had_it = ctx.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    ctx.data_mut(|data| data.insert_temp(id, has_it));
    had_it && escapes && focused.is_none()
}

/// Draws the content of a dialog. When it opens, its first control gets focus, unless another of its controls has it:
/// without focus, Tab would begin behind the dialog. `content` may return a control that is better than the first.
pub fn enter_new(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> Option<Id>) {
    let (ctx, layer, key) = (ui.ctx().clone(), ui.layer_id(), ui.scope_id().with("entered"));
    let (pass, last) = (ctx.cumulative_pass_nr(), ctx.data(|data| data.get_temp::<DialogEntry>(key)));
    let mut is_entered = last.is_some_and(|last| last.is_entered && last.pass + 1 >= pass);
    let start = ctx.viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).count());
    let best = content(ui);
    let can_have_it = !ui.is_sizing_pass() && ui.is_enabled() && ui.memory(|memory| memory.allows_interaction(layer));
    if !is_entered && can_have_it {
        let controls: Vec<Id> = ctx.viewport(|viewport| {
            let widgets = viewport.this_pass.widgets.get_layer(layer).skip(start);
            widgets.filter(|widget| takes_focus(widget)).map(|widget| widget.id).collect()
        });
        let has_it = ctx.memory(|memory| memory.focused()).is_some_and(|focused| controls.contains(&focused));
        if let Some(first) = best.or(controls.first().copied()).filter(|_| !has_it) {
            ctx.memory_mut(|memory| memory.request_focus(first));
        }
        is_entered = true;
    }
    if !is_entered {
        ctx.request_repaint();
    }
    ctx.data_mut(|data| data.insert_temp(key, DialogEntry { pass, is_entered }));
}

/// Whether an open dialog has got focus.
#[derive(Clone, Copy)]
struct DialogEntry {
    /// The last pass in which it was drawn.
    pass: u64,
    is_entered: bool,
}

/// Shows that a surface has focus, as if Tab had led to it, when it gets it in the next pass.
pub fn show_on_surface(ctx: &Context) {
    let (key, pass) = (Id::unique("how focus came"), ctx.cumulative_pass_nr());
    let arrival = ctx.data(|data| data.get_temp::<FocusArrival>(key)).unwrap_or_default();
    ctx.data_mut(|data| data.insert_temp(key, FocusArrival { tab: pass, ..arrival }));
}

/// Asks for the place of the first control below this caption, in the form that is drawn next.
pub fn look_for_caption(ctx: &Context, caption: &'static str) {
    ctx.data_mut(|data| data.insert_temp(wanted_id(), WantedCaption { caption, controls: None }));
}

/// Notes the place of a caption, if it is looked for. Call this when it has been drawn.
pub(super) fn note_caption(ui: &Ui, caption: &str) {
    let wanted = ui.data(|data| data.get_temp::<WantedCaption>(wanted_id()));
    let Some(wanted) = wanted.filter(|wanted| wanted.caption == caption && wanted.controls.is_none()) else { return };
    let before = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(ui.layer_id()).count());
    ui.data_mut(|data| data.insert_temp(wanted_id(), WantedCaption { controls: Some(before), ..wanted }));
}

/// Focuses the first control below the caption that was looked for. Returns whether there is one.
pub fn enter_below_caption(ui: &Ui) -> bool {
    let wanted = ui.data_mut(|data| data.remove_temp::<WantedCaption>(wanted_id()));
    let Some(before) = wanted.and_then(|wanted| wanted.controls) else { return false };
    let found = ui.ctx().viewport(|viewport| {
        let mut widgets = viewport.this_pass.widgets.get_layer(ui.layer_id()).skip(before);
        widgets.find(|widget| takes_focus(widget)).map(|widget| widget.id)
    });
    if let Some(id) = found {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    found.is_some()
}

/// A caption whose control is to get focus, and the number of widgets before that control.
#[derive(Clone, Copy, Default)]
struct WantedCaption {
    caption: &'static str,
    controls: Option<usize>,
}

fn wanted_id() -> Id {
    Id::unique("caption of the control that gets focus")
}

/// Seconds after the last turn of the wheel within which the user still scrolls.
const SCROLLING: f32 = 0.5;

/// Scrolls to the control that got focus, if it is out of view. Call this at the end of a scroll area.
pub fn reveal(ui: &Ui) {
    let key = ui.scope_id().with("revealed");
    let Some(focused) = ui.memory(|memory| memory.focused()) else { return };
    if ui.data(|data| data.get_temp::<Id>(key)) == Some(focused) {
        return;
    }
    let found = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(focused).copied());
    let Some(widget) = found.filter(|found| found.layer_id == ui.layer_id()) else { return };
    if !ui.min_rect().contains(widget.rect.center()) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, focused));
    // A control that was clicked is in view, and must not move away from the pointer. What the user scrolls away stays
    // away, although its list closes and gives its focus back.
    let is_moved_by_hand = ui.input(|input| input.pointer.any_down() || input.time_since_last_scroll() < SCROLLING);
    if !is_moved_by_hand && !ui.clip_rect().contains_rect(widget.rect) {
        ui.scroll_to_rect(widget.rect.expand2(vec2(0.0, 24.0)), None);
    }
}

/// Gives focus back to a button when Esc has closed its popup. `was_open` is from before the popup was drawn.
pub fn back_to_button(button: &Response, popup: Id, was_open: bool) {
    let ctx = &button.ctx;
    if was_open
        && !Popup::is_id_open(ctx, popup)
        && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        button.request_focus();
    }
}

/// Whether a widget has focus. It shows that itself, so it gets no ring.
pub fn shows_itself(response: &Response) -> bool {
    let has_focus = response.has_focus();
    if has_focus {
        response.ctx.data_mut(|data| data.insert_temp(Id::unique("shows its focus"), Some(response.id)));
    }
    has_focus
}

/// Draws a ring around the widget with focus. Text fields have a caret and an edge of their own. A large surface, such
/// as the canvas, has one only when Tab has led to it, and until the pointer is used.
pub fn ring(ctx: &Context) {
    let own = ctx.data_mut(|data| data.remove_temp::<Option<Id>>(Id::unique("shows its focus"))).flatten();
    let by_tab = came_by_tab(ctx);
    let Some(focused) = ctx.memory(|memory| memory.focused()).filter(|id| Some(*id) != own) else { return };
    let found = ctx.viewport(|viewport| viewport.this_pass.widgets.get(focused).copied());
    let Some(widget) = found.filter(|widget| takes_focus(widget) && widget.interact_rect.is_positive()) else { return };
    let is_surface = is_surface(widget.rect.size());
    if !ctx.text_edit_focused() && (by_tab || !is_surface) {
        paint(ctx, &widget, is_surface);
    }
}

/// Whether something of this size is a surface, whose ring is inside it: a ring outside would lie on its neighbours.
fn is_surface(size: Vec2) -> bool {
    size.x > SURFACE.x && size.y > SURFACE.y
}

/// Controls that are wider and higher than this are surfaces. The canvas of a small window is less than 200 points high.
const SURFACE: Vec2 = vec2(240.0, 96.0);

/// How focus came to a widget.
#[derive(Clone, Copy, Default)]
struct FocusArrival {
    focused: Option<Id>,
    by_tab: bool,
    /// The last pass in which Tab was pressed. Focus moves up to two passes later.
    tab: u64,
}

fn came_by_tab(ctx: &Context) -> bool {
    let (key, pass) = (Id::unique("how focus came"), ctx.cumulative_pass_nr());
    let mut arrival = ctx.data(|data| data.get_temp::<FocusArrival>(key)).unwrap_or_default();
    let (tabs, presses) = ctx.input(|input| (input.key_pressed(Key::Tab), input.pointer.any_pressed()));
    if tabs {
        arrival.tab = pass;
    }
    let focused = ctx.memory(|memory| memory.focused());
    if arrival.focused != focused {
        arrival.by_tab = arrival.tab + 2 >= pass && arrival.tab > 0;
    }
    arrival.focused = focused;
    arrival.by_tab &= !presses;
    ctx.data_mut(|data| data.insert_temp(key, arrival));
    arrival.by_tab
}

fn paint(ctx: &Context, widget: &WidgetRect, is_surface: bool) {
    let stroke = Stroke::new(2.0, theme::color(ColorRole::Accent, theme::of(ctx)));
    let painter = ctx.layer_painter(widget.layer_id).with_clip_rect(widget.interact_rect.expand(4.0));
    let (rect, kind) = match is_surface {
        true => (widget.interact_rect, StrokeKind::Inside),
        false => (widget.rect.expand(1.5), StrokeKind::Outside),
    };
    painter.rect_stroke(rect, CornerRadius::same(if is_surface { 0 } else { 8 }), stroke, kind);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<Id> {
        names.iter().map(|name| Id::unique((*name).to_owned())).collect()
    }

    fn next(before: &[&str], now: &[&str], lost: &str) -> Option<Id> {
        successor(&ids(before), &ids(now), Id::unique(lost.to_owned()))
    }

    #[test]
    fn the_canvas_is_a_surface_in_every_window_and_a_row_of_a_list_is_not() {
        assert!(is_surface(vec2(800.0, 170.0)) && is_surface(vec2(420.0, 300.0)));
        assert!(!is_surface(vec2(760.0, 44.0)) && !is_surface(vec2(120.0, 160.0)));
    }

    #[test]
    fn what_comes_next_takes_the_place_of_what_is_gone() {
        let one = |name: &str| Some(Id::unique(name.to_owned()));
        assert_eq!(next(&["a", "set up", "x"], &["a", "arrival", "x"], "set up"), one("arrival"));
        assert_eq!(next(&["a", "b", "c"], &["a", "c"], "b"), one("c"));
        assert_eq!(next(&["a", "b"], &["a"], "b"), one("a"), "the last one");
        assert_eq!(next(&["a", "b"], &["b", "c"], "a"), one("b"), "the first one");
        assert_eq!(next(&["a", "b"], &["c", "d"], "b"), None, "another form");
        assert_eq!(next(&["a", "b"], &["a", "b"], "elsewhere"), None);
    }
}
