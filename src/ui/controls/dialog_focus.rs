//! Keeps keyboard focus in an open dialog.
//!
//! egui takes focus from a widget whenever the pointer is pressed elsewhere, even on empty space or on a text. Then no
//! key would reach the dialog.

use eframe::egui::{Context, Id, LayerId};

/// Most widgets that are remembered: the ones that had focus last may be gone.
const MOST: usize = 8;

/// Gives focus back to the dialog's last widget if a press on something without focus has taken it, or if the widget
/// with focus has disappeared. Call this when everything has been drawn.
pub fn keep(ctx: &Context) {
    let key = Id::unique("widgets of the dialog that had focus");
    if ctx.memory(|memory| memory.allows_interaction(LayerId::background())) {
        ctx.data_mut(|data| data.remove::<Vec<Id>>(key));
        let waiting = ctx.data(|data| data.get_temp::<Id>(returning()));
        if let Some(widget) = waiting {
            ctx.data_mut(|data| data.remove::<Id>(returning()));
            ctx.memory_mut(|memory| memory.request_focus(widget));
            ctx.request_repaint();
        }
        return;
    }
    if ctx.data(|data| data.get_temp::<Id>(returning())).is_some() {
        ctx.request_repaint();
    }
    let mut had = ctx.data(|data| data.get_temp::<Vec<Id>>(key)).unwrap_or_default();
    let focused = ctx.memory(|memory| memory.focused());
    let is_lost = match focused {
        None => ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_released()),
        Some(id) if is_in_dialog(ctx, id) => {
            had.retain(|other| *other != id);
            had.push(id);
            had.drain(..had.len().saturating_sub(MOST));
            false
        }
        // What is about to be drawn for the first time may have focus already.
        Some(id) => had.last() == Some(&id),
    };
    if is_lost && let Some(last) = had.iter().rev().find(|id| is_in_dialog(ctx, **id)) {
        ctx.memory_mut(|memory| memory.request_focus(*last));
        ctx.request_repaint();
    }
    ctx.data_mut(|data| data.insert_temp(key, had));
}

/// Gives focus to a widget of the window once the dialog is gone: until then, egui takes it away again.
pub fn give_back(ctx: &Context, widget: Id) {
    ctx.data_mut(|data| data.insert_temp(returning(), widget));
    ctx.request_repaint();
}

fn returning() -> Id {
    Id::unique("widget that gets focus after the dialog")
}

/// Whether a widget is drawn in the dialog or above it, and takes focus.
fn is_in_dialog(ctx: &Context, id: Id) -> bool {
    let widget = ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).copied());
    widget.is_some_and(|widget| {
        let takes_focus = widget.enabled && widget.visible && widget.sense.is_focusable();
        takes_focus && ctx.memory(|memory| memory.allows_interaction(widget.layer_id))
    })
}
