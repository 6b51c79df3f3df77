//! Keeps an open list at its button: above the dialog that the button is in, and only while the button is in view.

use eframe::egui::{Id, LayerId, Order, Popup, Response};

/// Keeps an open popup at its button. Call this in every frame while the popup is open, from within it.
///
/// A popup follows its button as the panel scrolls. Once the button is scrolled out of view, the popup would stand next
/// to something else, so it closes, and the button gets focus.
pub fn keep(button: &Response, popup: Id) {
    keep_above(button, popup);
    if has_scrolled_away(button, popup) {
        Popup::close_id(&button.ctx, popup);
        button.request_focus();
        button.ctx.request_repaint();
    }
}

/// Keeps a popup above the layer of its button.
///
/// A press brings a dialog to the top; the click that opens a popup brings the popup to the top. If both happen in one
/// frame, egui keeps their last order, and the popup may have been below the dialog.
fn keep_above(button: &Response, popup: Id) {
    let (below, above) = (button.layer_id, LayerId::new(Order::Foreground, popup));
    // Popups are always above layers that aren't in the foreground.
    if below.order == above.order && below != above {
        button.ctx.memory_mut(|memory| memory.areas_mut().set_sublayer(below, above));
    }
}

/// Whether the button was in view in the last frame and isn't now. A list that letters open at a button out of view
/// stays open.
fn has_scrolled_away(button: &Response, popup: Id) -> bool {
    let (key, frame) = (popup.with("frame with its button in view"), button.ctx.cumulative_frame_nr());
    // A rectangle that is clipped away has no size.
    if button.interact_rect.is_positive() {
        button.ctx.data_mut(|data| data.insert_temp(key, frame));
        return false;
    }
    button.ctx.data(|data| data.get_temp::<u64>(key)).is_some_and(|seen| seen + 1 >= frame)
}
